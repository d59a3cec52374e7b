"""Which charset bytes are in that are not UTF-8: the decoding that reads most like text, declarations counting as odds.

Every charset that pages were ever written in decodes a sample of the prose; the model of characters says how likely
each text is; what was declared, and how common a charset is, shift the odds. Never decides by a declaration alone.
"""

from __future__ import annotations

import codecs
import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from cleaner.readers.charset_stray import MULTIBYTE, within

COMMON: Final[Mapping[str, float]] = {
    "cp1252": 0.0, "cp1251": 1.5, "cp932": 1.5, "gb18030": 1.5, "cp949": 2.0, "big5hkscs": 2.0, "euc_jp": 2.0,
    "cp1250": 1.5, "iso8859-2": 2.0, "cp1254": 2.0, "cp1253": 2.0, "iso8859-7": 2.5, "cp1255": 2.5, "cp1256": 2.0,
    "cp1257": 2.5, "cp1258": 3.0, "cp874": 2.5, "koi8-r": 2.0, "koi8-u": 2.5, "iso8859-15": 2.0, "iso8859-5": 3.0,
    "cp866": 3.5, "mac-roman": 3.5, "mac-cyrillic": 6.0,
}  # fmt: skip
"""What a charset costs before the bytes are looked at: natural logarithms of how rare it is among pages."""
RARE: Final[Mapping[str, float]] = {
    "iso8859-13": 5.0, "iso8859-6": 6.0, "iso8859-8": 6.0, "iso8859-16": 6.0, "cp850": 6.0, "kz1048": 6.0,
    "cp437": 6.5, "cp852": 6.5, "mac-latin2": 6.5, "cp1125": 7.0, "cp737": 7.0, "cp775": 7.0,
    "cp857": 7.0, "cp862": 7.0, "iso8859-3": 7.0, "iso8859-4": 7.0, "iso8859-10": 7.0, "iso8859-14": 7.0,
    "mac-croatian": 7.0, "mac-greek": 7.0, "mac-iceland": 7.0, "mac-romanian": 7.0, "mac-turkish": 7.0, "cp720": 8.0,
    "cp855": 8.0, "cp858": 8.0, "cp861": 8.0, "cp863": 8.0, "cp864": 8.0, "cp865": 8.0, "cp869": 8.0, "johab": 8.0,
    "koi8-t": 8.0, "mac-arabic": 8.0, "ptcp154": 8.0,
}  # fmt: skip
"""Asked only where they are declared, or none of the common ones reads well."""
_DECLARED: Final = 6.0
_DEFAULT: Final = 2.0
"""What a declaration speaks for: that of Windows-1252 or Latin-1 little, for servers and templates name it unasked."""
_AGAIN: Final = 1.0
_AMID_LATIN: Final = 4.0
"""What a charset of another script costs where ten ASCII letters stand for every other byte of the prose."""
_ODD: Final = 4.0
_SHORT: Final = 80
_LONG: Final = 450
_FINALISTS: Final = 5
_WITHIN: Final = 40.0
"""So many units of log-probability behind the best, a charset is out after the short sample."""
_READS_WELL: Final = 4.0
"""What a byte of words that are not ASCII costs at most in the charset they were written in (four times of five)."""
_LITTLE: Final = 3
"""So few bytes above ASCII tell little: they are no word of another script, and in no rare charset."""
_MORE_BROKEN: Final = 2
_ODDITIES: Final = re.compile(
    "(?<=[^\\W\\d_])[\u201e\u201a\u2500-\u259f]|[\u2500-\u259f](?=[^\\W\\d_])"
    "|(?<![aeiouy\u0103\xe2\xea\xf4\u01a1\u01b0\u0102\xc2\xca\xd4\u01a0\u01afAEIOUY])[\u0300\u0301\u0303\u0309\u0323]"
)
_CLOSES: Final = re.compile(r"(?<=[^\W\d_])\u201c")
_OTHER_SCRIPT: Final = re.compile("[\u0370-\u1dff\u2c00-\ufaff\uff66-\uff9f]")
_BROKEN: Final = re.compile("[\x80-\x9f\ufffd]")
_SEARCHED: Final = 100_000
_MARKUP: Final = re.compile(rb"<[^<>]{0,5000}>|&[#\w]{1,31};")
_CODE: Final = re.compile(rb"<(?:script|style)\b", re.IGNORECASE)
_CODE_END: Final = re.compile(rb"</(?:script|style)", re.IGNORECASE)
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_ASCII: Final = bytes(range(128))
_NO_LETTERS: Final = bytes(c for c in range(256) if not bytes([c]).isalpha())


