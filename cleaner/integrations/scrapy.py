"""A Scrapy item pipeline: every item cleaned and judged on its way, nothing dropped, nothing overwritten.

    ITEM_PIPELINES = {"cleaner.integrations.scrapy.CleanerPipeline": 300}

Settings, each optional:

    CLEANER_INPUT = "html"       the field that holds the page or the text (default: the first of FIELDS there is)
    CLEANER_URL = "url"          the field that holds its address
    CLEANER_PROFILE = "news"     what a record must have
    CLEANER_OUTPUT = "cleaned"   the field that is added: a mapping with what was found (below)

The added field holds the record as plain values: `verdict`, `title`, `text`, `language`, `published`, `modified`,
`publisher`, `agencies`, `authors`, `speakers`, and `issues`, a list of mappings (code, severity, field, message).
Stats under `cleaner/` count records, verdicts, issues by code, and what could not be done.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, MutableMapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from cleaner.config import PROFILES, Config
from cleaner.errors import UsageError

if TYPE_CHECKING:
    from cleaner.document import Document

FIELDS: Final = ("html", "body", "content", "text")
FACTS: Final = ("title", "text", "language", "published", "modified", "publisher", "agencies", "authors", "speakers")
_LOG: Final = logging.getLogger("cleaner.scrapy")


class CleanerPipeline:
    """Adds to each item what cleaning finds; an item that cannot be cleaned goes on as it came, and is counted."""

    def __init__(
        self, stats: Any, fields: tuple[str, ...] = FIELDS, url: str = "url", output: str = "cleaned",
        profile: str = "news",
    ) -> None:  # fmt: skip
        known = next((name for name in PROFILES if name == profile), None)
        if known is None:
            raise UsageError(f"CLEANER_PROFILE is {profile!r}; expected one of {', '.join(PROFILES)}.")
        self.stats, self.fields, self.url, self.output = stats, fields, url, output
        self.config = Config(profile=known)
        self._warned: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Any) -> CleanerPipeline:
        """Return the pipeline that the crawler's settings ask for."""
        settings = crawler.settings
        own = settings.get("CLEANER_INPUT")
        return cls(crawler.stats, (own,) if own else FIELDS, settings.get("CLEANER_URL", "url"),
                   settings.get("CLEANER_OUTPUT", "cleaned"), settings.get("CLEANER_PROFILE", "news"))  # fmt: skip

    def process_item(self, item: Any, spider: Any = None) -> Any:
        """Return the item, with what was found where it takes another field."""
        self._count("records")
        fields = _adapted(item)
        content = next((fields[name] for name in self.fields if _has_text(fields, name)), None)
        if content is None:
            self._once("no_text", f"no field {' or '.join(self.fields)} with text in it; name yours in CLEANER_INPUT")
            return item
        try:
            found = self._found(content, fields.get(self.url))
        except Exception as error:  # a crawl goes on, whatever one page holds
            self._once("failed", f"an item could not be cleaned: {type(error).__name__}: {error}")
            return item
        try:
            if fields.get(self.output) is not None:
                self._once("not_added", f"the field {self.output!r} is taken; name another in CLEANER_OUTPUT")
            else:
                fields[self.output] = found
        except (KeyError, AttributeError, TypeError, ValueError):
            self._once("not_added", f"{type(item).__name__} has no field {self.output!r}; declare it to have it filled")
        return item

    def _found(self, content: str | bytes, url: Any) -> dict[str, Any]:
        from cleaner.pipeline import clean

        document = clean(content, url=url if isinstance(url, str) else None, config=self.config)
        self._count(f"verdict/{document.verdict}")
        for code, severity in sorted({(issue.code, issue.severity) for issue in document.issues}):
            self._count(f"{severity}/{code}")
        return _plain(document)

    def _count(self, what: str) -> None:
        self.stats.inc_value(f"cleaner/{what}")

    def _once(self, what: str, message: str) -> None:
        """Count a thing that could not be done each time, and tell it the first time."""
        self._count(what)
        if what not in self._warned:
            self._warned.add(what)
            _LOG.warning("%s. This is told once; cleaner/%s counts them.", message, what)


def _plain(document: Document) -> dict[str, Any]:
    record = asdict(document.record)
    issues = [{"code": issue.code, "severity": issue.severity, "field": issue.field, "message": issue.message}
              for issue in document.issues]  # fmt: skip
    facts = {name: list(value) if isinstance(value := record[name], tuple) else value for name in FACTS}
    return {"verdict": document.verdict, **facts, "issues": issues}


def _adapted(item: Any) -> MutableMapping[str, Any]:
    """Return an item of any kind that Scrapy takes as a mapping."""
    if isinstance(item, dict):
        return item
    from itemadapter import ItemAdapter

    adapter: MutableMapping[str, Any] = ItemAdapter(item)
    return adapter


def _has_text(fields: Mapping[str, Any], name: str) -> bool:
    value = fields.get(name)
    return isinstance(value, str | bytes) and bool(value.strip())
