"""Split a block where two kinds are glued: a date and the first sentence, a caption and its credit. Never edits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from cleaner import agencies
from cleaner.config import Config
from cleaner.dates import has_part, may_be_dated, prefix, read_dates, stamp
from cleaner.document import Block, Document
from cleaner.label.article import captioned, signing, telegrams, timed
from cleaner.label.views import host_of, index
from cleaner.ledger import Split
from cleaner.rule import Rule
from cleaner.rule_index import RuleIndex
from cleaner.text import CLOSERS, SENTENCE_END, count_words, ends_sentence, has_words, spell_kept

_AS_SET: Final = ("preformatted", "front_matter")
_MARKS: Final = "©"
_DIGIT: Final = re.compile(r"\d")
_PARTING: Final = re.compile(r"[\d.!?。！？©:)/／|｜、＝•·）]")
"""One of these stands in every line that two kinds share, a repeated title and an emphasised end aside."""
_OPENINGS: Final = 3
_OPENING_WORDS: Final = 18
_LONG_DASHES: Final = ("—", "–", "--")
_DATELINE_CHARS: Final = 90
_DASH: Final = re.compile(r" ?(?:--|[-–—])\s|/\.?\s(?=[A-Z\u0400-\u042f])")
_PLACE: Final = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,30}: (?=[A-ZÀ-Þ“«\"])")
_BRACKETED: Final = re.compile(r"\([^()]{2,40}\)|/[^/]{2,40}/")
_CREDIT_CHARS: Final = 60
_CREDIT_WORD: Final = re.compile(r"[^\W\d_]{3,20} ?: |[^\W\d_]{2,5}\. (?=[^\W\d_])")
_CAPTION_CHARS: Final = 400
_HEADS: Final = 12
_CREDITS: Final = ("photo_credit", "agency_credit")
_CREDIT_WORDS: Final = 14
_CREDIT_NAME_WORDS: Final = 6
_PIECE_WORDS: Final = 16
_PREFIX_CHARS: Final = 120
_LEAST_WORDS: Final = 4
_LISTED_CHARS: Final = 160
_LISTED_WORDS: Final = 3
_CLOSING_CHARS: Final = 30
_AROUND_DATES: Final = " |·•–—-()[]（）"
_STAMPED_CHARS: Final = 160
_HEAD_BLOCKS: Final = 30
_EMPHASIS: Final = "*_"
_STOP: Final = re.compile(rf"[.!?。！？][{re.escape(CLOSERS)}]*(?=\s|[^\W\d_]{{3,14}} ?: )")
_MOST_SENTENCES: Final = 200
_GLUED_LABELS: Final = (
    "photo_credit", "related_link", "agency_credit", "share", "subscription", "ad_label", "reading_time",
    "cookie_button", "published_date", "updated_date", "comment_count",
)  # fmt: skip
REASONS: Final = {
    "und/glued-date": "A date stands glued to the first sentence.",
    "und/glued-clock": "The time of a live blog's entry stands glued to its first words.",
    "und/glued-dateline": "Place, date and agency stand glued before the first sentence.",
    "und/glued-stamp": "A date stands glued to the author's line.",
    "und/glued-listed-date": "A date closes this line of a list, as others do beside it.",
    "und/glued-byline": "The author's line stands joined to the one above it.",
    "und/glued-signature": "Those who wrote or edited stand in brackets behind the last sentence.",
    "und/glued-title": "The title, printed again, stands glued to what follows.",
    "und/glued-credit": "A picture credit stands glued to what is before it.",
    "und/glued-emphasis": "The line ends with an emphasised piece of another kind.",
    "und/glued-piece": "A piece of another kind stands glued to a sentence.",
}
_CONFIDENCE: Final = 0.9


def propose(document: Document, config: Config) -> Iterator[Split]:
    """Yield the cuts between glued kinds, in blocks that no label names yet."""
    rules = index(config, host_of(document))
    programme = timed.programme(document.blocks)
    live = timed.is_live(document.blocks, programme)
    heads = [b.text for b in document.blocks[:_HEADS] if not ends_sentence(b.text) and has_words(b.text, _LEAST_WORDS)]
    long = (n for n, block in enumerate(document.blocks) if has_words(block.text, _OPENING_WORDS))
    page = _Page(document.source, rules, tuple(heads), frozenset(islice(long, _OPENINGS)), live, programme)
    listed = {} if document.format == "html" else _listed_dates(document.blocks)
    for number, block in enumerate(document.blocks):
        if number in listed:
            start, end, rule = _gap(block.text, listed[number], "und/glued-listed-date")
            yield Split(number, start, end, rule, REASONS[rule], _CONFIDENCE)
        elif not block.label and block.element not in _AS_SET and _may_be_glued(block, number, page):
            for start, end, rule in sorted(set(_cuts(block, number, page))):
                yield Split(number, start, end, rule, REASONS[rule], _CONFIDENCE)


def _listed_dates(blocks: Sequence[Block]) -> dict[int, int]:
    """Return where dates begin that close the lines of lists: headlines with their dates, two beside each other."""
    dated: dict[int, int] = {}
    for number, block in enumerate(blocks):
        if not block.label and block.element not in _AS_SET and (at := _closing_date(block)):
            dated[number] = at
    return {n: at for n, at in dated.items() if not dated.keys().isdisjoint((n - 2, n - 1, n + 1, n + 2))}


def _closing_date(block: Block) -> int:
    """Return where the date begins that closes a line of several words, 0 where none does."""
    text = block.text
    line = text.rfind("\n") + 1
    if line and block.element == "list_item" and has_words(text[:line], _LISTED_WORDS):
        closing = text[line:].strip(_AROUND_DATES)
        return line if 0 < len(closing) <= _CLOSING_CHARS and stamp(closing, block.language) is not None else 0
    if len(text) > _LISTED_CHARS or line or ends_sentence(text) or not has_words(text, _LEAST_WORDS):
        return 0
    if not may_be_dated(text, block.language):
        return 0
    for offset in [i for i in _word_starts(text, len(text)) if i >= len(text) - _CLOSING_CHARS]:
        if stamp(text[offset:].strip(_AROUND_DATES), block.language) is not None:
            return offset if has_words(text[:offset], _LISTED_WORDS) else 0
    return 0


class _Page(NamedTuple):
    """What the blocks of a document have in common: its source and rules, the texts that may be its title, the numbers
    of its opening paragraphs, and whether times of day stand before its entries."""

    source: str
    rules: RuleIndex
    heads: tuple[str, ...]
    openings: frozenset[int]
    live: bool
    programme: frozenset[int]


def _may_be_glued(block: Block, number: int, page: _Page) -> bool:
    """Return whether a block can be cut at all: most lines of a page have nothing that parts two kinds."""
    text = block.text
    return bool(
        _PARTING.search(text) or number in page.openings or (block.runs and len(block.runs) > 1)
        or text.startswith(page.heads) or "\n" in text or (number <= _HEAD_BLOCKS and signing.MARK.search(text))
    )  # fmt: skip


def _cuts(block: Block, number: int, page: _Page) -> Iterator[tuple[int, int, str]]:
    """Yield where a block must be cut: the white space [start, end) between two kinds, and the rule."""
    text, rules = block.text, page.rules
    taken, rule = _opening(block, number in page.openings, page.live and number not in page.programme)
    if taken:
        yield _gap(text, taken, rule)
    if text.startswith(page.heads):
        titles = (len(h) for h in page.heads if len(text) > len(h) and text.startswith(h))
        glued = next((at for at in titles if _is_glued(text, at)), 0)
        if glued > taken:
            taken = glued
            yield _gap(text, glued, "und/glued-title")
    credits = [p for p in _credit_starts(text, rules) or [_bare_credit(text, rules)] if p > taken]
    if credits:
        yield from (_gap(text, p, "und/glued-credit") for p in credits)
        return
    signed = telegrams.tail(text)
    if signed > taken:
        yield _gap(text, signed, "und/glued-signature")
        return
    emphasis = _trailing_emphasis(block, page.source)
    if emphasis is not None and emphasis > taken:
        yield _gap(text, emphasis, "und/glued-emphasis")
        return
    closed = ends_sentence(text)
    line = 0 if closed else _glued_stamp(text, block.language, rules)
    if not line and not closed and number <= _HEAD_BLOCKS and block.parent < 0:
        line = signing.behind(text, taken, block.language)
    if line > taken:
        yield _gap(text, line, "und/glued-stamp")
        return
    credit = 0 if closed else _credit_word(text, rules)
    if credit > taken:
        yield _gap(text, credit, "und/glued-credit")
        return
    line = 0 if closed else signing.below(text, rules)
    if line > taken:
        yield _gap(text, line, "und/glued-byline")
        return
    ends = _sentence_ends(text)
    if not ends:
        return
    credit = ends[-1] if text[ends[-1] :].strip() else 0
    if credit > taken and has_words(text[:credit], 2) and _is_credit(text[credit:]):  # "Fot. PAP" is one credit
        yield _gap(text, credit, "und/glued-credit")
        return
    for cut in _glued_pieces(text, taken, ends, rules):
        yield _gap(text, cut, "und/glued-piece")


def _bare_credit(text: str, rules: RuleIndex) -> int:
    """Return where a credit without its word begins at a caption's end, 0 where none does or a word announces it."""
    found = captioned.glued(text, rules) or captioned.shouted(text)
    return 0 if found and _credit_word(text, rules) else found


