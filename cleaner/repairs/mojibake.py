"""UTF-8 that was read as something else, once or several times over: found span by span, undone where it reads better.

Which charset it was read with is what makes most of the text likelier; every word must gain by itself. Bytes that got
lost on the way stay lost: only a no-break space that became a plain one, and the end of a closing quotation mark, are
certain enough to be put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from cleaner.repairs import judging
from cleaner.repairs.changes import Change
from cleaner.repairs.charsets import back
from cleaner.repairs.signatures import CHARSETS, LEAD, NATURAL, hint, sequence

_LEAST: Final = 3.0
"""A word must become so much likelier, in nats; measured on clean lines of wcxb and ftfy's negative cases."""
_TOTAL: Final = 5.0
_BLANKS: Final = 8
_PIECES: Final = 60
"""So many characters make a word at most: of scripts without spaces as well."""
_ASKED: Final = 400
_MOST: Final = 0.8
"""Of more words than this so many are judged; the others follow where this share of them is kept."""
_CERTAIN: Final = 6.0
"""What three bytes and more of UTF-8 gain at least where one of them is a control: no text has that."""
_CONTROL: Final = re.compile("[\u0080-\u009f]")
_CLEARER: Final = 2.0
"""A rarer charset must explain so much more."""
_AGREE: Final = 3
_UNHARMED: Final = -1.0
"""Where so many words were read with one charset, another follows that loses no more than this."""
_BEHIND: Final = "\u2122\u00a9\u00ae\u00b0\u00a1\u00bf"
_OBSCURE: Final = 25.0
"""What it speaks against a lone reading that it has a letter that no language writes, or clean text such a place."""
_MIX: Final = 8.0
"""What it speaks against a reading that a Latin letter and one of another script touch in it, and did not before."""
_MIXED: Final = re.compile(
    "[A-Za-z\u00c0-\u024f](?=[\u0400-\u1cff\u3040-\ud7ff])|[\u0400-\u1cff\u3040-\ud7ff](?=[A-Za-z\u00c0-\u024f])"
)
_CONTEXT: Final = 90
_SPACES: Final = " \t\n\r"
_BEFORE_BLANK: Final = b"\xc2\xc3\xc5\xc6\xce\xd0\xd7\xd9"
"""What a lost no-break space belongs to: another one, à, Š, Ơ, Π, Р, נ, ٠; behind other first bytes it
makes letters that nobody writes."""
_OPEN: Final = "\"'“‘«‹„("
_CLOSE: Final = "\"'”’»›“)"
_CUT_QUOTE: Final = re.compile(r"(?<=\S)â€(?: (?=[.,;:!?]))?(?=[\s.,;:!?)\]]|$)|(?:(?<=\s)|(?<![\s\S]))â€(?=[^\W\d_])")
"""U+201D ends in a byte that Windows-1252 does not know, so that it is often dropped."""
_OPENING: Final = re.compile("[“„]|â€[^â]{1,2000}â€")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_RUN: Final = re.compile("[^\x00-\x7f]+")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]+ ?")
_LETTER: Final = re.compile("[\u0400-\u04ff]")
_BESIDE: Final = 3
"""So many ASCII characters behind a run may have been taken for the second half of a double byte."""


def hinted(text: str) -> bool:
    """Return whether something looks like UTF-8 read as another charset, in a look.

    >>> hinted("Le prÃ©sident"), hinted("Le président — élu")
    (True, False)
    """
    return bool(LEAD.search(text) and hint().search(text)) or bool(_HAN.search(text) and next(_double(text), None))


class Reading(NamedTuple):
    """What would undo one wrong decoding, by how much likelier it makes the text, and how much of what is not ASCII
    in the words it leaves as it is (0 to 1)."""

    changes: list[Change]
    gain: float
    left: float


NONE: Final = Reading([], 0.0, 0.0)


