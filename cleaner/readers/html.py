"""Plain text to blocks: one a line. (stub)"""
import re
from cleaner.document import Block
from cleaner.readers import Read

_LINE = re.compile(r"[^\n\r]*\S[^\n\r]*")
def read(source: str) -> Read:
    blocks = []
    for m in _LINE.finditer(source):
        t = m[0]; a = m.start() + len(t) - len(t.lstrip()); b = m.start() + len(t.rstrip())
        blocks.append(Block(source[a:b], a, b))
    return Read(tuple(blocks))
