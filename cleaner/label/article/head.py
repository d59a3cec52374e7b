"""What stands above the article's prose: title, kicker, dates, byline, captions, menu. Looks at shape and place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from cleaner import agencies, sentences
from cleaner.dates import read_dates
from cleaner.document import Document
from cleaner.label.article import captioned, signing
from cleaner.label.furniture.sections import name
from cleaner.label.views import View
from cleaner.text import count_words, fold

# Points for a title, weighed by hand on the seeds and invented scrapes; only their order matters.
_ENOUGH: Final = 2.0
_LIKELY: Final = 1.5
_STEM: Final = 6
"""Words of one stem count as one: a headline has another case than the sentence below it."""
_KICKER_WORDS: Final = 4
_UNDER_TITLE: Final = ("byline", "published_date", "updated_date", "agency_credit", "reading_time")
_PREFIXES: Final = {
    "und/glued-clock": "und/entry-time",
    "und/glued-date": "und/date-prefix",
    "und/glued-dateline": "und/dateline-prefix",
}
_CREDITS: Final = ("photo_credit", "agency_credit")
_CREDIT_MARKS: Final = ("©", "(c)")
_CREDIT_WORDS: Final = 14
_DATED_CHARS: Final = 80
_DATED_SHARE: Final = 0.35
_CAPTION_SENTENCES: Final = 2
_CAPTION_WORDS: Final = 60
_AGENCY_WORDS: Final = 7
_SMALL_GROUP: Final = 3
"""A caption and its credit stand in a group of their own; a text without blank lines is one large group."""
_FURNITURE_SHARE: Final = 0.3
_FURNITURE_BLOCKS: Final = 4
_BESIDE_NAMES: Final = ("published_date", "byline", "updated_date", "reading_time")
_SIGNED: Final = ("title", *_UNDER_TITLE)
"""A credit right below one of these is of the picture above them: what follows is the text."""
_UNDER_LEAD: Final = 3
"""So many lines at most stand between the first paragraph and the byline or date of an article below it."""
_STANDFIRST_WORDS: Final = 6
_FACTS: Final = 3
_RATES: Final = "$€£¥₽₴₺%°"
_FACT_WORDS: Final = 4
_TWO_SENTENCES: Final = re.compile(r"[^\W\d_]{3}[.!?] [A-ZÀ-ÖØ-ÞА-ЯĀ-Ž]")
_PATH_MARKS: Final = ("›", "»", ">", ">>", "/", "→")
_PATH_MARK: Final = re.compile(f" (?:{'|'.join(map(re.escape, _PATH_MARKS))}) ")


def prefixes(seen: Sequence[View], document: Document) -> None:
    """Name the dates and datelines that were split off a sentence: the split's entry says which block is one."""
    for entry in document.entries:
        if entry.action == "split" and entry.rule in _PREFIXES and not seen[entry.block + 1].stamp:
            name(seen[entry.block], _PREFIXES[entry.rule])
        elif entry.action == "split" and entry.rule == "und/glued-signature":
            name(seen[entry.block + 1], "und/signature")
        elif entry.action == "split" and entry.rule == "und/glued-stamp":
            view, beside = seen[entry.block], seen[entry.block + 1]
            pictured = entry.block > 0 and seen[entry.block - 1].block.element == "image" and not beside.stamp
            if pictured and agencies.find(beside.block.text) and signing.is_name(view):  # "Ann Lee / AFP"
                name(view, "und/credit-mark")
            elif (beside.stamp or agencies.find(beside.block.text)) and not view.hits and signing.is_name(view):
                name(view, "und/name-beside-stamp")


