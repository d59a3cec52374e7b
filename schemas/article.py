"""The rules of the articles table. Those about missing values are asked of usable records only.

Where other tables of the run are at hand, `blocks.chars`, `issues.errors` and `statements.speakers` stand beside each
row: characters of all its blocks, how many errors it has, who speaks in its statements.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pandera.pandas as pa
import pyarrow.compute as pc

from cleaner.schemas.asking import (
    ADDRESS,
    LANGUAGE,
    MOMENT,
    SOMETHING,
    ZONE,
    Holds,
    Rows,
    among,
    are_dates,
    at_least_long,
    between,
    compared,
    everywhere,
    filled,
    first,
    first_text,
    is_,
    known,
    matches,
    none_empty,
    one_of,
    same,
    texts,
    within,
    yes,
)
from cleaner.schemas.rules import STATUSES, Flag, List, Text, Whole, column, otherwise
from cleaner.schemas.wording import language_agrees

LISTS = ("agencies", "photo_sources", "authors", "speakers")
SHORT = 400
"""A text of fewer characters may be a stub; one of more is long enough to show its language."""
KEPT_SHARE = 0.05
"""A short text that is a smaller share of its page than this is mostly what was left over."""
MANY, DOMINANT = 100, 0.8
"""In so many records one host with a larger share speaks for the whole table."""


def usable(rows: Rows) -> Holds:
    """Return which records are usable: of a rejected one, or one without text, nothing else is asked."""
    return ~is_(rows, "verdict", "rejected") & (bears_text(rows) if "text" in rows else everywhere(rows))


def bears_text(rows: Rows) -> Holds:
    return matches(rows, "text", SOMETHING, null=False)


def assessed(rows: Rows, field: str) -> Holds:
    return ~is_(rows, f"{field}_status", "not_assessed")


def no_publisher(rows: Rows) -> Holds:
    return ~filled(rows, "publisher") & assessed(rows, "publisher")


def no_source(rows: Rows) -> Holds:
    return ~filled(rows, "agencies") & ~filled(rows, "url")


class Article(pa.DataFrameModel):
    """One row a record. Columns may be missing in tables that others made; those present must keep the rules."""

    article_id: Text = column()
    path: Text = column()
    line: Whole = column()
    duplicate_of: Text = column()
    sha256: Text = column()
    text_sha256: Text = column()
    verdict: Text = column()
    url: Text = column()
    host: Text = column()
    title: Text = column()
    text: Text = column()
    markdown: Text = column()
    language: Text = column()
    published: Text = column()
    published_date: Text = column()
    published_at: Text = column()
    published_precision: Text = column()
    modified: Text = column()
    publisher: Text = column()
    agencies: List = column()
    photo_sources: List = column()
    authors: List = column()
    speakers: List = column()
    published_status: Text = column()
    publisher_status: Text = column()
    speakers_status: Text = column()
    title_status: Text = column()
    url_status: Text = column()
    authors_status: Text = column()
    truncated: Flag = column()
    chars_source: Whole = column()
    chars_text: Whole = column()
    cleaner_version: Text = column()

    class Config:
        name = "articles"

    # --- the record

    @otherwise("missing_value", "article_id")
    def has_id(cls, rows: Rows) -> Holds:
        """Every record has an id."""
        return filled(rows, "article_id")

    @otherwise("duplicate_id", "article_id")
    def has_own_id(cls, rows: Rows) -> Holds:
        """No two records have one id."""
        return first(rows, "article_id")

    @otherwise("duplicate_record", "duplicate_of", of=usable)
    def is_no_copy(cls, rows: Rows) -> Holds:
        """The bytes of a record have not come before."""
        return ~filled(rows, "duplicate_of")

    @otherwise("missing_value", "verdict")
    def has_verdict(cls, rows: Rows) -> Holds:
        """Every record has a verdict."""
        return filled(rows, "verdict")

    @otherwise("unknown_value", "verdict")
    def verdict_is_known(cls, rows: Rows) -> Holds:
        """A verdict is accepted, review or rejected."""
        return among(rows, "verdict", ("accepted", "review", "rejected"))

    @otherwise("verdict_mismatch", "verdict", "issues.errors", whole="rows")
    def verdict_follows_issues(cls, rows: Rows) -> Holds:
        """A record is accepted exactly when it has no error among its issues."""
        out: Holds = is_(rows, "verdict", "accepted") == ~between(rows, "issues.errors", 1)
        return out

    @otherwise("unknown_value", "published_precision")
    def precision_is_known(cls, rows: Rows) -> Holds:
        """A date is precise to the minute, day, month or year."""
        return among(rows, "published_precision", ("minute", "day", "month", "year"))

    @otherwise("unknown_value", "published_status")
    def statuses_are_known(cls, rows: Rows) -> Holds:
        """A status is given, found, inferred, ambiguous, absent or not_assessed."""
        holds = everywhere(rows)
        for name in [str(name) for name in rows if str(name).endswith("_status")]:
            holds &= among(rows, name, STATUSES)
        return holds

    @otherwise("bad_number", "chars_source", "chars_text")
    def counts_are_counts(cls, rows: Rows) -> Holds:
        """Counts of characters are 0 or more."""
        return between(rows, "chars_source", 0) & between(rows, "chars_text", 0)

    @otherwise("missing_value", "authors")
    def lists_hold_texts(cls, rows: Rows) -> Holds:
        """No list of names holds an empty text."""
        holds = everywhere(rows)
        for name in LISTS:
            if name in rows:
                holds &= none_empty(rows, name)
        return holds

    # --- text, title, address, language

    @otherwise("no_main_content", "text")
    def has_text(cls, rows: Rows) -> Holds:
        """A record that is not rejected has a text."""
        return is_(rows, "verdict", "rejected") | bears_text(rows)

    @otherwise("text_truncated", "truncated", of=usable)
    def is_whole(cls, rows: Rows) -> Holds:
        """A text does not stop at a paywall or a 'read more'."""
        out: Holds = ~rows["truncated"].fillna(False).to_numpy(dtype=bool)
        return out

    @otherwise("text_mostly_removed", "text", "blocks.chars", of=usable)
    def is_more_than_leftovers(cls, rows: Rows) -> Holds:
        """A short text is more than a twentieth of what stood on its page."""
        kept = pc.utf8_length(texts(rows, "text")).to_numpy(zero_copy_only=False)
        page = rows["blocks.chars"].to_numpy(dtype="float64", na_value=0.0)
        out: Holds = (kept >= SHORT) | (kept >= KEPT_SHARE * page)
        return out

    @otherwise("duplicate_text", "text", of=usable, whole="rows")
    def has_own_text(cls, rows: Rows) -> Holds:
        """A text has not stood in a record above, other than in one that the record is known to be a copy of."""
        return first_text(rows, "text") | filled(rows, "duplicate_of")

    @otherwise("missing_title", "title", of=usable)
    def has_title(cls, rows: Rows) -> Holds:
        """A record has a title."""
        return filled(rows, "title") | ~assessed(rows, "title")

    @otherwise("title_is_site_name", "title", of=usable)
    def title_is_headline(cls, rows: Rows) -> Holds:
        """A title is not the name of the publisher or of the site."""
        holds = everywhere(rows)
        for name in ("publisher", "host"):
            if name in rows:
                holds &= ~same(rows, "title", name)
        return holds

    @otherwise("missing_url", "url", of=usable)
    def has_url(cls, rows: Rows) -> Holds:
        """A record says where its original stands."""
        return filled(rows, "url")

    @otherwise("bad_url", "url")
    def url_is_address(cls, rows: Rows) -> Holds:
        """An address begins with http:// or https:// and names a host."""
        return matches(rows, "url", ADDRESS) | ~filled(rows, "url")

    @otherwise("host_mismatch", "host", "url")
    def host_is_of_url(cls, rows: Rows) -> Holds:
        """The host is that of the address, or the domain above it."""
        holds = everywhere(rows)
        numbers = (matches(rows, "url", ADDRESS, null=False) & filled(rows, "host")).nonzero()[0]
        hosts = pc.utf8_lower(texts(rows, "host").take(numbers))
        pieces = pc.split_pattern(texts(rows, "url").take(numbers), "/", max_splits=3)
        named = pc.utf8_lower(pc.list_element(pieces, 2))
        for at in (~yes(pc.equal(named, hosts))).nonzero()[0].tolist():
            holds[numbers[at]] = within(named[at].as_py(), hosts[at].as_py())
        return holds

    @otherwise("bad_language", "language")
    def language_is_tag(cls, rows: Rows) -> Holds:
        """A language is a tag of BCP 47."""
        return matches(rows, "language", LANGUAGE)

    @otherwise("unknown_language", "language", of=usable)
    def language_is_known(cls, rows: Rows) -> Holds:
        """The language of a record is known."""
        return ~is_(rows, "language", "und")

    @otherwise("language_mismatch", "language", "text", of=usable)
    def text_is_of_language(cls, rows: Rows) -> Holds:
        """A text of some length has words of its language."""
        return language_agrees(rows, SHORT)

    # --- date

    @otherwise("missing_date", "published", of=usable)
    def has_date(cls, rows: Rows) -> Holds:
        """A record says when it was published."""
        return filled(rows, "published") | ~assessed(rows, "published")

    @otherwise("date_not_assessed", "published_status", of=usable)
    def date_is_assessed(cls, rows: Rows) -> Holds:
        """Dates can be read in the language of the record."""
        return assessed(rows, "published")

    @otherwise("date_partial", "published_precision", of=usable)
    def date_is_whole(cls, rows: Rows) -> Holds:
        """A date names its day."""
        return ~one_of(rows, "published_precision", ("month", "year"))

    @otherwise("timezone_missing", "published", of=usable)
    def time_has_zone(cls, rows: Rows) -> Holds:
        """A time has a zone, so that the moment is known."""
        return filled(rows, "published_at") | matches(rows, "published", f"{ZONE}\\z|\\A[^T]*\\z")

    @otherwise("bad_date", "published")
    def published_is_date(cls, rows: Rows) -> Holds:
        """A date of publication is written as ISO 8601, and the calendar has it."""
        return are_dates(rows, "published")

    @otherwise("bad_date", "published_date")
    def published_date_is_day(cls, rows: Rows) -> Holds:
        """The day of publication is a day, a month or a year, without a time."""
        has_time = at_least_long(rows, "published_date", 11) & known(rows, "published_date")
        return are_dates(rows, "published_date") & ~has_time

    @otherwise("bad_date", "published_at")
    def published_at_is_moment(cls, rows: Rows) -> Holds:
        """The moment of publication has a time and a zone."""
        return (matches(rows, "published_at", MOMENT) & are_dates(rows, "published_at")) | ~filled(rows, "published_at")

    @otherwise("bad_date", "modified")
    def modified_is_date(cls, rows: Rows) -> Holds:
        """A date of change is written as ISO 8601, and the calendar has it."""
        return are_dates(rows, "modified")

    @otherwise("dates_disagree", "published_date", "published")
    def dates_agree(cls, rows: Rows) -> Holds:
        """published and published_date name the same day."""
        return compared(rows, "published_date", "published", lambda a, b: b.startswith(a) or a.startswith(b), pc.equal)

    @otherwise("dates_disagree", "published_at", "published")
    def moment_agrees(cls, rows: Rows) -> Holds:
        """published_at is the moment that published names."""
        both = matches(rows, "published_at", MOMENT, False) & matches(rows, "published", MOMENT, False)
        holds = everywhere(rows)
        if both.any():
            one, other = (pd.to_datetime(rows[name][both], utc=True, format="ISO8601", errors="coerce")
                          for name in ("published_at", "published"))  # fmt: skip
            holds[both] = ((one == other) | one.isna() | other.isna()).to_numpy(dtype=bool)
        return holds

    @otherwise("modified_before_published", "modified", "published")
    def modified_after_published(cls, rows: Rows) -> Holds:
        """The last change does not lie before the publication."""
        return compared(rows, "modified", "published", lambda a, b: a[: len(b)] >= b[: len(a)], pc.greater_equal)

    # --- source, authors, speakers

    @otherwise("missing_publisher", "publisher", of=usable)
    def has_publisher(cls, rows: Rows) -> Holds:
        """A record names its publisher."""
        return ~no_publisher(rows) | no_source(rows)

    @otherwise("missing_source", "publisher", of=usable)
    def has_source(cls, rows: Rows) -> Holds:
        """A record names a publisher, an agency or an address."""
        return ~no_publisher(rows) | ~no_source(rows)

    @otherwise("source_is_agency_only", "agencies", "publisher", of=usable)
    def source_is_no_agency(cls, rows: Rows) -> Holds:
        """An agency is not the only source of a record."""
        return ~no_publisher(rows) | ~filled(rows, "agencies")

    @otherwise("publisher_not_assessed", "publisher_status", of=usable)
    def publisher_is_assessed(cls, rows: Rows) -> Holds:
        """The publisher can be read from this kind of page."""
        return assessed(rows, "publisher")

    @otherwise("source_dominates", "host", whole="table")
    def sources_are_several(cls, rows: Rows) -> Holds:
        """Of a hundred records or more, no host has more than four in five."""
        if len(rows) < MANY:
            return everywhere(rows)
        shares = rows["host"].value_counts(normalize=True, dropna=False)
        return np.full(len(rows), not len(shares) or bool(shares.iloc[0] <= DOMINANT))

    @otherwise("missing_author", "authors", of=usable)
    def has_author(cls, rows: Rows) -> Holds:
        """A record names its authors."""
        return filled(rows, "authors") | ~assessed(rows, "authors")

    @otherwise("missing_speakers", "speakers", of=usable)
    def has_speakers(cls, rows: Rows) -> Holds:
        """Somebody is said to have said something."""
        return filled(rows, "speakers") | ~assessed(rows, "speakers")

    @otherwise("speakers_not_assessed", "speakers_status", of=usable)
    def speakers_are_assessed(cls, rows: Rows) -> Holds:
        """Speakers can be read in the language of the record."""
        return assessed(rows, "speakers")

    @otherwise("speakers_disagree", "speakers", "statements.speakers", of=usable)
    def speakers_are_of_statements(cls, rows: Rows) -> Holds:
        """The speakers of a record are those of its statements."""
        pairs = zip(rows["speakers"], rows["statements.speakers"], strict=True)
        holds = (not isinstance(listed, list) or set(listed) == set(said) for listed, said in pairs)
        return np.fromiter(holds, dtype=bool, count=len(rows))
