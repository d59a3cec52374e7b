# ruff: noqa: E501 (sentences stand on one line)
"""Odd spellings of names: what is repaired, by which witnesses, and what must stay."""

import pytest

from cleaner.config import Config
from cleaner.document import Block, Document
from cleaner.repairs import propose

REPAIRED = [
    # a stray accent, letters of another alphabet, misread and mistyped letters, in a full name and alone
    ("en", "He saw Emmanuel Macron. Then Macron left, and Emmanuel Mácron spoke.", "Mácron", "Macron"),
    ("en", "He saw Marta Lindqvist. Then Lindqvist left. “No,” said Lindqvíst.", "Lindqvíst", "Lindqvist"),
    ("en", "He saw Olaf Scholz. Then Scholz left and Olaf Sсholz spoke.", "Sсholz", "Scholz"),
    ("en", "He saw Harold Whitcombe. Then Whitcombe left, and Wh1tcombe spoke.", "Wh1tcombe", "Whitcombe"),
    ("en", "He saw Harold Whitcombe. Then Whitcombe left. Harold Whitcornbe spoke.", "Whitcornbe", "Whitcombe"),
    ("en", "He saw Patrick Donnelly. Then Donnelly left, and Patrick Donnlely spoke.", "Donnlely", "Donnelly"),
    ("en", "He saw Patrick Donnelly. Then Donnelly left. Donnnelly spoke. So did Donnelly.", "Donnnelly", "Donnelly"),
    ("fr", "Il a vu Élise Beaumont. Puis Beaumont est partie, et Élise Beaumomt a parlé.", "Beaumomt", "Beaumont"),
    ("de", "Gestern traf er Tobias Krenner. Danach ging Krenner, und Tobias Krener sprach.", "Krener", "Krenner"),
    ("ru", "Вчера приехал Сергей Иванченко. Потом Сергей Ивaнченко ушёл, и Иванченко молчал.", "Ивaнченко", "Иванченко"),
    # the spelling of another language, where the own one stands too, or the list knows it
    ("en", "He saw Vladimir Putin. Putin left. “Vladimir Poutine is wrong,” they said.", "Poutine", "Putin"),
    ("en", "He saw Alexander Lukashenko. Later Lukashenko met Alexandre Loukachenko's aide.", "Alexandre Loukachenko", "Alexander Lukashenko"),
    ("en", "In the evening they called Mikhaïl Michoustine again.", "Mikhaïl Michoustine", "Mikhail Mishustin"),
    ("fr", "Hier, Vladimir Poutine a parlé. Puis Poutine est parti avec Vladimir Putin.", "Putin", "Poutine"),
    ("de", "Gestern sprach Wladimir Putin. Danach reiste Vladimir Poutine ab. Wladimir Putin schwieg.", "Vladimir Poutine", "Wladimir Putin"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "odd", "right"), REPAIRED)
def test_an_odd_spelling_is_repaired_to_what_stands_elsewhere(language: str, text: str, odd: str, right: str) -> None:
    document = repaired(language, text)
    assert document.blocks[0].text == text.replace(odd, right)
    made = {e.before: e for e in document.entries if e.action == "repair"}
    for before, after in zip(odd.split(), right.split(), strict=True):
        if before != after:
            assert made[before].after == after
            assert made[before].kind in ("name_variant", "name_misspelling")
            assert repr(after) in made[before].why
    assert "name_variants_in_text" in {e.kind for e in document.entries if e.action == "flag"}


def repaired(language: str, *texts: str, label: str = "body") -> Document:
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block(text, at, at + len(text), label=label, language=language))
        at += len(text) + 2
    document = Document("\n\n".join(texts), tuple(blocks), language=language)
    return document.apply("repair_text", propose(document, Config()))


def test_witnesses_may_stand_in_another_paragraph() -> None:
    document = repaired("en", "He saw Emmanuel Macron.", "Then Macron left.", "Emmanuel Mácron spoke.")
    assert [b.text for b in document.blocks] == ["He saw Emmanuel Macron.", "Then Macron left.", "Emmanuel Macron spoke."]


