"""Who published this copy: given, declared, told by the address, or named in removed text. "We" is nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleaner import language
from cleaner.config import Config
from cleaner.document import Document
from cleaner.fields import hosts
from cleaner.fields.found import Found, Note
from cleaner.fields.hosts import host, registrable_domain
from cleaner.fields.known import Known, candidate, span_of
from cleaner.fields.sourcing import boilerplate, forms, houses, imprint, recurring, voices
from cleaner.fields.sourcing.boilerplate import TRUST
from cleaner.fields.sourcing.houses import Candidate
from cleaner.tables.rows import Status
from cleaner.taxonomy import TEXT_LABELS
from cleaner.text import fold, squeeze, unspaced

_TABLE: Final = 0.97
_SITE: Final = 0.99
_DOMAIN: Final = 0.55
_COMPANY: Final = 0.7
_SPELLED: Final = 0.85
_REPEATED: Final = 0.75
_LEAST_JOINED: Final = 6
_LEAST_DECLARED: Final = 0.6
_LEAST: Final = 0.5
_FOREIGN: Final = 0.6
_SAMPLE: Final = 2000
_OWN_LETTERS: Final = 0.03
_SAYS_WHOSE: Final = ("byline", "breadcrumb", "site_slogan")
_BY_THE_WAY: Final = ("cookie_banner", "cookie_button", "comment_disclaimer", "subscription", *TEXT_LABELS)


def find(document: Document, config: Config, known: Known, url: str | None) -> Found[str | None]:
    """Return the publisher in its fullest agreed form, with every candidate."""
    found: Found[str | None] = Found(None)
    candidates = [*_known(document, known), *_by_address(document, config, known, url)]
    named = any(c.confidence >= (_TABLE if c.role == "url" else _SPELLED) for c in candidates)
    candidates += voices.of(document, known, handles=not named)
    candidates += [*boilerplate.by_wording(document), *imprint.by_line(document)]
    candidates += [*imprint.by_company(document), *imprint.by_domain(document)]
    if not named:
        candidates += recurring.of(document, known)
    if all(c.confidence < TRUST["subscribe"] for c in candidates):
        candidates += [*boilerplate.well_known(document), *imprint.by_address(document)]
    if not candidates:
        return found
    groups = _groups(candidates)
    abroad = sum(not c.isascii() for c in _letters(document)) > _FOREIGN * len(_letters(document))
    best = max(groups, key=lambda group: _weight(group, abroad))
    if max(c.confidence for c in best) < _LEAST:
        found.evidence += [candidate("publisher", c.name, c.role, c.span, c.why, c.confidence) for c in candidates]
        return found
    chosen = forms.of_house(_spokesman(best), best, document)
    found.value = chosen.name
    confidence = min(0.99, max(c.confidence for c in best) + 0.02 * (len({fold(c.name) + c.role for c in best}) - 1))
    if all(c.role in TRUST or c.role in ("mention", "address", "recurring") for c in best):
        confidence = min(confidence, 0.95)
    roles = {c.role for c in best}
    found.status = _status(roles)
    for one in candidates:
        picked = one is chosen
        sure = confidence if picked else one.confidence
        found.evidence.append(candidate("publisher", one.name, one.role, one.span, one.why, sure, picked))
    if not any(one is chosen for one in candidates):
        made = (chosen.name, chosen.role, chosen.span, chosen.why, confidence, True)
        found.evidence.append(candidate("publisher", *made))
    if found.status == "inferred" and "url" not in roles and _shown(document, chosen.name):
        found.status = "found"
    if found.status == "inferred":
        found.notes.append(_inferred(chosen, roles, round(confidence, 3)))
    found.notes += _conflicts(best, groups, chosen, url)
    return found


def _status(roles: set[str]) -> Status:
    if "given" in roles:
        return "given"
    return "found" if roles & {"declared", "site", "credit"} else "inferred"


def _shown(document: Document, name: str) -> bool:
    """Return whether a name stands where a page says whose it is: in a byline, a path of sections, a masthead; or in
    two kinds of places. Consent texts, comment rules, calls and the article itself name a publisher by the way."""
    forms = (name, name.upper())
    places = {b.label for b in document.blocks if any(form in b.text for form in forms)}
    return not places.isdisjoint(_SAYS_WHOSE) or len(places.difference(_BY_THE_WAY)) > 1


# --- candidates ------------------------------------------------------------------------------------------------------


def _known(document: Document, known: Known) -> Iterator[Candidate]:
    given = known.given("publisher")
    if given is not None:
        yield Candidate(given.value.strip(), "given", given.why, 1.0)
    for hint in known.declared("publisher"):
        name = squeeze(hint.value)
        if (
            hint.confidence < _LEAST_DECLARED
            or not houses.is_name(name)
            or "://" in name
            or name.startswith(("@", "//"))
        ):
            continue
        sure = hint.confidence
        if hosts.host(name) == name.lower().removeprefix("www."):
            # "radiopodlasie.pl" declares its address for its name: the page may spell it
            spelled = voices.spelled(document, name.lower().removeprefix("www.").split(".")[0], known)
            if spelled is not None and len(fold(spelled[0]).split()) > 1:
                yield Candidate(spelled[0], "declared", f"{hint.why}, spelled out", sure, spelled[1])
                sure = _DOMAIN
        elif houses.is_company(name):
            sure = min(sure, _COMPANY)  # the company that owns a house is not what its readers call it
        yield Candidate(name, "declared", hint.why, sure, span_of(hint))


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
    stated = hosts.house(url)
    if stated is not None:
        yield Candidate(stated[1], "url", f"the host {stated[0]} in the table of hosts", _TABLE, span)
        return
    domain = registrable_domain(url)
    if domain is None or hosts.is_anybodys(name):
        return
    core = domain.split(".")[0].replace("-", "")
    spelled = voices.spelled(document, core, known)
    if spelled is not None:
        yield Candidate(spelled[0], "url", f"a name spelled like the host {domain}", _SPELLED, spelled[1])
    else:
        yield Candidate(domain, "url", "the host itself, for no name of it is known", _DOMAIN, span)


# --- choosing --------------------------------------------------------------------------------------------------------


def _groups(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Return the candidates that name one publisher together: the words of one stand in the other."""
    groups: list[tuple[list[Candidate], set[str]]] = []
    for one in sorted(candidates, key=lambda c: -len(fold(c.name))):
        own = houses.key(one.name)
        home = next((g for g in groups if own <= g[1] or _spelled_alike(own, one.name, g)), None)
        if home is None:
            groups.append(([one], own))
        else:
            home[0].append(one)
    return [members for members, _ in groups]


