# ruff: noqa: E501 (sentences stand on one line)
"""Damage of many kinds and languages, made by the tests themselves; and clean text that looks like damage."""

import html

import pytest

from cleaner import repairs
from cleaner.repairs import lost, mojibake, recoding

SENTENCES = {
    "en": "The café’s owner said: “We won’t reopen before May – the façade is naïve’s last hope.”",
    "fr": "La présidente de l’assemblée a déclaré que les députés étaient arrivés très tôt à Orléans.",
    "de": "Die Bürgermeisterin erklärte, dass die Straßen übers Wochenende für Fußgänger gesperrt würden.",
    "es": "El año pasado la compañía anunció que la inversión llegaría después de la elección.",
    "sv": "Regeringen säger att förslaget går vidare på måndag och att åtgärderna gäller överallt.",
    "cs": "Předseda vlády řekl, že jednání s opozicí budou příští týden pokračovat v Plzni.",
    "pl": "Prezydent zapowiedział, że ustawę podpisze dopiero po zakończeniu przesłuchań świadków.",
    "hu": "A miniszterelnök szerint a tüntetők többsége békés volt, és az erőszak elkerülhető lett volna.",
    "tr": "Başbakan, görüşmelerin önümüzdeki hafta İstanbul’da süreceğini ve güvenliğin artacağını söyledi.",
    "ro": "Președintele a anunțat că negocierile vor continua și săptămâna viitoare, la București.",
    "vi": "Thủ tướng cho biết cuộc họp sẽ tiếp tục vào tuần tới tại thành phố Đà Nẵng.",
    "ru": "Премьер-министр сообщил журналистам, что переговоры продолжатся на следующей неделе.",
    "uk": "Прем’єр-міністр повідомив, що переговори триватимуть наступного тижня у Львові.",
    "bg": "Министър-председателят обяви, че разговорите ще продължат и през следващата седмица.",
    "el": "Ο πρωθυπουργός ανακοίνωσε ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα στην Αθήνα.",
    "he": "ראש הממשלה הודיע כי השיחות יימשכו גם בשבוע הבא בירושלים.",
    "ar": "أعلن رئيس الوزراء أن المحادثات سوف تستمر في الأسبوع القادم في العاصمة.",
    "fa": "نخست‌وزیر گفت که گفت‌وگوها هفته آینده در تهران ادامه پیدا می‌کند.",
    "hi": "प्रधानमंत्री ने कहा कि बातचीत अगले सप्ताह भी जारी रहेगी।",
    "th": "นายกรัฐมนตรีกล่าวว่าการเจรจาจะดำเนินต่อไปในสัปดาห์หน้า",
    "ja": "首相は記者団に対し、協議を来週も続けると述べた。",
    "zh": "总理对记者表示，会谈将在下周继续进行。",
    "ko": "총리는 기자들에게 회담이 다음 주에도 계속될 것이라고 말했다.",
}
READ_AS = ("cp1252", "latin-1", "cp1250", "cp1251", "cp1254", "cp1256", "cp437", "cp850", "mac-roman")
LEGACY = [
    ("cs", "cp1250", "cp1252"), ("pl", "iso8859-2", "cp1252"), ("hu", "cp1250", "latin-1"), ("tr", "cp1254", "cp1252"),
    ("ru", "cp1251", "cp1252"), ("ru", "koi8-r", "cp1251"), ("ru", "cp1251", "koi8-r"), ("bg", "cp866", "cp1251"),
    ("ru", "iso8859-5", "latin-1"), ("el", "cp1253", "cp1252"), ("he", "cp1255", "cp1252"), ("ar", "cp1256", "cp1252"),
    ("th", "cp874", "latin-1"), ("ja", "cp932", "latin-1"), ("ja", "euc_jp", "cp1252"), ("zh", "gbk", "cp1252"),
    ("ko", "euc_kr", "latin-1"), ("fr", "mac-roman", "cp1252"), ("fr", "cp1252", "mac-roman"), ("de", "cp850", "cp1252"),
    ("sv", "cp1252", "cp850"), ("fr", "cp1252", "cp1251"), ("es", "cp1252", "cp1250"), ("de", "cp1252", "cp437"),
]  # fmt: skip


def misread(text: str, charset: str, meant: str = "utf-8") -> str:
    """Return a text as it looks in another charset: unknown bytes become the controls of the same number."""
    out = []
    for byte in text.encode(meant):
        try:
            out.append(bytes((byte,)).decode(charset))
        except UnicodeDecodeError:
            out.append(chr(byte))
    return "".join(out)


@pytest.mark.parametrize("charset", READ_AS)
@pytest.mark.parametrize("language", SENTENCES)
def test_utf8_read_as_another_charset_is_read_aright(language, charset):
    assert repairs.fix(misread(SENTENCES[language], charset)).text == SENTENCES[language]


@pytest.mark.parametrize("language", SENTENCES)
def test_utf8_misread_twice_and_thrice_is_read_aright(language):
    twice = misread(misread(SENTENCES[language], "cp1252"), "cp1252")
    assert repairs.fix(twice).text == SENTENCES[language]
    assert repairs.fix(misread(twice, "cp1252")).text == SENTENCES[language]


@pytest.mark.parametrize("language", [name for name, text in SENTENCES.items() if " " in text])
def test_one_garbled_word_is_repaired_and_the_others_are_left(language):
    words = SENTENCES[language].split(" ")
    at = next(n for n, word in enumerate(words) if not word.isascii() and len(word) > 3)
    garbled = " ".join([*words[:at], misread(words[at], "cp1252"), *words[at + 1 :]])
    fixed = repairs.fix(garbled)
    assert fixed.text == SENTENCES[language]
    assert all(edit.kind == "mojibake" and edit.why for edit in fixed.ledger)