def test_noise_is_no_witness_and_is_not_touched() -> None:
    document = repaired("en", "He saw Emmanuel Macron and Macron.", "Emmanuel Mácron spoke.", label="footer")
    assert document.entries == ()


TRAPS = [
    # right in its own language
    ("fr", "Hier, Vladimir Poutine a reçu Alexandre Loukachenko. Selon Poutine, tout va bien."),
    ("de", "Gestern sprach Wladimir Putin mit Wolodymyr Selenskyj über Alexej Nawalny."),
    ("es", "Ayer Vladímir Putin habló con Volodímir Zelenski y con Recep Tayyip Erdoğan."),
    ("it", "Ieri Vladimir Putin ha parlato con Aljaksandr Lukašenka e con Papa Francesco."),
    ("pl", "Wczoraj Władimir Putin rozmawiał z Emmanuelem Macronem. Prezydent Emmanuel Macron milczał."),
    ("nl", "Gisteren sprak Vladimir Poetin met Mark Rutte. Volgens Poetin is alles goed."),
    ("tr", "Dün Recep Tayyip Erdoğan konuştu. Erdoğan'ın sözleri yankı buldu."),
    # other people who look alike
    ("en", "He saw Olaf Scholz. Scholz left, Scholz returned. Then Martin Schulz spoke, and Schulz left."),
    ("en", "He cited Ali Khamenei. Khamenei spoke. Khamenei left. Ruhollah Khomeini had said so in 1979."),
    ("en", "He saw Kim Jong-un. Kim Jong-un spoke. Kim Jong-un left. His father Kim Jong-il had died."),
    ("en", "He met George W. Bush. Bush left. His father George H. W. Bush had stayed."),
    ("en", "He saw Sergei Tikhanovsky in jail. Svetlana Tikhanovskaya left. Tikhanovskaya and Tikhanovskaya's aide spoke."),
    ("en", "He saw Ivan Petrov. Petrov left. Petrov came back. Irina Petrova, his wife, stayed."),
    ("en", "He saw Lech Kaczyński. Kaczyński spoke. His twin Jarosław Kaczyński listened."),
    ("en", "He saw Hans Meier. Meier spoke, Meier left. Karl Meyer listened."),
    ("en", "He saw Emmanuel Macron. Macron spoke. His father Jean-Michel Macron and Louis Mácron listened."),
    ("en", "He met Anna Schmidt. Schmidt spoke, Schmidt left. Peter Schmitt stayed."),
    ("en", "He met John Smith. Smith spoke, Smith left. Joan Smith stayed with Jon Smith."),
    ("en", "He saw Robert Kennedy. Kennedy spoke. Robert Kennedy Jr. listened."),
    ("en", "He met Carlos Hansen. Hansen spoke, Hansen left. Then Peter Hanson and Jens Jansen came."),
    ("fr", "Il a vu Michel Martin. Martin parlait. Michèle Martin écoutait, Martine Martin aussi."),
    # endings
    ("en", "He met Emmanuel Macron. The Macrons left, and Macron's aide too. Macron's wife Brigitte Macron stayed."),
    ("de", "Gestern traf Angela Merkel die Presse. Merkels Sprecher schwieg, Angela Merkel nicht. Merkel ging."),
    ("ru", "Владимир Путин встретил Эмманюэля Макрона. С Путиным говорил Макрон. Путину ответил Эмманюэль Макрон."),
    ("pl", "Andrzej Duda mówił. Z Andrzejem Dudą rozmawiał Donald Tusk. Dudzie odpowiedział Tusk. Tuska zapytano."),
    ("cs", "Petr Pavel mluvil. Petra Pavla slyšel Andrej Babiš. Babiše se ptali, Babišovi nevěřili."),
    ("uk", "Володимир Зеленський прибув. Із Володимиром Зеленським говорили. Зеленському відповіли."),
    ("hu", "Orbán Viktor beszélt. Orbánnal tárgyaltak. Orbánnak válaszoltak."),
    # accents that belong, and forms without them that are as good
    ("en", "He saw Recep Tayyip Erdogan. Erdogan spoke. Erdogan left. His party posted that Erdoğan was right."),
    ("en", "The coach José Mourinho spoke. Later Mourinho left. Jose Mourinho will be back, Jose Mourinho said."),
    ("en", "It was Péter Szijjártó who spoke. Szijjarto left. Szijjarto came back. Szijjarto slept."),
    ("en", "He saw Volodymyr Zelenskyy. Zelenskyy spoke. Then Zelensky left. Volodymyr Zelensky returned."),
    ("fr", "Elle a vu Francois Hollande et François Hollande. Hollande parlait."),
    ("fr", "L'Etat et l'État, l'Elysée et l'Élysée : Emmanuel Macron a parlé à l'Elysée."),
    # quoted, marked, addressed
    ("en", "He saw Vladimir Putin. Putin left. The paper wrote: “Le président Vladimir Poutine est dans la ville.” Putin denied it."),
    ("en", "He saw Emmanuel Macron. Macron left. A sign read “Emmanuel Mácron (sic) must go”. Macron smiled."),
    ("en", "He saw Emmanuel Macron. Macron left. Follow @EmmanuelMácron or #EmmanuelMácron. Macron smiled."),
    ("en", "He saw Vladimir Putin. Putin left. See https://example.fr/Vladimir-Poutine or mail Poutine@example.fr. Putin smiled."),
    ("en", "He saw Vladimir Putin. Putin left. They ate poutine. “Poutine is a dish,” he said. Putin smiled."),
    # a house's own style
    ("en", "In Kiev, he saw Alexandre Loukachenko. Then Loukachenko left, and Loukachenko's aide spoke."),
    ("en", "Nagorno-Karabakh and Karabagh are one region. Karabakh is small. Karabakh is far. Karabakh is poor."),
    ("en", "Kyiv and Kiev are one city. Donbas and Donbass are one region. In Donbas, in Donbas, in Kyiv."),
    ("en", "MACRON MEETS PUTIN. Emmanuel Macron spoke. Macron left, and Macron returned. MÁCRON was on the wall."),
    # no people
    ("en", "The Urban Cafe opened. The Cafe is small; the Cafe sells tea. The Café Kacao is larger."),
    ("en", "They asked Austral Lines and Austral Lines, then Austral Lineas and the Lines office."),
    ("en", "The Real State fund and the Real State bank. The State spoke. The Real Estate market fell."),
    ("en", "Iran and Iraq signed. Iran is large. Iran is old. Slovakia and Slovenia and Slovenia and Slovenia."),
    ("en", "He met Mike Winter. Winter spoke, and Winter left. Winner of the prize is another. Winter smiled."),
    ("en", "He met Tom Porter. Porter spoke, and Porter left. A Potter film ran. Porter smiled."),
    ("en", "He met Paul Harper. Harper spoke, Harper left. Sharper cuts are ahead. Harper smiled."),
    # other scripts
    ("zh", "普京会见了马克龙，弗拉基米尔·普京表示，会谈很好。"),
    ("ja", "プーチン大統領とマクロン大統領が会談した。（モスクワ）"),
    ("ar", "التقى فلاديمير بوتين مع إيمانويل ماكرون، وقال بوتين إن المحادثات جيدة."),
    ("fa", "رئیس‌جمهور می‌گوید که مذاکرات ادامه دارد."),
    ("hi", "प्रधानमंत्री नरेन्द्र मोदी ने कहा कि बातचीत जारी रहेगी।"),
    ("ko", "문재인 대통령은 김정은 위원장과 만났다."),
    ("el", "Ο Κυριάκος Μητσοτάκης μίλησε. Του Μητσοτάκη απάντησε ο Αλέξης Τσίπρας."),
    ("he", "בנימין נתניהו נפגש עם ולדימיר פוטין."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), TRAPS)