@dataclass(frozen=True, slots=True)
class Guess:
    """A charset and how sure it is, 0 to 1."""

    charset: str
    confidence: float


def guess(raw: bytes, declared: Mapping[str, int]) -> Guess:
    """Return the charset in which the bytes read most like text. `declared` are charsets, with how often each is."""
    prose = _prose(_dense(raw))
    if prose.isascii():
        prose = _dense(raw)
    odds = {
        codec: (_DEFAULT if codec == "cp1252" else _DECLARED) + _AGAIN * (times > 1)
        for codec, times in declared.items()
        if codec in COMMON or codec in RARE
    }
    asked = {**COMMON, **{codec: RARE[codec] for codec in odds if codec not in COMMON}}
    sample = _Sample(prose)
    if sample.bare and not odds:
        return Guess("cp1252", 0.5)
    ranked = _ranked(sample, asked, odds)
    if ranked[0].each > _READS_WELL and len(sample.high) > _LITTLE:
        ranked = sorted({r.codec: r for r in (*_ranked(sample, RARE, odds), *ranked)}.values())
    best = ranked[0]
    margin = min((r.cost - best.cost for r in ranked if r.text != best.text), default=20.0)
    return Guess(best.codec, round(min(0.99, 1 / (1 + math.exp(-margin / 3))), 3))


def likelier(one: str, other: str) -> bool:
    """Return whether the first of two readings of the same bytes is more like text than the second."""
    return _unlikely(one[:_LONG]) <= _unlikely(other[:_LONG])


def _unlikely(text: str) -> float:
    """Return what a text costs in the language that it fits best: minus its log-probability."""
    from cleaner.charmodel import STEP, model

    return float(model().costs(text).min()) / STEP


class _Sample:
    """What is looked at of the prose: its words that are not ASCII, few and many; how much of it is of other bytes."""

    def __init__(self, prose: bytes) -> None:
        self.high = prose.translate(None, _ASCII)
        self.short, self.long = _samples(prose)
        letters = len(prose.translate(None, _NO_LETTERS))
        little = len(self.high) <= _LITTLE
        self.bare = little and not letters
        latin = letters > 10 * len(self.high)
        self.strange = _AMID_LATIN * (3 if len(self.high) == 1 or (little and latin) else int(little or latin))


class _Reading(NamedTuple):
    """A sample read in one charset, what that costs in all, and what a byte of words that are not ASCII costs."""

    cost: float
    codec: str
    text: str
    each: float


def _ranked(sample: _Sample, asked: Mapping[str, float], odds: Mapping[str, float]) -> list[_Reading]:
    """Return the readings of a sample in the charsets asked, the likeliest first."""
    costs = {codec: cost - odds.get(codec, 0.0) for codec, cost in asked.items()}
    first = _readings(sample.short, costs, sample.strange)
    if sample.short == sample.long:
        return first
    each = {r.codec: r.each for r in first}
    texts = [*{r.text: r.cost for r in first if r.cost <= first[0].cost + _WITHIN}][:_FINALISTS]
    final = {r.codec: costs[r.codec] for r in first if r.text in texts}
    return [r._replace(each=each[r.codec]) for r in _readings(sample.long, final, sample.strange)]


