"""Attributions without a verb of their own subject: "according to X", "quoted by X", passives.

Owns what frames a sentence from outside its clauses. Yields attributions like those of verbs.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues.cue import Cue, among, wordless
from cleaner.attribution.lines.line import APOSTROPHE, HYPHEN, Line
from cleaner.attribution.nesting.found import HEAD, RESUMING, TAIL, Attribution
from cleaner.attribution.people import extent, phrases
from cleaner.attribution.people.able import SURE, THING, able, thing_too
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.heads import nominative, trimmed
from cleaner.attribution.people.judging import AGAIN, Who
from cleaner.attribution.people.strangers import stranger
from cleaner.attribution.speaker import lending
from cleaner.attribution.speaker.asides import before_aside
from cleaner.attribution.words.pack import Lexicon

MAX_TITLE: Final = 4
MAX_BESIDE: Final = 24
"""What tells who somebody is stands between him and what he told within so many words."""


def felt(line: Line, cue: Cue, first: int, cast: Cast) -> Attribution | None:
    """Return what two sides are said to feel by nobody in particular: a mutual interest was expressed."""
    lexicon = cast.lexicon
    if cue.kind != "act" or not any(line.folded[i] in lexicon.feelings for i in range(first, cue.group)):
        return None
    words = line.folded[cue.last - 1]
    names = cast.pair("leader")
    if not names or not words.startswith(lexicon.speech.feeling_verbs):
        return None
    who = Who(cue.first, cue.last, " & ".join(names), "person", names)
    return Attribution(who, cue, TAIL, cue.first, cue.last, "impersonal", 0.5, "statement")


def framed(line: Line, first: int, last: int, cast: Cast, made: list[Attribution]) -> list[Attribution]:
    """Return what stands as "according to X", "quoted by X", "for X,", and topics raised by someone."""
    beside = ("citing", "quoted-by") if cast.lexicon.speech.far_subjects else ("citing",)
    out: list[Attribution] = []
    for i in range(first, last):
        if line.folded[i] not in cast.lexicon.framing or line.quoted[i] >= 0:
            continue
        if (own := _own(line, i, first, last, cast)) and not any(
                a.begin <= i < a.cue.last and not (a.who.last <= i < a.cue.group and line.gap[i] == ",")
                and not _aside_before_colon(line, i, a) for a in made):  # fmt: skip
            out.append(own)
            continue
        hit = _frame(line, i, first, last, cast)
        starts = line.low[i] in cast.lexicon.speech.according_start and hit and hit[1] != "quoted-by"
        if starts and cast.lexicon.speech.far_subjects and made:
            continue
        if hit is None or any(
            a.begin <= i < (a.cue.last if a.place == HEAD else a.end)
            and hit[1] not in beside
            and line.low[i] not in cast.lexicon.speech.through
            and cast.lexicon.voices.at(line.folded, i, last) is None
            and not (a.who.last <= i < a.cue.group and line.gap[i] == ",")
            and not (cast.lexicon.speech.verb_second and a.cue.group < a.who.last <= i < a.cue.first)
            and not _aside_before_colon(line, i, a)
            for a in made
        ):
            continue
        after, rule, kind = hit
        if after < last and line.gap[after] == ":":
            continue  # Segundo: os números
        who = _framed_by(line, i, after, first, last, rule, cast)
        words = range(who.first, who.last) if who and rule == "according-to" else ()
        if any(line.folded[j] in cast.lexicon.own_words for j in words) and who and who.last < last and (
                cast.lexicon.quoted_by.at(line.folded, who.last, last)):  # fmt: skip
            continue
        if who is None or (who.name is None and who.pronoun in ("", "thing")):
            continue
        if rule == "according-to" and _by_rule(line, who, i, first, last, cast):
            continue
        if rule == "quoted-by" and who.name is None and who.noun:
            who = who._replace(name=nominative(line, who.first, who.last, cast.lexicon))
        lent = rule == "quoted-by" and who.noun in cast.lexicon.mouthpieces and bool(cast.lexicon.speech.relays)
        if lent and line.low[who.first] in cast.lexicon.speech.possessives:
            who = who._replace(name=trimmed(line, who.first, who.last), hint="")
        end = max(who.last, after)
        if rule == "citing" and not made and (paper := lending.medium(line, first, i, cast)):
            told = Cue(paper[0], paper[0] + 1, paper[0], end, "say", False, False, -1, False, "")
            out.append(Attribution(who, told, HEAD, first, end, rule, 0.85, kind, channel=paper[1]))
            continue
        cue = Cue(i, after, i, end, kind, False, False, -1, False, "")
        begin = min(i, who.first) if rule != "according-relative" else i
        while begin > first and not line.breaks(begin) and line.folded[begin - 1] in cast.lexicon.adverbs:
            begin -= 1
        place = HEAD if rule == "according-relative" else TAIL
        out.append(Attribution(who, cue, place, begin, end, rule, 0.93 if kind == "statement" else 0.6, kind))
    return out


def _by_rule(line: Line, who: Who, i: int, first: int, last: int, cast: Cast) -> bool:
    """Return whether something goes by a thing, and nobody says it: sorted according to the locale, to your needs.

    Set off by commas, or by the sentence it opens and a comma, a thing stands for who says it: According to the brand,
    """
    if not cast.lexicon.speech.things_do:
        return False
    speech = cast.lexicon.speech
    if line.low[who.first] in speech.anybody or any(line.low[j] in speech.measures for j in range(who.first, who.last)):
        return True
    if able(line, who, cast) != THING:
        return False
    if who.type == "person" and thing_too(line, who, cast.lexicon):
        return True  # selon le modèle
    closed = who.last >= last or line.breaks(who.last)
    return not (closed and (i == first or line.breaks(i)))


def _aside_before_colon(line: Line, i: int, a: Attribution) -> bool:
    """Return whether a source at word i stands amid what leads to a colon: She replied, according to the diary: “…”"""
    return a.rule == "colon-quote" and a.who.last <= i and line.gap[i] == ","


def _own(line: Line, i: int, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return a frame with a pronoun in it (in her opinion, по его словам), or the subject's own: by her own account."""
    hit = cast.lexicon.own.at(line.folded, i, last)
    if hit is None:
        return _in_words_of(line, i, last, cast)
    kind = str(hit[1])
    who = Who(i, hit[0], None, "group" if kind == "plural" else "person", pronoun=kind)
    subject = front(line, first, i, cast) if kind == "someone" else None
    if kind == "someone" and (subject is None or subject.last > i):
        named = (line.name_at[j] for j in range(first, i) if j in line.name_at and line.quoted[j] < 0)
        near = {person.name for mention in named if (person := cast.person(mention))}
        subject = Who(i, i, next(iter(near)), "person") if len(near) == 1 else None
    if subject and subject.last <= i and (subject.name or subject.pronoun):
        who = subject._replace(first=i, last=hit[0])
    cue = wordless(i, hit[0])
    return Attribution(who, cue, TAIL, i, hit[0], "according-to", 0.85, "statement")


