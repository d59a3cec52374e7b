"""Who published this copy: given, declared, told by the address, or named only in removed text. "We" is nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cleaner import agencies, language
from cleaner.config import Config
from cleaner.document import Block, Document
from cleaner.fields import credits, wording
from cleaner.fields.found import Found, Note
from cleaner.fields.known import Known, candidate, span_of
from cleaner.fields.url import host, registrable_domain
from cleaner.tables import Span, Status
from cleaner.text import fold, squeeze, words

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
_TRUST: Final = {"copyright": 0.9, "disclaimer": 0.9, "consent": 0.88, "subscribe": 0.8, "first_published": 0.8}
_TABLE: Final = 0.97
_SITE: Final = 0.99
_DOMAIN: Final = 0.55
_SPELLED: Final = 0.85
_CREDITED: Final = 0.85
_MENTIONED: Final = 0.7
_HEAD: Final = 8
_TAIL: Final = 4
_SHORT: Final = 120
_HOST: Final = re.compile(r"(?<![\w.@/-])(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}(?![\w@])", re.IGNORECASE)
_MOST_NAME_WORDS: Final = 5
_LEAST_DECLARED: Final = 0.6
_LEAST: Final = 0.5
_ARTICLES: Final = frozenset(
    ("the", "le", "la", "les", "l", "der", "die", "das", "el", "il", "lo", "los", "o", "a", "de", "het")
)
_LONGEST_BLOCK: Final = 6_000
_LONGEST_NAME: Final = 80


@dataclass(slots=True)
class Candidate:
    """A name, where it was found, and how it speaks: given, site, url, declared, or a kind of wording."""

    name: str
    role: str
    why: str
    confidence: float
    span: Span | None = None


def find(document: Document, config: Config, known: Known, url: str | None) -> Found[str | None]:
    """Return the publisher in its fullest agreed form, with every candidate."""
    found: Found[str | None] = Found(None)
    candidates = [*_known(known), *_by_address(document, config, known, url), *_by_wording(document)]
    if all(c.confidence < _TRUST["subscribe"] for c in candidates):
        candidates += _well_known(document)
    if not candidates:
        return found
    groups = _groups(candidates)
    best = max(groups, key=_weight)
    chosen = _spokesman(best)
    found.value = chosen.name
    confidence = min(0.99, max(c.confidence for c in best) + 0.02 * (len({fold(c.name) + c.role for c in best}) - 1))
    if all(c.role in _TRUST or c.role == "mention" for c in best):
        confidence = min(confidence, 0.95)
    roles = {c.role for c in best}
    found.status = _status(roles)
    for one in candidates:
        picked = one is chosen
        sure = confidence if picked else one.confidence
        found.evidence.append(candidate("publisher", one.name, one.role, one.span, one.why, sure, picked))
    if found.status == "inferred":
        found.notes.append(_inferred(chosen, roles, round(confidence, 3)))
    found.notes += _conflicts(best, groups, chosen)
    return found


def _status(roles: set[str]) -> Status:
    if "given" in roles:
        return "given"
    return "found" if roles & {"declared", "site", "credit"} else "inferred"


# --- candidates ------------------------------------------------------------------------------------------------------


def _known(known: Known) -> Iterator[Candidate]:
    given = known.given("publisher")
    if given is not None:
        yield Candidate(given.value.strip(), "given", given.why, 1.0)
    for hint in known.declared("publisher"):
        name = squeeze(hint.value)
        if hint.confidence < _LEAST_DECLARED or not _is_name(name) or "://" in name or name.startswith(("@", "//")):
            continue
        yield Candidate(name, "declared", hint.why, hint.confidence, span_of(hint))


def _by_address(document: Document, config: Config, known: Known, url: str | None) -> Iterator[Candidate]:
    name = host(url)
    if not url or name is None:
        return
    at = document.source.find(url)
    inside = url.lower().find(name) if at >= 0 else -1
    span = (at + inside, at + inside + len(name)) if inside >= 0 else None
    for site in language.sites(config.packs):
        if site.get("publisher") and any(name == h or name.endswith("." + h) for h in site["hosts"]):
            yield Candidate(str(site["publisher"]), "site", f"the site file for {name}", _SITE, span)
    stated = at_host(name, agencies.table().hosts)
    if stated is not None:
        yield Candidate(stated[1], "url", f"the host {stated[0]} in the table of hosts", _TABLE, span)
        return
    domain = registrable_domain(url)
    if domain is None or at_host(name, _aggregators()) is not None:
        return
    core = domain.split(".")[0].replace("-", "")
    spelled = _spelled(document, core, known)
    if spelled is not None:
        yield Candidate(spelled[0], "url", f"a name spelled like the host {domain}", _SPELLED, spelled[1])
    else:
        yield Candidate(domain, "url", "the host itself, for no name of it is known", _DOMAIN, span)


def at_host(name: str, table: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the longest entry of a table that is a host or one above it, with its value.

    >>> at_host("francais.rt.com", {"rt.com": "RT", "francais.rt.com": "RT France"})
    ('francais.rt.com', 'RT France')
    """
    while "." in name:
        if name in table:
            return name, table[name]
        name = name.partition(".")[2]
    return None


