"""(stub)"""
from cleaner.label import segment
def propose(document, config): return ()
