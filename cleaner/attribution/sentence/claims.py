"""Claims of a sentence: which cue has which speaker, what is nested in what, and what is said.

Owns the ways an attribution can stand in a sentence (before, behind, around, inverted, nested). Writes no record.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from cleaner.attribution.lines.line import HYPHEN, Line
from cleaner.attribution.people import cases, extent, phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import AGAIN, Who, known
from cleaner.attribution.people.naming import as_name
from cleaner.attribution.people.strangers import unknown
from cleaner.attribution.people.trail import front
from cleaner.attribution.sentence import adjuncts, cues, hanging, inverting, lending, orders, places, stated, subjects
from cleaner.attribution.sentence.agreeing import agrees
from cleaner.attribution.sentence.announced import announced
from cleaner.attribution.sentence.bare import bare, voiced
from cleaner.attribution.sentence.conjunction import to_clause
from cleaner.attribution.sentence.cues import Cue
from cleaner.attribution.sentence.found import HEAD, LEAD_IN, TAIL, Attribution, Claim
from cleaner.attribution.sentence.frames import by_agent, felt, framed, impersonal, told_by
from cleaner.attribution.sentence.gapped import gapped
from cleaner.attribution.sentence.headlines import dashed
from cleaner.attribution.sentence.nesting import combine
from cleaner.attribution.sentence.nouncues import noun_cues
from cleaner.attribution.sentence.orders import Order
from cleaner.attribution.sentence.placing import is_tail, may_invert, placed
from cleaner.attribution.sentence.strange import beside_quotes
from cleaner.attribution.words.pack import Lexicon

MAX_WORDS: Final = 1500
"""A longer sentence is no prose: a list, a table, a text without stops."""
MAX_CUES: Final = 40
MAX_APPOSITION: Final = 16
"""An apposition that parts a speaker from a relative clause about him has fewer words."""


def read(line: Line, number: int, cast: Cast) -> list[Claim]:
    """Return the claims of one sentence of a line, in order."""
    first, last = line.spans[number]
    if not first < last <= first + MAX_WORDS:
        return []
    found = sorted(_attributions(line, number, first, last, cast), key=lambda a: a.begin)
    return combine(line, number, [a._replace(who=as_name(line, a.who, cast.lexicon)) for a in found], cast)


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
    out += gapped(line, first, last, cast, out)
    out += announced(line, first, last, cast, out)
    if lexicon.claims:
        out += noun_cues(line, first, last, cast, out)
    if not out:
        out += impersonal(line, first, last, cast) or bare(line, first, last, cast)
    elif len(out) == 1 and (own := voiced(line, out[0], first, last, cast)):
        out += [own]
    if headline:
        out += dashed(line, first, last, cast, out)
    return out


def _attribute(line: Line, number: int, cue: Cue, first: int, last: int, previous: int, cast: Cast,
               made: list[Attribution]) -> Attribution | None:  # fmt: skip
    """Return the cue with its speaker, None if it has none that counts."""
    lexicon = cast.lexicon
    if cue.passive:
        found = told_by(line, cue, first, last, cast) or by_agent(line, cue, first, last, cast)
        found = found or felt(line, cue, first, cast)
        if found is None and cue.kind == "cite":
            found = _quoted(line, number, cue, first, last, cast)
        agent = line.breaks(cue.group) and phrases.after(line, cue.last + 1, last, cast)
        if found or cue.auxiliary or agent:
            return found
        cue = cue._replace(passive=False)
    if lexicon.places and cue.pronoun < 0 and cue.kind != "stands":
        cue = cue._replace(pronoun=next((i for i in range(cue.first + 1, cue.last) if line.gap[i] == HYPHEN and
                                         lexicon.pronouns.get(line.folded[i]) == "nobody"), -1))  # fmt: skip
    if cue.pronoun >= 0:
        if lexicon.pronouns[line.folded[cue.pronoun]] == "nobody":
            who = (
                places.behind(line, cue, max(cue.last, cue.pronoun + 1), first, last, cast)
                if lexicon.places
                else subjects.somewhere(line, max(cue.last, cue.pronoun + 1), last, cast)
            )
        else:
            who = phrases.after(line, cue.pronoun, cue.pronoun + 1, cast)
        return placed(line, number, who, cue, TAIL, first, last, cast, "inverted-pronoun") if who else None
    if cue.kind == "refuse" and lexicon.speech.clause_starts and cue.last - cue.first > 1 and cue.last < last and (
            line.low[cue.last - 1] not in lexicon.bars) and (
            line.folded[cue.last] in lexicon.auxiliaries | lexicon.passive | lexicon.bars):  # fmt: skip
        cue = cue._replace(kind="say", last=cue.first + 1, after=cue.first + 1)  # said nothing had been promised
    if order := orders.told(line, cue, first, last, cast):
        return _ordered(line, number, order, first, last, cast)
    if cue.kind in ("stands", "follows"):
        return None
    if lexicon.speech.verb_second and (ended := inverting.final(line, cue, first, last, cast)):
        return ended
    if cue.kind == "cite" and cue.lead:
        cue = cue._replace(kind="say")  # Et de citer les chiffres
    if cue.kind == "cite" and (held := _held(line, cue, first, last, lexicon)):
        return _quoted(line, number, cue._replace(group=held), first, last, cast)
    if cue.kind == "cite":
        return _cited(line, number, cue, first, last, cast)
    separate = cue.group == first or line.breaks(cue.group)
    who = subjects.subject(line, number, cue, first, previous, cast)
    if made and hanging.behind_relative(line, cue, made[-1], lexicon):
        found = placed(line, number, made[-1].who, cue, HEAD, first, last, cast, "carried")
        return found._replace(begin=cue.group) if found and found.rule != LEAD_IN else found
    at = _related(line, cue, made[-1], lexicon) if made else 0
    if at and (who is None or _led(line, made[-1].end, at, lexicon)):
        found = placed(line, number, made[-1].who, cue, HEAD, first, last, cast, "carried")
        return found._replace(begin=at) if found and found.rule != LEAD_IN else found
    who = who if agrees(line, cue, who, cast) and orders.may_be_subject(line, who, cast) and not (
        _parted(line, who, cue, bool(lexicon.speech.free_order))) else None  # fmt: skip
    if who is not None and hanging.apposed(line, cue, who, first, last, cast):
        return None
    if separate and (behind := stated.subject(line, cue, first, last, cast)):
        return placed(line, number, behind, cue, TAIL, first, last, cast, "inverted")
    framed = lexicon.speech.free_order and separate and cue.group > first and _between_commas(line, cue, last, cast)
    if framed and who and who.last < cue.group and line.gap[who.last] == "," and subjects.apposed(line, who, cue, cast):
        framed = False
    leads = not framed and who is not None and subjects.opens(line, who, first, lexicon)
    leads = leads and inverting.keeps(line, cue, who, last, cast)
    leads = leads or (who is not None and bool(lexicon.speech.clause_starts) and (
        _beside_quote(line, who, first, cast) or _object(line, cue, lexicon)))  # fmt: skip
    denied = cue.negated and bool(lexicon.speech.subjects_stated)  # La vidéo, coupée, ne montre pas la scène
    if separate and cue.group > first and not cue.gerund and not leads and not denied:
        inverted = inverting.behind(line, cue, who, first, last, cast, bool(framed))
        several = line.low[cue.last - 1].endswith(lexicon.speech.plural_verb_endings or "\n")
        if several and lexicon.somewhere_plural and cue.last < last and (
                line.folded[cue.last] in lexicon.somewhere_plural):  # fmt: skip
            inverted = subjects.somewhere(line, cue.last, last, cast, several=True) or inverted
        if inverted is not None and may_invert(line, cue, inverted, last, lexicon):
            fronted = bool(made) and made[-1].rule == orders.AS and made[-1].begin <= first + 1
            if fronted and lexicon.speech.verb_second and made[-1].end == cue.group:  # Wie die Zeitung meldet, sagte X
                cue = cue._replace(after=max(cue.after, inverted.last))
                return placed(line, number, inverted, cue, HEAD, first, last, cast, "verb-second")
            turned = placed(line, number, inverted, cue, TAIL, first, last, cast, "inverted")
            voice = lending.caused(line, cue, inverted, cast) if turned and lexicon.speech.causatives else ""
            return turned._replace(channel=voice) if turned and voice else turned
    if who and made and who.first == made[-1].cue.last and made[-1].place == HEAD and lexicon.speech.verb_endings and (
            made[-1].cue.kind in ("act", "call", "label", "agree", "topic")):  # fmt: skip
        return None
    rule = "subject-verb"
    if who is None and made and made[-1].place == TAIL and not cue.gerund and (
            _resumes(line, cue, made[-1], lexicon)):  # fmt: skip
        begin = min(made[-1].begin, made[-1].who.first)
        who = phrases.before(line, first, begin, cast) if line.gap[begin] == "," else None
        return placed(line, number, who, cue, HEAD, first, last, cast, rule) if who else None
    if who is None and (order := orders.turned(line, cue, first, last, cast)):
        return _ordered(line, number, order, first, last, cast)
    if who is None and cue.gerund and (who := hanging.absolute(line, cue, first, cast)):
        said = placed(line, number, who, cue, HEAD, first, last, cast, "subject-verb")
        return said._replace(begin=who.first - 1) if said else None
    if who is None and (carrier := _carrier(line, cue, first, cast, made)) is not None:
        start, who = carrier
        found = placed(line, number, who, cue, HEAD, first, last, cast, "carried")
        return found._replace(begin=start) if found and found.rule != LEAD_IN else found
    if who is None and lexicon.places and not cue.gerund and (who := places.one(line, cue, first, cast, made)):
        made_ = placed(line, number, who, cue, HEAD, first, last, cast, "place")
        return made_._replace(begin=places.begins(line, who, cue, first, cast), addressee=None) if made_ else None
    if who is None and cue.gerund and cue.group == first and cue.lead:
        who = Who(cue.first, cue.last, None, "person", pronoun=AGAIN)
        return placed(line, number, who, cue, HEAD, first, last, cast, "carried")
    if who is None and cue.gerund and made and separate:
        return None
    if who is None and not separate and (who := inverting.ahead(line, cue, first, cast)):
        return placed(line, number, who, cue, HEAD, first, last, cast, "subject-verb")
    if who is None and subjects.after_quote(line, cue.group, previous if lexicon.speech.clause_starts else first):
        who = subjects.between(line, cue.group, first, cast)
        rule = "quote-subject"
    if who is None and cue.kind in ("say", "tell", "mark") and not cue.gerund and not (
            cue.base and lexicon.speech.base_is_plural):  # fmt: skip
        who = _unlisted(line, cue, first, last, cast)
        rule = "unlisted-subject"
    if who is None and (order := orders.dropped(line, cue, first, last, cast)):
        return _ordered(line, number, order, first, last, cast)
    if cue.gerund and not (who and who.first > first and line.folded[who.first - 1] in lexicon.prepositions):
        author = hanging.author(line, cue, who, first, cast)
        found = placed(line, number, author, cue, HEAD, first, last, cast, "carried") if author else None
        return found._replace(begin=cue.group) if found and found.rule != LEAD_IN else found
    if who is None:
        return None
    contrast = bool(lexicon.speech.subjects_stated) and bool(made) and made[-1].place == HEAD and (
        made[-1].end < who.first and cue.after < last and subjects.near_quote(line, cue.after, last, lexicon))
    place = TAIL if not contrast and is_tail(line, who, cue, first, last, lexicon) else HEAD
    said = placed(line, number, who, cue, place, first, last, cast, rule)
    if said and lexicon.speech.causatives and (voice := lending.caused(line, cue, who, cast)):
        return said._replace(channel=voice)
    cited = cue.after > cue.last + 1 and line.low[cue.last] in lexicon.speech.passive_agent
    by = phrases.after(line, cue.last + 1, cue.after, cast) if said and cited else None
    by = by or (hanging.relayed(line, who, cue, cast) if said and place == HEAD else None)
    return said._replace(channel=by.name) if said and by and by.name else said


def _object(line: Line, cue: Cue, lexicon: Lexicon) -> bool:
    """Return whether who stands behind a verb is its object where no quotation goes before: called X “…”."""
    plain = line.low[cue.last - 1] in lexicon.speech.plain
    return line.quoted[cue.group - 1] < 0 and not cue.marks and not plain and (
        cue.kind in ("label", "call", "act", "agree", "tell"))  # fmt: skip


def _beside_quote(line: Line, who: Who, first: int, cast: Cast) -> bool:
    """Return whether a speaker stands right behind a quotation, and so is the subject: “…,” Mr. X, his aide, said."""
    at = who.first
    behind = at > first and line.quoted[at - 1] >= 0 and line.quoted[at] < 0 and line.gap[at] == ","
    return behind and (who.institution or bool(who.pronoun) or known(who, cast))


def _related(line: Line, cue: Cue, cover: Attribution, lexicon: Lexicon) -> int:
    """Return the word of a relative clause about who spoke just before it, 0 if none: said X, his aide, who argued."""
    at = extent.skip_back(line, cover.end, cue.group, lexicon) - 1
    if cover.place != TAIL or not cover.end <= at < cover.end + MAX_APPOSITION or line.gap[at] != "," or (
            line.low[at] not in lexicon.speech.subject_relatives):  # fmt: skip
        return 0
    between = range(cover.end, at)
    return 0 if any(line.quoted[i] >= 0 or line.low[i] in lexicon.forms or (
        line.folded[i] in lexicon.clause_words - lexicon.inner) for i in between) else at  # fmt: skip


def _led(line: Line, at: int, relative: int, lexicon: Lexicon) -> bool:
    """Return whether a preposition leads from a speaker to his place, up to the comma of a relative: X of Y, who."""
    return at < relative and line.folded[at] in lexicon.inner and not line.breaks(at) and not any(
        line.breaks(i) for i in range(at + 1, relative))  # fmt: skip


def _parted(line: Line, who: Who | None, cue: Cue, free_order: bool) -> bool:
    """Return whether one comma alone parts a phrase from a verb whose subject it cannot be then: X lost, said Y."""
    if who is None or not free_order or line.gap[cue.group] != "," or who.last > cue.group:
        return False
    return line.gap[who.first] != "," and not any(line.breaks(i) for i in range(who.first + 1, cue.group))


def _resumes(line: Line, cue: Cue, cover: Attribution, lexicon: Lexicon) -> bool:
    """Return whether a verb goes on behind an attribution in commas that parts it from its subject: X, Y said, told."""
    at = extent.skip_back(line, cover.end, cue.group, lexicon) if cover.end < cue.group else cue.group
    return at == cover.end and line.gap[at] == ","


def _carrier(line: Line, cue: Cue, first: int, cast: Cast, made: list[Attribution]) -> tuple[int, Who] | None:
    """Return who a verb without a subject of its own carries on, and where it begins: … and warned, …, adding that."""
    lexicon = cast.lexicon
    at = extent.skip_back(line, first, cue.group, lexicon)
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
    if led and line.gap[cue.group] != "," and any(line.low[i] in lexicon.speech.subject_relatives
                                                  for i in range(who.last, start)):  # fmt: skip
        return None
    return start, who


def _cited(line: Line, number: int, cue: Cue, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return whom a verb of citing names, with who cites as the channel: “…”, the Post cites X."""
    said = cue._replace(kind="say")
    if cast.lexicon.speech.drawn_from and (found := lending.drawn(line, cue, last, cast)):
        drawn, reader = found
        said = cue._replace(kind="say", after=max(drawn.last, cue.after))
        made = placed(line, number, drawn, said, TAIL if line.breaks(cue.group) else HEAD, first, last, cast, "cited")
        return made._replace(channel=reader.name or "", end=max(made.end, drawn.last)) if made else None
    by = subjects.subject(line, number, cue, first, first, cast)
    at = cue.last
    who = None
    inside = next((i for i in range(cue.first + 1, cue.last) if line.low[i] in cast.lexicon.speech.object_pronouns), -1)
    if inside >= 0:
        who = Who(inside, inside + 1, None, "person", pronoun=cast.lexicon.speech.object_pronouns[line.low[inside]])
    elif cue.last - cue.first > 2 and (who := phrases.after(line, cue.first + 1, cue.last, cast)):
        at = cue.last
        cited = cases.oblique(line, who.first, who.last, cast.lexicon)
        if cast.lexicon.speech.declensions and by is None and not cited:
            who, by = None, phrases.after(line, cue.first + 1, cue.last - 1, cast)  # приводит агентство слова X
    elif by is None and at < last and (kind := cast.lexicon.speech.object_pronouns.get(line.low[at])):
        who, at = Who(at, at + 1, None, "person", pronoun=kind), at + 1
    paper = cast.lexicon.institutions.at(line.folded, at, last) if by is None and who is None else None
    if paper and paper[0] in line.name_at:  # zitierte AFP Jane Doe
        by, at = Who(at, paper[0], str(paper[1]), "organisation", institution=True), paper[0]
    if by is None and (by := phrases.after(line, at, last, cast)):
        at = by.last
        if who is None and cases.oblique(line, by.first, by.last, cast.lexicon) and not by.pronoun:
            who, by = by, phrases.after(line, at, last, cast)
    who = who or phrases.after(line, at, last, cast)
    if by is None or not by.name or by.pronoun:
        return None
    if who is None:
        return placed(line, number, by, said, TAIL if line.breaks(cue.group) else HEAD, first, last, cast, "cited")
    behind = line.breaks(cue.group) and cue.group > first
    ended = by.first > first and by.last <= cue.group and (cue.last >= last or line.breaks(cue.last))
    behind = behind or (ended and line.quoted[by.first - 1] >= 0)
    said = said._replace(after=max(who.last, at, cue.after if who.last <= cue.last else 0))
    made = placed(line, number, who, said, TAIL if behind else HEAD, first, last, cast, "cited")
    return made._replace(channel=by.name, begin=min(made.begin, by.first), end=max(made.end, by.last)) if made else None


