"""Every issue code: which field it is about, how grave it is under each profile, why it matters, how to mend it.

One code, one meaning, for ever: stages raise them, plain predicates derive them, the pandera schemas state them.
Messages are made where the facts are; this table holds what is true of every occurrence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cleaner.config import Profile
from cleaner.tables.rows import Article, Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding. `severity` is for profile `news`; `under` overrides it for others (None: not raised).

    `when` derives it from an article's row: then it is raised exactly where that holds, whoever looks. `rejects`
    says that such a record can't be used at all; of a rejected record nothing else is asked.
    """

    code: str
    field: str
    severity: Severity
    what: str
    why: str
    mend: str
    under: tuple[tuple[Profile, Severity | None], ...] = ()
    when: Callable[[Article], bool] | None = None
    rejects: bool = False

    def grave(self, profile: Profile) -> Severity | None:
        """Return the severity under a profile; None when the profile does not ask.

        >>> CODES["missing_date"].grave("text"), CODES["missing_speakers"].grave("statements")
        ('info', 'error')
        """
        return dict(self.under).get(profile, self.severity)


def _codes(*codes: Code) -> dict[str, Code]:
    return {c.code: c for c in codes}


def _no_publisher(article: Article) -> bool:
    return not article.publisher and article.publisher_status != "not_assessed"


def _no_source(article: Article) -> bool:
    return not (article.agencies or article.url)


_ZONE: Final = re.compile(r"(?:Z|[+-]\d\d:?\d\d)\Z")
_GIVE: Final = "Give it with --map or --meta if it is known elsewhere."
_OURS: Final = "This is a fault of cleaner: please report it with the record."