def pictures(seen: Sequence[View], first: int, last: int, document: Document) -> None:
    """Name what is marked as a picture's: alternative texts, captions, credits."""
    for entry in document.entries:
        if entry.action == "split" and entry.rule == "und/glued-credit":
            name(seen[entry.block + 1], "und/credit-mark")
    for at, view in enumerate(seen):
        if view.block.element == "image" or _is_bare_image(view):
            name(view, "und/alternative-text")
        elif view.block.element == "caption":
            name(view, "und/caption-element")
        elif view.block.text.lower().startswith(_CREDIT_MARKS) and view.words <= _CREDIT_WORDS and not view.prose:
            name(view, "und/credit-mark" if view.number <= last else "und/copyright-line")
        elif at and not view.label and view.emphasised and _under_picture(seen[at - 1], view):
            name(view, "und/caption-under-picture")
        elif at and not view.label and at < first + 1 and _is_trailing_credit(seen[at - 1], view, document):
            name(view, "und/credit-after-caption")


def _is_bare_image(view: View) -> bool:
    """Return whether a line is the mark of an image whose address is lost: ![A mill in winter]."""
    return view.block.text.startswith("![") and view.block.text.find("]") == len(view.block.text) - 1


def _under_picture(before: View, view: View) -> bool:
    """Return whether a wholly emphasised line stands right under a picture; three sentences there are a lead."""
    few = view.words <= _CAPTION_WORDS and len(sentences.find(view.block.text)) <= _CAPTION_SENTENCES
    return before.block.element == "image" and few


def captions(seen: Sequence[View], first: int, last: int, found: View | None) -> None:
    """Name the title where it stands again, and what stands beside a picture credit."""
    if found is not None:
        for view in seen:
            again = view is not found and view.folded == found.folded and not view.ends
            if again and not view.label and view.words > 2:
                name(view, "und/title-repeated")
    for before, view in pairwise(seen):
        if view.label == "agency_credit" and before.label == "photo_credit" and view.group == before.group:
            view.label = ""
            name(view, "und/credit-beside-credit")
    captioned.below(seen, first, last, found)
    counted = Counter(view.group for view in seen)
    for at, view in enumerate(seen):
        if view.label == "photo_credit" and at <= last:
            for other in (n for n in (at - 1, at + 1) if 0 <= n < len(seen)):
                small = counted[view.group] <= _SMALL_GROUP and len(counted) > _SMALL_GROUP
                # within the text, a sentence below a credit carries the text on: captions stand above theirs
                told = seen[other].ends and (seen[other].number > first or _signed(seen, at))
                goes_on = other > at and not small and (seen[other].prose or told)
                goes_on = goes_on or (other > at and signing.is_caseless_name(seen[other], seen))
                if not goes_on and _shares_place(seen, seen[other], view, first, small):
                    name(seen[other], "und/caption-beside-credit")
                    if view.number > first:
                        break  # the line above is the caption; what follows within the text is the text's


def _signed(seen: Sequence[View], at: int) -> bool:
    """Return whether the title, a date or a name stands right above a credit, others beside it aside."""
    above = next((v for v in reversed(seen[max(0, at - _SMALL_GROUP) : at]) if v.label not in _CREDITS), None)
    return above is not None and (above.label in _SIGNED or above.stamp or _is_mostly_date(above))


def _is_trailing_credit(before: View, view: View, document: Document) -> bool:
    """Return whether a short emphasised piece ends the line of a sentence."""
    same_line = "\n" not in document.source[before.block.end : view.block.start]
    return view.emphasised and not before.emphasised and same_line and view.words <= 6 and not view.ends


def _shares_place(seen: Sequence[View], other: View, credit: View, first: int, small: bool) -> bool:
    """Return whether a block is the caption a credit belongs to: in one group with it, not the article's own prose."""
    if other.label or other.stamp or other.block.element == "heading":
        return False
    if _beside_names(seen, other) and signing.is_name(other):
        return False
    return other.group == credit.group and (other.number <= first or not other.prose or small)


