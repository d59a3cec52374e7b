"""What looks like a statement on German and Russian pages and is none, beside what is one. Invented sentences.

Each row: the language, a sentence in which nobody says anything, one like it in which somebody does, a piece of what
he says, and who he is. The voice is silent.
"""

from __future__ import annotations

import pytest

from cleaner.attribution.voice import choosing as voice
from tests.speaking import find

ROWS = {
    "a nozzle demands, a union demands": (
        "de", "Die Düse verlangt Übung.",
        "Die Gewerkschaft verlangt mehr Lohn.", "mehr Lohn", "Gewerkschaft"),
    "a product promises, its maker promises that": (
        "de", "PostgreSQL garantiert Konsistenz, Redis nicht.",
        "Der Hersteller garantiert, dass die Daten stimmen.", "Daten stimmen", "Hersteller"),
    "a test confirms, an agency confirms": (
        "de", "Ein Test bestätigt, dass der Speicher greift.",
        "Die Behörde bestätigt, dass der Speicher leckt.", "Speicher leckt", "Behörde"),
    "a message means, a ruling says": (
        "de", "Die Lampe zeigt, dass die Leitung steht.",
        "Das Gutachten zeigt, dass die Leitung leckt.", "Leitung leckt", "Gutachten"),
    "a bank offers accounts, a minister offers to": (
        "de", "Banken bieten Konten ohne Gebühr an.",
        "Der Minister bietet an, die Gebühr zu streichen.", "Gebühr zu streichen", "Minister"),
    "a contract guarantees a rate, a mayor that": (
        "de", "Der Vertrag garantiert 2,5 Prozent.",
        "Die Bürgermeisterin garantiert, dass die Schule bleibt.", "Schule bleibt", "Bürgermeisterin"),
    "the picture shows, that said the doctor": (
        "de", "Der Fehler ist gefunden. Das Bild zeigt die Pumpe.",
        "Der Fehler ist gefunden. Das sagte die Ärztin Paula Kern am Montag.", "Fehler ist gefunden", "Paula Kern"),
    "it means wait, it says in the report": (
        "de", "Hier heißt es abwarten.",
        "Im Bericht heißt es, die Brücke sei marode.", "Brücke sei marode", "Bericht"),
    "my machine, the neighbour thinks": (
        "de", "Hallo zusammen, meine Maschine pumpt nicht mehr ab.",
        "Der Nachbar meint, es sei die Pumpe.", "es sei die Pumpe", "Nachbar"),
    "if the mechanic says, the mechanic says": (
        "de", "Falls der Techniker sagt, die Leitung sei tot, hilft nur Geduld.",
        "Der Techniker sagt, die Leitung sei tot.", "Leitung sei tot", "Techniker"),
    "a method in marks, a critic in marks": (
        "de", "Die Methode „describe()“ beschreibt das Objekt.",
        "„Das Objekt ist schlecht beschrieben“, sagt die Kritikerin Rosa Lehn.", "schlecht beschrieben", "Rosa Lehn"),
    "mentioned above, mentioned by": (
        "de", "Wie oben erwähnt, kann das zu Problemen führen.",
        "Wie Rosa Lehn sagte, ist der Weg steil.", "Weg steil", "Rosa Lehn"),
    "the system asks you, the system's owner asks": (
        "de", "Das System fordert Sie auf, ein Kennwort zu vergeben.",
        "Die Behörde fordert die Mieter auf, ein Kennwort zu vergeben.", "Kennwort zu vergeben", "Behörde"),
    "this cake demands, this minister demands": (
        "de", "Dieser Kuchen schmeckt gut und verlangt nur sechs Zutaten.",
        "Dieser Minister schweigt selten und verlangt nun mehr Geld.", "mehr Geld", "Minister"),
    "one says, she says": (
        "de", "Man sagt ja, Kalk ist der Feind.",
        "Rosa Lehn sagt, Kalk sei der Feind.", "Kalk sei der Feind", "Rosa Lehn"),
    "the answer stands there, it stands in the report": (
        "de", "Die Antwort steht im Kommentar.",
        "Im Bericht steht, dass die Pumpe defekt ist.", "Pumpe defekt ist", "Bericht"),
    "a display reports, a station reports": (
        "de", "Die LED meldet „Bereit“, sobald die Verbindung steht.",
        "Die Polizei meldet „starke Schäden“ an der Brücke.", "starke Schäden", "Polizei"),
    "a sign at the gate, a letter": (
        "de", "Ein Schild am Tor verkündet „Willkommen“.",
        "Ein Brief der Firma verkündet „das Ende der Produktion“.", "Ende der Produktion", "Brief"),
    "a look inside gives away, a doctor gives away": (
        "de", "Ein Blick ins Innere verrät: Da steckt eine Münze.",
        "Die Ärztin Paula Kern verrät: Da steckt eine Münze.", "Da steckt eine Münze", "Paula Kern"),
    "a firm until today": (
        "de", "Brennhoff bestätigt den Trend.",
        "Der Hersteller Brennhoff bestreitet bis heute, dass die Serie ein Problem hat.", "ein Problem", "Brennhoff"),
    "the writer would say, his sister says": (
        "de", "Ich würde sagen, das Sieb ist verstopft.",
        "Meine Schwester sagt, das Sieb sei verstopft.", "Sieb sei verstopft", "Schwester"),
    "a sensor reports, a ministry reports": (
        "ru", "Датчик сообщает о препятствии звуковым сигналом.",
        "Министерство сообщает, что мост закрыт.", "мост закрыт", "министерство"),
    "a package promises, a mayor promises": (
        "ru", "Упаковка обещает четыре литра.",
        "Мэр Родион Хаустов обещает открыть мост.", "открыть мост", "Родион Хаустов"),
    "our test showed, the poll showed": (
        "ru", "Инвестиции показывают, что завод растёт.",
        "Опрос показывает, что завод растёт.", "завод растёт", "опрос"),
    "a shop offers discounts, a ministry offers to": (
        "ru", "Магазин предлагает скидки.",
        "Министерство предлагает отменить сбор.", "отменить сбор", "министерство"),
    "a dessert demands, a union demands": (
        "ru", "Мука требует просеивания.",
        "Профсоюз требует отставки директора.", "отставки директора", "профсоюз"),
    "a museum invites, a governor invites": (
        "ru", "Музей приглашает на экскурсию.",
        "Губернатор Пётр Лосев пригласил врачей на встречу.", "встречу", "Пётр Лосев"),
    "a letter tells of, a letter says that": (
        "ru", "Письмо сообщает о размере пенсии.",
        "Письмо сообщает, что пенсия вырастет.", "пенсия вырастет", "письмо"),
    "noted earlier, as the doctor noted": (
        "ru", "Как уже говорилось выше, пароль лучше сменить.",
        "Как сказала врач Анна Белова, пароль лучше сменить.", "лучше сменить", "Анна Белова"),
    "this tells of, she tells": (
        "ru", "Анна Белова живёт здесь. Это говорит о многом.",
        "Анна Белова живёт здесь. «Это хорошо», — говорит она.", "Это хорошо", "Анна Белова"),
    "a tool in marks, words in marks": (
        "ru", "Анна Белова живёт здесь. «Зануда» – указывает на повторы.",
        "Анна Белова живёт здесь. «Повторы мешают», – указывает она.", "Повторы мешают", "Анна Белова"),
    "developers add a theme, a doctor adds that": (
        "ru", "Разработчики добавили тёмную тему.",
        "Разработчики добавили, что тему можно сменить.", "тему можно сменить", "разработчики"),
    "support answers around the clock, she answers": (
        "ru", "Программа отвечала пустотой.",
        "«Нет», — отвечает Анна Белова.", "Нет", "Анна Белова"),
    "a plant answers a challenge, its boss": (
        "ru", "Завод ответил на вызов времени.",
        "Мэр Родион Хаустов ответил, что мост закрыт.", "мост закрыт", "Родион Хаустов"),
    "a console writes, a neighbour writes": (
        "ru", "Консоль пишет: «Неверный пароль».",
        "Сосед пишет: «Неверный пароль».", "Неверный пароль", "сосед"),
    "by statistics, by the ministry's": (
        "ru", "По статистике, число больных растёт.",
        "По данным министерства, число больных растёт.", "больных растёт", "министерств"),
    "a folk saw, a ruling": (
        "ru", "Народная мудрость гласит: тише едешь, дальше будешь.",
        "Отчёт гласит: число больных растёт.", "больных растёт", "отчёт"),
    "if the boss says, the boss says": (
        "ru", "Если продавец говорит, что это норма, идите в суд.",
        "Продавец говорит, что это норма.", "это норма", "продавец"),
}


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice, "speak", lambda lines, claims, cast: list(claims))


@pytest.mark.parametrize("name", ROWS)
def test_things_say_nothing(name: str) -> None:
    _, statements = find(f"{ROWS[name][1]}\n\n.", ROWS[name][0])
    assert [(s.rule, s.speaker, s.text) for s in statements] == []


@pytest.mark.parametrize("name", ROWS)
def test_who_can_say_something_does(name: str) -> None:
    language, _, text, said, speaker = ROWS[name]
    _, statements = find(f"{text}\n\n.", language)
    found = [s for s in statements if said in s.text and speaker.lower() in (s.speaker or "").lower()]
    assert found, [(s.rule, s.speaker, s.text) for s in statements]