CODES: Final = _codes(
    # --- text
    Code("unreadable", "text", "error", "the record could not be read",
         "Nothing can be said of bytes that are no text.", "Fetch it again, or name its format and charset.",
         rejects=True),
    Code("no_main_content", "text", "error", "no article text was found",
         "An empty text counts as nothing in any analysis.", "Look at it with `cleaner show`.",
         when=lambda a: not a.text.strip(), rejects=True),
    Code("too_long", "text", "error", "the record is longer than the limit",
         "One endless record must not stop a run.", "Raise max_chars in the configuration.", rejects=True),
    Code("timeout", "text", "error", "the record took longer than the limit",
         "One hostile record must not stop a run.", "Raise max_seconds in the configuration.", rejects=True),
    Code("worker_died", "text", "error", "the record ended two workers",
         "It was tried alone and the worker died again, mostly for want of memory.", "Look at its size.", rejects=True),
    Code("internal_error", "text", "error", "cleaner failed on this record",
         "Nothing it says of the record can be trusted.", _OURS, rejects=True),
    Code("duplicate_record", "text", "info", "the same bytes came before",
         "Counting both would count one text twice.", "Leave out rows with duplicate_of.",
         when=lambda a: a.duplicate_of is not None),
    Code("duplicate_text", "text", "warning", "the same text stands in a record above",
         "Counting both would count one text twice, however different their pages are.",
         "Keep one, or say with duplicate_of that one is a copy."),
    Code("text_mostly_removed", "text", "info", "a short text is a small share of its page",
         "The article may have been taken for boilerplate, or the page holds none.",
         "Look at it with `cleaner show`."),
    Code("text_truncated", "text", "warning", "the text ends at a paywall or a 'read more'",
         "Counts and quotations from half an article mislead.", "Fetch the full text, or leave the record out.",
         when=lambda a: a.truncated),
    Code("lossy_text", "text", "warning", "characters were lost before the text came here",
         "A lost letter can't be guessed with certainty.", "Fetch the page again with its own charset."),
    Code("charset", "text", "info", "the bytes are not in UTF-8", "The decision should be seen in the ledger.",
         "Nothing.", (("text", None), ("news", None), ("statements", None))),
    Code("charset_conflict", "text", "info", "the declared charset is not the one the bytes are in",
         "Declarations are often wrong; the decision should be seen.", "Nothing, if the text reads well."),
    Code("charset_uncertain", "text", "warning", "the bytes read nearly as well in two charsets",
         "Letters of the text may be others.", "Look at the text; fetch the page again with its Content-Type."),
    Code("mixed_charsets", "text", "info", "the bytes are in more than one charset",
         "Each passage was read as what it is.", "Nothing, if the text reads well."),
    Code("lone_surrogate", "text", "warning", "half of a character stands alone",
         "It cannot be written as UTF-8; it is written escaped.", "Repair the export that cut the text."),
    Code("broken_sentence", "text", "info", "a sentence is garbled and was left as it is",
         "Guessing words would invent text.", "Compare with the original."),
    # --- title, address, language
    Code("missing_title", "title", "warning", "no title", "The first sentence is no title.", _GIVE,
         when=lambda a: not a.title and a.title_status != "not_assessed"),
    Code("title_is_site_name", "title", "warning", "the title is the name of the site",
         "Such a page has lost its headline, or is no article.", _GIVE),
    Code("title_conflict", "title", "info", "the title given or declared is not the one the page shows",
         "Feeds and tables often carry another headline.", "Look at the evidence."),
    Code("missing_url", "url", "warning", "no address of the original",
         "Without it nobody can check the record.", _GIVE, when=lambda a: not a.url),
    Code("unknown_language", "language", "info", "the language could not be told, or has no pack",
         "Verbs, dates and names are read by language; without a pack they are not assessed.", "Add a language pack.",
         when=lambda a: a.language == "und"),
    Code("partial_language", "language", "info", "the pack of the language lacks rules for some kinds of furniture",
         "What no rule names is told by its form alone: more of it may stay.",
         "Add rules to the pack, or to your own."),
    Code("language_mismatch", "language", "warning", "the text has no words of the language it is said to be in",
         "Verbs, dates and names are read by language; in the wrong one they are missed.",
         "Correct the language, or look whether the text is one."),
    Code("likely_machine_translation", "language", "info", "traces of another language",
         "Quotations in a translated text are not the words that were said.", "Quote from the original."),
    Code("placeholder_links", "links", "info", "links lead nowhere", "Their targets were lost in the scrape.",
         "Scrape again if links matter."),
    # --- date
    Code("date_not_assessed", "published", "info", "dates cannot be read in this language",
         "Without month names nothing can be said.", "Add a language pack.",
         when=lambda a: a.published_status == "not_assessed"),
    Code("missing_date", "published", "error", "no publication date",
         "A text without a date cannot be put in order.", _GIVE, (("text", "info"),),
         when=lambda a: not a.published and a.published_status != "not_assessed"),
    Code("given_date_unreadable", "published", "warning", "a date that was given cannot be read",
         "What is known of the record was not used; its date is the page's own, or none.",
         "Write it as 2020-10-01 or 2020-10-01T08:00Z, or look whether --map names the right column."),
    Code("date_year_missing", "published", "warning", "the stamp has no year; the year is inferred",
         "An inferred year can be wrong.", _GIVE),
    Code("date_role_unlabelled", "published", "warning", "a date of unsaid role: publication or crawl",
         "A crawl date is not a publication date.", _GIVE),
    Code("date_ambiguous", "published", "warning", "day and month can be read either way",
         "03/04 is March or April.", "Name the country with --map or in the configuration."),
    Code("date_inferred", "published", "warning", "the date is inferred", "An inference can be wrong.", _GIVE),
    Code("date_conflict", "published", "warning", "sources of the date disagree",
         "One of them is an update, a crawl, or another article.", "Look at the evidence."),
    Code("date_partial", "published", "warning", "only month or year is known",
         "It sorts before every day of it.", _GIVE,
         when=lambda a: a.published_precision in ("month", "year")),
    Code("date_in_future", "published", "warning", "the date lies ahead of the crawl", "A misread day, or an event.",
         "Look at the evidence."),
    Code("date_before_site", "published", "warning", "the date lies before the site existed",
         "A misread year, a default of a machine, or an archive put on the Web later.",
         "Name the site's first day as `since` in a site file, or look at the evidence."),
    Code("date_default", "published", "warning", "the date is one that machines write where they know none",
         "1 January at midnight, or the day from which a system counts, is seldom the day of publication.",
         "Look at the evidence."),
    Code("weekday_mismatch", "published", "warning", "weekday and date disagree", "One of them is wrong.",
         "Look at the evidence."),
    Code("timezone_missing", "published", "info", "a time without a zone", "The day in UTC may differ.", _GIVE,
         when=lambda a: "T" in (a.published or "") and not a.published_at and not _ZONE.search(a.published or "")),
    Code("url_date_agrees", "published", "info", "the address bears the same date", "Two witnesses.", "Nothing."),
    Code("related_dates_ignored", "published", "info", "dates of other articles were left aside",
         "They must never pass for this article's date.", "Nothing."),
    Code("picture_date_ignored", "published", "info", "the date of a picture was left aside",
         "It must never pass for the article's date.", "Nothing."),
    Code("glued_date_prefix", "published", "info", "a date stood glued to the first sentence",
         "It was split off.", "Nothing."),
    # --- source
    Code("publisher_not_assessed", "publisher", "info", "the publisher can't be read from this kind of page",
         "Nothing can be said of it.", _GIVE, when=lambda a: a.publisher_status == "not_assessed"),
    Code("missing_publisher", "publisher", "warning", "no publisher named or inferable",
         "Who published it is half of what it is worth.", _GIVE, (("text", "info"), ("statements", "error")),
         when=lambda a: _no_publisher(a) and not _no_source(a)),
    Code("missing_source", "source", "warning", "no publisher, no agency, no address",
         "A text from nowhere cannot be cited.", _GIVE, (("text", "info"), ("statements", "error")),
         when=lambda a: _no_publisher(a) and _no_source(a)),
    Code("source_is_agency_only", "source", "warning", "the only source named is an agency",
         "The agency is not who published this copy.", _GIVE, when=lambda a: _no_publisher(a) and bool(a.agencies)),
    Code("publisher_inferred_from_url", "publisher", "info", "the publisher follows from the address",
         "The text itself does not name it.", "Nothing, if the address is right."),
    Code("publisher_inferred_from_boilerplate", "publisher", "warning", "the publisher is named only by the way",
         "Consent texts and comment rules may be a platform's.", _GIVE),
    Code("publisher_conflict", "publisher", "warning", "two publishers are named",
         "One of them may have republished the other.", "Look at the evidence."),
    Code("republished_copy", "publisher", "info", "another house published the text first",
         "Counted for this publisher, its words are those of the other.", "Look at the evidence of role original."),
    Code("photo_source_not_text_source", "source", "info", "a picture credit was not taken for a source",
         "Who made the picture did not write the text.", "Nothing."),
    Code("source_dominates", "host", "info", "one host has most of the records",
         "What is counted over all records is then said of one site.", "Weigh by host, or report it apart."),
    Code("missing_author", "author", "info", "no byline", "Many agency texts have none.", "Nothing.",
         when=lambda a: not a.authors and a.authors_status != "not_assessed"),
    Code("author_is_agency", "author", "info", "the byline names an agency, not a person",
         "It counts as an organisation.", "Nothing."),
    # --- names
    Code("name_variants_in_text", "persons", "info", "one person is spelled in several ways",
         "Counting by name would split them.", "Look at the repairs."),
    Code("name_variant_kept", "persons", "info", "an odd name was left as it is",
         "The evidence did not suffice to repair it.", "Compare with the original."),
    Code("ambiguous_person", "persons", "info", "a name fits several listed people",
         "It is linked to none of them: speaker_id stays empty.", "Look at the passage, or add the person meant."),
    Code("nbsp_inside_person_name", "persons", "info", "a no-break space stood inside a name",
         "A search for the name would miss it.", "Nothing."),
    # --- statements
    Code("missing_speakers", "speakers", "info", "nobody is said to have said anything",
         "Profile statements asks for at least one speaker.", "Look at the text.", (("statements", "error"),),
         when=lambda a: not a.speakers and a.speakers_status != "not_assessed"),
    Code("speakers_not_assessed", "speakers", "info", "speakers cannot be read in this language",
         "Without reporting verbs nothing can be said.", "Add a language pack.",
         when=lambda a: a.speakers_status == "not_assessed"),
    Code("broken_attribution", "statements", "warning", "the speaker of a sentence is inferred from broken text",
         "The words between may be lost.", "Compare with the original."),
    Code("ambiguous_speaker", "statements", "info", "a pronoun or role fits several persons",
         "The speaker is left unknown.", "Look at the passage."),
    Code("unattributed_quote", "statements", "info", "a quotation without a speaker", "It is left unknown.",
         "Look at the passage."),
    Code("unattributed_claim", "statements", "info", "a claim without a cue between attributed ones",
         "It may be the speaker's or the writer's.", "Look at the passage."),
    Code("speakers_disagree", "speakers", "warning", "the speakers of a record are not those of its statements",
         "Two analyses of one table would differ.", "Write both tables from one run."),
    Code("no_direct_quotes", "statements", "info", "every statement is indirect", "Nothing can be quoted.", "Nothing."),
    Code("hearsay_chain", "statements", "info", "a statement came through another medium",
         "It is not first-hand.", "Look at reported_via."),
    # --- tables: what every row must fulfil, whoever wrote it
    Code("missing_column", "table", "error", "a column is missing", "Rules about it can't be checked.",
         "Add it, or name the column that holds it with --map."),
    Code("wrong_type", "table", "error", "a value is not of the column's type",
         "Programs that read it will fail or misread.",
         "Write the column in the type of docs/tables.md."),
    Code("missing_value", "table", "error", "a value that every row must have is missing",
         "The row can't be used or joined.",
         "Fill it."),
    Code("duplicate_id", "article_id", "error", "an id stands twice", "Joins by it multiply rows.",
         "Give each row its own."),
    Code("unknown_value", "table", "error", "a value is none of those that the column knows",
         "Whoever counts by it will miss the row.", "See docs/tables.md for the values."),
    Code("bad_date", "published", "error", "a date is not written as ISO 8601", "It cannot be sorted or compared.",
         "Write 2020, 2020-10, 2020-10-01 or 2020-10-01T09:28:00+02:00."),
    Code("dates_disagree", "published", "error", "published and published_date or published_at disagree",
         "Two analyses of one table would differ.", "Derive one from the other."),
    Code("modified_before_published", "modified", "warning", "the last change lies before the publication",
         "One of the two is misread.", "Look at the evidence."),
    Code("bad_url", "url", "warning", "the address is no http address", "Nobody can open it.", "Correct or empty it."),
    Code("host_mismatch", "host", "warning", "the host is not that of the address",
         "Counts by host and by address would differ.", "Derive the host from the address."),
    Code("verdict_mismatch", "verdict", "error", "the verdict does not follow from the issues",
         "A record with an error would be used, or one without be left out.", "Run `cleaner clean` again."),
    Code("bad_language", "language", "error", "the language is no BCP 47 tag", "Software chooses by it.",
         "Write en, fr, pt-BR, or und."),
    Code("bad_number", "table", "error", "a number is out of its range", "Confidence is 0 to 1, counts are 0 or more.",
         "Correct it."),
    Code("unknown_article", "article_id", "error", "a row belongs to no article", "It can't be joined.",
         "Write both tables from one run."),
    Code("bad_span", "table", "error", "a span lies outside its text", "It points at nothing.",
         "Count code points, end exclusive."),
    Code("span_mismatch", "statements", "error", "a span does not hold the text it is given for",
         "Whoever follows it finds other words.", "Count code points, end exclusive."),
    # --- a user's own schema
    Code("missing_field", "table", "error", "a field that the schema requires is empty", "The schema says so.", _GIVE),
    Code("source_not_allowed", "publisher", "error", "the source is not among those allowed", "The schema says so.",
         "Leave the record out, or allow the source."),
    Code("date_out_of_range", "published", "error", "the date lies outside the range", "The schema says so.",
         "Look at the evidence."),
    Code("text_too_short", "text", "error", "the text is shorter than the least length", "The schema says so.",
         "Look at it with `cleaner show`."),
    Code("text_too_long", "text", "error", "the text is longer than the greatest length", "The schema says so.",
         "Look at it with `cleaner show`: several articles may have become one."),
    Code("value_repeated", "table", "error", "a value stands twice", "The schema says so.",
         "Keep one of the records, or let the column repeat."),
    Code("value_dominates", "table", "error", "one value has more of the records than it may", "The schema says so.",
         "Collect from more sources, weigh by them, or let the value have more."),
    Code("value_not_allowed", "table", "error", "a value is not among those allowed", "The schema says so.",
         "Correct the value, or allow it."),
    Code("pattern_mismatch", "table", "error", "a value does not match its pattern", "The schema says so.",
         "Correct the value, or the pattern."),
    Code("language_not_allowed", "language", "error", "the language is not among those allowed", "The schema says so.",
         "Leave the record out, or allow the language."),
    Code("own_rule", "table", "error", "a rule of your own schema is broken", "The schema says so.",
         "See the rule's name."),
)  # fmt: skip
