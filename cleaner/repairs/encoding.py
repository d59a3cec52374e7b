"""(stub)"""
def propose(document, config): return ()
