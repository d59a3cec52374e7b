"""Who speaks in German and Russian news prose: roles taken up, sources and channels, posters and reports, cases."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from cleaner.text import fold
from tests.speaking import find

SAID = [
    # a role in a text without articles takes up who was named; sides of a court are never one person
    ("ru", "Охранник склада Илья Рябов рассказал, что сирена молчала. «Никто не вышел», — добавил свидетель.", "Никто не вышел", "Илья Рябов", ()),
    ("ru", "Депутат Госдумы Семен Лукин внес законопроект. «Это вопрос безопасности», — пояснил парламентарий.", "вопрос безопасности", "Семен Лукин", ()),
    ("de", "Richterin Ute Behrens eröffnete die Sitzung. „Aus Scham“, antwortete der Angeklagte.", "Aus Scham", "Angeklagte", ()),
    # a question parted from the next quotation by a dash
    ("ru", "Заседание началось.\n\n«Сколько вас было?» — спросил Глеб Иванов. «Нас было двенадцать», — ответил Олег Петров.", "Сколько вас", "Глеб Иванов", ()),
    # the paper that is told stands between verb and speaker
    ("ru", "«Курс определяет рынок», — сказал «Известиям» в кулуарах форума первый зампред банка Антон Гуров.", "Курс определяет", "Антон Гуров", ()),
    ("ru", "В мэрии «Фонтанке» пояснили, что мост откроют «до конца месяца».", "до конца месяца", "мэрия", ()),
    ("ru", "«Мы ничего не знали», — признался Reuters один из участников переговоров.", "Мы ничего", "один из участников переговоров", ()),
    ("de", "Er werde kommen, sagte ein westlicher Diplomat der Deutschen Presse-Agentur.", "werde kommen", "ein westlicher Diplomat", ()),
    ("de", "Das stimme nicht, sagte eine Sprecherin der Zeitung.", "stimme nicht", "eine Sprecherin der Zeitung", ()),
    # one of several under the words of the text
    ("ru", "Один из чиновников рассказал изданию, что бюджет урезали вдвое.", "бюджет урезали", "Один из чиновников", ()),
    ("de", "Einer der Ermittler sagte der Zeitung, man habe zu spät reagiert.", "zu spät reagiert", "Einer der Ermittler", ()),
    ("de", "Drei der fünf Gutachter warnten davor, die Brücke zu öffnen.", "Brücke zu öffnen", "Drei der fünf Gutachter", ()),
    # an adverb between the quotation and its verb
    ("ru", "«Смета утверждена», — осторожно заметила глава комитета Алина Дорн.", "Смета утверждена", "Алина Дорн", ()),
    # names in the first case, as verb or participle show
    ("ru", "Уполномоченный по правам ребенка Фаина Зиннатуллина, приехавшая в школу, назвала случившееся «провалом взрослых».", "провалом взрослых", "Фаина Зиннатуллина", ()),
    ("ru", "«Мы не ведем переговоров», — приводит слова Веры Громовой ТАСС.", "не ведем", "Вера Громова", ("ТАСС",)),
    ("ru", "В федерации подтвердили, что турнир пройдет в мае.", "турнир пройдет", "федерация", ()),
    # who attributes the sentence before passes it on; a source is taken up again
    ("ru", "Министр финансов предложил «паузу» в выплатах. Об этом сообщает Reuters со ссылкой на источник в правительстве.", "паузу", "Министр финансов", ("источник в правительстве", "Reuters")),
    ("ru", "Завод закроют, сообщил «Интерфаксу» источник в министерстве. «Рабочих предупредили», — добавил собеседник агентства.", "Рабочих предупредили", "источник в министерстве", ()),
    ("ru", "«Мы ждали», — сказал директор завода Павел Корнев. Мэр Иван Попов, по его словам, заявил, что денег нет.", "денег нет", "Иван Попов", ("Павел Корнев",)),
    ("ru", "Режиссер Петр Янин вспоминает, как мастер говорил ему: «Играй молча».", "Играй молча", "мастер", ("Петр Янин",)),
    ("ru", "Кремль: Путин заявил, что готов к переговорам\n\nТекст.", "готов к переговорам", "Путин", ("Кремль",)),
    ("de", "Nova meldete unter Berufung auf Ermittlerkreise, der Verdächtige sei gefasst.", "Verdächtige sei", "Ermittlerkreise", ("Nova",)),
    ("de", "Wie die „Süddeutsche Zeitung“ unter Berufung auf Ermittler berichtet, plant die Bahn Kürzungen.", "plant die Bahn", "Ermittler", ("Süddeutsche Zeitung",)),
    ("de", "„Das reicht nicht“, zitierte Gerda Hassel aus dem Brief eines Lehrers.", "Das reicht nicht", "ein Lehrer", ("Gerda Hassel",)),
    ("de", "„Ich war das nicht“, ließ der Beschuldigte seinen Anwalt erklären.", "war das nicht", "Beschuldigte", ("Anwalt",)),
    # what stands on posters, in reports and in them
    ("de", "Auf einem Plakat stand: „Kein Meter weiter“.", "Kein Meter", "Plakat", ()),
    ("de", "Im Protokoll der Sitzung ist von „erheblichen Mängeln“ die Rede.", "erheblichen Mängeln", "Protokoll der Sitzung", ()),
    ("de", "Ein Gutachten des Landesamts liegt vor. Die Glocke sei „gefährdet“, heißt es darin.", "gefährdet", "Gutachten des Landesamts", ()),
    # for whom something is what he calls it; verbs that end their clause; labels
    ("de", "Für die Linke ist der Haushalt „ein Offenbarungseid“.", "Offenbarungseid", "Linke", ()),
    ("de", "„Nein“, sagte Anna Kluge vor dem Tor, wo Beschäftigte „Wir bleiben hier“ skandierten.", "Wir bleiben hier", "Beschäftigte", ()),
    ("de", "Die Opposition ortet darin einen „Kniefall vor der Lobby“.", "Kniefall vor der", "Opposition", ()),
    ("de", "„Das war knapp“, räumte Chef Jens Ritter ein. Kündigungen „kann heute niemand ausschließen, der seriös ist“.", "kann heute niemand", "Jens Ritter", ()),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "piece", "speaker", "channels"), SAID)
def test_words_have_their_speaker_and_who_passes_them_on(
        language: str, text: str, piece: str, speaker: str, channels: tuple[str, ...]) -> None:  # fmt: skip
    _, statements = find(f"{text}\n\n.", language)
    at = text.index(piece)
    said = [s for s in statements if any(a <= at < b for a, b in s.content)]
    got = [(fold(s.speaker or ""), tuple(map(fold, s.reported_via))) for s in said]
    assert (fold(speaker), tuple(map(fold, channels))) in got


NOTHING = [
    ("de", "Die Krankenkassen äußerten sich zunächst nicht."),
    ("de", "Die Staatsanwaltschaft äußert sich vor den Plädoyers nicht."),
    ("de", "Für ein Interview stand er nicht zur Verfügung."),
    ("de", "Das Amtsgericht hat den Mann zu 40 Tagessätzen verurteilt."),
    ("de", "Die Fans sangen „Oh, wie ist das schön“."),
    ("ru", "Ей обещали, что деньги вернут."),
    ("ru", "Сигнал сработал, но на пульте решили, что он «глючит»."),
]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_deeds_refusals_and_nobody_in_particular_make_no_speaker(language: str, text: str) -> None:
    _, statements = find(f"{text}\n\n.", language)
    assert not [s.speaker for s in statements if s.kind != "non_statement" and s.speaker]
