"""Who speaks in a run: how often, quoted or paraphrased, by which sources, with the passages.

Counts statements, headlines apart; a stance, a topic raised or a statement that is none counts for nobody, nor do
rejected records and copies of others. What several say together counts for each. Streams; judges nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from cleaner import names
from cleaner.errors import SchemaError, UsageError
from cleaner.tables import stored

if TYPE_CHECKING:
    import pandas as pd

By = Literal["speaker", "source"]
"""A row a speaker, or a row a speaker and source."""
COLUMNS: Final = (
    "speaker", "speaker_id", "speaker_type", "party", "source", "statements", "quoted", "partly_quoted", "paraphrased",
    "relayed", "headlines", "articles", "sources", "first", "last",
)  # fmt: skip
"""The columns of both views; `source` stands in that by source alone, `sources` in the other."""
_MODES: Final = {"direct": "quoted", "mixed": "partly_quoted", "indirect": "paraphrased"}
_ARTICLE: Final = ("article_id", "verdict", "duplicate_of", "publisher", "host", "published")
_STATEMENT: Final = ("article_id", "speaker", "speaker_id", "speaker_type", "co_speakers", "reported_via", "mode",
                     "kind", "text")  # fmt: skip

Tables = Mapping[str, "pd.DataFrame"]
"""What `clean_frame` returns."""


class Passage(NamedTuple):
    """One statement as it stands: its article, that one's source and day ("" where unknown), how it is said."""

    article_id: str
    source: str
    day: str
    mode: str
    text: str


@dataclass(slots=True)
class Counts:
    """How often somebody speaks: statements by how they are said, those that came through others, headlines, articles.

    `first` and `last` are the days of the earliest and the latest article, "" where none has one.
    """

    statements: int = 0
    quoted: int = 0
    partly_quoted: int = 0
    paraphrased: int = 0
    relayed: int = 0
    headlines: int = 0
    articles: int = 0
    first: str = ""
    last: str = ""
    _article: str = ""

    def add(self, row: Mapping[str, Any], day: str) -> None:
        """Count a statement; those of one article come together."""
        if self._article != row["article_id"]:
            self._article = row["article_id"]
            self.articles += 1
            if day:
                self.first = min(self.first or day, day)
                self.last = max(self.last, day)
        if row["kind"] == "headline_statement":
            self.headlines += 1
            return
        self.statements += 1
        name = _MODES.get(row["mode"] or "", "paraphrased")
        setattr(self, name, getattr(self, name) + 1)
        self.relayed += bool(row["reported_via"])


