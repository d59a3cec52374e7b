"""The trained voice: its columns are those it was grown on, and it answers what the rules leave open."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.attribution.voice import choosing as voice
from cleaner.attribution.voice import measures
from cleaner.attribution.words import pack
from cleaner.config import Config
from cleaner.fields import speakers
from cleaner.forest import Forest
from cleaner.tables.rows import Article, Statement
from cleaner.training import voice as learning
from cleaner.training.annotated import Annotated, document, read

UNSEEN = Path(__file__).parent / "data" / "unseen"
ARTICLES = [next(read([UNSEEN / language])) for language in ("de", "en", "es", "fr", "it", "pt", "ru")]


def statements(article: Annotated) -> list[Statement]:
    made = document(article)
    return speakers.find(made, Config(), Article(title=made.blocks[0].text))[1]


def test_the_shipped_forest_was_grown_on_the_columns_that_are_measured() -> None:
    assert voice._forest().names == measures.NAMES


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_every_answer_is_a_row_of_these_columns(article: Annotated) -> None:
    lexicon = pack.lexicon(article.language)
    assert lexicon is not None
    asked = learning._hear(article, lexicon).asked
    assert asked and all(one.rows.shape == (len(one.right), len(measures.NAMES)) for one in asked)


def test_packs_that_forgot_words_claim_less() -> None:
    claimed = {"whole": 0, "forgetful": 0}
    for article in ARTICLES:
        lexicon = pack.lexicon(article.language)
        assert lexicon is not None
        for kind, words in (("whole", lexicon), ("forgetful", learning._forgetful(lexicon.tag, 0))):
            claimed[kind] += sum(s.claim is not None for s in learning._hear(article, words).scene.sayings)
    assert claimed["forgetful"] < claimed["whole"]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_a_statement_of_the_voice_is_its_slice_and_its_speaker_stands_in_the_article(article: Annotated) -> None:
    text = document(article).source
    for statement in (s for s in statements(article) if s.rule.endswith(voice.RULE)):
        assert statement.text == text[statement.source_start : statement.source_end]
        assert 0 < statement.confidence < 1 and statement.speaker


def test_a_silent_voice_leaves_the_rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    forest = voice._forest()
    deaf = Forest(forest.names, forest.column, forest.border, forest.leaf * 0, forest.scale, forest.bias)
    monkeypatch.setattr(voice, "_forest", lambda: deaf)
    for article in ARTICLES:
        assert not [s for s in statements(article) if s.rule.endswith(voice.RULE)]