def _opening(block: Block, opening: bool, live: bool) -> tuple[int, str]:
    """Return where what stands glued before the first sentence ends, and its rule; 0 where nothing does."""
    text, language = block.text, block.language
    at = prefix(text[:_PREFIX_CHARS], language)
    if at and text[at:].strip():
        return at, "und/glued-date"
    if live and (hour := timed.behind(text, language)):
        return hour, "und/glued-clock"
    return _dateline(text, language, opening), "und/glued-dateline"


def _is_glued(text: str, at: int) -> bool:
    """Return whether another piece begins at `at` without a space: a capital, a bracket or a credit mark."""
    return text[at].isupper() or text[at] in "©([«“"


def _credit_word(text: str, rules: RuleIndex) -> int:
    """Return where a credit with its word ("Photo: X", "(Photo X)") begins at a caption's end, 0 where none does."""
    tail = max(0, len(text) - _CREDIT_CHARS)
    marked = text.find(": ", tail) >= 0 or text.find(". ", tail) >= 0
    if len(text) > _CAPTION_CHARS or not (marked or text.rstrip().endswith(")")):
        return 0
    words = [m.start() for m in _CREDIT_WORD.finditer(text, tail)]
    starts = [text.rfind("(", tail)] if text.rstrip().endswith(")") else []
    starts += [at for word in reversed(words) for at in (_word_before(text, word), word) if at >= tail]
    for start in starts:  # the last word first: "… in March. Photo: X" ends with March
        if start > 0 and has_words(text[:start], _LEAST_WORDS):
            hits = rules.hits(text[start:])
            if any(h.rule.label == "photo_credit" and h.start <= 1 and h.rule.at != "anywhere" for h in hits):
                return start
    return 0


