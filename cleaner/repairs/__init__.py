"""(stub)"""
from cleaner.repairs import encoding
def propose(document, config): return ()