def masthead(seen: Sequence[View], first: int, last: int) -> int:
    """Return the first paragraph of the article proper: below the main heading or date, where prose above is slight.

    Consent text in a language without rules reads as prose and stands above the title; it must not pass for the lead.
    """
    total = sum(v.words for v in seen[first : last + 1] if v.prose and not v.label)
    above = blocks = 0
    found = first
    for view in seen[first:last]:
        if view.prose and not view.label:
            above += view.words
            blocks += 1
        if above > _FURNITURE_SHARE * total or blocks > _FURNITURE_BLOCKS:
            break
        main_heading = view.block.element == "heading" and view.block.level == 1 and view.words >= 3
        if above and (main_heading or view.label in _UNDER_TITLE or view.stamp):
            found = next((v.number for v in seen[view.number + 1 : last + 1] if v.prose and not v.label), found)
    return found


def title(seen: Sequence[View], first: int, document: Document) -> View | None:
    """Name and return the title: the best headline above the prose, None where nothing is good enough."""
    declared = [fold(h.value) for h in document.hints if h.field == "title"]
    leads = [v for v in seen[:first] if v.prose and not v.label][:1]
    said = [w for v in (*leads, *seen[first : first + 3]) for w in v.folded.split()]
    opening = {w[:_STEM] for w in said if len(w) > 3 or w > "\u3000"}
    counted: dict[str, int] = {}
    for view in seen:
        counted[view.folded] = counted.get(view.folded, 0) + 1
    under = [v.number for v in seen if v.label in _UNDER_TITLE]
    below = {*under, *(v.number for v in seen if v.stamp)}
    highest, lowest = min(under, default=len(seen)), max((n for n in below if n <= first + _UNDER_LEAD), default=-1)
    best, best_score = None, 0.0
    scores: dict[int, float] = {}
    tried: set[str] = set()
    for view in seen[:first]:
        if (view.label and view.rule != "und/outside-main-content") or view.folded in tried:
            continue
        if _beside_credit(seen, view, document) or _is_path(view):
            continue
        tried.add(view.folded)
        score = scores[view.number] = _title_score(view, declared, opening, counted, first)
        score += _title_place(highest < view.number, lowest > view.number)
        if score > best_score:
            best, best_score = view, score
    if best is None or best_score < _ENOUGH:
        return None
    if scores.get(best.number - 1, 0.0) >= _LIKELY and _sums_up(best):
        best = seen[best.number - 1]
    best.label = ""
    name(best, "und/title-heading" if best.block.element == "heading" else "und/title-first-line")
    return best


def _sums_up(view: View) -> bool:
    """Return whether a line is two sentences, and no heading: so reads what stands between a headline and the text."""
    return view.block.element != "heading" and _TWO_SENTENCES.search(view.block.text) is not None


def _title_score(view: View, declared: Sequence[str], opening: set[str], counted: dict[str, int], first: int) -> float:
    heading = view.block.element == "heading"
    if (
        view.words > 45
        or view.stamp
        or _is_ticker(view.block.text)
        or not (view.headline or heading or any(d.startswith(view.folded) for d in declared))
    ):
        return 0.0
    own = [w for w in view.folded.split() if len(w) > 3 or w > "\u3000"]
    score = {1: 4.0, 2: 2.5}.get(view.block.level, 1.5) if heading else 0.0
    score += 3.0 * sum(w[:_STEM] in opening for w in own) / max(1, len(own))
    score += 2.0 * min(view.words, 12) / 12
    score += 1.0 if counted[view.folded] > 1 and view.words > 3 else 0.0
    score += 2.0 if view.words > 2 and any(d.startswith(view.folded) for d in declared) else 0.0
    score -= 2.0 if view.words < 3 and not heading else 0.0
    score -= 1.5 if view.block.link_share >= 0.8 and not heading else 0.0
    return score - 0.05 * (first - view.number)


