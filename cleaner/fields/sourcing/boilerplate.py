"""The names by which text that is removed calls its publisher, and those of well-known houses in it. Chooses none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from cleaner import agencies, detect
from cleaner.document import Block, Document
from cleaner.fields import hosts
from cleaner.fields.sourcing import credits, houses, wording
from cleaner.fields.sourcing.houses import Candidate, articles, publishers
from cleaner.tables.rows import Span
from cleaner.text import Word, fold, spell_kept, squeeze, unspaced, words

_SPEAKING: Final = frozenset(
    (
        "footer",
        "comment_disclaimer",
        "cookie_banner",
        "cookie_button",
        "subscription",
        "paywall",
        "share",
        "nav",
        "site_slogan",
        "correction_note",
        "comment_count",
        "ad_label",
    )
)
"""Labels of removed text in which a publisher speaks of itself."""
_LISTING: Final = frozenset(("nav", "share", "cookie_button", "comment_count", "ad_label", "site_slogan"))
"""Labels of text that lists the names of menus: one word there is a house only if it is known or stands elsewhere."""
_LISTS: Final = frozenset(("related_list_item", "related_list_heading", "related_link", "tags", "breadcrumb"))
"""Labels of lines among which a consent text may hide; any other words there speak of what is reported."""
_OF_RULES: Final = ("copyright", "disclaimer", "subscribe")
TRUST: Final = {"copyright": 0.9, "disclaimer": 0.9, "consent": 0.88, "subscribe": 0.75}
"""How far a name is to be trusted, by the kind of wording that names it."""
_OWNED: Final = 0.76
"""A company may own several houses; what readers call the house is worth more."""
_HARDLY: Final = 0.45
"""A name that nothing else supports is evidence, never the publisher."""
_NAMING_HINTS: Final = frozenset(("feed", "handle", "publisher"))
_PARTS: Final = re.compile(r"\s[|–—·•»-]\s|[|»]")
_CREDITED: Final = 0.85
_MENTIONED: Final = 0.7
_BARS: Final = "|·•–—"
"""What parts the entries of a menu."""
_END: Final = 6
_LONGEST_LINE: Final = 160
_SHARE: Final = 0.6
_SHARE_AHEAD: Final = 0.45
_SAID: Final = ',"“«'
_SMALL: Final = 4
_HEAD: Final = 8
_TAIL: Final = 4
_PROSE: Final = 60
_LONGEST_BLOCK: Final = 6_000


def by_wording(document: Document) -> Iterator[Candidate]:
    """Yield the names by which removed text calls its publisher."""
    writers = {fold(hint.value) for hint in document.hints if hint.field == "authors"}
    for number, block in enumerate(document.blocks):
        prose = block.label in _LISTS and len(block.text) >= _PROSE
        kinds: tuple[str, ...] = wording.NAMING if block.label in _SPEAKING else ("consent",) if prose else ()
        if block.label == "comment_disclaimer":
            kinds = _OF_RULES  # a reader's words may hide here: "La noi la Poiana" is no consent
        if block.label == "photo_credit" and (_ends_page(document, number) or _dated_rights(document, number)):
            kinds = ("copyright",)
        at_end = not kinds and block.in_text and number >= len(document.blocks) - _END
        if at_end and len(block.text) <= _LONGEST_LINE:
            kinds = wording.NAMING
        if not kinds or len(block.text) > _LONGEST_BLOCK:
            continue
        for named in wording.names(block.text, *kinds):
            if at_end and not _says_nothing_else(block.text, named):
                continue
            span = houses.trimmed(block.text, named.span)
            if named.kind == "copyright" and named.span[1] == named.whole[1]:
                span = houses.whole_name(block.text, span)
            name = block.text[slice(*span)]
            if block.label in _LISTING and not _stands(document, name, block):
                continue
            if not _said_in_one(block.text, named):
                continue
            if prose and named.whole[1] <= named.span[1]:
                continue  # in a line of a list only what follows a name speaks for it: "X uses cookies"
            if named.kind != "copyright" and _holds_menu(name):
                continue
            if houses.is_name(name) and not (agencies.is_agency(name) and named.kind == "copyright"):
                why = f"{block.text[slice(*named.whole)]!r:.120} in a {block.label} block"
                trust = TRUST[named.kind]
                if called := houses.company(block.text[named.span[0] :]):
                    name = called
                elif (
                    fold(name) in houses.owners() | writers
                    or _in_menu(document, block, named, name)
                    or _may_be_a_word(document, block, named, name)
                    or (named.kind == "subscribe" and _may_go_on(document, block, span))
                ):
                    trust = _HARDLY
                elif _owns(block.text, span):
                    trust = min(trust, _OWNED)
                    if led := _before_owner(block.text, span):
                        yield Candidate(block.text[slice(*led)], named.kind, why, _CREDITED, block.source_span(*led))
                yield Candidate(squeeze(name), named.kind, why, trust, block.source_span(*span))


def _is_thin(text: str, named: wording.Named) -> bool:
    """Return whether a phrase is one word beside its name, as menus have them: "About …", "… App", never "© …"."""
    beside = len(words(text[slice(*named.whole)])) - len(words(text[slice(*named.span)]))
    claims = "©" in text[slice(*named.whole)] or (named.kind == "copyright" and any(map(str.isdigit, text)))
    return beside <= 1 and not claims


def _may_be_a_word(document: Document, block: Block, named: wording.Named, name: str) -> bool:
    """Return whether a name of one word, which no sign of rights claims, may be any word ("About audiences"): nothing
    else calls a house so; or whether a bar parts a name from the rights before it, as the entries of a menu are."""
    beside = block.text[named.whole[0] : named.whole[1]].replace(block.text[slice(*named.span)], "")
    bars = _BARS if " " not in name and "©" not in beside else "|"
    if named.kind in ("copyright", "disclaimer") and any(bar in beside for bar in bars):
        return not _agreed(document, name, block, True)
    if named.kind not in ("copyright", "disclaimer") or "©" in beside or " " in name or unspaced(name[:1]):
        return False
    tag = document.language
    if fold(name) in detect.small_words(tag) or fold(name) in wording.vocabulary("inside", tag):
        return True
    return not houses.speaks_of_rights(beside) and not _agreed(document, name, block, True)


def _dated_rights(document: Document, number: int) -> bool:
    """Return whether a line below the article has the sign of rights and a year: it is the page's, not a picture's."""
    block = document.blocks[number]
    below = number > 0 and not any(b.in_text for b in document.blocks[number:])
    pictured = below and document.blocks[number - 1].label in ("caption", "media_alt_text", "photo_credit")
    return below and not pictured and "©" in block.text and any(houses.is_year(w.folded) for w in words(block.text))


def _in_menu(document: Document, block: Block, named: wording.Named, name: str) -> bool:
    """Return whether a name may be an entry of a menu: after one word or among others, and nothing else calls it so."""
    thin, listing = _is_thin(block.text, named), block.label in _LISTING
    if not thin and (not listing or _says_nothing_else(block.text, named)):
        return False
    folded = fold(name).split()
    if len(folded) > 2 and folded[0] in articles():
        return False
    return not _agreed(document, name, block, len(folded) > 1 and not listing)


def _agreed(document: Document, name: str, home: Block, in_text: bool) -> bool:
    """Return whether a name is known, or stands in what the head declares, or `in_text` in a block that is no list."""
    folded = fold(name)
    if folded in publishers():
        return True
    for hint in document.hints:
        if hint.field in _NAMING_HINTS and folded in fold(hint.value[:_LONGEST_LINE]):
            return True
        if hint.field == "title" and any(fold(part) == folded for part in _PARTS.split(hint.value[: houses.SHORT])):
            return True
    others = (b for b in document.blocks if b is not home and b.label not in _LISTING and b.label not in _LISTS)
    return in_text and any(name in b.text for b in others)


def _may_go_on(document: Document, block: Block, span: Span) -> bool:
    """Return whether a name of one word may be half of one: a longer word in small letters follows, and the name stands
    nowhere else."""
    name, behind = block.text[slice(*span)], words(block.text[span[1] : span[1] + houses.SHORT])[:1]
    cut = bool(behind) and block.text[span[1] : span[1] + behind[0].start] == " " and len(behind[0].folded) > _SMALL
    if not cut or not block.text[span[1] + behind[0].start].islower() or len(words(name)) > 1:
        return False
    return not any(name in b.text for b in document.blocks if b is not block)


def _before_owner(text: str, span: Span) -> Span | None:
    """Return the name of the house that a line gives before its owner's: "Example Post · Verlag Example · …"."""
    ahead = text[: span[0]].rstrip()
    head = ahead.rstrip("·|•–—").rstrip()
    if head == ahead or len(head) > houses.SHORT:
        return None
    start = max((m.end() for m in _PARTS.finditer(head)), default=0)
    named = houses.trimmed(head, (start, len(head)))
    return named if head[named[0] : named[0] + 1].isupper() and houses.is_name(head[slice(*named)]) else None