def _word_before(text: str, start: int) -> int:
    """Return where the capitalised word before another begins, as in "Captura video: X"; where none does, `start`."""
    at = text.rfind(" ", 0, max(0, start - 1)) + 1
    word = text[at:start].strip()
    return at if word.isalpha() and word[0].isupper() and len(word) >= _LEAST_WORDS else start


def _dateline(text: str, language: str, opening: bool) -> int:
    """Return where the sentence begins behind "PLACE, date (AGENCY) -", 0 where none stands.

    An agency between brackets or slashes before the dash is enough; in the opening paragraph, so is a place in capitals
    with a date or before a long dash.
    """
    if telegram := telegrams.end(text):
        return telegram
    if opening and (place := _PLACE.match(text)) and has_words(text[place.end() :], _OPENING_WORDS):
        return place.end()
    head = text[: _DATELINE_CHARS + 1]
    if not opening and "(" not in head and "/" not in head:
        return 0
    found = _DASH.search(text, 0, _DATELINE_CHARS)
    if found is None:
        return 0
    ahead = text[: found.start() + 1]
    if any(mark in ahead for mark in '?!;“”«»"') or not has_words(text[found.end() :], _LEAST_WORDS):
        return 0
    agency = bool(_BRACKETED.search(ahead)) and bool(agencies.find(ahead)) and ahead.rstrip(" .-–—")[-1:] in ")/"
    first = ahead.split(",")[0].split("(")[0].split("/")[0].strip(" .-–—")
    capitals = len(first) >= 4 and first.isupper() and count_words(first) <= 4
    placed = first[:1].isupper() and count_words(first) <= 3
    if agency and (placed or not first):
        return found.end()
    if not opening or not text[found.end() : found.end() + 1].isupper():
        return 0
    if capitals and (
        found[0].strip() in _LONG_DASHES or any(r.precision == "day" for r in read_dates(ahead, language))
    ):
        return found.end()
    return 0


def _gap(text: str, at: int, rule: str) -> tuple[int, int, str]:
    """Return the white space around `at`."""
    start = end = at
    while start > 0 and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return start, end, rule


def _credit_starts(text: str, rules: RuleIndex) -> list[int]:
    """Return where picture credits begin inside a block that begins with something else."""
    first = text.find(_MARKS)
    if first <= 0 or not has_words(text[:first], _LEAST_WORDS) or not text[:first].strip():
        return []
    rest = text[first:]
    if count_words(rest) > _CREDIT_WORDS or (rest.rstrip()[-1:] in SENTENCE_END and count_words(rest) > 6):
        return []
    starts = [first]
    # a second credit behind the first: it brings a mark of its own ("Source: …")
    for offset in _word_starts(rest):
        piece = rest[offset:]
        if ":" in piece.split()[0] and any(h.rule.label in _CREDITS and h.start == 0 for h in rules.hits(piece)):
            starts.append(first + offset)
            break
    return starts


