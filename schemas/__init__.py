"""The tables' rules as pandera models, and the doors to them. Import them as `cleaner.schemas`.

A model of your own may build on them:

    import pandera.pandas as pa
    from cleaner.schemas import Article

    class MyArticle(Article):
        publisher: str = pa.Field(isin=["The Moscow Times", "RT France"])

and is used with `cleaner check TABLE --schema my.py:MyArticle`, or `cleaner clean … --schema my.py:MyArticle`.
Loading a model loads pandera (half a second), so each loads on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from cleaner.schemas.article import Article as Article
    from cleaner.schemas.block import Block as Block
    from cleaner.schemas.evidence import Evidence as Evidence
    from cleaner.schemas.issue import Issue as Issue
    from cleaner.schemas.ledger import Ledger as Ledger
    from cleaner.schemas.rules import otherwise as otherwise
    from cleaner.schemas.statement import Statement as Statement

MODELS: Final[dict[str, tuple[str, str]]] = {
    "articles": ("cleaner.schemas.article", "Article"),
    "statements": ("cleaner.schemas.statement", "Statement"),
    "ledger": ("cleaner.schemas.ledger", "Ledger"),
    "evidence": ("cleaner.schemas.evidence", "Evidence"),
    "issues": ("cleaner.schemas.issue", "Issue"),
    "blocks": ("cleaner.schemas.block", "Block"),
}
"""Where the model of each table stands."""

_PUBLIC: Final = {name: module for module, name in MODELS.values()} | {"otherwise": "cleaner.schemas.rules"}
__all__ = ["MODELS", *_PUBLIC]


def model(table: str) -> Any:
    """Return the pandera model of a table."""
    module, name = MODELS[table]
    return getattr(import_module(module), name)


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'cleaner.schemas' has no attribute {name!r}")
