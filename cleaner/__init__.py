"""Data validation and boilerplate cleaning for raw news scrapes: every change explained, nothing lost.

The public names load on first use, so `import cleaner` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleaner.config import Config as Config
    from cleaner.dates import read_dates as read_dates
    from cleaner.document import Block as Block
    from cleaner.document import Document as Document
    from cleaner.fixing import fix_frame as fix_frame
    from cleaner.frames import clean_frame as clean_frame
    from cleaner.history.speakers import count_speakers as count_speakers
    from cleaner.names import match_names as match_names
    from cleaner.pipeline import clean as clean
    from cleaner.pipeline import extract as extract
    from cleaner.pipeline import read as read
    from cleaner.readers.charset import decode as decode
    from cleaner.repairs import fix as fix

__version__ = "0.1.0"

_PUBLIC = {
    "Block": "cleaner.document",
    "Config": "cleaner.config",
    "Document": "cleaner.document",
    "clean": "cleaner.pipeline",
    "clean_frame": "cleaner.frames",
    "count_speakers": "cleaner.history.speakers",
    "decode": "cleaner.readers.charset",
    "extract": "cleaner.pipeline",
    "fix": "cleaner.repairs",
    "fix_frame": "cleaner.fixing",
    "match_names": "cleaner.names",
    "read": "cleaner.pipeline",
    "read_dates": "cleaner.dates",
}
__all__ = ["__version__", *_PUBLIC]


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'cleaner' has no attribute {name!r}")
