"""The rules of the articles table. Those about missing values are asked of usable records only."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from cleaner.schemas.rules import (
    ADDRESS,
    LANGUAGE,
    STATUSES,
    Flag,
    Holds,
    List,
    Rows,
    Text,
    Whole,
    among,
    between,
    column,
    each,
    everywhere,
    filled,
    first,
    is_,
    is_date,
    otherwise,
)


def _asked(rows: Rows) -> Holds:
    """Return which records are usable: of a rejected one, or one without text, nothing else is asked."""
    return ~is_(rows, "verdict", "rejected") & (_has_text(rows) if "text" in rows else everywhere(rows))


def _has_text(rows: Rows) -> Holds:
    return pd.Series(
        [isinstance(text, str) and bool(text.strip()) for text in rows["text"]], index=rows.index, dtype=bool
    )


def _assessed(rows: Rows, field: str) -> Holds:
    return ~is_(rows, f"{field}_status", "not_assessed")


def _no_publisher(rows: Rows) -> Holds:
    return ~filled(rows, "publisher") & _assessed(rows, "publisher")


def _no_source(rows: Rows) -> Holds:
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
        return filled(rows, "article_id")

    @otherwise("duplicate_id", "article_id")
    def has_own_id(cls, rows: Rows) -> Holds:
        return first(rows, "article_id")

    @otherwise("duplicate_record", "duplicate_of")
    def is_no_copy(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | ~filled(rows, "duplicate_of")

    @otherwise("missing_value", "verdict")
    def has_verdict(cls, rows: Rows) -> Holds:
        return filled(rows, "verdict")

    @otherwise("unknown_value", "verdict")
    def verdict_is_known(cls, rows: Rows) -> Holds:
        return among(rows, "verdict", ("accepted", "review", "rejected"))

    @otherwise("unknown_value", "published_precision")
    def precision_is_known(cls, rows: Rows) -> Holds:
        return among(rows, "published_precision", ("minute", "day", "month", "year"))

    @otherwise("unknown_value", "published_status")
    def statuses_are_known(cls, rows: Rows) -> Holds:
        columns = [str(name) for name in rows if str(name).endswith("_status")]
        holds = everywhere(rows)
        for name in columns:
            holds &= among(rows, name, STATUSES)
        return holds

    @otherwise("bad_number", "chars_source", "chars_text")
    def counts_are_counts(cls, rows: Rows) -> Holds:
        return between(rows, "chars_source", 0) & between(rows, "chars_text", 0)

    # --- text, title, address, language

    @otherwise("no_main_content", "text")
    def has_text(cls, rows: Rows) -> Holds:
        return is_(rows, "verdict", "rejected") | _has_text(rows)

    @otherwise("text_truncated", "truncated")
    def is_whole(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | ~(rows["truncated"].fillna(False).astype(bool))

    @otherwise("missing_title", "title")
    def has_title(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | filled(rows, "title") | ~_assessed(rows, "title")

    @otherwise("missing_url", "url")
    def has_url(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | filled(rows, "url")

    @otherwise("bad_url", "url")
    def url_is_address(cls, rows: Rows) -> Holds:
        return each(rows, "url", lambda url: not url or ADDRESS.match(url) is not None)

    @otherwise("bad_language", "language")
    def language_is_tag(cls, rows: Rows) -> Holds:
        return each(rows, "language", lambda tag: LANGUAGE.match(tag) is not None)

    @otherwise("unknown_language", "language")
    def language_is_known(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | ~is_(rows, "language", "und")

    # --- date

    @otherwise("missing_date", "published")
    def has_date(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | filled(rows, "published") | ~_assessed(rows, "published")

    @otherwise("date_not_assessed", "published_status")
    def date_is_assessed(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | _assessed(rows, "published")

    @otherwise("date_partial", "published_precision")
    def date_is_whole(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | ~rows["published_precision"].isin(["month", "year"])

    @otherwise("timezone_missing", "published", "published_at")
    def time_has_zone(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | filled(rows, "published_at") | each(rows, "published", lambda when: "T" not in when)

    @otherwise("bad_date", "published")
    def published_is_date(cls, rows: Rows) -> Holds:
        return each(rows, "published", lambda when: not when or is_date(when))

    @otherwise("bad_date", "published_date")
    def published_date_is_day(cls, rows: Rows) -> Holds:
        return each(rows, "published_date", lambda when: not when or (len(when) <= 10 and is_date(when)))

    @otherwise("bad_date", "modified")
    def modified_is_date(cls, rows: Rows) -> Holds:
        return each(rows, "modified", lambda when: not when or is_date(when))

    @otherwise("dates_disagree", "published_date", "published")
    def dates_agree(cls, rows: Rows) -> Holds:
        pairs = zip(rows["published_date"], rows["published"], strict=True)
        return pd.Series(
            [not (a and b) or b.startswith(a) or a.startswith(b) for a, b in pairs], index=rows.index, dtype=bool
        )

    @otherwise("modified_before_published", "modified", "published")
    def modified_after_published(cls, rows: Rows) -> Holds:
        pairs = zip(rows["modified"], rows["published"], strict=True)
        holds = [not (a and b) or a[: len(b)][:10] >= b[: len(a)][:10] for a, b in pairs]
        return pd.Series(holds, index=rows.index, dtype=bool)

    # --- source, authors, speakers

    @otherwise("missing_publisher", "publisher")
    def has_publisher(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | ~_no_publisher(rows) | _no_source(rows)

    @otherwise("missing_source", "publisher")
    def has_source(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | ~_no_publisher(rows) | ~_no_source(rows)

    @otherwise("source_is_agency_only", "agencies", "publisher")
    def source_is_no_agency(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | ~_no_publisher(rows) | ~filled(rows, "agencies")

    @otherwise("publisher_not_assessed", "publisher_status")
    def publisher_is_assessed(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | _assessed(rows, "publisher")

    @otherwise("missing_author", "authors")
    def has_author(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | filled(rows, "authors") | ~_assessed(rows, "authors")

    @otherwise("missing_speakers", "speakers")
    def has_speakers(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | filled(rows, "speakers") | ~_assessed(rows, "speakers")

    @otherwise("speakers_not_assessed", "speakers_status")
    def speakers_are_assessed(cls, rows: Rows) -> Holds:
        return ~_asked(rows) | _assessed(rows, "speakers")
