"""(stub)"""
from dataclasses import dataclass
@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    charset: str
    confidence: float
def decode(raw: bytes, declared: str | None = None) -> Decoded:
    return Decoded(raw.decode("utf-8"), "utf-8", 1.0)
