"""Why a rule that stands in code rather than in a pack does what it does: one table of all of them."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Final

_STATED_IN: Final = ("cleaner.label.reasons", "cleaner.label.segment", "cleaner.repairs", "cleaner.fields")
"""Modules with a table `REASONS`: rule id to its reason, or to something with a `why`."""

_REPAIRS: Final = {
    "accent-behind-letter": "An accent was typed behind its letter (cafe´); on it, it makes a word of the language.",
    "arabic-letter-in-persian": "Arabic yeh or kaf stands in Persian text, which has letters of its own for them.",
    "byte-escape": "Letters stand as codes of a program's bytes (\\xc3\\xa9).",
    "cedilla-for-comma": "Romanian s and t bear a comma; the cedilla is a leftover of old charsets.",
    "charset-of-bytes": "Says in which charset the bytes were read, what was declared, and how sure the decision is.",
    "composed-letters": "A letter and its accent are joined into one character (NFC), so that equal words are equal.",
    "control-character": "Control characters are no text; they are left over from terminals and old formats.",
    "cut-quote": "A quotation mark lost its last byte on the way; what is left stands for nothing else.",
    "direction-mark": "Marks of the direction of writing say nothing where no text runs from right to left.",
    "doubled-punctuation": "The same mark stands twice, with a space between or where one would do.",
    "foreign-name": "A name is spelled as in another language; this text has its own spelling of the person.",
    "full-width": "Latin letters in the width of Chinese characters stand in a text that has none of these.",
    "html-entity": "An HTML entity stands in the text instead of its character.",
    "legacy-charset": "Letters were read in another old charset than their own; in their own they are words.",
    "letter-of-another-alphabet": "A word is written in two alphabets, letters of one looking like the other's.",
    "line-break-in-paragraph": "A line ends inside a paragraph; a space does the same for a reader.",
    "line-ending": "Line ends are written in one way.",
    "lost-characters": "Characters were lost before the text came here. It is flagged and left: guessing would invent.",
    "name-variants": "One person is spelled in several ways in this text.",
    "nbsp-in-name": "A no-break space stood inside a person's name, where a search would miss it.",
    "odd-name": "A name differs by a slip from the same person's name elsewhere in this text.",
    "printed-form": "A ligature or the printed form of a letter stands for the letters themselves.",
    "quoted-printable": "Letters stand as codes of an e-mail (=C3=A9).",
    "several-spaces": "Several spaces stand between two words, where one is enough.",
    "soft-hyphen": "A soft hyphen says where the page may break a word; it is no part of the word.",
    "space-at-edge": "Spaces stand at the ends of a paragraph.",
    "space-before-comma": "A space stands before a comma.",
    "special-space": "A special space stands where a plain one belongs; French keeps its own before : ; ! ? ».",
    "stripped-letters": "Prose of a language that is full of accented letters has not one. It is flagged and left.",
    "surrogate-pair": "Two halves of one character are joined.",
    "terminal-escape": "A terminal's colour code is no text.",
    "unicode-escape": "Letters stand as codes of a program (\\u00e9).",
    "variation-selector": "A mark that selects among forms stands behind a letter that has only one.",
    "wrong-charset": "Letters were read in the wrong charset (Ã© for é); read in the right one they are words.",
    "zero-width": "A character that nobody sees stands inside a word; a search for the word would miss it.",
    "zero-width-joiner": "An invisible joiner stands where this script has nothing to join.",
}
"""The repairs in general; each entry of a ledger has its own reason beside it."""

_ATTRIBUTIONS: Final = {
    "according-after": "A source is named by what stands behind it: X's words, in the order of the language.",
    "according-again": "Words of the speaker before go on: according to him.",
    "according-behind": "A source is named by a word behind it: the police according.",
    "according-relative": "A relative clause names whose words they are: who, by his own account.",
    "according-to": "A source is named by a preposition: according to X.",
    "as-clause": "A clause beside the statement says who said so: as X said.",
    "both-sides": "Both sides of a talk are said to have said it.",
    "broken": "Words between speaker and verb were lost; the speaker is the nearest that fits.",
    "signed-below": "A name behind or below a quotation that is set apart signs it.",
    "colon-lead-in": "A speaker and a colon lead in what follows.",
    "colon-quote": "Someone did something, then a colon and a quotation: X nodded: “…”.",
    "headline-dash": "A headline names its speaker after a dash or before a colon.",
    "impersonal": "It is said that something was said; nobody is named.",
    "inverted": "The verb stands before the speaker, after what was said: said X.",
    "inverted-pronoun": "The verb stands before a pronoun, after what was said: said she.",
    "lead-in": "A sentence without a verb of saying leads in a quotation.",
    "clause-continued": "A clause that stands alone as a sentence carries on what was said before.",
    "mood-continued": "A verb in the form of reported speech carries on what was said before.",
    "no-subject": "The verb of saying has no subject of its own; who spoke before it is meant.",
    "nobody-named": "Somebody whom the text does not name told it to the speaker, who says so.",
    "noun-cue": "A noun of saying belongs to the speaker: X's claim that.",
    "passive-agent": "The speaker is the agent of a passive: described by X as.",
    "passive-agent-told": "The speaker is the agent of a passive that says whom he told: the court was told by X that.",
    "headline-quote": "A headline's bare name or noun speaks what follows it in quotation marks.",
    "voice": "No rule names who said it: of those on stage this one is likeliest, by what was learned from articles.",
    "quote-continued": "A quotation goes on in the next paragraph.",
    "quote-subject": "A quotation stands beside a subject and its verb of saying.",
    "quoted-by": "A medium or institution passed the words on: quoted by X.",
    "subject-verb": "The speaker is the subject of a verb of saying.",
    "topic-by": "A topic was raised by the speaker; what was said of it is not told.",
    "transcript": "A paragraph of a transcript begins with its speaker and a colon.",
    "unlisted-subject": "A subject and a verb that no list knows stand beside a quotation.",
    "verb-final": "The verb of saying stands last in its clause, the speaker and his words before it.",
    "verb-subject": "The verb of saying stands before its subject, in front of what is said.",
    "verb-second": "The verb stands second, the speaker behind it, in a sentence that opens with another part.",
}
"""How a statement's speaker was read; `fr/inverted` is `inverted` with the verbs of French."""


def reason(rule: str) -> str | None:
    """Return why a rule that stands in code does what it does; None for one that does not.

    >>> reason("fr/inverted-nested") == reason("en/inverted-colon-nested") == reason("inverted")
    True
    """
    known = reasons()
    stem = rule.rpartition("/")[2].removesuffix("-nested")
    return known.get(rule) or known.get(stem) or known.get(stem.removesuffix("-colon"))


@lru_cache
def reasons() -> dict[str, str]:
    """Return the reason of every rule of structure, repair and attribution, by rule id."""
    out = {**_REPAIRS, **_ATTRIBUTIONS}
    for name in _STATED_IN:
        for rule, stated in getattr(import_module(name), "REASONS", {}).items():
            out[rule] = stated if isinstance(stated, str) else stated.why
    return dict(sorted(out.items()))