def _owns(text: str, span: Span) -> bool:
    """Return whether a name is that of a company that may own several houses: "Example Media", "Example AB"."""
    named = [word.folded for word in words(text[slice(*span)])]
    behind = words(text[span[1] : span[1] + houses.SHORT])[:1]
    formed = any(w.folded in houses.legal_forms() for w in behind)
    return formed or named[-1] in houses.trades() or named[0] in _publishing()


@lru_cache
def _publishing() -> frozenset[str]:
    """Return what the name of a company that publishes houses begins with: "Editora Example"."""
    return frozenset(fold(word) for word in agencies.table().publishing)


def _says_nothing_else(text: str, named: wording.Named) -> bool:
    """Return whether a phrase and its name are nearly the whole of a line, so that it speaks of its house alone."""
    if any(mark in text for mark in _SAID):
        return False
    led = sum(1 for w in words(text[: named.whole[0]]) if w.folded in wording.leads())
    inside, whole = led + len(words(text[slice(*named.whole)])), len(words(text))
    return inside >= (_SHARE_AHEAD if named.kind == "consent" and named.whole[0] == 0 else _SHARE) * whole


_SIGN: Final = "cC"
_STOPS: Final = frozenset(".!?;{}\n")


def _holds_menu(name: str) -> bool:
    """Return whether a name holds a whole entry of a menu, as where entries of a footer ran together."""
    said = f" {fold(name)} "
    return any(f" {phrase} " in said for phrase in wording.generic() if " " in phrase)