@lru_cache
def _aggregators() -> dict[str, str]:
    return dict.fromkeys(agencies.table().aggregators, "")


def _spelled(document: Document, core: str, known: Known) -> tuple[str, Span | None] | None:
    """Return a name in the document that gives the host when its words are written together."""
    targets = {core, *(core.removeprefix(a) for a in ("the", "le", "la") if len(core) > 6)}
    for hint in known.hints.get("title", ()):
        for part in hint.value.replace("–", "|").replace(" - ", "|").split("|"):
            if fold(part).replace(" ", "") in targets:
                return squeeze(part), None
    for block in document.blocks:
        if len(block.text) > _LONGEST_BLOCK or block.label in ("source_url", "comment"):
            continue
        found = words(block.text)
        for n, word in enumerate(found):
            if not any(t.startswith(word.folded) for t in targets) or block.text[word.start].islower():
                continue
            joined = ""
            for last in found[n : n + 6]:
                joined += last.folded
                written = block.text[word.start : last.end]
                if joined in targets and len(joined) > 3 and "." not in written:
                    article = n and found[n - 1].folded in _ARTICLES and block.text[found[n - 1].start].isupper()
                    first = n - 1 if article else n
                    span = found[first].start, last.end
                    return block.text[slice(*span)], block.source_span(*span)
                if not any(t.startswith(joined) for t in targets):
                    break
    return None


def _by_wording(document: Document) -> Iterator[Candidate]:
    """Yield the names by which removed text calls its publisher."""
    for block in document.blocks:
        if block.label not in _SPEAKING or len(block.text) > _LONGEST_BLOCK:
            continue
        for named in wording.names(block.text, *wording.NAMING):
            span = _trimmed(block.text, named.span)
            name = block.text[slice(*span)]
            if _is_name(name) and not (agencies.is_agency(name) and named.kind in ("copyright", "first_published")):
                why = f"{block.text[slice(*named.whole)]!r:.120} in a {block.label} block"
                name = _companies().get(fold(name), squeeze(name))
                yield Candidate(name, named.kind, why, _TRUST[named.kind], block.source_span(*span))


def _well_known(document: Document) -> Iterator[Candidate]:
    """Yield the well-known publishers that bylines, credits and removed text name without saying what for."""
    for number, block in enumerate(document.blocks):
        credit = block.label in ("byline", "agency_credit") or (
            block.in_text and number < _HEAD and credits.is_credit_line(block.text)
        )
        stray = block.in_text and number >= len(document.blocks) - _TAIL and len(block.text) <= _SHORT
        if credit or stray or block.label in _SPEAKING:
            yield from _hosts_in(block)
        if not (credit or block.label in _SPEAKING) or len(block.text) > _LONGEST_BLOCK:
            continue
        found = words(block.text)
        for n in range(len(found)):
            for size in range(min(_MOST_NAME_WORDS, len(found) - n), 0 if credit else 1, -1):
                span = found[n].start, found[n + size - 1].end
                name = publishers().get(" ".join(w.folded for w in found[n : n + size]))
                if name is None or block.text[span[0]].islower() or (credit and agencies.is_agency(name)):
                    continue
                after = found[n + size] if n + size < len(found) else None
                if after is None or credit or not wording.runs_on(block.text, found[n + size - 1], after):
                    why = f"named in a block labelled {block.label}"
                    trust = _CREDITED if credit else _MENTIONED
                    yield Candidate(name, "credit" if credit else "mention", why, trust, block.source_span(*span))
                    break


