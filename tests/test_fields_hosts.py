"""Whose a host is, and what an address leads to."""

from __future__ import annotations

import pytest

from cleaner.fields import addresses, hosts


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://francais.rt.com/a", "RT France"),
        ("https://www.something.rt.com/a", "RT"),
        ("https://www.bbc.com/persian/articles/1", "BBC News فارسی (BBC News Persian)"),
        ("https://www.bbc.com/news/world-1", "BBC News"),
        ("https://www.ilrestodelcarlino.it/bologna/x", "il Resto del Carlino"),
        ("www.novilist.hr/rijeka", "Novi list"),
        ("https://m.hankyung.com/article/1", "한국경제 (Korea Economic Daily)"),
        ("https://notrt.com/a", None),
        ("no address", None),
        (None, None),
    ],
)
def test_the_longest_entry_of_host_and_path_names_the_house(url: str | None, name: str | None) -> None:
    assert (hosts.house(url) or (None, None))[1] == name


def test_a_portal_is_known_with_the_hosts_under_it() -> None:
    assert hosts.republishes("https://finance.yahoo.com/news/x") and hosts.republishes("https://www.msn.com/x")
    assert not hosts.republishes("https://www.lemonde.fr/x") and not hosts.republishes(None)


def test_entries_of_the_table_are_hosts_in_lower_case_with_names() -> None:
    for entry, name in hosts.table().hosts.items():
        assert hosts.host(f"https://{entry}") == entry.partition("/")[0], entry
        assert name == name.strip() and name, entry


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://a.example/x?utm_source=f&id=7&fbclid=z#comments", "https://a.example/x?id=7"),
        ("https://a.example/x?id=7", "https://a.example/x?id=7"),
        ("https://a.example/#!/x", "https://a.example/#!/x"),
        ("https://web.archive.org/web/20200102030405id_/http://a.example/x", "http://a.example/x"),
        ("https://web.archive.org/web/2020/www.a.example/x", "http://www.a.example/x"),
        ("https://archive.ph/2020.01.02-030405/https://a.example/x", "https://a.example/x"),
        ("https://archive.ph/AbCdE", "https://archive.ph/AbCdE"),
        ("https://www.google.de/amp/s/www.a.example/x.amp.html", "https://www.a.example/x.amp.html"),
        ("https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fx&sa=D", "https://a.example/x"),
        ("https://blog.google.com/x", "https://blog.google.com/x"),
        ("https://a-example.cdn.ampproject.org/v/s/a.example/x?amp_js_v=1", "https://a.example/x?amp_js_v=1"),
        ("https://www-a-example.translate.goog/x?_x_tr_sl=fr&_x_tr_tl=en", "https://www.a.example/x"),
        ("https://translate.google.com/translate?sl=fr&u=https://a.example/x", "https://a.example/x"),
        ("https://webcache.googleusercontent.com/search?q=cache:Q1:https://a.example/x+&cd=1", "https://a.example/x"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx%3Ffbclid%3D1&h=2", "https://a.example/x"),
        ("https://[broken", "https://[broken"),
        ("no address at all", "no address at all"),
    ],
)
def test_an_address_leads_to_a_page(url: str, bare: str) -> None:
    assert addresses.plain(url) == bare
    assert addresses.plain(bare) == bare


@pytest.mark.parametrize(
    ("own", "other", "same"),
    [
        ("https://m.a.example/x", "https://www.a.example/x", True),
        ("https://amp.a.example/x.amp.html", "https://www.a.example/x.html", True),
        ("https://a.example/x?ref=home", "https://a.example/x", True),
        ("https://a.example/x/?outputType=amp", "https://a.example/x", True),
        ("https://a.example/article.php?id=7", "https://a.example/article.php", False),
        ("https://a.example/x", "https://a.example/", False),
        ("https://a.example/x", "https://b.example/x", False),
        ("https://sport.a.example/x", "https://www.a.example/x", False),
        ("https://a.example/x", "https://a.example/y", False),
    ],
)
def test_forms_of_one_page_are_known(own: str, other: str, same: bool) -> None:
    assert addresses.same_page(own, other) is same
