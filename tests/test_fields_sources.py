"""Publisher, agencies and picture sources: three things that a page mixes and a record must not."""

from __future__ import annotations

import pytest

from cleaner.config import Config
from cleaner.document import Document
from cleaner.fields.known import Known
from cleaner.fields.sourcing import sources
from cleaner.fields.sourcing.sources import Sources
from cleaner.tables.rows import Evidence
from tests.labelled import codes, document

LEAD = ("lead", "The two presidents spoke about the conflict for an hour, the Kremlin said in a statement on its site.")
AFP, AP = "Agence France-Presse (AFP)", "Associated Press (AP)"


def find(made: Document, url: str | None = None, *hints: tuple[str, float]) -> Sources:
    declared = tuple(Evidence("publisher", v, "meta", None, None, "<meta og:site_name>", c) for v, c in hints)
    return sources.find(made, Config(), Known.of(Document(made.source, made.blocks, hints=made.hints + declared)), url)


# --- publisher -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.themoscowtimes.com/2020/10/01/x", "The Moscow Times"),
        ("https://francais.rt.com/x", "RT France"),
        ("http://en.kremlin.ru/events/1", "Kremlin"),
        ("https://news.bbc.co.uk/x", "BBC News"),
    ],
)
def test_the_host_tells_the_publisher(url: str, name: str) -> None:
    found = find(document(LEAD, ("source_url", url)), url)
    assert (found.publisher.value, found.publisher.status) == (name, "inferred")
    assert codes(found.publisher) == {"publisher_inferred_from_url"}


def test_an_unknown_host_is_named_as_the_page_spells_it() -> None:
    url = "https://www.examplecourier.net/news/1"
    assert (
        find(document(LEAD, ("footer", "Contact the Example Courier in Riga")), url).publisher.value
        == "Example Courier"
    )
    assert find(document(LEAD), url).publisher.value == "examplecourier.net"
    assert find(document(LEAD), "https://web.archive.org/x").publisher.value is None


BOILERPLATE = [
    ("comment_disclaimer", "Les opinions exprimées ne peuvent en aucun cas être imputées à Radio Lac.", "Radio Lac"),
    (
        "comment_disclaimer",
        "The views expressed here are those of the authors and do not reflect the views of The Daily Bugle.",
        "The Daily Bugle",
    ),
    ("cookie_banner", "Vous acceptez l'utilisation, de la part de Radio Lac et de tiers, de cookies.", "Radio Lac"),
    (
        "cookie_banner",
        "The Daily Bugle and its partners use cookies to store and access personal data.",
        "The Daily Bugle",
    ),
    ("cookie_banner", "Welcome to Daily Bugle Online. We and our partners use cookies.", "Daily Bugle Online"),
    ("cookie_banner", "Voix du Lac et ses partenaires utilisent des cookies.", "Voix du Lac"),
    ("footer", "© 2020 The Daily Bugle. All rights reserved.", "The Daily Bugle"),
    ("footer", "© 1998-2020 Daily Bugle Media Ltd", "Daily Bugle Media"),
    ("footer", "Copyright © 2020 Daily Bugle - All rights reserved", "Daily Bugle"),
    ("footer", "© 2020 Copyright Radio Lac - Tous droits réservés. Radio Lac n'est pas responsable.", "Radio Lac"),
    ("footer", "© Copyright 2025 Portal Serrano. Todos os direitos reservados.", "Portal Serrano"),
    ("footer", "Talheimer Zeitung · Verlag Kressin & Söhne · Alle Rechte vorbehalten", "Talheimer Zeitung"),
    ("footer", "© 2020 Guardian News & Media Limited or its affiliated companies.", "The Guardian"),
    ("subscription", "Subscribe to The Daily Bugle for unlimited access.", "The Daily Bugle"),
    ("paywall", "Cet article est réservé aux abonnés du Courrier du Lac.", "Courrier du Lac"),
    ("subscription", "Abonnez-vous au Journal du Lac", "Journal du Lac"),
]