def _spelled_alike(own: set[str], name: str, group: tuple[list[Candidate], set[str]]) -> bool:
    """Return whether a name has the letters of another, or opens it when both are written together."""
    if "".join(sorted(own)) == "".join(sorted(group[1])):
        return True
    joined = fold(name).replace(" ", "")
    return len(joined) >= _LEAST_JOINED and fold(group[0][0].name).replace(" ", "").startswith(joined)


def _letters(document: Document) -> str:
    """Return letters of the first blocks of a document's text."""
    return "".join(c for c in "".join(b.text for b in document.blocks if b.in_text)[:_SAMPLE] if c.isalpha())


def _weight(group: Sequence[Candidate], abroad: bool) -> tuple[bool, float, int]:
    """Return how much speaks for a group; where a text is in letters other than Latin, so are most names of houses."""
    own = _OWN_LETTERS if abroad and any(not c.name.isascii() for c in group) else 0.0
    return (
        any(c.role == "given" for c in group),
        max(c.confidence for c in group) + 0.02 * min(sum(c.confidence > _LEAST for c in group) - 1, 5) + own,
        -min(c.span[0] if c.span else 0 for c in group),
    )


def _spokesman(group: Sequence[Candidate]) -> Candidate:
    """Return the candidate whose form of the name is taken: given, site, table, declared, else the fullest."""
    for role, least in (("given", 0.0), ("site", 0.0), ("url", _SPELLED), ("declared", 0.0), ("recurring", _REPEATED)):
        named = [c for c in group if c.role == role and c.confidence >= least]
        if named:
            return max(named, key=lambda c: (c.confidence, len(c.name)))
    bare = {fold(c.name) for c in group}

    def fullness(one: Candidate) -> tuple[bool, bool, bool, int, float]:
        sure = one.confidence
        return sure > _LEAST, sure > _DOMAIN, not _is_inflected(one.name, bare), _length(one.name), sure

    return max(group, key=fullness)


def _is_inflected(name: str, others: set[str]) -> bool:
    """Return whether a name is another with the ending of a case: "des Hafenkuriers" beside "Hafenkurier"."""
    folded = fold(name)
    return any(folded[:-n] in others for n in (1, 2) if len(folded) > _LEAST_JOINED + n)


def _length(name: str) -> int:
    """Return how full the form of a name is; in a script without spaces the shortest runs into nothing else."""
    return -len(name) if unspaced(name) else len(fold(name))


def _inferred(chosen: Candidate, roles: set[str], confidence: float) -> Note:
    code, how = "publisher_inferred_from_boilerplate", "is named only by the way"
    if "url" in roles:
        code, how = "publisher_inferred_from_url", "follows from the address"
    return Note(code, f"{chosen.name!r} {how}: {chosen.why}", chosen.span, confidence)


def _conflicts(
    best: Sequence[Candidate], groups: Sequence[Sequence[Candidate]], chosen: Candidate, url: str | None
) -> Iterator[Note]:
    """Yield a note when a strong witness names somebody else: another than was given, or another well-known house."""
    for group in groups:
        if group is best:
            continue
        rival = max(group, key=lambda c: c.confidence)
        if rival.role not in ("declared", "site", "url") or rival.confidence < _SPELLED:
            continue
        if chosen.role == "given":
            why = f"given {chosen.name!r}, but {rival.why} says {rival.name!r}"
        elif {fold(chosen.name), fold(rival.name)} <= houses.publishers().keys() and not hosts.republishes(url):
            why = f"{chosen.why} says {chosen.name!r}, but {rival.why} says {rival.name!r}"
        else:
            continue
        yield Note("publisher_conflict", why, rival.span, rival.confidence)
        return