def _said_in_one(text: str, named: wording.Named) -> bool:
    """Return whether a phrase and its name belong together: no sentence ends between them, and "(c)" has brackets."""
    start, end = named.whole
    if named.kind == "copyright":
        if start < named.span[0] and _opens_sentence(text, named):
            return False
        return text[start] not in _SIGN or text[start + 1 : start + 2].isalpha() or text[start - 1 : start] == "("
    at, to = (named.span[1], end) if start == named.span[0] else (start, named.span[0])
    if start == named.span[0]:
        gap = text[at : next((n for n in range(at, to) if text[n].isalnum()), to)]
    else:
        gap = text[next((n + 1 for n in range(to - 1, at, -1) if text[n].isalnum()), at) : to]
    return _STOPS.isdisjoint(gap)


def _opens_sentence(text: str, named: wording.Named) -> bool:
    """Return whether what stands for a name is the head of the next sentence: "All rights reserved. Text and data
    mining is not allowed", never "All rights reserved. Example Post"."""
    gap = text[named.whole[0] : named.span[0]].rstrip()
    behind = text[named.span[1] :].lstrip(" -–—")
    return gap[-1:] in _STOPS and (behind[:1].islower() or behind[:1] in (":", "："))


def _ends_page(document: Document, number: int) -> bool:
    """Return whether a line that was taken for a picture's credit is the copyright of the page: the last line of all,
    beside no picture, with a year or the form of a company."""
    text = document.blocks[number].text
    beside = document.blocks[number - 1].label if number else ""
    if number < len(document.blocks) - 1 or beside in ("caption", "media_alt_text", "photo_credit") or "©" not in text:
        return False
    return any(houses.is_year(w.folded) or w.folded in houses.legal_forms() for w in words(text))