@pytest.mark.parametrize(("label", "text", "name"), BOILERPLATE)
def test_removed_text_names_the_publisher(label: str, text: str, name: str) -> None:
    made = document(LEAD, (label, text))
    found = find(made)
    assert (found.publisher.value, found.publisher.status) == (name, "inferred")
    assert codes(found.publisher) == {"publisher_inferred_from_boilerplate"}
    row = next(e for e in found.publisher.evidence if e.chosen)
    assert name in (made.source[row.source_start : row.source_end], "The Guardian")


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("cookie_banner", "We and our partners use cookies. Google and its partners use cookies."),
        ("cookie_banner", "Nous et nos partenaires utilisons des cookies."),
        ("cookie_banner", "Ce site utilise des cookies."),
        ("footer", "© 2020 All rights reserved."),
        ("subscription", "Subscribe to our newsletter"),
        ("share", "Follow us on Facebook"),
        ("comment_disclaimer", "Comments do not reflect the views of the editors."),
        ("footer", "© AFP"),
        ("body", "Subscribe to The Daily Bugle, the minister said."),
        ("related_list_item", "Welcome to Daily Bugle"),
        ("comment", "The views of The Daily Bugle are wrong"),
        ("photo_credit", "© Sputnik Photo Agency"),
    ],
)
def test_nobody_is_no_publisher(label: str, text: str) -> None:
    assert find(document(LEAD, (label, text))).publisher.value is None


def test_the_fullest_form_agreed_by_several_is_taken() -> None:
    found = find(
        document(
            LEAD,
            ("comment_disclaimer", "… ne peuvent être imputés à RT."),
            ("cookie_banner", "l'utilisation, de la part de RT France et de tiers, de cookies"),
        )
    )
    assert found.publisher.value == "RT France"
    assert next(e for e in found.publisher.evidence if e.chosen).confidence == 0.92


def test_what_is_declared_or_given_comes_first() -> None:
    footer = ("footer", "© 2020 Example Media Group")
    declared = find(document(LEAD, footer), None, ("The Example Times", 0.9))
    assert (declared.publisher.value, declared.publisher.status, codes(declared.publisher)) == (
        "The Example Times",
        "found",
        set(),
    )
    given = find(document(LEAD, footer, given={"publisher": "My Paper"}), "https://www.bbc.com/x")
    assert (given.publisher.value, given.publisher.status) == ("My Paper", "given")
    assert codes(given.publisher) == {"publisher_conflict"}


def test_a_credit_names_a_well_known_publisher() -> None:
    found = find(document(("byline", "Par Le Figaro avec AFP"), LEAD))
    assert (found.publisher.value, found.publisher.status, found.agencies.value) == ("Le Figaro", "found", (AFP,))


def test_no_source_and_an_agency_alone_are_different_findings() -> None:
    assert codes(find(document(LEAD)).publisher) == {"missing_source"}
    assert codes(find(document(("byline", "By AFP"), LEAD)).publisher) == {"missing_publisher", "source_is_agency_only"}


# --- agencies --------------------------------------------------------------------------------------------------------