def reading(text: str) -> Reading:
    """Return what would undo one wrong decoding, by the charset that explains most.

    >>> [(c.start, c.end, c.after) for c in reading("Le prÃ©sident est arrivÃ©.").changes]
    [(5, 7, 'é'), (23, 25, 'é')]
    """
    best = 0.0
    words: list[_Word] = []
    charset = ""
    if LEAD.search(text) and hint().search(text):
        read = {name: found for name in CHARSETS if (found := list(_words(text, name)))}
        shown = {w.start for found in read.values() for w in found if _shown(text, w, text[w.start : w.end])}
        for name, found in read.items():
            if meant := [w for w in found if w.start not in shown]:
                whole, kept = _judged(text, meant)
                if kept and whole > best + _CLEARER:
                    best, words, charset = whole, kept, name
        if not words and "â€" in text and _OPENING.search(text):
            cut = [
                Change(*m.span(), "”", "mojibake", "cut-quote", "Half of a pair of quotation marks, read with the "
                       "wrong charset, its last byte lost.", 0.9)
                for m in _CUT_QUOTE.finditer(text)
            ]  # fmt: skip
            return Reading(cut, _TOTAL if cut else 0.0, 0.0)
    if not words and _HAN.search(text) and (found := list(_double(text))):
        best, words = _judged(text, found)
        charset = "gbk"
    odd = sum(c > "\x7f" and c not in NATURAL for c in text) if words else 0
    used = sum(end - start for word in words for start, end, _ in word.pieces)
    return Reading(_changes(text, words, charset), best, max(0.0, 1 - used / odd) if odd else 0.0)


def certain(text: str) -> list[Change]:
    """Return what would undo UTF-8 read as Latin-1 where controls show it, as they do in code and tables as well.

    >>> [(c.start, c.end, c.after) for c in certain("x = y # see\\xe2\\x80\\xa6 Ã© stays")]
    [(11, 14, '…')]
    """
    if not _CONTROL.search(text):
        return []
    return [
        Change(start, end, after, "mojibake", "wrong-charset",
               f"{_short(text[start:end])} is {after!r} read as cp1252.", 0.97)
        for start, end, after in _sequences(text, "cp1252")
        if _CONTROL.search(text, start, end) and " " not in text[start:end]
    ]  # fmt: skip


class _Word(NamedTuple):
    """Characters [start, end) that would read `after`; `pieces` are the sequences in it."""

    start: int
    end: int
    after: str
    pieces: tuple[tuple[int, int, str], ...]


def _words(text: str, charset: str) -> Iterator[_Word]:
    """Yield the words that hold sequences of UTF-8, and what they would read."""
    return _grouped(text, _sequences(text, charset), charset)


def _sequences(text: str, charset: str) -> Iterator[tuple[int, int, str]]:
    for match in sequence(charset).finditer(text):
        after = _read(match[0], charset)
        if after is None or (" " in match[0] and after.isupper() and text[match.start() - 1 : match.start()].islower()):
            continue  # a capital behind a small letter: the byte is lost, it was no no-break space
        yield (*match.span(), after)


def _double(text: str) -> Iterator[_Word]:
    """Yield the words that hold runs of UTF-8 read two bytes at a time."""
    return _grouped(text, _runs(text), "")


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _RUN.finditer(text):
        run = match[0][:4000]
        if _HAN.search(run):
            try:
                yield match.start(), match.start() + len(run), run.encode("gbk").decode("utf-8")
            except UnicodeError:
                continue


def _grouped(text: str, found: Iterable[tuple[int, int, str]], charset: str) -> Iterator[_Word]:
    pieces: list[tuple[int, int, str]] = []
    for start, end, after in found:
        if pieces and (len(pieces) == _PIECES or _apart(text, pieces[-1][1], start)):
            yield _word(text, pieces, charset)
            pieces = []
        pieces.append((start, end, after))
    if pieces:
        yield _word(text, pieces, charset)


def _apart(text: str, end: int, start: int) -> bool:
    return start - end > 40 or any(c in _SPACES for c in text[end:start])


def _word(text: str, pieces: list[tuple[int, int, str]], charset: str) -> _Word:
    first, last = pieces[0][0], pieces[-1][1]
    start, end = first, last
    while start > max(0, first - 40) and text[start - 1] not in _SPACES:
        start -= 1
    while end < min(len(text), last + 40) and text[end] not in _SPACES:
        end += 1
    own = _blanks(text, start, pieces, charset)
    return _Word(start, end, _put(text, start, end, own), tuple(own))


