"""Whether a cue with its speaker counts as an attribution, where it stands to what is said, and where that begins.

Owns what the class of a cue asks for: a clause, a quotation, an object. Finds no speakers.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import APOSTROPHE, Line
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.attribution.sentence import addressees, adjuncts, clauses, objects, quotedtitles, subjects
from cleaner.attribution.sentence.conjunction import bare, to_clause
from cleaner.attribution.sentence.cues import FINITE, Cue
from cleaner.attribution.sentence.found import HEAD, LEAD_IN, TAIL, Attribution
from cleaner.attribution.words.pack import Lexicon

MAX_LABEL: Final = 32
"""Whom somebody calls something may take this many words: he called Judge X, who …, a “so-called judge”."""

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
    lexicon = cast.lexicon
    kind, confidence = "statement", 0.93
    parted = 0 <= cue.particle < last - 1 and line.gap[cue.particle + 1] in ",:"
    end = cue.particle + 1 if parted else adjuncts.past_aside(line, cue.after, last, lexicon)
    aside = end > cue.after
    addressee = None
    if cue.kind in ("tell", "call", "act", "say") or (cue.kind == "mark" and lexicon.speech.pro_drop):
        addressee, end = addressees.told(line, end, last, cue, cast, place)
    addressee = addressee or addressees.framed(line, cue, who, first, last, cast)
    if cue.kind == "tell" and place == HEAD and lexicon.speech.clause_starts:
        end = _past_apposition(line, end, last, lexicon)
    then = to_clause(line, end, last, cue, lexicon)
    that = (
        then < last and line.low[then] in lexicon.speech.complementizers and line.quoted[then] == line.quoted[cue.first]
    )
    that = that and not (cue.kind in ("act", "call", "label") and clauses.points(line, then, last, lexicon))
    that = that or (cue.kind == "mark" and bare(line, end, last, lexicon))
    quoted = any(line.quoted[i] >= 0 for i in range(cue.last, last)) or (
        place == TAIL and any(line.quoted[i] >= 0 for i in range(first, who.first)))  # fmt: skip
    following = line.text[line.end[end - 1] : line.start[end]] if end < last else ""
    taken = (
        lexicon.speech.object_clitics
        and place == HEAD
        and not that
        and not quoted
        and line.gap[min(end, last - 1)] != ":"
    )
    if taken and who.last <= cue.group and line.low[cue.group] in lexicon.speech.object_clitics:
        return None
    if cue.kind == "mark" and place == HEAD and not that and _goes_on_saying(line, end, last, lexicon):
        return None
    orders = cue.kind == "tell" and place == HEAD and not quoted and line.low[cue.last - 1] in lexicon.speech.plain
    if orders and end < last and lexicon.speech.clause_starts and line.low[end] in lexicon.speech.addressee_linking:
        return None  # told members to leave
    heard = who.first > first and line.low[who.first - 1] in lexicon.speech.perceives
    if cue.base and lexicon.speech.base_is_plural and not heard and (not _plural(line, who, lexicon) or (
            cue.last < last and line.gap[cue.last] == " " and _goes_on(line, cue, lexicon))):  # fmt: skip
        return None
    behind = line.quoted[min(cue.group, who.first) - 1] >= 0 or lexicon.speech.verb_second
    quoted_before = line.quoted[cue.group - 1] >= 0
    hung = rule == "inverted-pronoun" and cue.kind == "act" and line.gap[cue.group] == ","
    if place == TAIL and (rule == "inverted" or hung) and (
            (cue.kind == "act" and behind) or (cue.kind in ("label", "call", "agree") and quoted_before)):  # fmt: skip
        cue = cue._replace(kind="say")
    colon = end < last and line.gap[end] == ":" and line.quoted[end] >= 0 and place == HEAD and not cue.negated
    if colon and cue.kind in ("mark", "label", "stance", "act", "agree", "topic"):
        cue = cue._replace(kind="say")
    if lexicon.speech.verb_second and not cue.negated and _denied(line, max(end, who.last), last, lexicon):
        cue = cue._replace(negated=True)
    if end < last and line.gap[end] == ":" and place == HEAD and cue.kind in ("mark", "agree") and not (
            cue.base and lexicon.speech.base_is_plural):  # fmt: skip
        that = True
    if (
        cue.kind == "mark"
        and not (cue.negated and not lexicon.speech.far_subjects)
        and not (
            that
            or (lexicon.speech.pro_drop and line.low[cue.group] in lexicon.speech.hearsay)
            or place == TAIL
            or objects.tells(line, who, cue, end, last, lexicon)
            or (quoted and subjects.near_quote(line, cue.last, last, lexicon))
        )
    ):
        return None
    if who.type == "document" and cue.kind == "mark" and not that and place == HEAD and (
            bool(lexicon.speech.clause_starts) and cue.last < last and
            line.folded[cue.last] in lexicon.prepositions):  # fmt: skip
        return None
    if cue.kind == "label" and lexicon.speech.verb_endings and cue.last == cue.after < last and (
            line.folded[cue.last] in lexicon.prepositions - lexicon.determiners):  # fmt: skip
        return None
    if cue.kind in ("label", "act") and place == HEAD and _resumed(line, cue.last, first, last, lexicon):
        return None
    stated = lexicon if lexicon.speech.subjects_stated else None
    if cue.kind == "label" and not objects.named_so(line, cue, last, lexicon) and (
            not subjects.near_quote(line, cue.last, last, stated, MAX_LABEL)
            or (lexicon.speech.far_subjects and place == HEAD and _apart(line, max(end, who.last), last))):  # fmt: skip
        return None
    if cue.kind == "stance":
        kinds = ("person", "group", *(["organisation"] if lexicon.speech.clause_starts else []))
        near = who.type in kinds and subjects.near_quote(line, cue.last, last, lexicon)
        if place == TAIL or not (that or near):
            return None
        kind, confidence = ("statement", 0.75) if near and lexicon.speech.clause_starts else ("stance", 0.7)
    none = lexicon.speech.negative_determiners
    before = "" if who.first == first or line.breaks(who.first) else line.low[who.first - 1]
    nobody = line.low[who.first] in none or before in none
    if cue.kind == "refuse" or cue.negated or nobody:
        if cue.negated and cue.kind not in ("say", "tell", "refuse", "report", "mark") and place == HEAD:
            return None
        kind, confidence = "non_statement", 0.8
    if cue.kind == "topic":
        kind = "topic_raised"
    if cue.kind == "act" and not quoted and last - end == 1 and line.folded[end] in lexicon.determiners:
        return None
    if cue.kind == "agree" and not (that or (end < last and not line.breaks(end))):
        return None
    if place == TAIL and (cue.marks or (cue.kind == "act" and who.first > first and line.quoted[who.first - 1] >= 0)):
        cue = cue._replace(kind="mark")
    if place == TAIL and cue.kind in ("act", "agree", "topic", "refuse", "label"):
        return None
    if cue.kind in ("say", "report", "tell", "mark") and place == HEAD and end >= last:
        bracket = lexicon.speech.verb_second and cue.first - cue.group > 1
        if not bracket and not line.text.rstrip().endswith(":"):
            return None
        rule = rule if bracket else LEAD_IN
    plain = place == HEAD and not that and not quoted
    decides = plain and cue.kind == "say" and line.low[cue.last - 1] not in lexicon.speech.plain
    if decides and _court(line, who, lexicon) and end < last and line.folded[end] in lexicon.determiners:
        return None
    shown = line.low[cue.first] in lexicon.speech.evidence and who.type not in ("person", "document")
    if shown and not line.capital(who.last - 1) and line.low[who.last - 1].endswith(lexicon.speech.plural_endings):
        return None
    agent = cue.last < last and line.low[cue.last] in lexicon.speech.passive_marks
    if place == HEAD and cue.kind == "act" and agent and (cue.auxiliary or not lexicon.speech.pro_drop):
        return None
    if (
        place == HEAD
        and end < last
        and line.gap[end] == ","
        and line.quoted[end] < 0
        and not that
        and not aside
        and not lexicon.speech.verb_second
        and cue.kind != "refuse"
    ):
        return None
    if cue.kind == "report" and place == HEAD and not that and not quoted and not (
            lexicon.speech.clause_starts and who.type in ("person", "group") and end < last and not line.breaks(end)
            and line.folded[end] not in lexicon.prepositions | lexicon.adverbs):  # fmt: skip
        return None
    if (
        place == HEAD
        and cue.kind in ("act", "call", "agree")
        and ((who.type == "document" and not (lexicon.speech.far_subjects and quoted) and (
            cue.lemma not in lexicon.speech.written)) or (
            _court(line, who, lexicon) and not (lexicon.speech.far_subjects and quoted)))
    ):
        return None
    if who.pronoun == "thing":
        confidence = 0.6
    if following and ":" in following:
        rule += "-colon"
    begin = min(who.first, cue.group)
    parted = bool(lexicon.speech.verb_second) and cue.first - cue.group > 1
    if parted and place == HEAD and (end >= last or (line.breaks(end) and not that and line.gap[end] != ":")):
        end = max(who.last, cue.group + 1)
    elif place == HEAD:
        opened = that and line.low[min(then, last - 1)] in lexicon.speech.complementizers
        over = _over_times(line, end, last, lexicon)
        end = then + 1 if opened else clauses.begins(line, over, last, cue.kind, lexicon)
        at = next((i for i in range(end + 1, min(last, end + 9)) if line.breaks(i)), end)
        quoted_next = at < last and line.gap[at] == ":" and line.quoted[at] >= 0
        if quoted_next and not that and cue.kind in ("say", "mark", "tell") and not _tells_on(line, end, at, lexicon):
            end = at
    return Attribution(who, cue, place, begin, max(end, who.last), rule, confidence, kind, addressee,
                       reported=place == HEAD and line.low[cue.group] in lexicon.moods)  # fmt: skip


def _past_apposition(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word of the quotation behind what the one told is: told X, a spokeswoman for Y, “…”; else `at`."""
    if at >= last or line.gap[at] != "," or line.quoted[at] >= 0:
        return at
    quote = next((i for i in range(at, min(last, at + MAX_ASIDE)) if line.quoted[i] >= 0), last)
    apart = quote < last and line.gap[quote] in ",:" and not any(line.low[i] in lexicon.forms for i in range(at, quote))
    return quote if apart else at