def _in_words_of(line: Line, i: int, last: int, cast: Cast) -> Attribution | None:
    """Return whose words a frame with their owner gives: in Mr. Hill's words, “…”; by Clinton's own account."""
    speech = cast.lexicon.speech
    if not speech.finite_auxiliaries or not any(line.low[i] == key.split()[0] for key in speech.according_own):
        return None
    at = next((j for j in range(i + 2, min(last - 1, i + MAX_TITLE + 3)) if line.gap[j] == APOSTROPHE
               and len(line.low[j]) == 1), 0)  # fmt: skip
    noun = next((j for j in (at + 1, at + 2) if at and j < last and line.folded[j] in cast.lexicon.own_words), 0)
    if not noun or (noun + 1 < last and not line.breaks(noun + 1)):
        return None
    who = phrases.before(line, i + 1, at, cast)
    cue = wordless(i, noun + 1)
    return Attribution(who, cue, TAIL, i, noun + 1, "according-to", 0.85, "statement") if who and who.name else None


def _frame(line: Line, i: int, first: int, last: int, cast: Cast) -> tuple[int, str, str] | None:
    """Return where the words of a frame that begin at word i end, its rule and kind."""
    lexicon = cast.lexicon
    opening = i == first or line.breaks(i) or (bool(lexicon.speech.subjects_stated) and i == first + 1 and (
        line.folded[first] in lexicon.openers))  # Mais pour X, …
    tables = (
        (lexicon.again, "according-again", "statement"), (lexicon.citing, "citing", "statement"),
        (lexicon.relative, "according-relative", "statement"), (lexicon.according, "according-to", "statement"),
        (lexicon.quoted_by, "quoted-by", "statement"), (lexicon.topic, "topic-by", "topic_raised"),
        (lexicon.behind, "according-behind", "statement"), (lexicon.after, "according-after", "statement"),
    )  # fmt: skip
    if hit := lexicon.voices.at(line.folded, i, last):
        return hit[0], "quoted-by", "statement"
    if lexicon.sourced.at(line.folded, i, last) and not lexicon.according.at(line.folded, i, last):
        return i + 1, "according-to", "statement"
    for table, rule, kind in tables:
        if (hit := table.at(line.folded, i, last)) and (rule != "according-after" or (opening and i > first)):
            if rule == "according-to" and hit[0] < last and line.gap[hit[0]] == "," and lexicon.speech.things_do:
                return None  # По статистике, число …
            return hit[0], rule, kind
    if extent.through(line, i, last, lexicon):
        return i + 1, "quoted-by", "statement"
    if line.low[i] in lexicon.speech.according_joined and i + 1 < last and _in_one_word(line, i + 1, cast):
        return i + 1, "according-to", "statement"
    if line.low[i] in lexicon.speech.according_joined and _hyphened(line, i, last, lexicon):
        return i + 1, "according-to", "statement"
    if line.folded[i] in lexicon.stance:
        near = _agent_near(line, i, last, lexicon)
        return (near[0], "passive-agent", "stance") if near else None
    if opening and lexicon.speech.seems and line.low[i] in lexicon.speech.according_start:
        who = phrases.after(line, i + 1, last, cast)
        view = who is not None and who.last < last and line.low[who.last] in lexicon.speech.seems and (
            any(line.quoted[j] >= 0 for j in range(who.last, last)))  # fmt: skip
        return (i + 1, "according-to", "statement") if view else None  # für die Neos ist das „…“
    if opening and line.low[i] in lexicon.speech.according_start:
        who = phrases.after(line, i + 1, last, cast)
        if lexicon.speech.strangers and who and who.last < last and not line.breaks(who.last) and who.name:
            quoted = any(line.quoted[j] >= 0 for j in range(who.last, last))
            if who.type == "group" or (quoted and (cast.named(who.name) or who.institution)):
                return i + 1, "according-to", "statement"
        stop = who.last if who else last
        stop = line.behind_bracket(stop)
        closes = stop < last and (line.gap[stop] == "," or stop in line.brackets)
        ends = stop >= last or closes
        if lexicon.speech.subjects_stated and who and who.name and ends and line.quoted[i - 1] >= 0 and (
                line.quoted[first] >= 0 and (cast.named(who.name) or who.institution)):  # fmt: skip
            return i + 1, "according-to", "statement"  # « Une erreur », pour X
        if lexicon.speech.far_subjects and who and closes and (
                any(line.quoted[j] >= 0 for j in range(who.last, last)) or _holds_view(line, who, stop, cast)):
            return i + 1, "according-to", "statement"
        if (
            who
            and who.last < last
            and line.gap[who.last] == ","
            and any(line.quoted[j] >= 0 for j in range(who.last, last))
            and (cast.named(who.name or "") or who.institution)
        ):
            return i + 1, "according-to", "statement"
    return None