@dataclass(slots=True)
class Speaker:
    """One speaker, under the name that is used most. `id`: of the listed person, None for who is not listed."""

    id: str | None
    type: str
    counts: Counts = field(default_factory=Counts)
    sources: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    names: Counter[str] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)
    passages: list[Passage] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return the name that stands most often, of equal ones the first in the alphabet."""
        return min(self.names, key=lambda name: (-self.names[name], name))

    @property
    def party(self) -> str:
        """Return the party on the days of the statements; several as they come in the alphabet."""
        return "; ".join(sorted(self.parties))

    def by_source(self) -> list[tuple[str, Counts]]:
        """Return the counts of each source, that with the most statements first."""
        return sorted(self.sources.items(), key=lambda item: (-item[1].statements, item[0]))


def speakers(
    run: Path | Tables, people: Sequence[str] = (), passages: int = 0, longest: int | None = None
) -> list[Speaker]:
    """Return who speaks in a run, most statements first.

    `people`: the user's files, for parties. `passages`: keep so many of each speaker, each cut to `longest` characters.
    Raises SchemaError when there is no articles table, PackError for a list of people that can't be read.
    """
    articles = {row["article_id"]: row for row in _rows(run, "articles", _ARTICLE)
                if row["verdict"] != "rejected" and not row["duplicate_of"]}  # fmt: skip
    with names.using(tuple(people)):
        members = {person.id: person for person in names.everyone() if person.memberships}
    ids = _ids(_rows(run, "statements", ("speaker", "speaker_id")))
    found: dict[str, Speaker] = {}
    for row in _rows(run, "statements", _STATEMENT if passages else _STATEMENT[:-1]):
        article = articles.get(row["article_id"])
        if article is None or not row["speaker"] or row["kind"] not in ("statement", "headline_statement"):
            continue
        source, day = article["publisher"] or article["host"] or "", (article["published"] or "")[:10]
        for name in row["co_speakers"] or (row["speaker"],):
            one = found.setdefault(ids.get(name) or name, Speaker(ids.get(name), row["speaker_type"] or ""))
            one.names[name] += 1
            one.counts.add(row, day)
            one.sources[source].add(row, day)
            if one.id in members and (party := members[one.id].party(day)):
                one.parties[party] += 1
            if len(one.passages) < passages and row["kind"] == "statement":
                text = row["text"] if longest is None or len(row["text"]) <= longest else row["text"][:longest] + "…"
                one.passages.append(Passage(row["article_id"], source, day, row["mode"] or "", text))
    return sorted(found.values(), key=lambda one: (-one.counts.statements, -one.counts.headlines, one.name))


def table(found: Iterable[Speaker], by: By = "speaker") -> Iterator[dict[str, Any]]:
    """Yield the rows of a view, with its columns in the order of COLUMNS."""
    for one in found:
        who = {"speaker": one.name, "speaker_id": one.id, "speaker_type": one.type, "party": one.party or None}
        if by == "speaker":
            yield who | _plain(one.counts, sources=len(one.sources))
        else:
            for source, counts in one.by_source():
                yield who | {"source": source or None} | _plain(counts)


def columns(by: By) -> list[str]:
    """Return the columns of a view."""
    return [name for name in COLUMNS if name != ("source" if by == "speaker" else "sources")]


def count_speakers(run: str | Path | Tables, by: By = "speaker", people: Sequence[str] = ()) -> pd.DataFrame:
    """Return who speaks in a run as a data frame: a row a speaker, or (`by="source"`) a row a speaker and source.

    `run` is the folder of a run, or the tables that `clean_frame` returns. Columns: `speaker` `speaker_id`
    `speaker_type` `party` (on the days of the articles, from `people`), `source` (the publisher, else the host) or the
    number of `sources`, `statements`, of these `quoted` `partly_quoted` `paraphrased`, and `relayed` (through others),
    `headlines`, `articles`, and the days of the `first` and the `last`.

    Raises SchemaError when there is no articles table, PackError for a list of people that can't be read.
    """
    import pandas as pd

    if by not in ("speaker", "source"):
        raise UsageError(f"by={by!r}; expected 'speaker' or 'source'.")
    found = speakers(Path(run) if isinstance(run, str) else run, people)
    return pd.DataFrame(table(found, by), columns=columns(by))


def _ids(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the listed person of each name, where all statements under it that have an id have the same."""
    found: dict[str, set[str]] = {}
    for row in rows:
        if row["speaker_id"]:
            found.setdefault(row["speaker"], set()).add(row["speaker_id"])
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _plain(counts: Counts, **more: Any) -> dict[str, Any]:
    stated = {name: getattr(counts, name) for name in COLUMNS if hasattr(counts, name)} | more
    return {name: stated[name] or None if name in ("first", "last") else stated[name]
            for name in COLUMNS if name in stated}  # fmt: skip


def _rows(run: Path | Tables, table: str, wanted: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a table of a run, whether it lies in a folder or in data frames."""
    if isinstance(run, Path):
        if stored.find(run, "articles") is None:
            raise SchemaError(f"{run}: no articles table. Give the folder that `cleaner clean -o` wrote.")
        yield from stored.rows(run, table, wanted)
        return
    if missing := [table] if table not in run else [name for name in wanted if name not in run[table].columns]:
        raise SchemaError(f"no {missing[0]!r} among the tables given. Expected what clean_frame returns.")
    for cells in zip(*(run[table][name] for name in wanted), strict=True):
        yield {name: None if cell is None or (isinstance(cell, float) and cell != cell) else cell
               for name, cell in zip(wanted, cells, strict=True)}  # fmt: skip