def _is_ticker(text: str) -> bool:
    """Return whether a line is mostly rates, prices and degrees, as a strip over a page is: "$ 89.45 € 97.12 −11°"."""
    pieces = text.split()
    numbers = sum(any(map(str.isdigit, piece)) for piece in pieces)
    signs = sum(any(sign in piece for sign in _RATES) for piece in pieces)
    bare = sum(not any(map(str.isalpha, piece)) for piece in pieces)
    return numbers >= 2 and signs >= 2 and 2 * bare >= len(pieces)


def _beside_credit(seen: Sequence[View], view: View, document: Document) -> bool:
    """Return whether a picture credit follows on the line or in a small group: what is before it is a caption."""
    following = seen[view.number + 1] if view.number + 1 < len(seen) else None
    if following is None or following.label != "photo_credit" or document.format == "html":
        return False
    group = sum(
        v.group == view.group for v in seen[max(0, view.number - _SMALL_GROUP) : view.number + _SMALL_GROUP + 1]
    )
    together = following.group == view.group and group <= _SMALL_GROUP
    return together or "\n" not in document.source[view.block.end : following.block.start]


def _title_place(before: bool, after: bool) -> float:
    """Return points for where a headline stands: over byline and date rather than under them."""
    return (1.5 if after and not before else 0.0) - (1.0 if before and not after else 0.0)


def head(seen: Sequence[View], first: int, begin: int, found: View | None) -> None:
    """Name the rest of what stands above the prose: above block `first`, down to `begin` where a standfirst leads."""
    _stamps(seen, max(first, begin))
    top = found.number if found is not None else -1
    above = [v for v in seen[: max(top, 0)] if not v.label]
    for view in above:
        if _is_path(view):
            name(view, "und/breadcrumb-path")
    above = [v for v in above if not v.label]
    if len(above) == 1 and above[0].words <= _KICKER_WORDS and above[0].number == top - 1:
        name(above[0], "und/kicker-above-title")
    for view in above:
        name(view, "und/menu-above-title" if view.words <= 6 else "und/furniture-above")
    for view in seen[top + 1 : max(first, begin)]:
        if not view.label and not (view.number >= first and view.ends):
            _below_title(view, seen, found)


def around(seen: Sequence[View], first: int, found: View | None, kept: Sequence[bool]) -> None:
    """Name dates, names, paths and counters above block `first`, among what the model leaves out of the article."""
    top = found.number if found is not None else -1
    _stamps([v for v in seen[:first] if not kept[v.number] or -1 < top < v.number], first)
    for view in seen[:first]:
        if view.label or kept[view.number]:
            continue
        if view.number > top:
            _told_by_itself(view, seen)
        elif _is_path(view):
            name(view, "und/breadcrumb-path")


def _below_title(view: View, seen: Sequence[View], found: View | None) -> None:
    """Name one block between title and prose."""
    if _is_fact(seen, view.number):
        name(view, "und/paragraph")
        return
    if _told_by_itself(view, seen):
        return
    if view.words >= _STANDFIRST_WORDS or view.prose or found is None or view.block.element == "heading":
        name(view, "und/standfirst" if view.words >= _STANDFIRST_WORDS else "und/kept-in-doubt")
    elif view.ends:
        name(view, "und/kept-in-doubt")
    elif seen[view.number + 1].prose and not seen[view.number + 1].label:
        name(view, "und/subheading")
    else:
        name(view, "und/line-under-title")


def _is_fact(seen: Sequence[View], at: int) -> bool:
    """Return whether a line is one of several that each say what and a colon before its value, as the facts over the
    report of a match do: hall, referees, sets."""
    first = last = at
    while first > max(0, at - _FACTS) and _states(seen[first - 1]):
        first -= 1
    while last + 1 < min(len(seen), at + _FACTS) and _states(seen[last + 1]):
        last += 1
    return _states(seen[at]) and last - first + 1 >= _FACTS