def _holds_view(line: Line, who: Who, stop: int, cast: Cast) -> bool:
    """Return whether a person of the document stands with what he is before a comma: para el técnico, X, no hubo."""
    person = cast.named(who.name) if who.name and who.type == "person" and cast.lexicon.speech.copulas else None
    told = person is not None and who.last - who.first > len(person.name.split())
    return told or (person is not None and line.folded[stop] in cast.lexicon.linking)


def _framed_by(line: Line, i: int, after: int, first: int, last: int, rule: str, cast: Cast) -> Who | None:
    """Return the speaker of a frame: behind its words, or before them where it follows its speaker."""
    utterances = cast.lexicon.utterances
    if rule == "according-again":
        return Who(i, after, None, "person", pronoun=AGAIN)
    own = after + 1 < last and line.low[after] in cast.lexicon.speech.possessives
    if own and line.folded[after + 1] in cast.lexicon.own_words:
        return Who(after, after + 2, None, "person", pronoun=AGAIN)
    if rule == "according-relative":
        return before_aside(line, phrases.before(line, first, i, cast), first, cast)
    if rule == "according-behind":
        who = phrases.before(line, first, i, cast)
        start = who.first if who else max(first, i - 8)
        for at in range(start, i - 1):
            if line.folded[at] in utterances:
                inner = phrases.after(
                    line,
                    at
                    + 1
                    + (
                        line.folded[at + 1] in cast.lexicon.linking
                        and line.folded[at + 1] not in cast.lexicon.determiners
                    ),
                    i,
                    cast,
                )
                return inner._replace(first=start) if inner else who
        return who
    if rule == "according-to" and _hyphened(line, after - 1, last, cast.lexicon):
        who = phrases.after(line, after, after + 1, cast)
        return who._replace(last=after + 2) if who else None
    if head := _in_one_word(line, after - 1, cast) or (_in_one_word(line, after, cast) if after < last else None):
        return head
    led = after + 1 < last and line.folded[after] in cast.lexicon.linking and not line.breaks(after + 1) and (
        line.folded[after] in cast.lexicon.prepositions - cast.lexicon.determiners)  # fmt: skip
    who = phrases.after(line, after + led, last, cast)
    if rule == "quoted-by" and after < last and line.quoted[after] >= 0:
        who = phrases.quoted_name(line, after, last, cast, bare=True)
    if who is None and rule == "according-to":
        inside = (phrases.after(line, j, last, cast) for j in range(i + 1, after - 1))
        who = next((found for found in inside if found and found.last > after), None)
    if who is None and rule == "according-to" and after < last and not line.breaks(after):
        who = stranger(line, after, last, cast, bare=True) or _title(line, after, last, cast.lexicon)
    if rule == "according-after" and who and who.last < last and not line.breaks(who.last) and (
            line.folded[who.last] not in cast.lexicon.adverbs | cast.lexicon.prepositions):  # fmt: skip
        return None
    return who


