"""Elements laid over a page to ask for consent, known by the names that platforms and sites give them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from cleaner.label.furniture.overlays import consent
from cleaner.readers import document
from tests.strategies import html, promise

ASK = "<p>We and our 812 partners store and read information on your device, such as cookies.</p><button>OK</button>"
TEXT = "<p>The regulator fined two firms for banners that had no button to refuse, and said why.</p>" * 4


def asked(page: str) -> list[str]:
    read = document(page, format="html")
    cues = consent(read)
    return [block.text for block in read.blocks if block.parent >= 0 and cues[block.parent]]


@pytest.mark.parametrize("names", [
    "id=onetrust-consent-sdk", "id='onetrust-banner-sdk' class='otFlat bottom'", "id=didomi-host", "id=qc-cmp2-ui",
    "class='qc-cmp2-container'", "id=sp_message_container_12345", "id=usercentrics-root", "id=CybotCookiebotDialog",
    "id=truste-consent-track", "class=osano-cm-window", "class='cmplz-cookiebanner cmplz-bottom'",
    "class='cky-consent-container'", "id=BorlabsCookieBox", "id=iubenda-cs-banner", "class=klaro",
    "id=tarteaucitronRoot", "id=axeptio_overlay", "id=ensNotifyBanner", "id=cookie-law-info-bar", "id=ccc-overlay",
    "id=gdpr-single-choice-overlay", "class=fc-consent-root", "class='js-cookie-banner'", "class=cookieConsent",
    "class=gdpr_popup", "class='site-cookie-notice is-open'", "id=cookie_bar", "class='banner-cookies'",
])  # fmt: skip
def test_an_overlay_is_known_by_its_name(names: str) -> None:
    assert len(asked(f"<body><main><h1>Fines</h1>{TEXT}</main><div {names}><div>{ASK}</div></div>")) == 2


@pytest.mark.parametrize("page", [
    f"<div class=cookie-box>{TEXT}</div>",
    f"<body class='cookie-banner-open cky-open'><p>Short.</p>{TEXT}",
    f"<div class=cky-page><article><p>Short.</p>{TEXT}</article></div>",
    f"<div id=onetrust-consent-sdk><h1>Fines for banners</h1>{TEXT}</div>",
    f"<main><h1>Fines</h1>{TEXT}<p class=cookies>A recipe.<p class=infobar>Bar.<p class=discookiebar>No.</main>",
    f"<div class=consented-information>{ASK}</div>{TEXT}",
])  # fmt: skip
def test_a_part_of_the_page_is_no_overlay_whatever_its_name(page: str) -> None:
    assert asked(page) == []


def test_a_page_that_shows_nothing_but_a_platforms_overlay_is_asked_for_consent() -> None:
    assert len(asked(f"<body><div id=root></div><div id=onetrust-consent-sdk>{ASK}</div>")) == 2


@promise
@given(source=html)
def test_every_element_has_its_answer_and_hands_it_down(source: str) -> None:
    read = document(source, format="html")
    cues = consent(read)
    assert len(cues) == len(read.elements)
    assert all(cues[at] for at, e in enumerate(read.elements) if e.parent >= 0 and cues[e.parent])


def test_text_has_no_overlays() -> None:
    assert consent(document("We use cookies.", format="text")) == []


def test_long_names_cost_no_more_than_their_length() -> None:
    read = document("".join(f"<p class='cookie{'-' * 200} {n} consent_cookie{'_cookie' * 30}'>x" for n in range(5000)),
                    format="html")  # fmt: skip
    began = time.process_time()
    consent(read)
    assert time.process_time() - began < 2
