"""The name that the lines around an article keep repeating: masthead, first crumb, byline, imprint, mail. Chooses none.

One line proves little: a section opens a menu, a place ends a byline. Where a name stands alone or at the head of lines
of two kinds, the page calls itself so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleaner import agencies, language
from cleaner.document import Block, Document
from cleaner.fields import hosts
from cleaner.fields.known import Known
from cleaner.fields.sourcing import houses, voices, wording
from cleaner.fields.sourcing.houses import Candidate
from cleaner.tables.rows import Span
from cleaner.text import fold, spell_kept, unspaced, words

_HEAD: Final = 14
_TAIL: Final = 16
_SHORT: Final = 100
_LONGEST: Final = 2_000
_MOST_NAMES: Final = 60
_MOST_MAILS: Final = 4
_PROSE: Final = 4
_LEAST_CORE: Final = 4
_TWICE: Final = 0.84
_LED: Final = 0.78
_MAIL: Final = 0.8
_SLOGAN: Final = 0.52
_SPOKEN_OF: Final = 0.6
_ADDRESS: Final = 0.6
_MORE: Final = 0.02
_CUTS: Final = re.compile(
    r"\s[–—|·•»›:/-]+\s|[|»›>:：、。，・／｜!！?？…←]|\.\.|[.,;](?=\s|$)|\s[/(]|[‘’“”\"](?=\s)|\n"
)
"""What ends a name at the head of a line."""
_DASH: Final = re.compile(r"\s?[–—|-]\s|:\s")
_BAR: Final = re.compile(r"\s[–—|·]\s")
_CRUMBS: Final = re.compile(r"[›>»/／|·→:：,]|\s[–—-]\s|\n")
_MAILS: Final = re.compile(r"(?<![\w.@-])[\w.+-]{1,40}@(?:[\w-]{1,63}\.){1,3}[a-z]{2,12}(?![\w@])", re.IGNORECASE)
_CONSENT: Final = frozenset(("cookie_banner", "cookie_button"))
_CALLS: Final = frozenset(("subscription", "paywall", "share", "correction_note"))
_STANDING: Final = {"comment_disclaimer": "rules", "photo_credit": "credit", "byline": "byline", "footer": "imprint"}
_MENUS: Final = frozenset(("nav", "site_slogan", "footer", "kicker", "subscription"))


def of(document: Document, known: Known) -> Iterator[Candidate]:
    """Yield the names that lines of several kinds around the article share, and what its mail addresses spell."""
    opened = _opened(document)
    removed = _removed(document) if opened else []
    for name in list(opened)[:_MOST_NAMES]:
        kinds = opened[name]
        shown, span = next(iter(kinds.values()))
        if len(kinds) == 1 and "byline" in kinds:
            continue
        others = _standing(removed, name) - set(kinds)
        if len(name.split()) == 1 or unspaced(name):
            others.discard("call")
        if kinds.keys().isdisjoint(("masthead", "breadcrumb")):
            others.discard("credit")  # an agency of pictures signs them, and its site is named in their terms
        if len(kinds) > 1:
            trust = _TWICE + _MORE * min(len(kinds) + len(others) - 2, 3)
        elif others:
            trust = _LED + _MORE * min(len(others) - 1, 3)
        elif "masthead" in kinds and _has_slogan(document, shown):
            trust = _SLOGAN
        elif "masthead" in kinds and _is_spoken_of(document, shown):
            trust = _SPOKEN_OF
        elif "imprint" in kinds and _has_address(document, shown):
            trust = _ADDRESS
        else:
            continue
        where = ", ".join(sorted({*kinds, *others}))
        yield Candidate(shown, "recurring", f"named in the lines around the article: {where}", trust, span)
    yield from _mailed(document, known)


def _opened(document: Document) -> dict[str, dict[str, tuple[str, Span]]]:
    """Return the names that lines open with (bylines: end with): by folded name, for each kind of line the first."""
    found: dict[str, dict[str, tuple[str, Span]]] = defaultdict(dict)
    for number, block in enumerate(document.blocks):
        kind = _kind(document, number)
        if not kind or len(block.text) > _LONGEST:
            continue
        part = _byline_tail(block.text) if kind == "byline" else _opening(block, kind)
        if part is None:
            continue
        start, end = houses.trimmed(block.text, part)
        name = houses.company(block.text[start:]) or " ".join(block.text[start:end].split())
        if not _can_be(document, block, name, (start, end), kind):
            continue
        folded = " ".join(w.folded for w in words(name))
        found[folded].setdefault(kind, (name, block.source_span(start, end)))
    return found


def _kind(document: Document, number: int) -> str:
    """Return the kind of line that a block is, "" for one in which no house names itself."""
    block = document.blocks[number]
    label = block.label
    if label in _CONSENT:
        return "consent"
    if label in ("breadcrumb", "byline"):
        return label
    if label == "comment_disclaimer":
        return "rules"
    if block.in_text or label not in _MENUS:
        return ""
    title = document.title_block if document.title_block is not None else _HEAD
    if number < min(title, _HEAD) and len(block.text) <= _SHORT:
        return "masthead"
    return "imprint" if number >= len(document.blocks) - _TAIL else ""


def _byline_tail(text: str) -> Span | None:
    """Return the last part of a byline: the house behind the name of its writer."""
    cuts = [m for m in _CRUMBS.finditer(text) if m.start() > 0]
    if not cuts or len(text) > _SHORT:
        return None
    return _stripped(text, cuts[-1].end(), len(text))


def _opening(block: Block, kind: str) -> Span | None:
    """Return the name that a line opens with."""
    text = block.text
    if kind == "breadcrumb":
        parts = [(m.end(), m[0]) for m in _CRUMBS.finditer(text)]
        start = parts[0][0] if parts and parts[0][1] in ":：" else 0
        ends = [m.start() for m in _CRUMBS.finditer(text, start + 1)]
        return _stripped(text, start, ends[0] if ends else len(text))
    start = len(text) - len(text.lstrip("*#[_©•|« „“\"'"))
    cut = _CUTS.search(text, start)
    end = cut.start() if cut else len(text)
    found = words(text[:end])
    slogan = _DASH.match(text, end) if kind == "masthead" else None
    if slogan is not None and len(found) <= houses.MOST_WORDS:
        return _stripped(text, start, end)
    first = next((n for n, w in enumerate(found) if w.start >= start), len(found))
    if first == len(found):
        return None
    first, last = wording.reach_right(text[:end], found, first)
    quoted = _quoted_behind(text, found[last - 1].end) if last > first else None
    if quoted is not None:
        return quoted
    return (found[first].start, found[last - 1].end) if last > first else None


def _quoted_behind(text: str, end: int) -> Span | None:
    """Return the name in angle quotation marks that follows at once, as "Радіо «Обрій»" has it."""
    if text[end : end + 2] != " «":
        return None
    close = text.find("»", end, end + _SHORT)
    return (end + 2, close) if close > 0 else None


def _stripped(text: str, start: int, end: int) -> Span | None:
    inner = text[start:end]
    bare = inner.strip("*_[]()«»„“”\"' \t\n")
    if not bare:
        return None
    start += inner.find(bare)
    return start, start + len(bare)


def _has_slogan(document: Document, name: str) -> bool:
    """Return whether a name of several words stands above the article with a slogan behind a dash."""
    if not name.isascii() and not any(c.isupper() for c in name):
        return False
    if len(name.split()) < 2 or any(c.isdigit() for c in name):
        return False
    for block in document.blocks[:_HEAD]:
        behind = block.text.removeprefix(name)
        m = _DASH.match(behind) if behind != block.text else None
        if m is not None and behind[m.end() : m.end() + 1].islower() and len(words(behind)) > 1:
            return True
    return False


def _is_spoken_of(document: Document, name: str) -> bool:
    """Return whether a name of several words opens a line of two parts, the other of several words too, above an
    article that speaks of it: "Lake Letter | Read by locals", then "… told Lake Letter"."""
    if len(name.split()) < 2:
        return False
    for block in document.blocks[:_HEAD]:
        if block.text.startswith(name) and (cut := _BAR.match(block.text, len(name))):
            told = any(b.in_text and name in b.text for b in document.blocks if b is not block)
            return told and len(words(block.text[cut.end() :])) > 2 and not _BAR.search(block.text, cut.end())
    return False


def _has_address(document: Document, name: str) -> bool:
    """Return whether a footer is a name of several words, then in another part of the line a number: its address."""
    if len(name.split()) < 2:
        return False
    for block in document.blocks[-_TAIL:]:
        if block.label == "footer" and block.text.startswith(name):
            part = _CUTS.split(block.text[len(name) :], maxsplit=2)[:2]
            return not part[0].strip() and any(c.isdigit() for c in part[-1])
    return False


def _can_be(document: Document, block: Block, name: str, span: Span, kind: str) -> bool:
    """Return whether a name can be that of the house: no entry of a menu, no word of a formula."""
    found = words(name)
    if agencies.is_agency(name) or fold(name) in houses.owners():
        return False
    if not found or len(name) < 3 - unspaced(name) or not houses.is_name(name) or name[0].islower():
        return False
    if not 1 <= len(found) <= houses.MOST_WORDS and not unspaced(name):
        return False
    if kind != "byline" and kind != "breadcrumb" and name == block.text.strip() and _is_known(block):
        return False  # a rule knows the line: it is an entry of a menu
    if len(found) == 1 and (found[0].folded in wording.idle() or found[0].folded.isdigit()):
        return False
    behind = block.text[span[1] :]
    if found[-1].folded.isdigit() and (behind[:1] in ",." and behind[1:2].isdigit()):
        return False  # half of a price
    if kind in ("consent", "rules"):
        return len(words(behind)) >= _PROSE and (behind.lstrip()[:1].islower() or unspaced(name) or behind[:1] == "»")
    if kind == "imprint":
        says = block.label == "footer" and (behind.lstrip()[:1].islower() or unspaced(behind.strip()))
        return says or _owned(block.text, span)
    return True


def _is_known(block: Block) -> bool:
    """Return whether the rule of a language took a block."""
    tag = block.rule.partition("/")[0]
    return tag != "und" and tag in language.available()


def _owned(text: str, span: Span) -> bool:
    """Return whether a line that opens with a name is an imprint: a year, a form of company, or an address follows."""
    near = words(text[max(0, span[0] - 12) : span[1] + houses.SHORT])
    marked = any(houses.is_year(w.folded) for w in near) or "©" in text[: span[0]]
    legal = any(w.folded in houses.legal_forms() for w in near) or houses.unspaced_form(text[span[1] :])
    return marked or legal or any(w.folded.isdigit() for w in near)


class _Removed(NamedTuple):
    """A line outside the text: its kind, its text, its folded words between spaces."""

    kind: str
    text: str
    folded: str


def _removed(document: Document) -> list[_Removed]:
    """Return the lines outside the text in which a house may name itself."""
    out = []
    for number, block in enumerate(document.blocks):
        if block.in_text or len(block.text) > _LONGEST:
            continue
        kind = "consent" if block.label in _CONSENT else "call" if block.label in _CALLS else _STANDING.get(block.label)
        if kind and (kind != "imprint" or number >= len(document.blocks) - _TAIL):
            out.append(_Removed(kind, block.text, f" {' '.join(spell_kept(block.text).folded)} "))
    return out


def _standing(removed: Sequence[_Removed], name: str) -> set[str]:
    """Return the kinds of removed lines in which a name stands anywhere."""
    wanted = f" {name} "
    return {line.kind for line in removed
            if wanted in line.folded and (line.kind != "imprint" or _is_owner(line.text, name))}  # fmt: skip


def _is_owner(text: str, name: str) -> bool:
    """Return whether a footer that holds a name is its house's: a name of one word needs the sign or the form of a
    company beside it, for the place of an address stands there too."""
    parts = name.split()
    if len(parts) > 1:
        return True
    found = words(text)
    for n, word in enumerate(found):
        if word.folded == parts[0]:
            near = found[n + 1 : n + 4]
            forms = houses.legal_forms()
            if (n and found[n - 1].folded in ("©", *forms)) or any(w.folded in forms for w in near):
                return True
    return False


def _mailed(document: Document, known: Known) -> Iterator[Candidate]:
    """Yield what the domains of mail addresses outside the text spell: "…@kustposten.se" and "Kustposten"."""
    seen: set[str] = set()
    for block in document.blocks:
        if block.in_text or "@" not in block.text or len(block.text) > _LONGEST or len(seen) >= _MOST_MAILS:
            continue
        for m in _MAILS.finditer(block.text):
            host = m[0].rpartition("@")[2].lower()
            domain = hosts.registrable_domain(f"https://{host}/")
            if domain is None or domain in seen or hosts.is_anybodys(host):
                continue
            seen.add(domain)
            core = domain.split(".")[0].replace("-", "")
            spelled = voices.spelled(document, core, known) if len(core) >= _LEAST_CORE else None
            if spelled is not None and houses.is_name(spelled[0]):
                yield Candidate(spelled[0], "recurring", f"spelled like {domain} in a mail address", _MAIL, spelled[1])
