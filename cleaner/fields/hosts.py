"""Whose a host is: well-known houses by address, hosts that republish, hosts of anybody, and registrable domains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

from cleaner import language

_DEEPEST: Final = 2


@dataclass(frozen=True)
class HostTable:
    """The shape of und/hosts.yaml: publishers by host, or by host and beginning of a path; hosts that republish what
    others wrote; hosts that carry anybody's pages; owners of many houses; companies of copyright lines by
    what readers call them."""

    hosts: dict[str, str] = field(default_factory=dict)
    portals: tuple[str, ...] = ()
    aggregators: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    companies: dict[str, str] = field(default_factory=dict)


def table() -> HostTable:
    """Return the table of hosts."""
    return language.section("und", "hosts", HostTable)


def host(url: str | None) -> str | None:
    """Return the host of an address in lower case, without port and leading "www."; None if it has none.

    >>> host("https://WWW.Example.co.uk:443/a"), host("www.example.org/b"), host("no address"), host("http://[::1")
    ('example.co.uk', 'example.org', None, None)
    """
    if not url:
        return None
    try:
        name = urlsplit(url if "://" in url else f"//{url}").hostname
    except ValueError:
        return None
    if not name or "." not in name or any(c.isspace() for c in name):
        return None
    return name.rstrip(".").removeprefix("www.") or None


def at_host(name: str, stated: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the longest entry of a table that is a host or one above it, with its value.

    >>> at_host("francais.rt.com", {"rt.com": "RT", "francais.rt.com": "RT France"})
    ('francais.rt.com', 'RT France')
    """
    while "." in name:
        if name in stated:
            return name, stated[name]
        name = name.partition(".")[2]
    return None


def house(url: str | None) -> tuple[str, str] | None:
    """Return the well-known publisher at an address, with the entry that says so.

    >>> house("https://www.bbc.com/persian/articles/c1")[0], house("https://www.bbc.com/news/1")
    ('bbc.com/persian', ('bbc.com', 'BBC News'))
    """
    name = host(url)
    if not url or name is None:
        return None
    stated = table().hosts
    path = [part for part in url.partition("://")[2].partition("?")[0].split("/")[1 : 1 + _DEEPEST] if part]
    above = name
    while path and "." in above:
        for deep in range(len(path), 0, -1):
            if (entry := "/".join((above, *path[:deep])).lower()) in stated:
                return entry, stated[entry]
        above = above.partition(".")[2]
    return at_host(name, stated)


def republishes(url: str | None) -> bool:
    """Return whether what stands at an address was often written for another house."""
    name = host(url)
    return name is not None and at_host(name, _portals()) is not None


def is_anybodys(name: str) -> bool:
    """Return whether a host carries anybody's pages, so that nothing follows from it."""
    return at_host(name, _aggregators()) is not None


@lru_cache
def _portals() -> dict[str, str]:
    return dict.fromkeys(table().portals, "")


@lru_cache
def _aggregators() -> dict[str, str]:
    return dict.fromkeys(table().aggregators, "")


# --- registrable domains ---------------------------------------------------------------------------------------------


def registrable_domain(url: str | None) -> str | None:
    """Return the registrable domain of an address by the public suffix list; the host itself where it has none.

    >>> registrable_domain("https://news.bbc.co.uk/1"), registrable_domain(None)
    ('bbc.co.uk', None)
    """
    name = host(url)
    return _registrable(name) if name else None


@lru_cache(maxsize=4096)
def _registrable(name: str) -> str:
    try:
        return _suffixes().privatesuffix(name) or name
    except ValueError:
        return name


@lru_cache
def _suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