def _readings(sample: bytes, costs: Mapping[str, float], strange: float) -> list[_Reading]:
    texts = {codec: _decoded(sample, codec) for codec in costs}
    broken = {codec: len(_BROKEN.findall(text)) for codec, text in texts.items()}
    limit = min(broken.values()) + _MORE_BROKEN
    seen: dict[str, float] = {}
    out = []
    for codec, text in texts.items():
        if broken[codec] > limit:
            continue
        if text not in seen:
            whole = text if codec != "cp1258" else unicodedata.normalize("NFC", text)
            seen[text] = _unlikely(whole) + _odd(text)
            if strange and _OTHER_SCRIPT.search(text):
                seen[text] += strange
        out.append(_Reading(seen[text] + costs[codec], codec, text, seen[text] / len(sample)))
    return sorted(out)


def _decoded(sample: bytes, codec: str) -> str:
    """Return a sample as text; a character that its end cuts is left out."""
    if codec in MULTIBYTE:
        return codecs.getincrementaldecoder(codec)("replace").decode(sample)
    return within(sample, codec)


def _odd(text: str) -> float:
    """Return what signs cost that don't stand where they do: frames, tones, quotation marks that close unopened."""
    found = len(_ODDITIES.findall(text)) + len(_BROKEN.findall(text))
    if not ("\u201e" in text or "\u201a" in text):
        found += len(_CLOSES.findall(text))
    return _ODD * min(found + ("\xbb" in text and "\xab" not in text), 4)


def _samples(prose: bytes) -> tuple[bytes, bytes]:
    """Return a short and a longer sample: words that are not ASCII, among them each such byte of the prose."""
    words = prose[: 4 * _LONG].split()
    high = [word for word in words if not word.isascii()]
    short = _joined(high, _SHORT)
    if len(prose) <= _LONG:
        return short, b" ".join(prose.split()) + b" "
    long = _joined(high, _LONG)
    extra = []
    have = set(long)
    for byte in sorted(set(prose.translate(None, _ASCII)) - have):
        at = -1
        for _ in range(2):
            at = prose.find(byte, at + 1)
            if at >= 0:
                word = _word(prose, at)
                if word:
                    extra.append(word)
    return short, b" ".join((long, *extra))


def _word(prose: bytes, at: int) -> bytes:
    """Return the word around a byte; nothing where no space is near."""
    before, after = prose[max(0, at - 40) : at], prose[at : at + 40]
    left, right = before.split(), after.split(None, 1)
    if (len(left) == 1 and len(before) == 40 and not before[:1].isspace()) or (right and len(right[0]) == 40):
        return b""
    head = b"" if before[-1:].isspace() or not left else left[-1]
    return head + right[0] if right else b""


def _joined(words: list[bytes], room: int) -> bytes:
    """Return words put together again until there is no more room; the last may be cut, wherever that is."""
    out, used = [], 0
    for word in words:
        out.append(word[: room - used])
        used += len(word) + 1
        if used > room:
            return b" ".join(out)
    return b" ".join(out) + b" "


def _dense(raw: bytes) -> bytes:
    """Return a window of the bytes from shortly before the first that is not ASCII."""
    if len(raw) <= _SEARCHED:
        return raw
    first = _HIGH.search(raw)
    start = max(0, first.start() - 2000) if first else 0
    return raw[start : start + _SEARCHED]


def _prose(raw: bytes) -> bytes:
    """Return the bytes without tags, entities, scripts and styles, which are all English."""
    if b"<" not in raw:
        return raw
    parts, at = [], 0
    while (opened := _CODE.search(raw, at)) is not None:
        parts.append(raw[at : opened.start()])
        closed = _CODE_END.search(raw, opened.end())
        at = closed.end() if closed else len(raw)
    parts.append(raw[at:])
    return _MARKUP.sub(b" ", b" ".join(parts))
