"""Words that one passes on from another: who said them, and through whom they came, from inner to outer."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from cleaner.text import fold
from tests.speaking import find

NESTED = [
    # a word of the text itself says who passes them on
    ("de", "Anna Kluge habe ausgesagt, das Tor sei offen gewesen, teilte die Polizei mit.", "Tor sei offen", "Anna Kluge", ("Polizei",)),
    ("de", "Boris Winter sagte dem Präsidenten nach Angaben der Polizei, man warte noch.", "warte noch", "Boris Winter", ("Polizei",)),
    ("de", "Wie der „Kurier“ berichtet, sagte Anna Kluge intern, man warte noch.", "warte noch", "Anna Kluge", ("Kurier",)),
    ("de", "„Man wartet“, ließ Anna Kluge über ihre Anwältin erklären.", "Man wartet", "Anna Kluge", ("Anwältin",)),
    ("ru", "Глеб Орлов заявил, что мост закрыт, сообщили в Кремле, передает «Интерфакс».", "мост закрыт", "Глеб Орлов", ("Кремль", "Интерфакс")),
    ("ru", "Глеб Орлов, как сообщили в Кремле, заявил, что мост закрыт.", "мост закрыт", "Глеб Орлов", ("Кремль",)),
    ("ru", "«Мост закрыт», — заверил депутат Глеб Орлов, слова которого передает «Интерфакс».", "Мост закрыт", "Глеб Орлов", ("Интерфакс",)),
    ("ru", "«Мост закрыт», — приводит ТАСС ответ депутата Глеба Орлова на вопрос о паузе.", "Мост закрыт", "Глеб Орлов", ("ТАСС",)),
    ("ru", "«Мост закрыт», — цитирует автора отчета Глеба Орлова пресс-служба завода.", "Мост закрыт", "Глеб Орлов", ("пресс-служба завода",)),
    ("ru", "«Мост закрыт», — цитирует РИА Новости депутата Глеба Орлова.", "Мост закрыт", "Глеб Орлов", ("РИА Новости",)),
    ("ru", "Глеб Орлов сказал, что мост закрыт, передает Novosti24.kz.", "мост закрыт", "Глеб Орлов", ("Novosti24.kz",)),
    ("ru", "Глеб Орлов ответил, что мост закрыт, утверждает Bloomberg, ссылаясь на двух местных чиновников.", "мост закрыт", "Глеб Орлов", ("два местных чиновника", "Bloomberg")),
    # another lends his voice
    ("ru", "Госдеп устами Анны Беловой назвал план «обнадеживающим».", "обнадеживающим", "Госдеп США", ("Анна Белова",)),
    ("ru", "Министр через пресс-секретаря передал, что мост закрыт.", "мост закрыт", "Министр", ("пресс-секретарь",)),
    ("fr", "Le syndicat a demandé, par la voix de sa présidente Anne Combes, si la pendule avait été retrouvée.", "la pendule", "syndicat", ("Anne Combes",)),
    ("it", "La Fabi, per bocca del segretario locale Igor Serra, stima che 480 posti siano a rischio.", "480 posti", "Fabi", ("Igor Serra",)),
    ("en", "Mr. Barlow said through a spokesman that he would not resign.", "would not resign", "Barlow", ("a spokesman",)),
    # somebody tells of another's words in his own
    ("en", "“The vice president said, ‘Gentlemen, sit down.’ That was it,” said John Barlow, a clerk.", "Gentlemen", "vice president", ("John Barlow",)),
    ("en", "\"My doctor told me I had six months to live,\" said John Barlow, a retired teacher.", "six months", "doctor", ("John Barlow",)),
    ("ru", "— Мне коллега из Кемерова прямо сказал: «Мост закрыт, ехать нельзя», — вспоминает директор завода Глеб Орлов.", "Мост закрыт", "коллега из Кемерова", ("Глеб Орлов",)),
    ("ru", "«Сын мне позвонил и сказал: „Мост закрыт“», — рассказывает Анна Белова.", "Мост закрыт", "Сын", ("Анна Белова",)),
    # who was told it passes it on
    ("de", "„Wir warten“, sagte Anna Kluge, die Präsidentin. Boris Winter habe ihr am Telefon zugesichert, die Sache anzuschauen.", "Sache anzuschauen", "Boris Winter", ("Anna Kluge",)),
    ("de", "„Ich warte seit Mai“, sagt Anna Kluge. Der Arzt habe ihr gesagt, sie müsse Geduld haben.", "müsse Geduld", "Arzt", ("Anna Kluge",)),
    ("fr", "« On a tout essayé », raconte Karim Bellil, un marin de 34 ans. Le capitaine lui aurait seulement dit : « Tenez bon. »", "Tenez bon", "capitaine", ("Karim Bellil",)),
    ("es", "«Fui a verlo», cuenta Edgar Palomino, dueño del bar. El ministro le respondió que no recibía órdenes de nadie.", "órdenes", "ministro", ("Edgar Palomino",)),
    ("it", "«Ci ho provato», racconta Duilio Serra, allevatore. L'assessore all'Ambiente gli avrebbe consigliato di non firmare niente.", "firmare niente", "assessore all'Ambiente", ("Duilio Serra",)),
    ("en", "The plan was dead, John Barlow said. Renner had told him, he said, that the decision had been made.", "decision had been made", "Renner", ("John Barlow",)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "piece", "speaker", "channels"), NESTED)
def test_words_passed_on_have_their_speaker_and_their_channels(
        language: str, text: str, piece: str, speaker: str, channels: tuple[str, ...]) -> None:  # fmt: skip
    _, statements = find(f"{text}\n\n.", language)
    got = [(fold(s.speaker or ""), tuple(map(fold, s.reported_via))) for s in statements if piece in s.text]
    assert (fold(speaker), tuple(map(fold, channels))) in got


ALONE = [
    ("en", "John Barlow told Ann Ray that the bridge was shut. Ann Ray told him the road was open."),
    ("de", "„Man wartet“, sagte Anna Kluge. Boris Winter sagte am Abend, die Straße sei offen."),
    ("ru", "«Мост закрыт», — сказал Глеб Орлов. «Дорога открыта», — заявила Анна Белова."),
]


@pytest.mark.parametrize(("language", "text"), ALONE)
def test_nobody_passes_on_what_stands_beside_another_statement(language: str, text: str) -> None:
    _, statements = find(f"{text}\n\n.", language)
    assert len(statements) > 1
    assert not any(s.reported_via for s in statements)


def test_the_title_of_an_agency_names_who_reports_it() -> None:
    text = "Киев готов к паузе, передал Орлов Беловой — Reuters\n\nДепутат Глеб Орлов сказал Анне Беловой, что Киев готов к паузе, пишет Reuters."
    _, statements = find(text, "ru")
    assert [(s.speaker, s.reported_via) for s in statements] == [("Глеб Орлов", ("Reuters",))] * 2


def test_an_answer_leaves_out_the_words_it_passes_on() -> None:
    text = """Интервью с Глебом Орловым

Глеб Орлов возглавил завод весной. Мы встретились в цехе.

— Глеб Петрович, почему вы согласились?

— Меня попросили. Мне коллега из Омска прямо сказал: «Бери». Я взял.

— Вы жалеете об этом?

— Я не жалею. У нас работа.

— Что вы скажете рабочим?

— Скажу, что мы справимся. Нам не впервой.

— А вам не страшно?

— Мне страшно, но мы работаем."""
    _, statements = find(text, "ru")
    answers = {tuple(text[a:b] for a, b in s.content): s.speaker for s in statements if s.rule == "ru/answer"}
    assert "Глеб Орлов" in answers.values()
    assert any(s.speaker == "коллега из Омска" and s.reported_via == ("Глеб Орлов",) for s in statements)