def _held(line: Line, cue: Cue, first: int, last: int, lexicon: Lexicon) -> int:
    """Return the auxiliary of a passive whose participle ends the clause, where they stand apart; 0 if none."""
    if not lexicon.speech.verb_second or (cue.last < last and not line.breaks(cue.last)):
        return 0
    for i in range(cue.first - 1, first, -1):
        if line.folded[i] in lexicon.passive:
            return i
        if line.breaks(i):
            break
    return 0


def _quoted(line: Line, number: int, cue: Cue, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return whom a passive of citing quotes: “…”, wird X in der Mitteilung zitiert; y est citée X."""
    who = phrases.after(line, cue.group + 1, cue.first, cast) if cue.first - cue.group > 1 else None
    who = who or subjects.subject(line, number, cue, first, first, cast) or phrases.after(line, cue.last, last, cast)
    if who is None or who.type == "document" or not (who.name or who.pronoun):
        return None
    behind = cue.group > first and line.quoted[cue.group - 1] >= 0
    said = cue._replace(kind="say", passive=False, after=max(cue.after, who.last))
    return placed(line, number, who, said, TAIL if behind else HEAD, first, last, cast, "cited")


def _ordered(line: Line, number: int, order: Order, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return the attribution of an order other than subject and verb."""
    made = placed(line, number, order.who, order.cue, order.place, first, last, cast, order.rule)
    if made is None or order.begin < 0:
        return made
    return made._replace(begin=order.begin, end=max(made.end, order.end) if order.rule == orders.AS else made.end)


def _between_commas(line: Line, cue: Cue, last: int, cast: Cast) -> bool:
    """Return whether verb and subject stand between a comma and a break: L'Italia, scrive la Commissione, non paga."""
    if cue.kind not in ("say", "report", "mark") or line.gap[cue.group] not in ",–" or cue.after >= last:
        return False
    who = phrases.after(line, adjuncts.past_addressee(line, cue.last, last, cast), last, cast)
    if who is None or not who.name or not orders.may_be_subject(line, who, cast):
        return False
    end = who.last
    while end < last and end - who.last < 6 and not line.breaks(end):
        if line.low[end] in cast.lexicon.speech.complementizers or line.low[end] in cast.lexicon.forms:
            return False
        end += 1
    named = who.institution or known(who, cast) or who.noun
    return bool(named) and (end >= last or line.breaks(end))


def _unlisted(line: Line, cue: Cue, first: int, last: int, cast: Cast) -> Who | None:
    """Return a subject that no list knows, where a clause or a quotation shows that it speaks."""
    then = to_clause(line, cue.after, last, cue, cast.lexicon)
    if cue.kind == "tell":
        then = next((i for i in range(cue.after, min(last, cue.after + 4)) if line.low[i] in
                     cast.lexicon.speech.complementizers), then)  # fmt: skip
    that = then < last and line.low[then] in cast.lexicon.speech.complementizers
    that = that or (cue.after < last and line.gap[cue.after] == ":")
    plain = cue.kind in ("say", "tell") and line.low[cue.last - 1] in cast.lexicon.speech.plain
    if not that and not plain and not subjects.near_quote(line, cue.last, min(last, cue.last + 5), cast.lexicon):
        return None
    if cast.lexicon.speech.pro_drop and line.breaks(cue.group):
        return None
    return unknown(line, first, cue.group, cast)