def _title(line: Line, first: int, last: int, lexicon: Lexicon) -> Who | None:
    """Return a name that only its first word shows, all of the phrase up to a break: Nice matin, Midi libre."""
    end = first + 1
    while end < last and end - first < MAX_TITLE and not line.breaks(end):
        end += 1
    shut = lexicon.determiners | lexicon.prepositions | lexicon.clause_words
    if not line.capital(first) or (end < last and not line.breaks(end)) or any(
            line.folded[i] in shut or line.low[i] in lexicon.forms for i in range(first, end)):  # fmt: skip
        return None
    return Who(first, end, line.slice(first, end), "organisation", noun=line.folded[first])


def _hyphened(line: Line, i: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a hyphen joins who says it and what is said behind word i: nach Kreml-Angaben."""
    return i + 2 < last and line.gap[i + 2] == HYPHEN and line.folded[i + 2] in lexicon.utterances


def _in_one_word(line: Line, i: int, cast: Cast) -> Who | None:
    """Return who stands in one word with what is said: Polizeiangaben."""
    for noun in cast.lexicon.speech.utterances:
        folded = noun.lower()
        if line.low[i].endswith(folded) and len(line.low[i]) > len(folded) + 3:
            written = line.slice(i, i + 1)[: -len(folded)]
            known = cast.lexicon.nouns.at([written.lower()], 0, 1)
            return Who(i, i + 1, written, "organisation" if known[1] == "body" else "group") if known else None
    return None


def _agent_near(line: Line, i: int, last: int, lexicon: Lexicon) -> tuple[int, object] | None:
    """Return where the agent of a passive begins: considered fraudulent by X."""
    for at in range(i + 1, min(last, i + 6)):
        at_once = at == i + 1 and line.low[at] in lexicon.speech.passive_agent
        if line.breaks(at) or at_once or line.folded[i - 1] in lexicon.pronouns:
            return None
        if line.low[at] in lexicon.speech.passive_agent:
            return at + 1, True
    return None


def impersonal(line: Line, first: int, last: int, cast: Cast) -> list[Attribution]:
    """Return what was said on both sides, or by nobody named, as official readouts put it."""
    lexicon = cast.lexicon
    for i in range(first, last):
        if line.folded[i] not in lexicon.joint.firsts and line.folded[i] not in lexicon.impersonal.firsts:
            continue
        for table, rule, confidence in ((lexicon.joint, "both-sides", 0.75), (lexicon.impersonal, "impersonal", 0.5)):
            if line.quoted[i] < 0 and (hit := table.at(line.folded, i, last)):
                names = cast.pair("leader")
                if not names:
                    return []
                who = Who(i, hit[0], " & ".join(names), "person", names)
                cue = Cue(i, hit[0], i, hit[0], "say", False, False, -1, True, "")
                return [
                    Attribution(
                        who, cue, TAIL if rule == "both-sides" else HEAD, i, hit[0], rule, confidence, "statement"
                    )
                ]
    return []


def by_agent(line: Line, cue: Cue, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return a passive cue with its agent (was raised by X); None without one."""
    lexicon = cast.lexicon
    for i in range(cue.last, min(last, cue.last + 6)):
        if line.breaks(i):
            return None
        if line.low[i] in lexicon.speech.passive_agent:
            who = phrases.after(line, i + 1, last, cast)
            done = lexicon.speech.things_do  # services offered by X
            if who is None or who.name is None or (done and cue.kind == "mark"):
                return None
            if among(cue.lemma, done) and (lexicon.speech.homographs or able(line, who, cast) != SURE):
                return None
            kind = (
                "stance"
                if line.folded[cue.last - 1] in lexicon.stance or cue.kind in ("stance", "label", "act", "mark")
                else "statement"
            )
            if cue.kind in ("topic",):
                kind = "topic_raised"
            if cue.kind in ("say", "tell", "report", "call"):
                news = any(line.folded[j] in cast.lexicon.news for j in range(first, cue.group))
                return Attribution(who, cue, TAIL, first, last, RESUMING, 0.8, "statement") if news else None
            begin = _clause_start(line, cue.group, first, lexicon)
            return Attribution(who, cue, TAIL, begin, who.last, "passive-agent", 0.6, kind)
    return None


def told_by(line: Line, cue: Cue, first: int, last: int, cast: Cast) -> Attribution | None:
    """Return who told somebody what a clause says behind him: the court was told by X, who saw it, that; else None."""
    lexicon = cast.lexicon
    if cue.kind != "tell" or cue.last >= last or line.low[cue.last] not in lexicon.speech.passive_agent:
        return None
    who = phrases.after(line, cue.last + 1, last, cast)
    if who is None or who.name is None:
        return None
    then = next((i for i in range(who.last, min(last, who.last + MAX_BESIDE))
                 if line.low[i] in lexicon.speech.complementizers and (i == who.last or line.gap[i] == ",")), -1)
    if then < 0:
        return None
    to = phrases.before(line, first, cue.group, cast)
    said = cue._replace(passive=False, after=then + 1)
    return Attribution(who, said, HEAD, min(to.first, cue.group) if to else cue.group, then + 1, "passive-agent-told",
                       0.85, "statement", to)  # fmt: skip


def _clause_start(line: Line, at: int, first: int, lexicon: Lexicon) -> int:
    """Return the word where the clause around word `at` begins."""
    while at > first and line.gap[at] not in ",;:–(":
        at -= 1
        if line.folded[at] in lexicon.clause_words and line.gap[at + 1] not in ",":
            return at
    return at
