"""Where a cue with its speaker stands to what is said, before it or behind, and where what is said begins.

Owns the attribution made of them, if what the class of the cue asks for is there. Finds no speakers.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues import quotedtitles
from cleaner.attribution.cues.cue import FINITE, Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting import clauses
from cleaner.attribution.nesting.found import HEAD, LEAD_IN, Attribution
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.attribution.sentence import doubting, kinds, refusing, setting
from cleaner.attribution.sentence.setting import Setting
from cleaner.attribution.words.pack import Lexicon

MAX_AMID: Final = 5
"""A quotation inside a clause before its verb has fewer words: he had “fully and candidly” answered."""
MAX_ASIDE: Final = 16
"""An aside between a verb and the comma that closes it has fewer words: said in a report sent to donors on Monday, …"""



def may_invert(line: Line, cue: Cue, who: Who, last: int, lexicon: Lexicon) -> bool:
    """Return whether verb and following phrase are an inversion behind what was said."""
    asks = cue.kind == "tell" and bool(lexicon.speech.plain) and line.low[cue.last - 1] not in lexicon.speech.plain
    if not asks and cue.kind not in ("say", "report", "mark", "call", "act", "label", "agree"):
        return False
    if line.quoted[cue.group - 1] >= 0 and _amid(line, cue.group, lexicon):
        return False
    if line.quoted[cue.group - 1] >= 0 or line.gap[cue.group] in "–.":
        return True
    if line.gap[cue.group] != ",":
        return False
    end = who.last
    if end >= last or line.breaks(end) or line.quoted[end] >= 0 or end in line.cases:
        return True
    if lexicon.speech.nouns_capitalised and not line.capital(end):
        return True
    word = line.folded[end]
    gerund = any("gerund" in f.slots for f in lexicon.forms.get(line.low[end], ()))
    if lexicon.speech.far_subjects and (word in lexicon.clause_words or gerund):
        return True
    return word in lexicon.adverbs or word in lexicon.prepositions or word in lexicon.conjunctions


def _amid(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Return whether the quotation before a verb stands inside its clause: that he had “fully” answered all of them."""
    start = at - 1
    while start > 0 and line.quoted[start - 1] == line.quoted[at - 1]:
        start -= 1
    small = not line.capital(start) and at - start < MAX_AMID and start > 0 and line.gap[start] == " "
    return bool(lexicon.speech.clause_starts) and small and not _ends_with_comma(line, at)


