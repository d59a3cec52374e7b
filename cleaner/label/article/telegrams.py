"""Where a Chinese or Japanese paragraph begins behind its dateline, as 新华社北京10月1日电（记者 李明）, and where the
brackets stand that name its writer or editor behind the last sentence, as （编辑：方怡然）."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from cleaner import agencies
from cleaner.language import section
from cleaner.text import hiragana, unspaced


@dataclass(frozen=True)
class Telegrams:
    """The shape of und/telegrams.yaml: who stands in such datelines, the signs by which they end, the houses that open
    them, what stands in brackets alone, and the offices of those whom the last brackets of a text name."""

    reporters: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    closers: tuple[str, ...] = ()


_OPEN: Final = "（(【[［〔"
_CLOSE: Final = "）)】]］〕"
_GROUP: Final = 44
_TELEGRAM: Final = 34
_BEHIND: Final = " 　:：，,-–—─"
_LEAST: Final = 15
_LEAST_NAME: Final = 2
_MOST_NAME: Final = 6
_PLACE_MARKS: Final = "=＝"
_COLONS: Final = (":", "：")
_ENDS: Final = "。！？」』”"
_TAIL: Final = re.compile(r"[（(【［〔]([^（()）【】\s][^（()）【】]{1,38})[)）】］〕]\d{0,8}\s*$")
_ALONE: Final = re.compile(r"[（(【［〔]([^（()）【】\s][^（()）【】]{1,11})[)）】］〕]")
_NO_MARKS: Final = "。！？!?“”\"『』"


def end(text: str) -> int:
    """Return where the sentence begins behind such a dateline, 0 where none stands.

    >>> end("新华社北京10月1日电（记者 李明）国务院一日宣布新的措施，自本月起施行。")
    18
    >>> end("（笑）記者たちはみな黙って会場を後にしたという。")
    0
    """
    if not text or not (unspaced(text[0]) or text[0] in _OPEN):
        return 0
    at = _group(text, 0)
    if not at and (at := _telegram(text)):
        at = _group(text, at) or at
    while 0 < at < len(text) and text[at] in _BEHIND:
        at += 1
    return at if at and len(text) - at >= _LEAST else 0


def _group(text: str, at: int) -> int:
    """Return where the brackets end that open at `at` and hold a reporter, an agency or a telegram; 0 where none do."""
    if not text.startswith(tuple(_OPEN), at):
        return 0
    close = text.find(_CLOSE[_OPEN.index(text[at])], at, at + _GROUP)
    inside = text[at + 1 : close].strip()
    if close < 0 or not inside or any(mark in inside for mark in _NO_MARKS):
        return 0
    known = section("und", "telegrams", Telegrams)
    said = any(word in inside for word in known.reporters) or inside in known.alone
    placed = any(mark in inside for mark in _PLACE_MARKS) and len(inside) <= _GROUP // 2
    told = inside.endswith(known.signs) or bool(agencies.find(inside, weak=True))
    return close + 1 if said or placed or told else 0


def _telegram(text: str) -> int:
    """Return where the sign for a telegram ends behind a house, a place and a day at the start; 0 where none is."""
    known = section("und", "telegrams", Telegrams)
    head = text[:_TELEGRAM]
    house = max((len(name) for name in known.houses if head.startswith(name)), default=0)
    if not house:
        return 0
    found = [(i, sign) for sign in known.signs if (i := head.find(sign, house)) >= 0]
    if not found:
        return 0
    at, sign = min(found, key=lambda f: (f[0], -len(f[1])))
    ahead, stop = head[:at], at + len(sign)
    if any(mark in ahead for mark in _NO_MARKS + "，,、"):
        return 0
    if text.startswith(known.signs, stop):
        return 0
    dated = any(c.isdigit() for c in ahead)
    if len(sign) > 1 and not dated:  # "新华社报道，…" is a sentence, "新华社消息：…" is none
        return stop if text.startswith(_COLONS, stop) else 0
    return stop if dated or text.startswith((*_OPEN, *_BEHIND), stop) else 0


def tail(text: str) -> int:
    """Return where the brackets open that close a paragraph with its reporter or editor, 0 where none do.

    >>> tail("他总是比闹钟早醒。（编辑：方怡然）1110327"), tail("他说：“走吧。”（笑）")
    (9, 0)
    """
    found = _TAIL.search(text, max(0, len(text) - _GROUP))
    if found is None or not text[: found.start()].rstrip().endswith(tuple(_ENDS)):
        return 0
    known, inside = section("und", "telegrams", Telegrams), found[1].strip()
    said = any(word in inside for word in known.closers) or inside.endswith(known.reporters)
    full = found[0].startswith("【") or bool(agencies.is_agency(inside))
    return found.start() if said or full else 0


def signature(text: str) -> bool:
    """Return whether a line is a name alone between brackets, as Japanese papers sign: （渡会凪沙）.

    >>> signature("（渡会凪沙）"), signature("（おわり）"), signature("（写真は10日）")
    (True, False, False)
    """
    found = _ALONE.fullmatch(text.strip())
    if found is None:
        return False
    name = found[1].replace(" ", "").replace("\u3000", "")
    return _LEAST_NAME < len(name) <= _MOST_NAME and all(map(unspaced, name)) and not hiragana(name[0])
