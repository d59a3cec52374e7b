"""Arabic script: words with their short vowels and tatweel are one, letters that cities write otherwise are the same,
sentences end in its marks, a text without stops is prose yet, and its neighbours in the same script are told apart."""

from __future__ import annotations

import time
from datetime import datetime

import pytest

import cleaner
from cleaner import detect, label, quotes, readers, sentences
from cleaner.config import Config
from cleaner.dates import read_dates
from cleaner.rule import parse
from cleaner.rule_index import RuleIndex
from cleaner.text import WORD, count_words, ends_sentence, fold, spell

RULE = {"id": "x", "label": "byline", "at": "whole", "why": "A trial.", "removes": ["x"], "keeps": ["x"]}

STORY = (
    "أقر مجلس المدينة بناء جسر جديد فوق النهر بأغلبية كبيرة، وقال رئيسه إن الأشغال ستبدأ في الربيع وتنتهي قبل الخريف",
    "وكان الجسر القديم قد أغلق أمام الشاحنات منذ الفيضانات الأخيرة، فصار التلاميذ يقطعون عشرين كيلومترا إلى مدرستهم",
    "وأضاف أن الكلفة لن تزيد على أربعة ملايين دولار، وأن نصفها سيأتي من صندوق التنمية بعد أن وافقت عليه الوزارة أمس",
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إقرأ أيضًا", "اقرا ايضا"),
        ("الحُكُومَة", "الحكومه"),
        ("فى", "في"),
        ("الحكـــومة", "الحكومة"),
        ("ﺍﻟﺴﻼﻡ", "السلام"),
        ("مسئول", "مسيول"),
        ("ٱلله", "الله"),
        ("خبرگزاری کشور", "خبرگزاري كشور"),
        ("٪", "%"),
    ],
)  # fmt: skip
def test_words_are_compared_without_what_spellings_differ_in(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_short_vowels_and_tatweel_part_no_word() -> None:
    assert count_words("قالَ الوزيرُ إنّ الحكـــومةَ باقيةٌ") == 5
    assert spell("كتبـ محمّد").written == ["كتبـ", "محمّد"]


def test_a_tatweel_that_stands_alone_is_a_dash() -> None:
    assert spell("كتب ـ محمد ــ القاهرة").folded == ["كتب", "محمد", "القاهره"]


@pytest.mark.parametrize("line", ["ً" * 400_000, "ـ" * 400_000, "اًـ" * 200_000])
def test_marks_without_end_are_read_in_one_pass(line: str) -> None:
    begun = time.process_time()
    assert len(WORD.findall(line)) <= 1
    assert time.process_time() - begun < 1.0


@pytest.mark.parametrize(
    ("phrase", "line", "taken"),
    [
        ("كتب {name}", "كَتَبَ محمد سالم", True),
        ("التعليقات {n}", "التعليقات (٣)", True),
        ("تبقى % {n}", "تبقّى ٪٧٠", True),
        ("نشر في {date}", "نُشِر في ١٢ آذار ٢٠٢٤", True),
        ("قبول الكل", "ﻗﺒﻮﻝ ﺍﻟﻜﻞ", True),
        ("المزيد", "مزيد", False),
    ],
)
def test_a_phrase_takes_its_line_however_it_is_spelled(phrase: str, line: str, taken: bool) -> None:
    assert bool(RuleIndex([parse({**RULE, "phrases": [phrase]}, "trial", "ar")]).hits(line)) is taken


@pytest.mark.parametrize(
    ("line", "ended"),
    [("هل يعود؟", True), ("انتهى الاجتماع۔", True), ("قال: «سنعود.»", True), ("قال إنه سيعود؛", True),
     ("سيعود (رويترز)", False), ("سيعود. (رويترز)", True), ("عودة الوزير", False)],
)  # fmt: skip
def test_a_sentence_ends_in_the_marks_of_the_script(line: str, ended: bool) -> None:
    assert ends_sentence(line) is ended


def test_sentences_and_quotations_are_cut_at_the_marks_of_the_script() -> None:
    text = 'قال: "هل تعود؟"، ثم سكت. «لن أعود۔» هل ندم؟ لا'
    found = quotes.find(text)
    assert [text[q.start : q.end] for q in found] == ['"هل تعود؟"', "«لن أعود۔»"]
    assert [text[a:b] for a, b in sentences.find(text, found)] == [
        'قال: "هل تعود؟"، ثم سكت.', "«لن أعود۔»", "هل ندم؟", "لا"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وتخطط الثلاث لفتح مكتب صغير قبل الصيف", "ar"),
        ("افتتح معرض يجمع صورا التقطها صيادو اللؤلؤ", "ar"),
        ("وزیر گفت که این تصمیم نهایی است و پیش از انتخابات تغییر نخواهد کرد", "fa"),
        ("نخست وزیر چهارشنبه به تهران سفر می‌کند و با رئیس جمهور دیدار خواهد کرد", "fa"),
        ("وزیراعظم نے کہا کہ حکومت عوام کے مسائل حل کرنے کے لیے کام کر رہی ہے", "ur"),
        ("د افغانستان حکومت وایي چې د سولې خبرې به بیا پیل شي", "ps"),
        ("אמר ראש הממשלה ביום רביעי כי השיחות יימשכו", "he"),
    ],
)
def test_languages_of_one_script_are_told_apart(text: str, language: str) -> None:
    assert detect.detect(text) == language