def is_tail(line: Line, who: Who, cue: Cue, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether subject and verb stand behind what was said."""
    start = who.first
    if start <= first:
        return False
    closed = line.quoted[start - 1] >= 0
    if closed and lexicon.speech.far_subjects and quotedtitles.name(line, start - 1, lexicon):
        return False
    if not closed and line.gap[start] not in ",–":
        return False
    led = bool(lexicon.speech.far_subjects) or (
        bool(lexicon.speech.clause_starts) and not _comma(line, cue.last, last, lexicon))  # fmt: skip
    if not closed and led and line.folded[first] in lexicon.prepositions and not any(
            line.breaks(i) or line.low[i] in lexicon.forms or line.folded[i] in lexicon.passive | lexicon.auxiliaries
            for i in range(first + 1, start)):  # fmt: skip
        return False
    after = cue.last
    if after >= last:
        return closed or not _asked(line, first, start, lexicon)
    if not closed and lexicon.speech.far_subjects and line.low[after] in lexicon.speech.possessives:
        return False
    if not closed and lexicon.speech.declensions and line.low[after] in lexicon.speech.complementizers:
        return False
    that = line.low[after] in lexicon.speech.complementizers
    if closed and that and lexicon.speech.clause_starts and quotedtitles.title(line, start - 1, lexicon):
        return False
    if closed and line.gap[start] != ":" and _ends_with_comma(line, start):
        return True
    if not closed and _asked(line, first, start, lexicon):
        return False
    if line.gap[after] in ",–(;." or line.quoted[after] >= 0:
        aside = (cue.kind == "mark" or cue.marks) and not closed and line.gap[after] == ","
        return (aside or cue.kind in ("say", "tell", "report")) and not (line.quoted[after] >= 0 and not closed)
    amid = cue.kind == "mark" and bool(lexicon.speech.clause_starts) and who.first > first + 1
    adjunct = line.folded[after] in lexicon.prepositions | lexicon.adverbs and (cue.kind in ("say", "report") or amid)
    if not closed and (cue.kind == "tell" or adjunct) and (comma := _comma(line, after, last, lexicon)):
        return line.low[comma] not in lexicon.speech.complementizers
    return _only_adjuncts(line, cue, last, lexicon)


def _asked(line: Line, first: int, start: int, lexicon: Lexicon) -> bool:
    """Return whether what stands before a speaker is only what led to his words: Asked about it, X shrugged."""
    forms = lexicon.forms.get(line.low[first], ())
    led = bool(lexicon.speech.clause_starts) and any(f.slots & {"participle", "gerund"} for f in forms)
    return led and not any(line.gap[i] in ",–" for i in range(first + 1, start))


def _comma(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word behind the comma that closes a short aside: he told a court, …; 0 if there is none."""
    for i in range(at, min(last, at + MAX_ASIDE)):
        if line.gap[i] == "," and i > at:
            return i
        seen = i + 1 < last and line.low[i + 1] in lexicon.speech.passive_agent
        word = line.folded[i]
        if line.breaks(i) or (word in lexicon.clause_words and word not in lexicon.inner and not seen) or (
                i > at + 8 and not lexicon.speech.clause_starts):  # fmt: skip
            break
    return 0


def _ends_with_comma(line: Line, start: int) -> bool:
    """Return whether the quotation before word `start` ends with a comma or as a sentence, inside its marks or out."""
    gap = line.text[line.end[start - 1] : line.start[start]]
    return any(c in ",!?…." for c in gap) or "," in gap


def _only_adjuncts(line: Line, cue: Cue, last: int, lexicon: Lexicon) -> bool:
    """Return whether what follows the cue up to the end is short and holds no clause: told reporters on Monday."""
    start = cue.last
    commas = (i for i in range(start + 1, last) if line.gap[i] == "," and line.folded[i] in lexicon.prepositions)
    last = next(commas, last)
    if cue.kind == "tell":
        last = next((i for i in range(start + 2, last) if line.low[i] in lexicon.relatives), last)
    if last - start > 12 or any(
        line.quoted[i] >= 0 or (line.folded[i] in lexicon.clause_words and line.folded[i] not in lexicon.prepositions)
        for i in range(start, last)
    ):
        return False
    first = line.folded[start]
    addressed = cue.kind == "tell" or line.low[start] in lexicon.speech.addressee_prepositions
    return addressed or first in lexicon.prepositions or first in lexicon.adverbs


def placed(line: Line, number: int, who: Who, cue: Cue, place: str, first: int, last: int, cast: Cast,
            rule: str) -> Attribution | None:  # fmt: skip
    """Return the attribution if the class of the cue allows it here."""
    here = setting.around(line, who, cue, place, rule, first, last, cast)
    if refusing.refused(here):
        return None
    kind, confidence = kinds.told(here)
    cue = here.cue._replace(kind="mark") if refusing.as_aside(here) else here.cue
    begin, end = min(who.first, cue.group), max(_begins(here), who.last)
    return Attribution(who, cue, place, begin, end, _order(here), confidence, kind, here.addressee,
                       reported=place == HEAD and line.low[cue.group] in cast.lexicon.moods,
                       doubtful=bool(here.speech.things_do) and doubting.unless_person(here))  # fmt: skip


def _order(here: Setting) -> str:
    """Return the rule of an attribution: the order found, whether a colon follows, or that it leads in a paragraph."""
    if here.more:
        gap = here.line.text[here.line.end[here.end - 1] : here.line.start[here.end]]
        return here.rule + "-colon" if ":" in gap else here.rule
    leads = here.place == HEAD and here.cue.kind in ("say", "report", "tell", "mark") and not here.framed
    return LEAD_IN if leads else here.rule


def _begins(here: Setting) -> int:
    """Return the word where what is said begins: behind “that”, adjuncts and times, or at the quotation they lead to.

    Behind the subject where the verb ends its clause and nothing follows: X hat das am Montag so gesagt.
    """
    line, end, last, lexicon = here.line, here.end, here.last, here.lexicon
    if here.place != HEAD:
        return end
    if here.framed and (not here.more or (line.breaks(end) and not here.that and not here.colon)):
        return max(here.who.last, here.cue.group + 1)
    if here.that and line.low[min(here.then, last - 1)] in lexicon.speech.complementizers:
        return here.then + 1
    end = clauses.begins(line, _over_times(line, end, last, lexicon), last, here.cue.kind, lexicon)
    if here.that or here.cue.kind not in ("say", "mark", "tell"):
        return end
    quote = next((i for i in range(end + 1, min(last, end + 9)) if line.breaks(i)), end)
    led = quote < last and line.gap[quote] == ":" and line.quoted[quote] >= 0
    return quote if led and not _tells_on(line, end, quote, lexicon) else end


def _over_times(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word after a time that stands before what is said: said Thursday it had."""
    end = at
    while end < last and end - at < 6 and not line.breaks(end) and line.folded[end] in lexicon.times:
        end += 1
    if (
        at < end < last
        and line.low[end - 1] not in lexicon.prepositions
        and not line.breaks(end)
        and line.folded[end] not in lexicon.passive | lexicon.bars
    ):
        return end
    return at


def _tells_on(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether another verb of telling stands among words: X said the officer told her: “…”."""
    return any(form.kind in ("say", "tell") and form.slots & FINITE for i in range(first + 1, last)
               if i not in line.covered for form in lexicon.forms.get(line.low[i], ()))  # fmt: skip
