"""What an address leads to: taken out of archives and translators, without tracking. Looks at no document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from cleaner import language
from cleaner.fields.hosts import host, is_anybodys, registrable_domain

_LAYERS: Final = 3
_LONGEST: Final = 4_000
_SCHEME: Final = re.compile(r"https?(?::|%3A)(?:/|%2F){1,2}", re.IGNORECASE)
_HOST: Final = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?::\d{2,5})?", re.IGNORECASE)
_SECURE: Final = "s"
_ROUTES: Final = ("!", "/")
_SCRIPTS: Final = (".php", ".asp", ".aspx", ".jsp", ".do", ".cgi", ".cfm", ".dll")
_FILES: Final = re.compile(r"(?:/index)?\.(?:s?html?|php|aspx?|jsp)$")


@dataclass(frozen=True)
class _Forms:
    """The shape of und/addresses.yaml."""

    tracking: tuple[str, ...] = ()
    tracking_prefixes: tuple[str, ...] = ()
    light_hosts: tuple[str, ...] = ()
    light_ends: tuple[str, ...] = ()
    light_queries: tuple[str, ...] = ()
    wrappers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    hyphened: tuple[str, ...] = ()
    sharing: tuple[str, ...] = ()


def _forms() -> _Forms:
    return language.section("und", "addresses", _Forms)


@lru_cache
def _tracking() -> frozenset[str]:
    return frozenset(_forms().tracking)


def plain(url: str) -> str:
    """Return the address that an address leads to, without what only tells where a reader came from.

    >>> plain("https://web.archive.org/web/2020/https://a.example/x?utm_source=b&id=7#comments")
    'https://a.example/x?id=7'
    >>> plain("https://www.google.com/amp/s/a.example/x"), plain("https://a-b--c-example.translate.goog/x?_x_tr_sl=fr")
    ('https://a.example/x', 'https://a.b-c.example/x')
    """
    for _ in range(_LAYERS):
        inner = _inner(url)
        if inner is None:
            break
        url = inner
    return _untracked(url)


def _inner(url: str) -> str | None:
    """Return the address that an archive, a cache, a translator or a redirection carries, else None."""
    parts = _split(url)
    if parts is None or len(url) > _LONGEST:
        return None
    name = host(url) or ""
    for suffix in _forms().hyphened:
        if name.endswith("." + suffix):
            bare = name.removesuffix("." + suffix).replace("--", "\0").replace("-", ".").replace("\0", "-")
            return f"https://{bare}{_rest(parts)}"
    for way in _ways(name):
        found = _in_path(parts) if way == "path" else _in_query(parts.query, way)
        if found is not None:
            return found
    return None


def _ways(name: str) -> tuple[str, ...]:
    """Return where a host that leads to others holds their addresses: by itself, by a host above, by its first name."""
    stated = _forms().wrappers
    first, _, above = name.partition(".")
    short = f"{first}.*" if above.count(".") <= 1 else ""
    return stated.get(name) or stated.get(f"*.{above}") or stated.get(short) or ()


def _rest(parts: SplitResult) -> str:
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _in_path(parts: SplitResult) -> str | None:
    """Return the address in a path: behind its scheme, or as a host among the segments."""
    rest = _rest(parts)
    found = _SCHEME.search(parts.path)
    if found is not None:
        inner = rest[found.start() :]
        inner = unquote(inner) if "%" in found[0] else inner
        scheme, _, behind = inner.partition(":")
        return f"{scheme}://{behind.lstrip('/')}"
    segments = rest.split("/")[1:]
    for n, segment in enumerate(segments[:5]):
        if _HOST.fullmatch(segment) and not segment[0].isdigit() and n + 1 < len(segments):
            scheme = "https" if n and segments[n - 1] == _SECURE else "http"
            return f"{scheme}://{'/'.join(segments[n:])}"
    return None


def _in_query(query: str, name: str) -> str | None:
    for part in query.split("&"):
        key, _, value = part.partition("=")
        if key.lower() != name:
            continue
        found = _SCHEME.search(value)
        if found is not None:
            inner = value[found.start() :]
            return (unquote(inner) if "%" in inner else inner).split("+")[0]
    return None


def _untracked(url: str) -> str:
    """Return an address without tracking parameters and without a fragment that is no route."""
    bare, mark, fragment = url.partition("#")
    if mark and fragment.startswith(_ROUTES):
        bare = url
    start, mark, query = bare.partition("?")
    if not mark:
        return bare
    kept = [part for part in query.split("&") if not is_tracking(part.partition("=")[0])]
    if len(kept) == query.count("&") + 1:
        return bare
    return f"{start}?{'&'.join(kept)}" if any(kept) else start


def is_tracking(name: str) -> bool:
    """Return whether a query parameter only tells where a reader came from."""
    folded = name.lower().removeprefix("amp;")
    return folded in _tracking() or folded.startswith(_forms().tracking_prefixes)


def shares(url: str) -> bool:
    """Return whether an address is one to share a page with.

    >>> shares("https://www.facebook.com/sharer.php?u=x"), shares("https://a.example/shares-fall-again")
    (True, False)
    """
    parts = _split(url)
    return parts is not None and parts.path.lower().startswith(_forms().sharing) and is_anybodys(host(url) or "")


def same_page(own: str, other: str) -> bool:
    """Return whether an address is another form of one: mobile, AMP, print, another scheme, with a query or without.

    >>> [same_page(url, "https://www.a.example/x") for url in ("https://m.a.example/x/amp?ref=1", "http://a.example/")]
    [True, False]
    """
    one, two = _split(own), _split(other)
    if one is None or two is None or registrable_domain(own) != registrable_domain(other):
        return False
    paths = _bare_path(one.path), _bare_path(two.path)
    if paths[0] != paths[1] or paths[0] in ("", "/"):
        return False
    if _bare_host(own) != _bare_host(other):
        return False
    asked, answered = _bare_query(one.query), _bare_query(two.query)
    return asked == answered or not two.path.lower().endswith(_SCRIPTS)


def _bare_path(path: str) -> str:
    bare = path.lower().rstrip("/")
    for end in _forms().light_ends:
        bare = bare.removesuffix(end)
    return _FILES.sub("", bare.removeprefix("/amp"))


def _bare_host(url: str) -> str:
    first, _, rest = (host(url) or "").partition(".")
    return rest if first in _forms().light_hosts else f"{first}.{rest}"


def _bare_query(query: str) -> list[str]:
    light = _forms().light_queries
    named = ((part.partition("=")[0], part) for part in query.split("&") if part)
    return sorted(part for name, part in named if not is_tracking(name) and name.lower() not in light)


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url if "://" in url else f"//{url}")
    except ValueError:
        return None