NAMED = [
    (("byline", "By AFP"), (AFP,)),
    (("byline", "By John Smith, PA"), ("PA Media",)),
    (("agency_credit", "Avec AFP et Reuters"), (AFP, "Reuters")),
    (("dateline", "PARIS, Oct 1 (AP)"), (AP,)),
    (
        ("lead", "PARIS (Reuters) - The two presidents spoke about the conflict for an hour, the Kremlin said."),
        ("Reuters",),
    ),
    (
        ("lead", "МОСКВА, 30 сентября. /ТАСС/. Президент России провел телефонный разговор с президентом Франции."),
        ("TASS",),
    ),
    (("lead", "Texte par : FRANCE 24 avec AFP"), (AFP,)),
    (("body", "The talks will go on in Paris. (AFP)"), (AFP,)),
    (("body", "Les discussions vont se poursuivre à Paris. AFP/Reuters"), (AFP, "Reuters")),
    (("body", "dpa/AFP"), ("Deutsche Presse-Agentur (dpa)", AFP)),
    (("body", "It was over, the presidency said, quoted by AFP."), (AFP,)),
    (("body", "It was over, a minister told Reuters on Thursday in the capital."), ("Reuters",)),
    (("body", "C'est fini, a déclaré le ministre à l'AFP jeudi dans la capitale."), (AFP,)),
    (("body", "Selon l'agence TASS, c'est fini depuis jeudi dans toute la région."), ("TASS",)),
    (
        ("body", "It was over, the dpa news agency reported on Thursday from Berlin."),
        ("Deutsche Presse-Agentur (dpa)",),
    ),
    (("body", "Um fim, disse à agência Lusa o ministro na capital portuguesa."), ("Lusa",)),
    (("footer", "© EFE 2020. Todos los derechos reservados."), ("EFE",)),
    (("body", "Le Monde reported that the talks were over, and so did The Guardian."), ()),
    (("body", "A car of the Reuters office was hit, and its driver was hurt in the leg."), ()),
    (("related_list_item", "rs/kms (AP, dpa, Reuters)"), (AP, "Deutsche Presse-Agentur (dpa)", "Reuters")),
    (("site_slogan", "Da AFP"), (AFP,)),
    (("nav", "mit dpa/afp"), ("Deutsche Presse-Agentur (dpa)", AFP)),
    (("nav", "© EFE 2020. Está expresamente prohibida la redistribución."), ("EFE",)),
    (("related_list_item", "AFP Fact Check"), ()),
    (("photo_credit", "© AFP"), ()),
    (("caption", "The presidents in Paris (Reuters)"), ()),
    (("related_list_item", "Minister tells AFP: it is over"), ()),
    (("comment", "AFP"), ()),
]


@pytest.mark.parametrize(("block", "names"), NAMED)
def test_agencies_of_the_text(block: tuple[str, str], names: tuple[str, ...]) -> None:
    made = document(*((block,) if block[0] == "lead" else (LEAD, block)))
    found = find(made).agencies
    assert found.value == names
    for row in found.evidence:
        assert made.source[row.source_start : row.source_end] in block[1]


def test_a_byline_weighs_more_than_a_citation() -> None:
    found = find(
        document(("byline", "By AFP"), LEAD, ("body", "It was over, he told Reuters, and AFP reported it too."))
    ).agencies
    assert found.value == (AFP, "Reuters")
    assert [(e.value, e.confidence) for e in found.evidence if e.chosen] == [(AFP, 0.98), ("Reuters", 0.6)]


# --- pictures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("© Sputnik Photo Agency", ("Sputnik Photo Agency",)),
        ("Source: Reuters", ("Reuters",)),
        ("Kremlin.ru", ("Kremlin.ru",)),
        ("Photo: John Smith / AFP", ("John Smith", "AFP")),
        ("Crédits photo : Ludovic Marin/AFP", ("Ludovic Marin", "AFP")),
        ("(Photo by Jane Doe/Getty Images)", ("Jane Doe", "Getty Images")),
        ("© 2020 AP", ("AP",)),
        ("© Harbour Lights 2024", ()),
        ("© Random Ropes, Inc.", ("Random Ropes",)),
        ("Photographer / Harbour Lights", ("Harbour Lights",)),
        ("Photo courtesy of Harbour Lights", ("Harbour Lights",)),
        ("Image: Courtesy of Anna Miller", ("Anna Miller",)),
        ("Photo", ()),
        ("© DR", ()),
    ],
)
def test_makers_of_pictures(text: str, names: tuple[str, ...]) -> None:
    found = find(document(("photo_credit", text), LEAD))
    assert found.photo_sources.value == names
    assert found.agencies.value == ()


def test_a_picture_agency_is_noted_unless_it_made_the_text_too() -> None:
    credit = ("photo_credit", "Source: Reuters")
    assert codes(find(document(credit, LEAD)).photo_sources) == {"photo_source_not_text_source"}
    assert codes(find(document(credit, ("byline", "By Reuters"), LEAD)).photo_sources) == set()
    assert codes(find(document(("photo_credit", "Kremlin.ru"), LEAD)).photo_sources) == set()


# --- copies ----------------------------------------------------------------------------------------------------------