@pytest.mark.parametrize(("language", "meant", "charset"), LEGACY)
def test_an_old_charset_read_as_another_is_read_aright(language, meant, charset):
    text = SENTENCES[language].replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "-")
    assert repairs.fix(misread(text, charset, meant)).text == text


@pytest.mark.parametrize("language", SENTENCES)
def test_escapes_of_every_kind_are_undone(language):
    text = SENTENCES[language]
    entities = "".join(c if c.isascii() else f"&#{ord(c)};" for c in text)
    escapes = "".join(c if c.isascii() else f"\\u{ord(c):04x}" for c in text)
    quoted = "".join(c if c.isascii() else "".join(f"={b:02X}" for b in c.encode()) for c in text)
    for damaged in (entities, html.escape(entities), escapes, quoted):
        assert repairs.fix(damaged).text == text


@pytest.mark.parametrize("language", SENTENCES)
def test_clean_sentences_stay(language):
    assert repairs.fix(SENTENCES[language]) == repairs.Fixed(SENTENCES[language], ())


LOOK_ALIKES = [
    ("The minіster met the Рresident.", "The minister met the President."),
    ("The nοbody of the year.", "The nobody of the year."),
    ("Пpезидент сообщил об этом.", "Президент сообщил об этом."),
    ("Le cafe´ est ferme´ depuis le de´but de l’anne´e.", "Le café est fermé depuis le début de l’année."),
    ("Der Zu¨richer Konzern u¨bernimmt zwo¨lf Ma¨rkte.", "Der Züricher Konzern übernimmt zwölf Märkte."),
    ("Preşedintele a anunţat că vine la Bucureşti.", "Președintele a anunțat că vine la București."),
    ("پليس تهران گفت كه آسيبي نديده است.", "پلیس تهران گفت که آسیبی ندیده است."),
    ("The ｐｒｉｍｅ minister left.", "The prime minister left."),
    ("The ﬁrst oﬀicer was ﬂown out.", "The first officer was flown out."),
    ("ﻗﺎﻝ ﺍﻟﺮﺋﻴﺲ ذلك أمس.", "قال الرئيس ذلك أمس."),
    ("The plan was an\ufe0fnounced.", "The plan was announced."),
]


@pytest.mark.parametrize(("damaged", "expected"), LOOK_ALIKES)
def test_what_only_looks_right_is_put_right(damaged, expected):
    assert repairs.fix(damaged).text == expected


TRICKY = [
    "Макет архитектора Павла Ёлкина хранится в музее, а Ёлки и Ёжик остались во дворе.",
    "Рёв мотора разбудил соседей, Рёрих писал горы, Рёдель пел.", "Рєпін і Рівчак поїхали до Сімферополя.",
    "У місті Рівне відкрили школу, на Різдво туди приїхав Сірко.",
    "He's an ÉTUDIANT… of Ó Briain’s.", "It cost 5×£35 at 25 °C.", "NESTLÉ® and NICIODATĂ™ are marks.",
    "The database showed “cafÃ©” instead of “café”.", "The letters Ó, Ã and Â are in Portuguese.",
    "To show an ampersand write &amp;amp; or &amp; in the source.", "I don´t know, it´s the boys´ turn.",
    "Türkiye’de Beşiktaş maçı Şırnak’ta izlendi.", "日本のＡＢＣ放送は１２日に伝えた。", "می‌خواهم و می‌روم.",
    "The family 👨‍👩‍👧 came ❤️.", "TNFα and NFκB rise with µm and Δt.", "SMSки и PR-отдел, iPhone’ы и VIPам.",
    "Björk og Þórður búa í Reykjavík, en Ýmir á Ísafirði.", "Færøerne og Århus får øget støtte.",
    "Ünlü şair Âşık Veysel’in sözü: “Güzelliğin on par’ etmez.”", "Þetta er ðað sem ég sagði.",
    "└────────┬────────┘", "``toda produzida´´", "(-1/2)! = √π", "C O N C L U S Ã O", "Ôôô VIDA MINHA",
]


@pytest.mark.parametrize("text", TRICKY)
def test_clean_text_that_looks_damaged_stays(text):
    assert repairs.fix(text).text == text


LOST = [
    "Le pr?sident a d?clar? que non.", "??esk?? t??m vyhr??l.", "????? ??????? ??????.", "v ?st? nad Labem",
    "The pr\ufffdsident left.", "NávrhovÃ¡ poÄetkom sijeÄnja koji Ä‡e stupiti.",
]


@pytest.mark.parametrize("text", LOST)
def test_what_is_lost_is_flagged(text):
    fixed = recoding.changes(text)
    assert [flag.code for flag in lost.flags(0, text, fixed)].count("lossy_text") >= 1


@pytest.mark.parametrize("text", ["Why? he asked.", "Really??", "See example.org/?q=a and a?b=c.", "Qu’est-ce ? dit-il.", "Ärger über Ökostrom"])
def test_questions_are_not_flagged(text):
    assert list(lost.flags(0, text, ())) == []


def test_a_letter_is_never_guessed():
    for text in LOST[:5]:
        assert repairs.fix(text).text.replace(" ", "") == text.replace(" ", "")


def test_clean_english_loads_no_model():
    import subprocess
    import sys

    code = ("import sys, cleaner; cleaner.fix('The minister’s visit – a “first step” – ends on Monday.', 'en'); "
            "assert 'cleaner.charmodel' not in sys.modules")  # fmt: skip
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_fast_look_finds_what_the_long_one_finds():
    for language, text in SENTENCES.items():
        for charset in READ_AS:
            assert mojibake.hinted(misread(text, charset)), (language, charset)
