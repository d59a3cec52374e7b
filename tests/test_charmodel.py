"""The model of characters: what reads like text, and in which letters."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.charmodel import best_language, model

SENTENCES = [
    ("ru", "Президент России заявил об этом журналистам вчера вечером.", "cp1251", "cp1252"),
    ("ru", "Правительство утвердило новый бюджет на следующий год.", "koi8-r", "cp1251"),
    ("bg", "Министърът обяви, че преговорите ще продължат утре.", "cp1251", "latin-1"),
    ("el", "Ο πρωθυπουργός μίλησε χθες το βράδυ στη Βουλή.", "cp1253", "cp1252"),
    ("tr", "Başbakan, görüşmelerin yarın süreceğini açıkladı.", "cp1254", "cp1252"),
    ("cs", "Předseda vlády řekl, že jednání budou pokračovat příští týden.", "cp1250", "cp1252"),
    ("pl", "Rząd przyjął wczoraj ustawę o podatkach, którą krytykują związki.", "iso8859-2", "latin-1"),
    ("he", "ראש הממשלה אמר אתמול כי השיחות יימשכו.", "cp1255", "cp1252"),
    ("ar", "قال الرئيس أمس إن المحادثات سوف تستمر.", "cp1256", "cp1252"),
    ("ja", "首相は昨日、協議を続けると述べた。", "shift_jis", "cp1252"),
    ("zh-Hans", "总理昨天表示会谈将继续进行。", "gbk", "cp1252"),
    ("zh-Hant", "總理昨天表示會談將繼續進行。", "big5", "cp1252"),
    ("ko", "총리는 어제 회담이 계속될 것이라고 말했다.", "euc-kr", "cp1252"),
    ("fr", "Le Premier ministre a déclaré que les négociations se poursuivraient à l'Élysée.", "cp1252", "cp1250"),
    ("sv", "Statsministern sade på måndagen att förhandlingarna går vidare.", "cp1252", "cp1251"),
    ("th", "นายกรัฐมนตรีกล่าวว่าการเจรจาจะดำเนินต่อไป", "cp874", "cp1252"),
]  # fmt: skip


def plausibility(text: str) -> float:
    """How much like text it reads: by the character, so that two decodings compare by the product with their length."""
    return best_language(text)[1]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), SENTENCES)
def test_the_right_decoding_reads_more_like_text(language: str, text: str, right: str, wrong: str) -> None:
    misread = text.encode(right).decode(wrong, "replace")
    assert plausibility(text) * len(text) > plausibility(misread) * len(misread)
    assert best_language(text)[0] == language


def test_noise_is_less_like_text_than_any_prose() -> None:
    least = min(plausibility(text) for _, text, right, _ in SENTENCES if right.startswith(("cp", "iso")))
    for noise in ("\x81\x8d\x90" * 9, "¤¦¨¬±" * 9, "qxzjkvwq" * 5, "ÃÂÃÂÃÂ" * 5):
        assert plausibility(noise) < least


@given(st.text(max_size=60))
def test_any_text_has_a_finite_plausibility_the_same_every_time(text: str) -> None:
    first = plausibility(text)
    assert -20 < first <= 0
    assert plausibility(text) == first


def test_there_are_languages_of_many_scripts() -> None:
    assert len(model().languages) >= 30
    asked = {"ru", "uk", "bg", "sr", "el", "ar", "fa", "he", "hi", "th", "ja", "zh-Hans", "zh-Hant", "ko"}
    assert asked <= set(model().languages)


def test_nothing_is_loaded_until_a_text_is_asked_about() -> None:
    code = "import sys, cleaner.repairs; assert 'cleaner.charmodel' not in sys.modules or 'numpy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