def test_a_paragraph_in_persian_keeps_its_language_on_an_arabic_page() -> None:
    persian = "وزیر گفت که این تصمیم نهایی است و دولت پیش از انتخابات آن را تغییر نخواهد داد تا مردم نگران نباشند."
    document = cleaner.clean("\n\n".join([*(line + "." for line in STORY), persian]))
    assert document.language == "ar"
    assert [block.language for block in document.blocks] == ["ar", "ar", "ar", "fa"]


def test_paragraphs_without_stops_are_the_article_and_furniture_around_them_is_not() -> None:
    above = ["الرئيسية", "أخبار", "رياضة", "المدينة تبني جسرا جديدا فوق النهر", "كتب: سامر حداد", "تصوير: محمود خالد"]
    below = ["المصدر: وكالات", "مواضيع ذات صلة", "حريق في مستودع شرق المدينة", "أضف تعليقك", "من نحن | اتصل بنا"]
    document = cleaner.clean("\n".join([*above, *STORY, *below]))
    assert document.title == above[3]
    assert [block.text for block in document.blocks if block.in_text and block.label != "title"] == list(STORY)
    assert document.record.authors == ("سامر حداد",)


def test_a_row_of_names_is_no_prose() -> None:
    row = "مصر، السودان، ليبيا، تونس، الجزائر، المغرب، لبنان، سوريا، العراق، الأردن، اليمن، قطر، الكويت، عمان، فلسطين"
    menu = row.replace("،", "")
    document = readers.document("\n\n".join([row, menu, *STORY]))
    assert [view.prose for view in label.prepared(document, Config())] == [False, False, True, True, True]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 آذار/مارس 2024", "2024-03-12"),
        ("الاثنين، ٣ حزيران / يونيو ٢٠٢٤", "2024-06-03"),
        ("10 يناير/ كانون الثاني 2024", "2024-01-10"),
        ("12 آذار (مارس) 2024 عند 10:30 ص", "2024-03-12T10:30"),
        ("28 أكتوبر 2024: 03:40 م", "2024-10-28T15:40"),
        ("1 تشرين الثاني/نوفمبر 2023 الساعة 14:05 بتوقيت غرينتش", "2023-11-01T14:05Z"),
        ("يوم 12 من شهر مارس عام 2024", "2024-03-12"),
        ("منذ ساعتين", "2024-05-01T10:00"),
        ("قبل ثلاثة أيام", "2024-04-28"),
        ("أول من أمس", "2024-04-29"),
    ],
)
def test_dates_are_read_as_the_press_writes_them(text: str, value: str) -> None:
    assert [reading.value for reading in read_dates(text, "ar", base=datetime(2024, 5, 1, 12))] == [value]


def test_presentation_forms_become_letters_and_marks_of_direction_stay() -> None:
    assert cleaner.fix("ﻗﺎﻝ ﺍﻟﺮﺋﻴﺲ ﺇﻧﻪ ﺑﺎﻕ").text == "قال الرئيس إنه باق"
    assert cleaner.fix("\u200fقال الوزير\u200f إن (UN) وافقت").text == "\u200fقال الوزير\u200f إن (UN) وافقت"
    assert cleaner.fix("الحكـــومة فى عام 1445 هـ").text == "الحكـــومة فى عام 1445 هـ"
