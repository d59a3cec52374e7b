"""Bytes to text: one small page in every encoding gives one text, and bytes that are no text are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleaner
from cleaner.config import Config
from cleaner.pipeline import run_stages
from cleaner.readers import document
from cleaner.readers.binary import is_binary
from cleaner.readers.charset import decode

TEXTS = {
    "en": "The President said on Tuesday that “all attempts” were unacceptable — the café statement cost £5.",
    "fr": "Le président français a été reçu à l’Élysée, où il a déclaré que « toutes les tentatives » échouaient.",
    "de": "Der Außenminister erklärte, die Gespräche über Abrüstung müssten fortgeführt werden, für alle.",
    "ru": "Президент России Владимир Путин заявил, что любые попытки вмешательства во внутренние дела неприемлемы.",
    "pl": "Prezydent powiedział, że wszelkie próby ingerencji w wewnętrzne sprawy państwa są niedopuszczalne.",
    "tr": "Cumhurbaşkanı, ülkenin iç işlerine müdahale girişimlerinin kabul edilemez olduğunu söyledi, görüştü.",
    "el": "Ο πρόεδρος δήλωσε ότι κάθε προσπάθεια παρέμβασης στις εσωτερικές υποθέσεις είναι απαράδεκτη.",
    "ar": "قال الرئيس إن أي محاولة للتدخل في الشؤون الداخلية للدولة غير مقبولة على الإطلاق.",
    "he": "הנשיא אמר כי כל ניסיון להתערב בעניינים הפנימיים של המדינה אינו מקובל.",
    "ja": "大統領は火曜日、内政干渉の試みは受け入れられないと述べた。会談は電話で行われた。",
    "zh": "总统周二表示，任何干涉内政的企图都是不可接受的。两国领导人通过电话进行了会谈。",
    "uk": "Прем’єр-міністр заявив, що його уряд подасть бюджет до парламенту вже наступного тижня.",
    "lt": "Ministras pirmininkas pareiškė, kad šią žiemą šildymas mažiau kainuos daugeliui gyventojų.",
    "th": "นายกรัฐมนตรีกล่าวว่าจะไม่ยอมรับการแทรกแซงกิจการภายในของประเทศ",
    "it": "La città è senz’acqua da lunedì, perché la società che gestisce la rete è fallita.",
    "oe": "Sa sœur a versé 30 € à l’œuvre, dont le siège est à Nîmes.",
    "zht": "總統星期二表示，任何干涉內政的企圖都是不可接受的。兩國領導人通過電話進行了會談。",
    "ko": "대통령은 화요일에 내정 간섭 시도는 용납할 수 없다고 말했다. 회담은 전화로 진행되었다.",
}
OWN = {
    "en": ["cp1252"], "fr": ["cp1252"], "de": ["cp1252", "latin-1"], "ru": ["cp1251", "koi8-r", "iso8859-5", "cp866"],
    "pl": ["cp1250", "iso8859-2"], "tr": ["cp1254", "iso8859-9"], "el": ["cp1253", "iso8859-7"], "ar": ["cp1256"],
    "he": ["cp1255"], "ja": ["shift_jis", "euc_jp", "iso2022_jp"], "zh": ["gb18030", "gb2312"], "ko": ["euc_kr"],
    "uk": ["cp1251", "koi8-u"], "lt": ["cp1257"], "th": ["cp874"], "it": ["mac-roman"], "oe": ["iso8859-15"],
    "zht": ["big5"],
}  # fmt: skip
WIDE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
CASES = [(language, charset) for language in TEXTS for charset in OWN[language] + WIDE]


LATIN = "text/html; charset=ISO-8859-1"
SETUPS = {
    "nothing": (None, None), "right meta": (None, "right"), "right HTTP": ("right", None),
    "wrong meta": (None, "utf-8"), "wrong meta latin": (None, "iso-8859-1"), "wrong HTTP": (LATIN, None),
    "meta right": (LATIN, "right"), "both wrong": (LATIN, "utf-8"), "HTTP right": ("right", "iso-8859-1"),
}  # fmt: skip


@pytest.mark.parametrize(("language", "charset"), CASES)
@pytest.mark.parametrize("setup", SETUPS)
def test_one_page_gives_one_text_in_every_encoding_whatever_was_declared(language: str, charset: str,
                                                                         setup: str) -> None:  # fmt: skip
    text = TEXTS[language] if charset not in ("koi8-u", "iso8859-15") else TEXTS[language].replace("’", "'")
    sent, meta = (charset if stated == "right" else stated for stated in SETUPS[setup])
    stated = f'<meta charset="{meta}">' if meta else ""
    page = f"<html><head>{stated}<title>x</title><script>var a = 1;</script></head><body><p>{text}</p></body></html>"
    for source in (text, page) if not meta else (page,):
        raw = source.encode(charset)
        assert is_binary(raw) is None
        assert decode(raw, sent).text == source


@pytest.mark.parametrize("meta", [
    "<meta charset=koi8-r>", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
    '<?xml version="1.0" encoding="koi8-r"?>',
])  # fmt: skip
def test_the_declaration_of_the_page_decides_between_equals(meta: str) -> None:
    found = decode(f"{meta}<p>Да".encode("koi8-r"))
    assert (found.text[-2:], found.charset, found.declared) == ("Да", "koi8-r", "koi8-r")


@pytest.mark.parametrize(("raw", "text", "charset", "lossy"), [
    (("é" * 20).encode() + b" caf\xe9 \x93x\x94", "é" * 20 + " café “x”", "utf-8", ()),
    ("Élysée déjà".encode()[:-1], "Élysée déj\ufffd", "utf-8", ((10, 11),)),
    ("lost \ufffd\ufffd here".encode(), "lost \ufffd\ufffd here", "utf-8", ((5, 7),)),
    (b"It\x92s late", "It’s late", "cp1252", ()),
    (b"5 \xb0C", "5 °C", "cp1252", ()),
    (b"\xc9, \xe0", "É, à", "cp1252", ()),
    (b"", "", "utf-8", ()),
])  # fmt: skip
def test_damaged_and_short_bytes_keep_what_can_be_read(raw: bytes, text: str, charset: str,
                                                       lossy: tuple[object]) -> None:  # fmt: skip
    found = decode(raw)
    assert (found.text, found.charset, found.lossy) == (text, charset, lossy)


@pytest.mark.parametrize("text", [
    "The saw costs £695, or £1,219 with both 6½\" blades; at 40 °C it stops.",
    "Earn the (PMP)® certification: PMP® holders are paid more — much more.",
    "It’s what we’d said: “don’t go”.", "Set menu • 4×30 minutes • €50 – €60", "Ragù and purée, 20 minutes",
    "Noël approche, et l’été est déjà loin.", "29\xa0\xa0\xa0\xa0 12pm\xa0\xa0 Room 217", "« LIBERTÉ »",
    "für alle zu heiß“, sagte er",
])  # fmt: skip
def test_signs_of_a_western_page_are_not_letters_of_another_charset(text: str) -> None:
    assert decode(f"<p>{text}".encode("cp1252")).text == f"<p>{text}"


def _page(*paragraphs: tuple[str, str]) -> tuple[bytes, str]:
    """Return paragraphs, each in its own charset, and the text they make."""
    texts = [(f"<p>{text}</p>\n", charset) for text, charset in paragraphs]
    return b"".join(text.encode(charset) for text, charset in texts), "".join(text for text, _ in texts)


@pytest.mark.parametrize(("language", "most", "least"), [
    ("fr", "utf-8", "cp1252"), ("fr", "cp1252", "utf-8"), ("ru", "utf-8", "cp1251"), ("ru", "koi8-r", "utf-8"),
    ("zh", "gb18030", "utf-8"), ("ja", "utf-8", "shift_jis"), ("pl", "iso8859-2", "utf-8"), ("el", "utf-8", "cp1253"),
])  # fmt: skip
def test_each_passage_is_read_in_its_own_charset(language: str, most: str, least: str) -> None:
    own = TEXTS[language]
    raw, text = _page((own, most), (own[: len(own) // 2], least), (own[3:], most))
    found = decode(raw)
    assert found.text == text
    assert found.charset == most and [name for name, _ in found.others] == [least if least != "shift_jis" else "cp932"]


@pytest.mark.parametrize(("raw", "text", "lossy"), [
    ("Le café et l’été, ".encode() + "déjà vu à la télé".encode("cp1252"), "Le café et l’été, déjà vu à la télé", ()),
    ("déjà vu, a dit ".encode("cp1252") + "Mélenchon".encode(), "déjà vu, a dit Mélenchon", ()),
    ("Il a dit que l’".encode()[:-1] + b"...\n" + "l’été à Orléans".encode(),
     "Il a dit que l\ufffd...\nl’été à Orléans", ((14, 15),)),
    ("Президент".encode()[:-1], "Президен\ufffd", ((8, 9),)),
    ("Президент заявил".encode()[1:], "\ufffdрезидент заявил", ((0, 1),)),
    ("大統領は".encode()[:-2] + b"</p>", "大統領\ufffd</p>", ((3, 4),)),
    ("大統領は".encode("utf-16-le")[:-1], "大統領\ufffd", ((3, 4),)),
    ("déjà ".encode() + b"\xed\xa0\xbd\xed\xb8\x80", "déjà \U0001f600", ()),
    (b"a caf\xe9 of\x00 zeros and words", "a café of\x00 zeros and words", ()),
    (b"plain \x1b(B\x1b[m words", "plain \x1b(B\x1b[m words", ()),
])  # fmt: skip
def test_what_is_mixed_is_read_and_what_was_cut_is_lost(raw: bytes, text: str, lossy: tuple[object]) -> None:
    found = decode(raw)
    assert (found.text, found.lossy) == (text, lossy)


@pytest.mark.parametrize(("raw", "declared", "kind", "says"), [
    ("ru cp1251", None, "charset", ["cp1251", "nothing was declared"]),
    ("ru cp1251", "windows-1251", "charset", ["cp1251 declared with the bytes, followed"]),
    ("ru koi8-r", "iso-8859-1", "charset_conflict", ["koi8-r", "cp1252 declared with the bytes, overruled"]),
    ("fr utf-8", "iso-8859-1", "charset_conflict", ["utf-8", "cp1252 declared with the bytes, overruled"]),
    ("fr mixed", None, "mixed_charsets", ["utf-8", "as cp1252"]),
])  # fmt: skip
def test_the_decision_stands_once_in_the_ledger(raw: str, declared: str | None, kind: str, says: list[str]) -> None:
    language, charset = raw.split()
    text = TEXTS[language]
    parts = ((text, "utf-8"), (text, "cp1252")) if charset == "mixed" else ((text, charset),)
    read = document(_page(*parts)[0], declared=declared)
    once = run_stages(read, Config())
    twice = run_stages(once, Config())
    rows = [row for row in twice.ledger if row.rule == "charset-of-bytes"]
    assert [row.kind for row in rows] == [kind]
    assert all(words in rows[0].why for words in says)
    assert rows[0].confidence == next(hint.confidence for hint in read.hints if hint.role == "found")


def test_plain_utf_8_leaves_no_row_and_loads_no_model() -> None:
    found = document(TEXTS["fr"].encode(), declared="utf-8")
    assert [hint for hint in found.hints if hint.field == "charset"] == []


def test_lost_bytes_are_flagged_where_they_stand() -> None:
    raw = f"<p>{TEXTS['fr']}</p>".encode("cp1252").replace("reçu".encode("cp1252"), b"re\x81u")
    read = cleaner.clean(raw)
    (row,) = [row for row in read.ledger if row.kind == "lossy_text"]
    assert read.source[row.source_start : row.source_end] == "\ufffd"
    assert read.source[row.source_start - 2 : row.source_end + 1] == "re\ufffdu"


@pytest.mark.parametrize("raw", [
    bytes(n * n * 7919 % 251 for n in range(4000)), bytes(n * 37 % 253 + 3 for n in range(999)),
])  # fmt: skip
def test_of_bytes_that_are_no_text_no_charset_is_sure(raw: bytes) -> None:
    assert decode(raw).confidence <= 0.5


@pytest.mark.parametrize(("charset", "declared", "hints"), [
    ("utf-8", None, []), ("utf-8", "utf-8", []), ("cp1252", None, [("cp1252", "found")]),
    ("utf-8", "iso-8859-1", [("utf-8", "found"), ("cp1252", "declared")]),
    ("koi8-r", "koi8-r", [("koi8-r", "found"), ("koi8-r", "declared")]),
])  # fmt: skip
def test_an_odd_charset_and_a_wrong_declaration_are_hints(charset: str, declared: str | None,
                                                          hints: list[tuple[str, str]]) -> None:  # fmt: skip
    read = document(TEXTS["ru" if charset == "koi8-r" else "de"].encode(charset), declared=declared)
    assert [(h.value, h.role) for h in read.hints if h.field == "charset"] == hints


@pytest.mark.parametrize("declared", ["nonsense", "base64", "text/html; charset=", "utf-7", "\x00", "idna", "x" * 500])
def test_a_declaration_that_means_nothing_is_passed_over(declared: str) -> None:
    assert decode("Élysée".encode(), declared).text == "Élysée"


@pytest.mark.parametrize(("raw", "why"), [
    (b"%PDF-1.4", "PDF"), (b"PK\x03\x04\x14\x00", "zip"), (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
    (b"\xff\xd8\xff\xe0", "JPEG"), (b"\x1f\x8b\x08\x00", "gzip"), (b"PAR1\x15\x00", "Parquet"),
    (bytes(range(32)) * 20, "binary"), (b"\x00" * 500, "binary"),
    (b"RIFF\x00\x00\x00\x00WEBP", "media"), (b"\x00\x00\x00\x18ftypmp42", "media"),
])  # fmt: skip
def test_bytes_that_are_no_text_say_what_they_are(raw: bytes, why: str) -> None:
    assert why in str(is_binary(raw))


@pytest.mark.parametrize("raw", [b"ID3 of us", b"BZhang said", b"", b"a\x00b" + b"x" * 100, b"\x1b[1mbold"])
def test_text_with_an_odd_byte_is_text(raw: bytes) -> None:
    assert is_binary(raw) is None


_DECLARED = st.sampled_from([None, "utf-16", "gbk", "latin-1", "koi8-r", "hz", "euc-jp"])


@given(raw=st.binary(max_size=400), declared=_DECLARED)
def test_any_bytes_are_decoded_and_no_loss_is_silent(raw: bytes, declared: str | None) -> None:
    is_binary(raw)
    found = decode(raw, declared)
    assert sum(end - start for start, end in found.lossy) == found.text.count("\ufffd")
    assert 0.0 <= found.confidence <= 1.0


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=200))
def test_utf_8_is_decoded_exactly(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")
