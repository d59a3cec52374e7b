"""Bytes to text: one small page in every encoding gives one text, and bytes that are no text are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.readers import document
from cleaner.readers.charset import decode, is_binary

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
    "ko": "대통령은 화요일에 내정 간섭 시도는 용납할 수 없다고 말했다. 회담은 전화로 진행되었다.",
}
OWN = {
    "en": ["cp1252"], "fr": ["cp1252"], "de": ["cp1252", "latin-1"], "ru": ["cp1251", "koi8-r", "iso8859-5", "cp866"],
    "pl": ["cp1250", "iso8859-2"], "tr": ["cp1254", "iso8859-9"], "el": ["cp1253", "iso8859-7"], "ar": ["cp1256"],
    "he": ["cp1255"], "ja": ["shift_jis", "euc_jp", "iso2022_jp"], "zh": ["gb18030", "gb2312"], "ko": ["euc_kr"],
}  # fmt: skip
WIDE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
CASES = [(language, charset) for language in TEXTS for charset in OWN[language] + WIDE]


@pytest.mark.parametrize(("language", "charset"), CASES)
@pytest.mark.parametrize("declared", [None, "right", "utf-8", "text/html; charset=ISO-8859-1"])
def test_one_page_in_every_encoding_gives_one_text(language: str, charset: str, declared: str | None) -> None:
    text = TEXTS[language]
    page = f"<html><head><title>x</title><script>var a = 1;</script></head><body><p>{text}</p></body></html>"
    for source in (text, page):
        raw = source.encode(charset)
        assert is_binary(raw) is None
        assert decode(raw, charset if declared == "right" else declared).text == source


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