def _tells_on(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether another verb of telling stands among words: X said the officer told her: “…”."""
    return any(form.kind in ("say", "tell") and form.slots & FINITE for i in range(first + 1, last)
               if i not in line.covered for form in lexicon.forms.get(line.low[i], ()))  # fmt: skip


def _resumed(line: Line, at: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether the next quotation goes on with one that opened the sentence: “A,” X said, as Y called it, “B.”"""
    quoted = next((i for i in range(at, min(last, at + MAX_LABEL)) if line.quoted[i] >= 0), 0)
    return bool(lexicon.speech.clause_starts) and quoted > at and line.gap[quoted] == "," and line.quoted[first] >= 0


def _apart(line: Line, at: int, last: int) -> bool:
    """Return whether one comma parts the next quotation from word `at`: espère le double, un pari « héroïque »."""
    quoted = next((i for i in range(at, last) if line.quoted[i] >= 0), last)
    return sum(line.gap[i] in ",;" for i in range(at + 1, quoted)) % 2 == 1


def _denied(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether nothing but a negation follows verb and subject: antwortete er nicht."""
    return at < last and line.folded[at] in lexicon.negations and (at + 1 >= last or line.gap[at + 1] in ".;")


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


def _plural(line: Line, who: Who, lexicon: Lexicon) -> bool:
    """Return whether a speaker may stand with a plural verb."""
    if who.joint or who.type == "group" or who.pronoun == "plural":
        return True
    return line.low[who.last - 1].endswith(lexicon.speech.plural_endings) and line.gap[who.last - 1] != APOSTROPHE


def _goes_on_saying(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether another verb of saying follows a conjunction at once: she laughed and said."""
    return bool(lexicon.speech.clause_starts) and at + 1 < last and line.folded[at] in lexicon.conjunctions and (
        not line.breaks(at) and any(f.kind in ("say", "tell", "mark") and f.slots & FINITE
                                    for f in lexicon.forms.get(line.low[at + 1], ())))  # fmt: skip


def _goes_on(line: Line, cue: Cue, lexicon: Lexicon) -> bool:
    """Return whether what looks like a verb is a noun, for a verb follows: the report stated, demands are."""
    forms = lexicon.forms.get(line.low[cue.last], ())
    if line.low[cue.last - 1] in lexicon.speech.plain:
        return False
    return (
        any(f.slots - {"base", "gerund"} for f in forms)
        or line.folded[cue.last] in lexicon.passive | lexicon.auxiliaries
    )


def _court(line: Line, who: Who, lexicon: Lexicon) -> bool:
    """Return whether a court acts: what it rejects or condemns it does not say."""
    return any(line.folded[i] in lexicon.speech.courts for i in range(who.first, who.last))
