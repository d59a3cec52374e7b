"""The names that a byline holds in a script without spaces: "新华社记者 李明 王芳", "（渡会凪沙）", "文／林怡君".

Runs of characters stand between signs and spaces. Words of a pack say which of them are followed or preceded by who
wrote ("记者", "記者") and which by somebody else ("责任编辑"); the rest is a name by its length. Chooses nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from cleaner import agencies
from cleaner.fields.sourcing import wording
from cleaner.language import section
from cleaner.tables.rows import Span
from cleaner.text import unspaced

_SIGNS: Final = "\u3005\u3041-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_KATAKANA: Final = "\u30a1-\u30fc"
_RUN: Final = re.compile(
    f"[{_SIGNS}]+(?:[·・‧-][{_SIGNS}]+|(?<=[{_KATAKANA}])[=＝](?=[{_KATAKANA}])[{_SIGNS}]+){{0,4}}"
)
_JOINS: Final = "·・‧-=＝"
_ENDS: Final = "，,|｜·•/／;；→>》"
"""Behind one of these signs stands no further name where nothing says so, but a house or a date."""
_STROKES: Final = "／/"
_LATIN: Final = re.compile(r"[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]")
_LEAST: Final = 2
_MOST: Final = {"zh": 4, "ja": 7}
_PART: Final = 4
"""The family's name or the given one, where a space stands between: at most so many characters."""
_FOREIGN: Final = 16
_USUAL: Final = 3
_TOWN: Final = 2
_SHARE: Final = 0.6


def is_unspaced(text: str) -> bool:
    """Return whether most letters of a text are of a script without spaces."""
    letters = [c for c in text if c.isalpha()]
    return sum(map(unspaced, letters)) >= _SHARE * len(letters) > 0


def says_by(text: str, tag: str | None) -> bool:
    """Return whether a word for who wrote, of two characters or more, stands in a line of such a script."""
    if not is_unspaced(text):
        return False
    by = section(_root(tag), "sources", wording.SourceWords).by
    return any(len(word) > 1 and word in text for word in by)


def people_in(text: str, tag: str | None, hidden: Sequence[Span]) -> list[Span]:
    """Return the spans of those whom a line says to have written it; of a line that says nothing, of its first names.

    >>> [x[a:b] for x in ["新华社记者 李明 王芳", "责任编辑：罗小满"] for a, b in people_in(x, "zh", [])]
    ['李明', '王芳']
    >>> [x[a:b] for x in ["（渡会凪沙）", "文＝佐藤 花子"] for a, b in people_in(x, "ja", [])]
    ['渡会凪沙', '佐藤 花子']
    """
    named: list[Span] = []
    silent: list[Span] = []
    if _signs_picture(text, _root(tag)):
        return []
    state, ended, last = "", False, 0
    root = _root(tag)
    for start, end in _runs(text, hidden):
        gap = text[last:start]
        ended = ended or bool(last and any(c in _ENDS for c in gap))
        if state == "by" and named and any(c in _STROKES for c in gap):
            state = ""  # 記者卓芷瑜／苗栗報導: behind the stroke stands the place
        if state == "other" and last and any(c in "）)】]\n" for c in gap):
            state = ""
        for kind, first, stop in _told(text, start, end, root):
            if kind:
                state = kind
            elif (span := _name(text, first, stop, root)) and state != "other":
                into = named if state == "by" else silent
                if state == "by" or not ended:
                    _add(into, span, text, root)
        last = end
    return named or silent


def _signs_picture(text: str, root: str) -> bool:
    """Return whether a line says who took a picture and nothing else: （王芳攝）, never （文・撮影 佐藤花子）."""
    said = text.strip(" \u3000（）()【】［］[]")
    ends = tuple(word for word in section(root, "sources", wording.SourceWords).credit if len(word) <= _TOWN)
    if not said.endswith(ends) or any(mark in said for mark in "（(［[。、，,／/：:・"):
        return False
    by = section(root, "sources", wording.SourceWords).by
    return not any(said.endswith(word) for word in by)