FOOTER = ("footer", "© 2024 Mersey Monitor. All rights reserved.")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("This article was originally published by ProPublica.", "ProPublica"),
        ("This story first appeared in the Ribble Review.", "Ribble Review"),
        ("Read the original article at theconversation.com", "The Conversation"),
        ("Cet article a été initialement publié sur Mediapart.", "Mediapart"),
        ("Dieser Text erschien zuerst in der Eifeler Zeitung", "Eifeler Zeitung"),
        ("Источник: The Economist", "The Economist"),
        ("本文首发于财新", "财新 (Caixin)"),
    ],
)
def test_a_copy_keeps_its_publisher_and_names_the_first_one(line: str, name: str) -> None:
    made = document(LEAD, ("body", line), FOOTER)
    found = find(made).publisher
    assert found.value == "Mersey Monitor"
    first = [row for row in found.evidence if row.role == "original"]
    assert [row.value for row in first] == [name] and not first[0].chosen
    assert made.source[first[0].source_start : first[0].source_end] in line
    assert "republished_copy" in codes(found)


@pytest.mark.parametrize(
    "line",
    [
        "This article first appeared in the print edition of the Mersey Monitor.",
        "This article was originally published by Mersey Monitor.",
        "This article was first published on 3 May 2024.",
        "Source: AFP",
        "Source: the ministry",
    ],
)
def test_who_publishes_for_the_first_time_copies_nobody(line: str) -> None:
    found = find(document(LEAD, ("body", line), FOOTER)).publisher
    assert [row for row in found.evidence if row.role == "original"] == []
    assert "republished_copy" not in codes(found)


def test_a_portal_publishes_the_copy_of_the_house_that_it_names() -> None:
    found = find(document(("byline", "The Guardian"), LEAD), "https://news.yahoo.com/bridge-1.html").publisher
    assert (found.value, [row.value for row in found.evidence if row.role == "original"]) == (
        "Yahoo News", ["The Guardian"],
    )  # fmt: skip


def test_two_well_known_houses_are_a_conflict_unless_one_is_a_portal() -> None:
    hint = ("The Guardian", 0.9)
    assert "publisher_conflict" in codes(find(document(LEAD), "https://www.lemonde.fr/a", hint).publisher)
    assert "publisher_conflict" not in codes(find(document(LEAD), "https://www.msn.com/a", hint).publisher)
    assert "publisher_conflict" not in codes(find(document(LEAD), "https://www.theguardian.com/a", hint).publisher)


@pytest.mark.parametrize(("text", "names"), [
    ("Tax Planning", ()), ("Ships at dawn by", ()), ("Anna Miller", ("Anna Miller",)),
    ("Anna Miller/Harbour Lights", ("Anna Miller", "Harbour Lights")),
])  # fmt: skip
def test_a_credit_that_only_its_place_tells_must_look_like_one(text: str, names: tuple[str, ...]) -> None:
    made = document(LEAD, ("photo_credit", text))
    blocks = (made.blocks[0], made.blocks[1].named(("photo_credit", "und/marked-place", "", 0.9, None)))
    assert find(Document(made.source, blocks, hints=made.hints)).photo_sources.value == names


def test_a_month_and_the_sources_of_what_is_cited_published_nothing_first() -> None:
    dated = find(document(LEAD, ("footer", "This post was originally published in April 2020.")))
    assert "republished_copy" not in codes(dated.publisher)
    cited = find(document(LEAD, ("body", "From MarketWatch"), ("body", "From The Wall Street Journal")))
    assert "republished_copy" not in codes(cited.publisher)


def test_entries_of_a_menu_that_ran_together_name_no_publisher() -> None:
    found = find(document(LEAD, ("footer", "Reading Privacy Policy Terms of Service Texting Privacy Policy")))
    assert "Terms of Service" not in (found.publisher.value or "")


@pytest.mark.parametrize(("line", "names"), [
    ("Video Production Tips", ()), ("Credit Monitoring", ()), ("Photo Anna Berg", ("Anna Berg",)),
    ("Photo by Harbour Lights", ("Harbour Lights",)), ("Photo: Harbour Lights", ("Harbour Lights",)),
])  # fmt: skip
def test_a_heading_that_begins_with_a_word_for_pictures_is_no_credit(line: str, names: tuple[str, ...]) -> None:
    assert find(document(LEAD, ("body", line))).photo_sources.value == names