def _glued_stamp(text: str, language: str, rules: RuleIndex) -> int:
    """Return where a date stamp begins behind a byline on the same line, 0 where none does."""
    if len(text) > _STAMPED_CHARS or not _DIGIT.search(text) or not rules.may_name("byline", spell_kept(text)):
        return 0
    if not may_be_dated(text, language) or not has_part(text, language):
        return 0
    for offset in _word_starts(text):
        reading = stamp(text[offset:].strip(" |·•–—-"), language)
        if reading is not None:
            byline = any(h.rule.label == "byline" for h in rules.hits(text[:offset].strip()))
            return offset if byline else 0
    return 0


def _word_starts(text: str, most: int = _CREDIT_WORDS) -> list[int]:
    return [i for i, c in enumerate(text) if not c.isspace() and i and text[i - 1].isspace()][:most]


def _trailing_emphasis(block: Block, source: str) -> int | None:
    """Return where a short emphasised end begins behind the end of a sentence, None where there is none."""
    if block.runs is None or len(block.runs) < 2:
        return None
    last, before = block.runs[-1], block.runs[-2]
    between = source[before.source_end : last.source_start]
    if between.strip(_EMPHASIS + " ") or not any(c in between for c in _EMPHASIS):
        return None
    piece = block.text[last.text_start :]
    if block.text[: last.text_start].rstrip()[-1:] in SENTENCE_END:
        closes = source.startswith(("*", "_"), last.source_end)
        if closes and 0 < count_words(piece) <= 6 and piece.rstrip()[-1:] not in SENTENCE_END:
            return last.text_start
    return None


def _glued_pieces(text: str, taken: int, ends: Sequence[int], rules: RuleIndex) -> Iterator[int]:
    """Yield cuts before a last, or behind a first sentence-like piece that a rule names as a whole."""
    if not has_words(text, _LEAST_WORDS * 2):
        return
    last = text[ends[-1] :] if text[ends[-1] :].strip() else text[ends[-2] :] if len(ends) > 1 else ""
    if last.strip() and not has_words(last, _PIECE_WORDS + 1) and _is_whole(last, rules) and not _is_whole(text, rules):
        yield len(text) - len(last.lstrip())
    if ends[0] > taken and text[ends[0] :].strip() and not has_words(text[taken : ends[0]], _PIECE_WORDS + 1) \
            and _is_whole(text[taken : ends[0]], rules) and not _points_on(text, ends[0], rules):  # fmt: skip
        yield ends[0]


def _points_on(text: str, end: int, rules: RuleIndex) -> bool:
    """Return whether a pointer goes on behind its first sentence: headlines of two sentences have no last stop."""
    rest = text[end:]
    if ends_sentence(rest) and rest.rstrip().rstrip(CLOSERS)[-1:] not in "?!…":
        return False
    hits = rules.hits(text[:end].strip(), among=_of_glued_kind)
    return bool(hits) and hits[0].rule.label == "related_link" and not has_words(rest, _PIECE_WORDS + 1)


def _is_credit(piece: str) -> bool:
    """Return whether a piece is a name and a picture's agency: capitals alone, no sentence ("JANE DOE (AFP)")."""
    pieces = piece.split()
    words = [w for w in (p.strip("/()|.,-") for p in pieces) if w] if len(pieces) <= _CREDIT_WORDS else []
    named = all(w[0].isupper() or (w.islower() and len(w) <= 3) for w in words)
    if not named or not 2 <= len(words) <= _CREDIT_NAME_WORDS:
        return False
    return bool(agencies.find(piece, weak=True)) and piece.rstrip()[-1:] != "."


def _is_whole(piece: str, rules: RuleIndex) -> bool:
    """Return whether a rule of a glued kind takes the piece from its first word."""
    return bool(rules.hits(piece.strip(), among=_of_glued_kind))


def _of_glued_kind(rule: Rule) -> bool:
    """Return whether a rule is sure enough of a kind that comes glued to a sentence."""
    if rule.label not in _GLUED_LABELS or rule.at not in ("whole", "start", "only"):
        return False
    return rule.confidence >= (0.75 if rule.label == "photo_credit" else 0.9)


def _sentence_ends(text: str) -> list[int]:
    """Return where sentences end before white space: behind the full stop and its closing marks."""
    return [m.end() for m in islice(_STOP.finditer(text), _MOST_SENTENCES)]