def _hosts_in(block: Block) -> Iterator[Candidate]:
    """Yield the publishers whose host a block writes out: "www.sabah.com.tr uses cookies"."""
    for m in _HOST.finditer(block.text[:_LONGEST_BLOCK]):
        stated = at_host(m[0].lower().removeprefix("www."), agencies.table().hosts)
        if stated is not None:
            why = f"the host {stated[0]} in a block labelled {block.label}"
            yield Candidate(stated[1], "mention", why, _MENTIONED, block.source_span(*m.span()))


@lru_cache
def publishers() -> dict[str, str]:
    """Return the publishers of the table of hosts by folded name."""
    return {fold(name): name for name in agencies.table().hosts.values() if len(fold(name)) > 2}


@lru_cache
def _companies() -> dict[str, str]:
    return {fold(company): name for company, name in agencies.table().companies.items()}


def _trimmed(text: str, span: Span) -> Span:
    """Return a name's span without years before it and forms of companies after it."""
    found = words(text[slice(*span)])
    while found and (_is_year(found[0].folded) or (len(found) > 1 and found[0].folded in _formula())):
        found.pop(0)
    while len(found) > 1 and found[-1].folded in _legal_forms():
        found.pop()
    return (span[0] + found[0].start, span[0] + found[-1].end) if found else (span[0], span[0])


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


@lru_cache
def _formula() -> frozenset[str]:
    """Return the words of copyright formulas themselves: "copyright", "all rights reserved", "tous droits réservés"."""
    spoken = {w for phrase in wording.vocabulary("copyright") for w in phrase.split()}
    return frozenset(spoken - wording.vocabulary("inside") - _ARTICLES - {"name", "n"})


@lru_cache
def _legal_forms() -> frozenset[str]:
    return frozenset(fold(form) for form in agencies.table().legal_forms)


def _is_name(name: str) -> bool:
    """Return whether a string can name a publisher: has a letter, is short, and is no generic word or platform."""
    folded = fold(name)
    if not folded or len(name) > _LONGEST_NAME or not any(c.isalpha() for c in folded):
        return False
    bare = [w for w in folded.split() if w not in _ARTICLES]
    return folded not in wording.generic() and bool(bare) and " ".join(bare) not in wording.generic()


# --- choosing --------------------------------------------------------------------------------------------------------


def _groups(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Return the candidates that name one publisher together: the words of one stand in the other."""
    groups: list[tuple[list[Candidate], set[str]]] = []
    for one in sorted(candidates, key=lambda c: -len(fold(c.name))):
        own = _key(one.name)
        home = next((g for g in groups if own <= g[1] or "".join(sorted(own)) == "".join(sorted(g[1]))), None)
        if home is None:
            groups.append(([one], own))
        else:
            home[0].append(one)
    return [members for members, _ in groups]


def _key(name: str) -> set[str]:
    found = set(fold(name).split())
    return (found - _ARTICLES) or found


def _weight(group: Sequence[Candidate]) -> tuple[bool, float, int]:
    return (
        any(c.role == "given" for c in group),
        max(c.confidence for c in group) + 0.02 * min(len(group) - 1, 5),
        -min(c.span[0] if c.span else 0 for c in group),
    )


def _spokesman(group: Sequence[Candidate]) -> Candidate:
    """Return the candidate whose form of the name is taken: given, site, table, declared, else the fullest."""
    for role, least in (("given", 0.0), ("site", 0.0), ("url", _TABLE), ("declared", 0.0)):
        named = [c for c in group if c.role == role and c.confidence >= least]
        if named:
            return max(named, key=lambda c: (c.confidence, len(c.name)))
    return max(group, key=lambda c: (c.confidence > _LEAST, c.confidence > _DOMAIN, len(fold(c.name)), c.confidence))


def _inferred(chosen: Candidate, roles: set[str], confidence: float) -> Note:
    code, how = "publisher_inferred_from_boilerplate", "is named only in removed text"
    if "url" in roles:
        code, how = "publisher_inferred_from_url", "follows from the address"
    return Note(code, f"{chosen.name!r} {how}: {chosen.why}", chosen.span, confidence)


def _conflicts(best: Sequence[Candidate], groups: Sequence[Sequence[Candidate]], chosen: Candidate) -> Iterator[Note]:
    """Yield a note when a strong witness names somebody else."""
    for group in groups:
        if group is best:
            continue
        rival = max(group, key=lambda c: c.confidence)
        if chosen.role == "given" and rival.role in ("declared", "site", "url") and rival.confidence >= _SPELLED:
            why = f"given {chosen.name!r}, but {rival.why} says {rival.name!r}"
            yield Note("publisher_conflict", why, rival.span, rival.confidence)
            return