def test_names_that_are_right_stay(language: str, text: str) -> None:
    document = repaired(language, text)
    assert document.blocks[0].text == text
    assert [e for e in document.entries if e.action == "repair"] == []


CLEAN = [
    ("en", "“It’s fine,” he said — ‘quite fine’… and left."),
    ("en", "Wait . . . what?! Really?? No!!"),
    ("en", "The U.S., the U.K. and Inc., etc. are fine. He wrote “yes.” Then no..."),
    ("en", "It costs $1,000.50 (or €1.000,50); 10% off: 50%. Version 2.0.1, at 10:30 a.m."),
    ("en", "See https://example.com/?a=1&copy=2&b=caf%C3%A9 and file C:\\users\\u00e9 now."),
    ("en", "R&D, AT&T and Q&A at M&S. 5 < 6 & 7 > 2."),
    ("en", "A naïve café owner, a façade, El Niño, Ångström and Åse Øst from Ærø and Łódź."),
    ("en", "He typed \"Ã©\" where “é” was meant."),
    ("en", "The first sign, the ™ and ½ and № stay."),
    ("en", "Families \U0001f468\u200d\U0001f469\u200d\U0001f467 and flags \U0001f1eb\U0001f1f7 and ❤\ufe0f stay."),
    ("fr", "«\u00a0Oui\u00a0», a-t-il dit\u00a0: 50\u202f% d’accord\u00a0!"),
    ("fr", "Biélorussie : «inacceptables», dit-il ; vraiment ? À l’Élysée, où l’œuvre de Noël."),
    ("fr", "L’Âme, l’Ãge et les Pays-Bas : un château à Sète."),
    ("de", "„Nein“, sagte er – ‚wirklich nicht‘. Straße, Größe, Ähre, Öl, Übel."),
    ("es", "¿Qué? ¡Sí! El señor Muñoz, de Córdoba, dijo: «No»."),
    ("pt", "São Paulo, Irã, maçã, avô, avó e ação: IRMÃ E MÃE."),
    ("pl", "Zażółć gęślą jaźń. Łódź, Kraków i Świnoujście."),
    ("ro", "Ștefan și Țara Românească, în București. Ședința a început."),
    ("vi", "Chủ tịch nước Nguyễn Xuân Phúc đã đến Hà Nội. Ăn Ông Ưng."),
    ("tr", "İstanbul, Iğdır, Şırnak ve Çağrı: ğüşiöç."),
    ("cs", "Příliš žluťoučký kůň úpěl ďábelské ódy."),
    ("is", "Það er Ísland, þar sem Ægir og Össur búa."),
    ("ru", "«Да», — сказал он. Съезд прошёл; всё хорошо… № 5"),
    ("el", "Η Ελλάδα, «όμορφη», είπε· γιατί;"),
    ("zh", "他说：“会谈很好。”（新华社）　第二段，Ｑ＆Ａ！"),
    ("ja", "「はい」と彼は言った。ＡＢＣ　１２３　（笑）"),
    ("ko", "그는 “네”라고 말했다. ㄱㄴㄷ"),
    ("th", "นายกรัฐมนตรี\u200bกล่าวว่า\u200bการเจรจา"),
    ("fa", "می‌خواهم به خانه‌ها بروم."),
    ("ar", "قال: «نعم»، ثم غادر؟ ١٢٣\u200f (أ)"),
    ("he", "הוא אמר \u200fשלום\u200e (ABC) והלך."),
    ("hi", "क्‍या हाल है? नमस्ते।"),
    ("ml", "അവന്‍ പറഞ്ഞു."),
    ("und", "12:30 — 13:45 · 3/4 · 25\u00a0% · a=b · f(x)=y"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), CLEAN)
def test_clean_text_stays(language: str, text: str) -> None:
    from cleaner.repairs import encoding, fix

    document = Document(text, (Block(text, 0, len(text), label="body", language=language),), language=language)
    document = document.apply("repair_encoding", encoding.propose(document, Config()))
    document = document.apply("repair_text", propose(document, Config()))
    assert document.blocks[0].text == text
    assert fix(text, language).text == text