def _put(text: str, start: int, end: int, pieces: list[tuple[int, int, str]]) -> str:
    out: list[str] = []
    at = start
    for first, last, after in pieces:
        out += text[at:first], after
        at = last
    return "".join((*out, text[at:end]))


def _blanks(text: str, start: int, pieces: list[tuple[int, int, str]], charset: str) -> list[tuple[int, int, str]]:
    """Return the pieces, each that ends in a plain space with the space kept behind it where that reads better."""
    own = list(pieces)
    if sum(text[last - 1] == " " for _, last, _ in pieces) > _BLANKS:
        return own
    for number, (first, last, after) in enumerate(own):
        if text[last - 1] == " " and text[last : last + 1].isalpha() and after.isalpha():
            stop = text.find(" ", last, last + 20)
            right = stop if stop > 0 else min(len(text), last + 20)
            head = _put(text, start, first, own[:number])
            tail = _plain(text[last:right], charset)
            around = _plain(f"{text[max(0, start - _CONTEXT) : start]} {text[right : right + _CONTEXT]}", charset)
            if _parted(f"{head}{after}", tail, around):
                own[number] = (first, last, after + " ")
    return own


@lru_cache(maxsize=1024)
def _parted(head: str, tail: str, around: str) -> bool:
    return judging.gain(f"{head}{tail}", f"{head} {tail}", around) > 0


def _plain(text: str, charset: str) -> str:
    """Return a text with what is certain in it read anew."""
    return sequence(charset).sub(lambda m: m[0] if " " in m[0] else _read(m[0], charset) or m[0], text)


def _read(piece: str, charset: str) -> str | None:
    """Return what a piece is as UTF-8; None where it is none, or no visible character."""
    raw = back(piece, charset)
    if raw is None:
        return None
    if raw == b"\xe2\x80 ":
        return None  # rather a quotation mark with its last byte lost than a dagger with a space for it
    if len(raw) == 2 and raw[1] == 32 and raw[0] not in _BEFORE_BLANK:
        return None
    if b" " in raw:
        raw = raw.replace(b" ", b"\xa0")
    try:
        after = raw.decode("utf-8", "surrogatepass" if len(raw) == 6 else "strict")
    except UnicodeDecodeError:
        return None
    if len(after) == 2 and "\ud800" <= after[0] <= "\udbff" and "\udc00" <= after[1] <= "\udfff":
        return after.encode("utf-16", "surrogatepass").decode("utf-16")
    return after if after.isprintable() or after in "\u00a0\u00ad\u200b\u200c\u200d\u202f\ufeff\u2009\u2028\u2029" or (
        "\x80" <= after < "\xa0" and charset == "cp1252"
    ) else None


def _judged(text: str, words: list[_Word]) -> tuple[float, list[_Word]]:
    """Return how much likelier the words make the text, and those of them that gain by themselves."""
    kept: list[_Word] = []
    doubtful: list[_Word] = []
    whole = 0.0
    evident = any(not _blank_alone(text, word) for word in words)
    now, places = _reading(text, words)
    for number, (word, (start, end)) in enumerate(zip(words, places, strict=True)):
        if number >= _ASKED:  # a long text: its first words speak for the others
            kept += words[number:] if len(kept) > _MOST * number else []
            break
        before = text[word.start : word.end]
        if not evident and _blank_alone(text, word):
            continue
        context = f"{now[max(0, start - _CONTEXT) : start]} {now[end : end + _CONTEXT]}"
        bare = before.replace("\u00ad", "")  # a soft hyphen is unseen in clean text as well
        won = judging.gain(bare, word.after, context)
        won -= _MIX * max(0, len(_MIXED.findall(word.after)) - len(_MIXED.findall(bare)))
        won -= _OBSCURE * _is_whole(text, word, context)
        if _is_certain(text, word):
            won = max(won, _CERTAIN)
        elif len(words) < _AGREE:
            won -= _natural(text, word)
        elif sum(end - start for start, end, _ in word.pieces) < 0.5 * sum(c > "\x7f" for c in before):
            won -= _OBSCURE * judging.obscure("".join(after for _, _, after in word.pieces))
        if won > _LEAST:
            whole += won
            kept.append(word)
        elif won > _UNHARMED:
            doubtful.append(word)
    if len(kept) >= _AGREE:
        kept = sorted([*kept, *doubtful])
    return (whole, kept) if whole > _TOTAL else (0.0, [])


