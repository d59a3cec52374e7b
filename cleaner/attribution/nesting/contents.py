"""What an attribution says: the words before it, behind it and around it, without the marks at their ends.

Owns the extent of what is said once attributions stand side by side. Decides nothing about speakers.
"""

from __future__ import annotations

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting import clauses
from cleaner.attribution.nesting.found import TAIL, Attribution
from cleaner.attribution.people import extent
from cleaner.attribution.words.pack import Lexicon
from cleaner.tables.rows import Span

_CLOSING = frozenset("“”»")
_MARKS = " \u00a0\u202f\t\n,;:–—-."


def pieces(line: Line, head: Attribution, joined: list[Attribution], stop: int, lexicon: Lexicon) -> list[Span]:
    """Return what a head says up to `stop`, without the cues in it that carry it on: … and warned that …"""
    out: list[Span] = []
    hung = min(_hung(line, head, stop, lexicon), line.start[head.stop] if head.stop else stop)
    start, counts = line.end[head.end - 1], True
    for other in joined:
        if line.start[other.begin] >= stop:
            break
        if other.begin < head.cue.last:
            continue
        if counts:
            at = other.begin
            while lexicon.speech.clause_starts and at - 1 > head.end and not line.breaks(at) and (
                    line.low[at - 1] in lexicon.speech.sibling_words):  # fmt: skip
                at -= 1
            out += trim(line, start, clauses.ends(line, start, min(line.start[at], hung), lexicon))
            hung = stop
        start, counts = line.end[other.end - 1], other.kind == head.kind
    stop = min(stop, hung)
    return out + (trim(line, start, clauses.ends(line, start, stop, lexicon)) if counts and start < stop else [])


def _hung(line: Line, head: Attribution, stop: int, lexicon: Lexicon) -> int:
    """Return where a relative clause in commas ends before `stop`: X, who has said that he won, spoke on Monday."""
    at = extent.skip_back(line, 0, head.cue.group, lexicon) - 1
    if at < 1 or line.low[at] not in lexicon.speech.subject_relatives or line.gap[at] != ",":
        return stop
    verbs = lexicon.passive | lexicon.auxiliaries | lexicon.bars
    for i in range(head.end + 1, line.word_at(stop)):
        past = any("past" in f.slots for f in lexicon.forms.get(line.low[i], ()))
        if line.gap[i] == "," and line.quoted[i] < 0 and (
                past or line.folded[i] in verbs or line.low[i].endswith(lexicon.speech.verb_endings or "\n")):
            return line.start[i]
    return stop


def to_quote(line: Line, start: int, end: int) -> list[Span]:
    """Return [start, end) up to the last quotation in it where a comma follows that: « un déni », a quitté la salle."""
    quotes = line.quotes_in(start, end)
    if quotes and line.text[quotes[-1].end : quotes[-1].end + 1] == ",":
        return trim(line, start, quotes[-1].end)
    return [(start, end)]


def around(line: Line, a: Attribution, start: int, end: int, lexicon: Lexicon) -> list[Span]:
    """Return what is said before and behind an attribution that stands behind or between."""
    first = min(a.begin, a.who.first, a.cue.first)
    said = next((q for q in reversed(line.quotes_in(start, line.start[first]))), None) if line.role != "body" else None
    if said and line.quoted[first - 1] >= 0 and line.gap[line.word_at(said.start)] in ",:":
        start = said.start  # a headline: what stands before the quotation is its topic
    out = trim(line, start, line.start[first])
    last = line.word_at(end)
    after = _close(line, a, last, lexicon)
    rest = line.end[after - 1]
    if out and line.quoted[first - 1] >= 0:
        return out + [(q.start, q.end) for q in line.quotes_in(rest, end) if _carried_on(line, q.start, rest)]
    if out and a.rule == "inverted" and not line.quotes_in(rest, end) and not lexicon.speech.far_subjects:
        return out
    amid = lexicon.speech.verb_second and a.rule == "according-to" and after < last and not line.breaks(after)
    if line.quotes_in(rest, end) or not out or amid or (  # sind nach Angaben der Polizei drei Menschen verletzt
            parenthesis(line, a, last, lexicon) and (a.rule == "as-clause" or not _apart(line, after, lexicon))
            and not _apposed(line, after, last, lexicon)):
        out += trim(line, rest, clauses.ends(line, rest, end, lexicon))
    return out


def _carried_on(line: Line, at: int, least: int) -> bool:
    """Return whether a quotation at `at` carries on what was said: it stands behind a mark, and is no title."""
    before = line.text[least:at].rstrip(" \u00a0\u202f\"'“«„")
    return not before or before[-1] in ",.;:!?–—-…)"


def _close(line: Line, a: Attribution, last: int, lexicon: Lexicon) -> int:
    """Return the word behind an attribution, a short adjunct up to the next comma included: she told them in 1990,"""
    end = line.behind_bracket(max(a.cue.last, a.who.last, a.end))
    if a.place != TAIL or end >= last or line.breaks(end):
        return end
    if line.folded[end] not in lexicon.prepositions | lexicon.adverbs | lexicon.times:
        return end
    for i in range(end + 1, min(last, end + 9)):
        if line.gap[i] == "," and line.quoted[i] < 0:
            return i
        if line.breaks(i) or (line.folded[i] in lexicon.clause_words and line.folded[i] not in lexicon.inner):
            break
    return end


def parenthesis(line: Line, a: Attribution, last: int, lexicon: Lexicon) -> bool:
    """Return whether an attribution stands between commas inside what is said: The plan, she said, was dead."""
    begin, end = min(a.begin, a.who.first, a.cue.first), _close(line, a, last, lexicon)
    if not 0 < begin < end < last or line.gap[begin] != "," or line.gap[end] != "," or line.quoted[begin - 1] >= 0:
        return False
    return line.quoted[end] < 0 and (
        line.low[end] not in lexicon.speech.sibling_words or line.low[end] in lexicon.speech.goes_on)  # fmt: skip


def _apposed(line: Line, i: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether word i, behind an attribution, only says who spoke: according to X, a nonpartisan group."""
    return bool(lexicon.speech.clause_starts) and line.low[i] in lexicon.speech.indefinite[:2] and not any(
        line.gap[j] == "," for j in range(i + 1, last))  # fmt: skip


def _apart(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i, behind an attribution, opens a clause that is none of what is said: …, before leaving."""
    word = line.folded[i]
    apart = line.low[i] in lexicon.speech.apart if lexicon.speech.apart else (
        word in lexicon.prepositions - lexicon.determiners)  # fmt: skip
    return apart or word in lexicon.relatives or any(
        "gerund" in f.slots for f in lexicon.forms.get(line.low[i], ()))  # fmt: skip


def trim(line: Line, start: int, end: int) -> list[Span]:
    """Return [start, end) without the marks and spaces at its ends, as a list of none or one."""
    if line.text[start : start + 1] in _CLOSING and start and line.text[start - 1].isalnum():
        start += 1
    while start < end and (line.text[start] in _MARKS or (
            line.text[start] in "'’" and line.text[start - 1 : start].isalpha())):  # fmt: skip
        start += 1
    while end > start and line.text[end - 1] in " \u00a0\u202f\t\n,;:–—-":
        end -= 1
    return [(start, end)] if start < end else []
