"""No rule of any pack takes clean French prose, and the French rules hold what they promise."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from cleaner.language import builtin_rules
from cleaner.rule import RuleIndex, prove
from cleaner.taxonomy import LABELS
from cleaner.text import fold

PROSE = tuple((Path(__file__).parent / "data" / "clean_fr.txt").read_text(encoding="utf-8").splitlines())
RULES = tuple(rule for rule in builtin_rules() if not rule.hosts)
FRENCH = tuple(rule for rule in RULES if rule.language == "fr")
INDEX = RuleIndex(RULES)
STRUCTURAL = {"title", "kicker", "lead", "subheading", "body", "dateline", "date_prefix", "source_url",
              "related_list_item", "related_list_date", "markup"}  # fmt: skip
"""Labels that place and shape give; no wording names them."""


def test_no_rule_of_any_pack_takes_clean_french_prose() -> None:
    taken = {line: [hit.rule.id for hit in INDEX.hits(line)] for line in PROSE}
    assert {line: rules for line, rules in taken.items() if rules} == {}


def test_clean_prose_is_worth_the_name() -> None:
    assert len(PROSE) >= 300
    assert len({fold(line) for line in PROSE}) == len(PROSE)
    assert all(line == line.strip() and line for line in PROSE)


def test_french_rules_take_what_they_remove_and_nothing_that_anyone_keeps() -> None:
    everywhere = [f for f in prove(RULES) if f.rule.startswith("fr/")]
    assert everywhere == []


def test_french_names_every_kind_that_has_a_wording() -> None:
    assert set(LABELS) - STRUCTURAL == {rule.label for rule in FRENCH}


def test_no_phrase_of_a_french_rule_stands_twice() -> None:
    twice = {
        rule.id: [phrase for phrase, times in Counter(map(fold, rule.phrases)).items() if times > 1] for rule in FRENCH
    }
    assert {rule: phrases for rule, phrases in twice.items() if phrases} == {}


@pytest.mark.parametrize("rule", [rule for rule in FRENCH if rule.at == "anywhere"], ids=lambda rule: rule.id)
def test_a_rule_that_looks_anywhere_needs_more_than_one_word(rule: object) -> None:
    short = [phrase for phrase in rule.phrases if len(fold(phrase).split()) < 2 and not rule.also]  # type: ignore[attr-defined]
    assert short == []


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Continuer sans accepter →", "cookie_button"),
        ("✓ OK, tout accepter", "cookie_button"),
        ("Refuser et s'abonner", "cookie_button"),
        ("Ce site utilise des cookies.", "cookie_banner"),
        ("Avec votre accord, nos 146 partenaires et nous utilisons des cookies ou technologies similaires pour stocker, "
         "consulter et traiter des données personnelles telles que votre visite sur ce site internet.", "cookie_banner"),
        ("Lire aussi : Réforme des retraites : ce que contient le texte", "related_link"),
        ("Lire aussi :", "related_link"),
        ("Lire aussi", "related_list_heading"),
        ("Sur le même sujet", "related_list_heading"),
        ("Les plus lus", "related_list_heading"),
        ("Recevez chaque matin l'essentiel de l'actualité", "subscription"),
        ("Il vous reste 62% de cet article à lire. La suite est réservée aux abonnés.", "paywall"),
        ("Article réservé aux abonnés", "paywall"),
        ("La suite après cette publicité", "ad_label"),
        ("12 commentaires", "comment_count"),
        ("Les opinions exprimées dans les commentaires n'engagent que leurs auteurs.", "comment_disclaimer"),
        ("Partager sur Facebook", "share"),
        ("Aller au contenu principal", "nav"),
        ("Écouter cet article 5 min", "nav"),
        ("Par Le Figaro avec AFP", "byline"),
        ("Propos recueillis par Olivier Marin", "byline"),
        ("Le Monde avec AFP", "agency_credit"),
        ("- Avec AFP", "agency_credit"),
        ("Source AFP", "agency_credit"),
        ("Ludovic MARIN / AFP", "photo_credit"),
        ("Photo d'illustration", "photo_credit"),
        ("Une patrouille de police à Marseille. (Photo d'illustration)", "caption"),
        ("Publié le 12 mars 2021 à 10h30, mis à jour le 12 mars 2021 à 15h02", "published_date"),
        ("Mis à jour le 12 mars 2021 à 10h30", "updated_date"),
        ("Temps de Lecture 4 min.", "reading_time"),
        ("URL d'origine : https://www.exemple.fr/politique/article.html", "source_url_label"),
        ("Mots-clés : Emmanuel Macron, retraites", "tags"),
        ("Accueil > Politique > Élections", "breadcrumb"),
        ("© 2024 Le Journal du Littoral. Tous droits réservés.", "footer"),
        ("Mentions légales | CGU | Contact", "footer"),
    ],
)  # fmt: skip
def test_the_most_trusted_rule_gives_the_right_label(line: str, label: str) -> None:
    hits = INDEX.hits(line)
    assert hits, line
    assert (hits[0].rule.label, line) == (label, line), hits[0].rule.id
