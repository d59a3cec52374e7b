"""How many small pages are decoded exactly, in 32 encodings, whatever is declared: python benchmarks/charsets.py

Each page holds one sentence, or four, of `sentences.json`, written for this (CC0). A page declares its charset rightly,
wrongly or not at all, in its head, beside its bytes, or both.
"""

from __future__ import annotations

import argparse
import codecs
import json
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from cleaner import decode

WEST = "en fr de es pt it nl sv da nb fi is"
CENTRAL = "pl cs sk hu ro hr sl"
CODECS = {
    "utf-8": f"{WEST} pl ru el tr vi th ja zh-Hans ko ar he fa lt", "utf-8-sig": "fr ru ja pl", "utf-16": "en fr ru ja",
    "utf-16-le": "en fr ru ja zh-Hans ar ko", "utf-16-be": "en de el ja zh-Hans th", "cp1250": CENTRAL,
    "cp1251": "ru uk bg sr be", "cp1252": WEST, "cp1253": "el", "cp1254": "tr", "cp1255": "he", "cp1256": "ar fa",
    "cp1257": "lt lv et", "cp1258": "vi", "koi8-r": "ru bg", "koi8-u": "uk", "iso8859-1": WEST, "iso8859-2": CENTRAL,
    "iso8859-5": "ru bg sr", "iso8859-7": "el", "iso8859-9": "tr", "iso8859-15": "fr fi es pt et de it",
    "mac-roman": "fr de es it sv en pt da", "shift_jis": "ja", "euc_jp": "ja", "iso2022_jp": "ja", "gb18030": "zh-Hans",
    "gbk": "zh-Hans", "big5": "zh-Hant", "euc_kr": "ko", "cp874": "th", "cp866": "ru",
}  # fmt: skip
LATIN = "text/html; charset=ISO-8859-1"
SETUPS = {
    "nothing": (None, None), "right meta": (None, "own"), "right HTTP": ("own", None),
    "wrong meta utf-8": (None, "utf-8"), "wrong meta latin-1": (None, "iso-8859-1"),
    "wrong HTTP latin-1": (LATIN, None), "HTTP wrong, meta right": (LATIN, "own"), "both wrong": (LATIN, "utf-8"),
}  # fmt: skip
PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "\u200c": "", "ی": "ي"})
LABELS = {"iso2022_jp": "iso-2022-jp", "mac-roman": "macintosh", "cp866": "ibm866", "cp874": "windows-874"}


def encoded(text: str, codec: str) -> bytes | None:
    """Return the text in a codec, with plain quotation marks where it has no others; None where it can't be written."""
    for form in (text, text.translate(PLAIN)):
        if codec == "cp1258":
            form = "".join(map(_tones_apart, form))
        try:
            return form.encode(codec)
        except UnicodeEncodeError:
            continue
    return None


def _tones_apart(char: str) -> str:
    """Return a letter as Windows-1258 writes it: with its own marks, the tone behind it."""
    try:
        char.encode("cp1258")
    except UnicodeEncodeError:
        whole = unicodedata.normalize("NFD", char)
        tones = "".join(c for c in whole if c in "\u0300\u0301\u0303\u0309\u0323")
        return unicodedata.normalize("NFC", "".join(c for c in whole if c not in tones)) + tones
    return char


def pages() -> Iterator[tuple[str, str, bytes, str | None, str]]:
    """Yield codec, set-up, bytes, what is declared beside them, and the page they are."""
    sentences = json.loads(Path(__file__).with_name("sentences.json").read_text(encoding="utf-8"))
    for codec, languages in CODECS.items():
        own = LABELS.get(codec, codecs.lookup(codec).name.replace("_", "-"))
        for language in languages.split():
            for text in (*sentences[language], " ".join(sentences[language])):
                for setup, stated in SETUPS.items():
                    sent, meta = (own if s == "own" else s for s in stated)
                    head = f'<meta charset="{meta}">' if meta else ""
                    body = f"<body><a href=/>Home</a><p>{text}</p></body>"
                    page = f"<html><head>{head}<title>News</title></head>{body}</html>"
                    if raw := encoded(page, codec):
                        yield codec, setup, raw, sent, raw.decode(codec)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N pages that fail")
    show = parser.parse_args().show
    decode("é".encode("cp1252"))
    by: dict[str, dict[str, list[int]]] = {"set-up": defaultdict(lambda: [0, 0]), "codec": defaultdict(lambda: [0, 0])}
    spent = count = 0.0
    for codec, setup, raw, sent, page in pages():
        start = time.process_time()
        found = decode(raw, sent)
        spent, count = spent + time.process_time() - start, count + 1
        right = found.text == page.removeprefix("\ufeff")
        for name, key in (("set-up", setup), ("codec", codec)):
            by[name][key][0] += right
            by[name][key][1] += 1
        if not right and show:
            show -= 1
            print(f"{codec}, {setup}: read as {found.charset} ({found.confidence})", file=sys.stderr)
    for name, rows in by.items():
        print(f"| {name} | pages | exact % |\n|---|---|---|")
        for key, (right, total) in rows.items():
            print(f"| {key} | {total} | {100 * right / total:.1f} |")
        print()
    good = sum(right for right, _ in by["codec"].values())
    print(f"{good} of {count:.0f} pages, {100 * good / count:.2f} %; {1000 * spent / count:.2f} ms of CPU a page")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