def _root(tag: str | None) -> str:
    """Return the language whose words are asked for: Chinese where it is not known."""
    root = (tag or "und").split("-")[0]
    return "zh" if root == "und" else root


def _runs(text: str, hidden: Sequence[Span]) -> Iterator[Span]:
    """Yield the runs of characters of the script that touch no Latin letter or number and stand in nothing hidden."""
    for m in _RUN.finditer(text):
        start, end = m.span()
        if any(a < end and start < b for a, b in hidden):
            continue
        yield start, end


def _told(text: str, start: int, end: int, root: str) -> Iterator[tuple[str, int, int]]:
    """Yield what a run says, in order: a kind of word ("by", "other"), or a piece ("") that may be a name."""
    at = piece = start
    cues = _cues(root)
    if normalize("NFKC", text[start:end]) in _known("desks", root):
        at = end
    while at < end:
        cue = next((c for c in cues.get(text[at], ()) if text.startswith(c[0], at) and at + len(c[0]) <= end), None)
        whole = cue is not None and (len(cue[0]) > 1 or end - start == 1)
        if cue is None or not whole:
            at += 1
            continue
        if text[piece:at].strip(_JOINS):
            # in front of a word for who writes stands whose page it is, or the name of whom it says so
            behind = at + len(cue[0]) == end
            yield ("", piece, at) if cue[1] == "role" or behind else ("house", piece, at)
        if cue[1] != "role":
            yield cue[1], at, at + len(cue[0])
        at = piece = at + len(cue[0])
    while piece < end and text[piece] in _JOINS:
        piece += 1
    if piece < end:
        yield "", piece, end


@lru_cache
def _cues(root: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the words that say who a name is, by first character, the longest first."""
    filed: dict[str, dict[str, str]] = {}
    own = section(root, "sources", wording.SourceWords)
    kinds = ((own.noise, "other"), (own.credit, "other"), (own.source, "other"), (own.roles, "role"), (own.by, "by"))
    for phrases, said in kinds:
        for phrase in phrases:
            if unspaced(phrase[:1]):
                filed.setdefault(phrase[0], {})[phrase] = said
    return {first: tuple(sorted(found.items(), key=lambda f: (-len(f[0]), f))) for first, found in filed.items()}


def _name(text: str, start: int, end: int, root: str) -> Span | None:
    """Return the span of a name in a piece: a desk, an agency, or so many characters as names have."""
    written = text[start:end]
    if normalize("NFKC", written) in _known("desks", root) or agencies.is_agency(written):
        return start, end
    if written in _known("places", root):
        return None
    if start and _LATIN.match(text[start - 1]):
        return None
    following = text[end : end + 1]
    if _LATIN.match(following):
        # "記者鍾以寧花蓮縣27日電": a place and a day stand behind the name
        size = end - start
        usual = _USUAL if size >= _USUAL + _TOWN else size - _TOWN
        return (start, start + usual) if root == "zh" and following.isdigit() and usual >= _LEAST else None
    foreign = any(c in written for c in _JOINS)
    most = _FOREIGN if foreign else _MOST.get(root, _MOST["ja"])
    return (start, end) if end - start <= most else None


@lru_cache
def _known(kind: str, root: str) -> frozenset[str]:
    return frozenset(getattr(section(root, "sources", wording.SourceWords), kind))


def _add(spans: list[Span], span: Span, text: str, root: str) -> None:
    """Add a name, or join it to the one before where a space parts family and given name."""
    start, end = span
    if spans and text[slice(*spans[-1])] not in _known("desks", root):
        first, before = spans[-1]
        gap = text[before:start]
        sizes = before - first, end - start
        short = min(sizes) == 1 or (root == "ja" and " " not in text[first:before] and max(sizes) <= _PART)
        if gap in (" ", "\u3000") and short and "\u3000" not in text[first:before]:
            spans[-1] = first, end
            return
    if end - start >= _LEAST or text[end : end + 1] in " \u3000":
        spans.append(span)