def _is_certain(text: str, word: _Word) -> bool:
    """Return whether every piece of a word is three bytes or more, of them a control."""
    return all(end - start > 2 and _CONTROL.search(text, start, end) for start, end, _ in word.pieces)


def _is_whole(text: str, word: _Word, around: str) -> bool:
    """Return whether what would be read anew is Cyrillic letters among others of them, as of a word that is right:
    "Ёлки" has the bytes of one rare sign of Chinese, the first two of "Рёрих" those of another letter. Russian that was
    misread is full of signs, and no letter of a word stays as it was."""
    letters = [c for c in around if c.isalpha()]
    if 2 * sum("\u0400" <= c <= "\u04ff" for c in letters) <= len(letters):
        return False
    if not all(_CYRILLIC.fullmatch(text, start, end) for start, end, _ in word.pieces):
        return False
    read = sum(_LETTER.match(text, at) is not None for start, end, _ in word.pieces for at in range(start, end))
    whole = len(_LETTER.findall(text, word.start, word.end))
    return whole > read or not any(_LETTER.match(after) for _, _, after in word.pieces)


def _natural(text: str, word: _Word) -> float:
    """Return what speaks for a word as it stands, where nothing else of its text was misread."""
    start, end, after = word.pieces[0]
    made = "".join(piece for _, _, piece in word.pieces)
    against = _OBSCURE * (judging.obscure(made) + max(0, judging.alphabets(made) - 1))
    if against or len(word.pieces) > 1 or end - start > 2:
        return against
    was = text[word.start : word.end].rstrip(",.;:!?\"'”’)")
    letters = [c for c in text[word.start : start] + text[end : word.end] if c.isalpha()]
    if not letters and not text[start].isalpha():
        return _OBSCURE  # signs among signs
    if after.islower() and len(letters) > 1 and all(c.isupper() for c in letters):
        return _OBSCURE  # a small letter among capitals
    if text[start] not in "\u00c2\u00c3" and was.endswith(text[start:end]) and text[end - 1] in _BEHIND:
        return _OBSCURE  # a sign that may stand behind any word
    if text[end - 1] == "\u2019" and start == word.start and len(letters) < 2:
        return _OBSCURE  # a letter and an apostrophe
    return 0.0


def _reading(text: str, words: list[_Word]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text as the words would make it, and where they stand in it."""
    out: list[str] = []
    places = []
    at = size = 0
    for word in words:
        out += text[at : word.start], word.after
        start = size + word.start - at
        size = start + len(word.after)
        places.append((start, size))
        at = word.end
    return "".join((*out, text[at:])), places


def _changes(text: str, words: list[_Word], charset: str) -> list[Change]:
    out: list[Change] = []
    for word in words:
        why = f"{_short(text[word.start : word.end])} is {_short(word.after)} read as {charset}."
        out += (Change(*piece, "mojibake", "wrong-charset", why, 0.97) for piece in word.pieces)
    return out


def _short(word: str) -> str:
    return repr(word if len(word) <= 40 else f"{word[:39]}…")


def _blank_alone(text: str, word: _Word) -> bool:
    """Return whether a word is one letter and a space: a letter by itself, unless more of the text is garbled."""
    start, end, _ = word.pieces[0]
    return len(word.pieces) == 1 and text[start + 1 : end] == " " and text[start - 1 : start] in ("", " ", "\n")


def _shown(text: str, word: _Word, was: str) -> bool:
    """Return whether the garbled piece is shown on purpose: quoted, with no word around it or beside its own repair."""
    if _CONTROL.search(was):
        return False  # a page that shows what it tells of shows what can be seen
    bare = was.strip(_OPEN + _CLOSE + ".,;:!?")
    left = text[word.start - 1 : word.start] if was[:1] not in _OPEN else was[0]
    right = text[word.end : word.end + 1] if was[-1:] not in _CLOSE + ".,;:!?" else was.rstrip(".,;:!?")[-1:]
    if not (left and left in _OPEN and right and right in _CLOSE):
        return False
    meant = word.after.strip(_OPEN + _CLOSE + ".,;:!?")
    return not re.search(r"[A-Za-z0-9]", bare) or (len(meant) > 2 and meant in text)
