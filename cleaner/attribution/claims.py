"""Claims of a sentence: which cue has which speaker, what is nested in what, and what is said.

Owns the ways an attribution can stand in a sentence (before, behind, around, inverted, nested). Writes no record.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from cleaner.attribution import addressees, cues, orders, phrases, places, subjects
from cleaner.attribution.cast import Cast
from cleaner.attribution.cues import Cue
from cleaner.attribution.found import HEAD, LEAD_IN, TAIL, Attribution, Claim
from cleaner.attribution.frames import by_agent, dashed, felt, framed, impersonal
from cleaner.attribution.judging import Who, known
from cleaner.attribution.lines import APOSTROPHE, HYPHEN, Line
from cleaner.attribution.nesting import combine
from cleaner.attribution.nouncues import noun_cues
from cleaner.attribution.orders import Order
from cleaner.attribution.pack import Lexicon
from cleaner.attribution.strange import anyone, beside_quotes, stranger, unknown
from cleaner.attribution.trail import front

MAX_WORDS: Final = 1500
"""A longer sentence is no prose: a list, a table, a text without stops."""
MAX_CUES: Final = 40
MAX_LABEL: Final = 32
"""Whom somebody calls something may take this many words: he called Judge X, who …, a “so-called judge”."""


def read(line: Line, number: int, cast: Cast) -> list[Claim]:
    """Return the claims of one sentence of a line, in order."""
    first, last = line.spans[number]
    if not first < last <= first + MAX_WORDS:
        return []
    found = sorted(_attributions(line, number, first, last, cast), key=lambda a: a.begin)
    return combine(line, number, found, cast)


# --- finding ---------------------------------------------------------------------------------------------------------


def _attributions(line: Line, number: int, first: int, last: int, cast: Cast) -> list[Attribution]:
    lexicon = cast.lexicon
    out: list[Attribution] = []
    previous = first
    headline = line.role != "body"
    for cue in islice(cues.find(line, first, last, lexicon), MAX_CUES):
        if cue.first < previous:
            continue
        made = _attribute(line, number, cue, first, last, previous, cast, out)
        if made is not None:
            out.append(made)
            previous = max(cue.last, made.end)
    if any(line.quoted[i] >= 0 for i in range(first, last)):
        out += beside_quotes(line, first, last, cast, out)
    out += framed(line, first, last, cast, out)
    if lexicon.claims:
        out += noun_cues(line, first, last, cast, out)
    if not out:
        out += impersonal(line, first, last, cast)
    if headline and not any(a.place == TAIL for a in out):
        out += dashed(line, first, last, cast, out)
    return out


def _attribute(line: Line, number: int, cue: Cue, first: int, last: int, previous: int, cast: Cast,
               made: list[Attribution]) -> Attribution | None:  # fmt: skip
    """Return the cue with its speaker, None if it has none that counts."""
    lexicon = cast.lexicon
    if cue.passive:
        found = by_agent(line, cue, first, last, cast) or felt(line, cue, first, cast)
        agent = line.breaks(cue.group) and phrases.after(line, cue.last + 1, last, cast)
        if found or cue.auxiliary or agent:
            return found
        cue = cue._replace(passive=False)
    if lexicon.places and cue.pronoun < 0 and cue.kind != "stands":
        cue = cue._replace(pronoun=next((i for i in range(cue.first + 1, cue.last) if line.gap[i] == HYPHEN and
                                         lexicon.pronouns.get(line.folded[i]) == "nobody"), -1))  # fmt: skip
    if cue.pronoun >= 0:
        if lexicon.pronouns[line.folded[cue.pronoun]] == "nobody":
            who = places.behind(line, cue, max(cue.last, cue.pronoun + 1), first, last, cast) if lexicon.places else \
                subjects.somewhere(line, max(cue.last, cue.pronoun + 1), last, cast)
        else:
            who = phrases.after(line, cue.pronoun, cue.pronoun + 1, cast)
        return _placed(line, number, who, cue, TAIL, first, last, cast, "inverted-pronoun") if who else None
    if order := orders.told(line, cue, first, last, cast):
        return _ordered(line, number, order, first, last, cast)
    if cue.kind == "stands":
        return None
    if cue.kind == "cite":
        return _cited(line, number, cue, first, last, cast)
    separate = cue.group == first or line.breaks(cue.group)
    who = subjects.subject(line, number, cue, first, previous, cast)
    who = who if orders.may_be_subject(line, who, cast) else None
    if separate and cue.group > first and not cue.gerund and not (who and subjects.opens(line, who, first, lexicon) and (
            not lexicon.speech.far_subjects or who.institution or who.pronoun or known(who, cast) or cue.after < last
            and line.folded[cue.after] in lexicon.determiners)):  # fmt: skip
        at = subjects.past_addressee(line, cue.last, last, cast)
        inverted = phrases.after(line, at, last, cast)
        if inverted is None and lexicon.speech.far_subjects and line.quoted[cue.group - 1] >= 0:
            at = subjects.past_adjuncts(line, cue.last, last, lexicon)
            inverted = phrases.after(line, at, last, cast) if at > cue.last else None
        if inverted is None and at < last and not line.breaks(at) and line.quoted[cue.group - 1] >= 0:
            inverted = anyone(line, at, last, cast) if lexicon.speech.strangers else stranger(line, at, last, cast)
        if inverted is not None and orders.may_be_subject(line, inverted, cast) and _may_invert(line, cue, inverted, last, lexicon):
            return _placed(line, number, inverted, cue, TAIL, first, last, cast, "inverted")
    if who and made and who.first == made[-1].cue.last and made[-1].place == HEAD and lexicon.speech.verb_endings and (
            made[-1].cue.kind in ("act", "call", "label", "agree", "topic")):  # fmt: skip
        return None
    rule = "subject-verb"
    if who is None and made and made[-1].place == TAIL and _resumes(line, cue, made[-1], lexicon):
        begin = min(made[-1].begin, made[-1].who.first)
        who = phrases.before(line, first, begin, cast) if line.gap[begin] == "," else None
        return _placed(line, number, who, cue, HEAD, first, last, cast, rule) if who else None
    if who is None and (order := orders.turned(line, cue, first, last, cast)):
        return _ordered(line, number, order, first, last, cast)
    if who is None and (carrier := _carrier(line, cue, first, cast, made)) is not None:
        start, who = carrier
        placed = _placed(line, number, who, cue, HEAD, first, last, cast, "carried")
        return placed._replace(begin=start) if placed and placed.rule != LEAD_IN else placed
    if who is None and lexicon.places and not cue.gerund and (who := places.one(line, cue, first, cast, made)):
        made_ = _placed(line, number, who, cue, HEAD, first, last, cast, "place")
        return made_._replace(begin=places.begins(line, who, cue, first, cast)) if made_ else None
    if who is None and cue.gerund and cue.group == first and cue.lead:
        who = Who(cue.first, cue.last, None, "person", pronoun=orders.AGAIN)
        return _placed(line, number, who, cue, HEAD, first, last, cast, "carried")
    if who is None and cue.gerund and made and separate:
        return None
    if who is None and subjects.after_quote(line, cue.group, first):
        who = subjects.between(line, cue.group, first, cast)
        rule = "quote-subject"
    if who is None and cue.kind in ("say", "tell", "mark") and not cue.gerund and not (
            cue.base and lexicon.speech.base_is_plural):  # fmt: skip
        who = _unlisted(line, cue, first, last, cast)
        rule = "unlisted-subject"
    if who is None and (order := orders.dropped(line, cue, first, last, cast)):
        return _ordered(line, number, order, first, last, cast)
    if who is None:
        return None
    place = TAIL if _is_tail(line, who, cue, first, last, lexicon) else HEAD
    if cue.gerund and not (who.first > first and line.folded[who.first - 1] in lexicon.prepositions):
        return None
    return _placed(line, number, who, cue, place, first, last, cast, rule)


def _resumes(line: Line, cue: Cue, cover: Attribution, lexicon: Lexicon) -> bool:
    """Return whether a verb goes on behind an attribution in commas that parts it from its subject: X, Y said, told."""
    at = phrases.skip_back(line, cover.end, cue.group, lexicon) if cover.end < cue.group else cue.group
    return at == cover.end and line.gap[at] == ","


def _carrier(line: Line, cue: Cue, first: int, cast: Cast, made: list[Attribution]) -> tuple[int, Who] | None:
    """Return who a verb without a subject of its own carries on, and where it begins: … and warned, …, adding that."""
    lexicon = cast.lexicon
    at = phrases.skip_back(line, first, cue.group, lexicon)
    joins = frozenset((*lexicon.conjunctions, *lexicon.speech.sibling_words))
    conjoined = at > first + 1 and line.folded[at - 1] in joins and line.quoted[at - 1] < 0
    led = at > first and line.low[at - 1] in lexicon.speech.gerund_prepositions and not line.breaks(at)
    if not conjoined and not (cue.gerund and (line.gap[cue.group] == "," or led)):
        return None
    start = at - 1 if conjoined else cue.group
    heads = [a for a in made if a.place == HEAD and a.rule != LEAD_IN]
    if heads:
        return start, heads[-1].who
    if made and made[-1].place == TAIL and cue.gerund and line.gap[cue.group] == ",":
        return start, made[-1].who
    if any(a.place == TAIL for a in made):
        return None
    who = front(line, first, start, cast)
    if who is None or (who.name is None and not who.pronoun) or who.last >= start:
        return None
    return start, who


def _cited(line: Line, number: int, cue: Cue, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return whom a verb of citing names, with who cites as the channel: “…”, the Post cites X."""
    said = cue._replace(kind="say")
    by = subjects.subject(line, number, cue, first, first, cast)
    at = cue.last
    who = None
    inside = next((i for i in range(cue.first + 1, cue.last) if line.low[i] in cast.lexicon.speech.object_pronouns), -1)
    if inside >= 0:
        who = Who(inside, inside + 1, None, "person", pronoun=cast.lexicon.speech.object_pronouns[line.low[inside]])
    elif by is None and at < last and (kind := cast.lexicon.speech.object_pronouns.get(line.low[at])):
        who, at = Who(at, at + 1, None, "person", pronoun=kind), at + 1
    if by is None and (by := phrases.after(line, at, last, cast)):
        at = by.last
    who = who or phrases.after(line, at, last, cast)
    if by is None or not by.name or by.pronoun:
        return None
    if who is None:
        return _placed(line, number, by, said, TAIL if line.breaks(cue.group) else HEAD, first, last, cast, "cited")
    behind = line.breaks(cue.group) and cue.group > first
    said = said._replace(after=max(who.last, at))
    made = _placed(line, number, who, said, TAIL if behind else HEAD, first, last, cast, "cited")
    return made._replace(channel=by.name, begin=min(made.begin, by.first), end=max(made.end, by.last)) if made else None