def _states(view: View) -> bool:
    """Return whether a line is a word or a few, a colon, and a value on the same line."""
    before, colon, value = view.block.text.replace("：", ":").partition(":")
    named = not view.label or view.rule in ("und/standfirst", "und/paragraph")
    return named and bool(colon and value.strip()) and 0 < count_words(before) <= _FACT_WORDS and not view.stamp


def _told_by_itself(view: View, seen: Sequence[View]) -> bool:
    """Name a counter, a path, a name or an agency above the prose; return whether it is one."""
    if view.folded.replace(" ", "").isdigit():
        name(view, "und/counter-in-head")
    elif _is_path(view):
        name(view, "und/breadcrumb-path")
    elif _signs_beside(seen, view):
        name(view, "und/name-beside-stamp")
    elif signing.signs(view, seen):
        name(view, "und/name-alone")
    elif _is_agency(view):
        name(view, "und/agency-in-head")
    return bool(view.label)


def _signs_beside(seen: Sequence[View], view: View) -> bool:
    """Return whether a line is a name, by where it stands; in a script that parts no words its place must say more."""
    if _is_between(seen, view) and signing.is_written_together(view):
        return True
    return _beside_names(seen, view) and signing.is_name(view)


def _is_between(seen: Sequence[View], view: View) -> bool:
    """Return whether a line stands right between the title and the date."""
    around = seen[view.number - 1 : view.number + 2] if view.number else []
    return len(around) == 3 and around[0].label == "title" and around[2].label in ("published_date", "updated_date")


def _is_agency(view: View) -> bool:
    """Return whether a short line opens with an agency's name, a place behind it at most."""
    found = agencies.find(view.block.text) if view.words <= _AGENCY_WORDS and not view.ends else []
    return bool(found) and found[0][0] <= 1


def _stamps(seen: Sequence[View], first: int) -> None:
    """Name the dates above the prose: the earliest is when it was published, a later one when it changed."""
    stamps = [v for v in seen[:first] if v.stamp and not v.label]
    if not stamps and not any(v.label == "published_date" for v in seen[:first]):
        stamps = [*islice((v for v in seen[:first] if not v.label and _is_mostly_date(v)), 1)]
    if not stamps:
        return
    known = any(v.label == "published_date" for v in seen[:first])
    full = [v for v in stamps if v.dated[:1].isdigit()]
    earliest = min(full, key=lambda v: (v.dated, v.number)) if full else stamps[0]
    for view in stamps:
        name(view, "und/stamp-in-head" if view is earliest and not known else "und/stamp-second")


def _is_mostly_date(view: View) -> bool:
    """Return whether a short line is a date with little beside it, as a place or a source."""
    text = view.block.text
    if view.ends or len(text) > _DATED_CHARS or not any(map(str.isdigit, text)):
        return False
    readings = read_dates(text, view.block.language)
    spans = [r.span for r in readings if r.kind == "absolute" and r.precision in ("day", "minute")]
    return bool(spans) and sum(end - start for start, end in spans) >= _DATED_SHARE * len(text.strip())


def _is_path(view: View) -> bool:
    """Return whether a line is a section path: two or more short names between path marks."""
    text = view.block.text
    if not _PATH_MARK.search(text):
        return False
    for mark in _PATH_MARKS:
        parts = [p.strip() for p in text.split(f" {mark} ")]
        if len(parts) >= 3 or (len(parts) == 2 and mark in "›»>>→"):
            return all(0 < count_words(p) <= 5 for p in parts[:-1]) and count_words(parts[-1]) <= 25 and not view.prose
    return False


def _beside_names(seen: Sequence[View], view: View) -> bool:
    """Return whether a block right before or after it is one beside which names stand."""
    around = seen[max(0, view.number - 1) : view.number + 2]
    return any(v.label in _BESIDE_NAMES for v in around if v is not view)


def lead(seen: Sequence[View], first: int) -> None:
    """Name the first paragraph."""
    name(seen[first], "und/lead")