def _stands(document: Document, name: str, home: Block) -> bool:
    """Return whether a name has several words, or is known, or stands with a capital in another block too."""
    if len(words(name)) > 1 or fold(name) in publishers():
        return True
    form = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    others = (b for b in document.blocks if b is not home and b.label not in _LISTING)
    return bool(name) and any(form.search(block.text) for block in others)


def well_known(document: Document) -> Iterator[Candidate]:
    """Yield the well-known publishers that bylines, credits and removed text name without saying what for."""
    for number, block in enumerate(document.blocks):
        credit = block.label in ("byline", "agency_credit") or (
            block.in_text and number < _HEAD and credits.is_credit_line(block.text)
        )
        stray = block.in_text and number >= len(document.blocks) - _TAIL and len(block.text) <= houses.SHORT
        if credit or stray or block.label in _SPEAKING:
            yield from _hosts_in(block)
        if not (credit or block.label in _SPEAKING) or len(block.text) > _LONGEST_BLOCK:
            continue
        if _firsts().isdisjoint(spell_kept(block.text).folded):
            continue
        found = words(block.text)
        for n in range(len(found)):
            if found[n].folded not in _firsts():
                continue
            for size in range(min(houses.MOST_WORDS, len(found) - n), 0 if credit else 1, -1):
                span = found[n].start, found[n + size - 1].end
                name = publishers().get(" ".join(w.folded for w in found[n : n + size]))
                if name is None or block.text[span[0]].islower() or (credit and agencies.is_agency(name)):
                    continue
                if size == 1 and not _alone(block.text, found, n):
                    continue
                after = found[n + size] if n + size < len(found) else None
                if size == 1 and after is not None and block.text[span[1] : after.start] == " " and not credit \
                        and block.text[after.start].islower():
                    continue  # "Polityka prywatności" is no weekly
                if after is None or credit or not wording.runs_on(block.text, found, n + size):
                    why = f"named in a block labelled {block.label}"
                    trust = _CREDITED if credit else _MENTIONED
                    yield Candidate(name, "credit" if credit else "mention", why, trust, block.source_span(*span))
                    break


@lru_cache
def _firsts() -> frozenset[str]:
    """Return the first words of the names of well-known houses."""
    return frozenset(name.split()[0] for name in publishers())


def _alone(text: str, found: Sequence[Word], n: int) -> bool:
    """Return whether a word that is a house's name stands for it: no word of a credit, nor a part of another name."""
    word = found[n].folded
    if any(word in wording.vocabulary(kind) for kind in ("roles", "desks", "noise", "credit", "generic", "places")):
        return False
    before = n > 0 and wording.joined(text, found[n - 1], found[n]) and text[found[n - 1].start].isupper()
    by = before and any(found[n - 1].folded in wording.vocabulary(kind) for kind in ("by", "beside", "joins", "credit"))
    return (not before or by) and not wording.runs_on(text, found, n + 1)


def _hosts_in(block: Block) -> Iterator[Candidate]:
    """Yield the publishers whose host a block writes out: "www.sabah.com.tr uses cookies"."""
    for m in houses.HOST.finditer(block.text[:_LONGEST_BLOCK]):
        stated = hosts.house(m[0].lower())
        if stated is not None:
            why = f"the host {stated[0]} in a block labelled {block.label}"
            yield Candidate(stated[1], "mention", why, _MENTIONED, block.source_span(*m.span()))