def _ordered(line: Line, number: int, order: Order, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return the attribution of an order other than subject and verb."""
    made = _placed(line, number, order.who, order.cue, order.place, first, last, cast, order.rule)
    if made is None or order.begin < 0:
        return made
    return made._replace(begin=order.begin, end=max(made.end, order.end) if order.rule == orders.AS else made.end)


def _unlisted(line: Line, cue: Cue, first: int, last: int, cast: Cast) -> Who | None:
    """Return a subject that no list knows, where a clause or a quotation shows that it speaks."""
    then = _to_clause(line, cue.after, last, cue, cast.lexicon)
    if cue.kind == "tell":
        then = next((i for i in range(cue.after, min(last, cue.after + 4)) if line.low[i] in
                     cast.lexicon.speech.complementizers), then)  # fmt: skip
    that = then < last and line.low[then] in cast.lexicon.speech.complementizers
    that = that or (cue.after < last and line.gap[cue.after] == ":")
    plain = cue.kind in ("say", "tell") and line.low[cue.last - 1] in cast.lexicon.speech.plain
    if not that and not plain and not subjects.near_quote(line, cue.last, min(last, cue.last + 5)):
        return None
    return unknown(line, first, cue.group, cast)


def _may_invert(line: Line, cue: Cue, who: Who, last: int, lexicon: Lexicon) -> bool:
    """Return whether verb and following phrase are an inversion behind what was said."""
    if cue.kind not in ("say", "report", "mark", "call", "act", "label", "agree"):
        return False
    if line.quoted[cue.group - 1] >= 0 or line.gap[cue.group] in "–.":
        return True
    if line.gap[cue.group] != ",":
        return False
    end = who.last
    if end >= last or line.breaks(end) or line.quoted[end] >= 0:
        return True
    if lexicon.speech.nouns_capitalised and not line.capital(end):
        return True
    word = line.folded[end]
    return word in lexicon.adverbs or word in lexicon.prepositions or word in lexicon.conjunctions


def _is_tail(line: Line, who: Who, cue: Cue, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether subject and verb stand behind what was said."""
    start = who.first
    if start <= first:
        return False
    closed = line.quoted[start - 1] >= 0
    if not closed and line.gap[start] not in ",–":
        return False
    after = cue.last
    if after >= last:
        return True
    if closed and line.gap[start] != ":" and _ends_with_comma(line, start):
        return True
    if line.gap[after] in ",–(;." or line.quoted[after] >= 0:
        aside = (cue.kind == "mark" or cue.marks) and not closed and line.gap[after] == ","
        return (aside or cue.kind in ("say", "tell", "report")) and not (line.quoted[after] >= 0 and not closed)
    adjunct = line.folded[after] in lexicon.prepositions | lexicon.adverbs and cue.kind in ("say", "report")
    if not closed and (cue.kind == "tell" or adjunct) and (comma := _comma(line, after, last, lexicon)):
        return line.low[comma] not in lexicon.speech.complementizers
    return _only_adjuncts(line, cue, last, lexicon)


def _comma(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word behind the comma that closes a short aside: he told a court, …; 0 if there is none."""
    for i in range(at, min(last, at + 9)):
        if line.gap[i] == "," and i > at:
            return i
        if line.breaks(i) or (line.folded[i] in lexicon.clause_words and line.folded[i] not in lexicon.inner):
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
    if last - start > 12 or any(
        line.quoted[i] >= 0 or (line.folded[i] in lexicon.clause_words and line.folded[i] not in lexicon.prepositions)
        for i in range(start, last)
    ):
        return False
    first = line.folded[start]
    addressed = cue.kind == "tell" or line.low[start] in lexicon.speech.addressee_prepositions
    return addressed or first in lexicon.prepositions or first in lexicon.adverbs


def _placed(line: Line, number: int, who: Who, cue: Cue, place: str, first: int, last: int, cast: Cast,
            rule: str) -> Attribution | None:  # fmt: skip
    """Return the attribution if the class of the cue allows it here."""
    lexicon = cast.lexicon
    kind, confidence = "statement", 0.93
    end = subjects.past_aside(line, cue.after, last, lexicon)
    aside = end > cue.after
    addressee = None
    if cue.kind in ("tell", "call", "act") or cue.kind == "say":
        addressee, end = addressees.told(line, end, last, cue, cast, place)
    addressee = addressee or addressees.framed(line, cue, who, first, last, cast)
    then = _to_clause(line, end, last, cue, lexicon)
    that = then < last and line.low[then] in lexicon.speech.complementizers
    quoted = any(line.quoted[i] >= 0 for i in range(cue.last, last)) or (
        place == TAIL and any(line.quoted[i] >= 0 for i in range(first, who.first)))  # fmt: skip
    following = line.text[line.end[end - 1] : line.start[end]] if end < last else ""
    if cue.base and lexicon.speech.base_is_plural and (not _plural(line, who, lexicon) or (
            cue.last < last and line.gap[cue.last] == " " and _goes_on(line, cue, lexicon))):  # fmt: skip
        return None
    behind = line.quoted[min(cue.group, who.first) - 1] >= 0 or lexicon.speech.verb_second
    if place == TAIL and rule == "inverted" and (
            (cue.kind == "act" and behind) or (cue.kind in ("label", "call", "agree") and line.quoted[cue.group - 1] >= 0)):
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
        and not cue.negated
        and not (that or place == TAIL or _tells(line, who, cue, end, last, lexicon) or (quoted and subjects.near_quote(line, cue.last, last)))
    ):
        return None
    if cue.kind == "label" and not subjects.near_quote(line, cue.last, last, MAX_LABEL):
        return None
    if cue.kind == "stance":
        near = who.type in ("person", "group") and subjects.near_quote(line, cue.last, last)
        if place == TAIL or not (that or near):
            return None
        kind, confidence = "stance", 0.7
    if cue.kind == "refuse" or cue.negated:
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
    if (plain and cue.kind == "say" and _court(line, who, lexicon) and end < last and
            line.folded[end] in lexicon.determiners):  # fmt: skip
        return None
    if who.type in ("document", "group") and line.low[cue.first] in lexicon.speech.evidence and (
            line.low[who.last - 1].endswith(lexicon.speech.plural_endings)):  # fmt: skip
        return None
    if place == HEAD and cue.kind == "act" and cue.last < last and line.low[cue.last] in lexicon.speech.passive_marks:
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
    if cue.kind == "report" and place == HEAD and not that and not quoted:
        return None
    if (
        place == HEAD
        and cue.kind in ("act", "call", "agree")
        and (who.type == "document" or _court(line, who, lexicon))
    ):
        return None
    if who.pronoun == "thing":
        confidence = 0.6
    if following and ":" in following:
        rule += "-colon"
    begin = min(who.first, cue.group)
    bracket = lexicon.speech.verb_second and cue.first - cue.group > 1
    if bracket and place == HEAD and (end >= last or (line.breaks(end) and not that and line.gap[end] != ":")):
        end = max(who.last, cue.group + 1)
    elif place == HEAD:
        end = then + 1 if that else _over_times(line, end, last, lexicon)
    return Attribution(who, cue, place, begin, max(end, who.last), rule, confidence, kind, addressee,
                       reported=place == HEAD and line.low[cue.group] in lexicon.moods)  # fmt: skip


def _denied(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether nothing but a negation follows verb and subject: antwortete er nicht."""
    return at < last and line.folded[at] in lexicon.negations and (at + 1 >= last or line.gap[at + 1] in ".;")


def _tells(line: Line, who: Who, cue: Cue, end: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a poll or a study tells what it found, without a clause: the survey showed X ahead of Y."""
    return who.type == "document" and line.low[cue.first] in lexicon.speech.findings and end < last and not (
        line.breaks(end))  # fmt: skip


def _to_clause(line: Line, at: int, last: int, cue: Cue, lexicon: Lexicon) -> int:
    """Return the word where "that" may stand: over adverbs, an adjunct or an aside (said, on Monday, that)."""
    then = _over_adverbs(line, at, last, lexicon)
    while then > at and line.folded[then - 1] in lexicon.prepositions:
        then -= 1
    if then >= last or line.low[then] in lexicon.speech.complementizers:
        return then
    if not (line.gap[then] == "," or line.folded[then] in lexicon.prepositions):
        return then
    comma = line.gap[then] == ","
    end = then + 1
    while end < min(last, then + 14):
        if line.low[end] in lexicon.speech.complementizers and line.breaks(end) == comma:
            return end
        if line.quoted[end] >= 0 or (line.breaks(end) and (line.gap[end] != "," or not comma)) or (
                line.low[end] in lexicon.forms and end not in line.covered and not comma
                and line.low[end - 1] not in lexicon.speech.articles):  # fmt: skip
            break
        end += 1
    return then


def _over_adverbs(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word after adverbs and times: said on Monday that."""
    end = at
    while end < last and end - at < 5 and not line.breaks(end) and (
            line.folded[end] in lexicon.adverbs or (line.folded[end] in lexicon.times and end > at)):  # fmt: skip
        end += 1
    return end


def _over_times(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word after a time that stands before what is said: said Thursday it had."""
    end = at
    while end < last and end - at < 6 and not line.breaks(end) and line.folded[end] in lexicon.times:
        end += 1
    if at < end < last and not line.breaks(end) and line.folded[end] not in lexicon.passive | lexicon.bars:
        return end
    return at


def _plural(line: Line, who: Who, lexicon: Lexicon) -> bool:
    """Return whether a speaker may stand with a plural verb."""
    if who.joint or who.type == "group" or who.pronoun == "plural":
        return True
    return line.low[who.last - 1].endswith(lexicon.speech.plural_endings) and line.gap[who.last - 1] != APOSTROPHE


def _goes_on(line: Line, cue: Cue, lexicon: Lexicon) -> bool:
    """Return whether what looks like a verb is a noun, for a verb follows: the report stated, demands are."""
    forms = lexicon.forms.get(line.low[cue.last], ())
    return (
        any(f.slots - {"base", "gerund"} for f in forms)
        or line.folded[cue.last] in lexicon.passive | lexicon.auxiliaries
    )


def _court(line: Line, who: Who, lexicon: Lexicon) -> bool:
    """Return whether a court acts: what it rejects or condemns it does not say."""
    return any(line.folded[i] in lexicon.speech.courts for i in range(who.first, who.last))

