"""Noun phrases beside a cue: where they begin and end. Who they stand for is judged elsewhere; never looks for cues."""

from __future__ import annotations

from typing import Final

from cleaner import namewords
from cleaner.attribution.lines.line import HYPHEN, Line
from cleaner.attribution.people import apposition, capitals
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.ending import ends_phrase
from cleaner.attribution.people.extent import (
    MAX_PHRASE,
    after_openers,
    clause_word,
    finite,
    participle,
    pure,
    skip_back,
    through,
)
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import LATTER, PART, Who, judge, known, pronoun
from cleaner.attribution.words.pack import Lexicon

MAX_COMPLEMENT: Final = 10
MAX_QUOTED_NAME: Final = 4
"""A quotation with more words is no name of a newspaper."""


def before(line: Line, least: int, end: int, cast: Cast) -> Who | None:
    """Return who the noun phrase that ends at word `end`, no earlier than `least`, stands for."""
    lexicon = cast.lexicon
    if end - 1 > least and line.folded[end - 1] in lexicon.speech.object_pronouns and (
            part := partitive(line, least, end, lexicon)):  # fmt: skip
        return part
    end = skip_back(line, least, end, lexicon)
    if end <= least:
        return None
    if lexicon.speech.verb_endings and end - 1 > least and line.low[end - 1] in lexicon.clause_words and (
            line.low[end - 1].endswith(lexicon.speech.verb_endings) and not line.breaks(end - 1)):  # fmt: skip
        end -= 1
    start = end - 1
    if finite(line, start, lexicon):
        return None
    if part := partitive(line, least, end, lexicon) or pointed(line, max(start - 1, least), end, lexicon):
        return part
    governed = start > least and not line.breaks(start) and line.folded[start - 1] in lexicon.prepositions
    if not governed and (kind := lexicon.pronouns.get(line.folded[start])):
        return None if kind == "nobody" else pronoun(line, start, kind, cast)
    while (
        start > least
        and end - start < MAX_PHRASE
        and not line.breaks(start)
        and not clause_word(line, start - 1, lexicon)
        and not finite(line, start - 1, lexicon)
        and not (
            lexicon.speech.nouns_capitalised and start - 1 > least and capitals.behind_noun(line, start - 1, lexicon)
        )
    ):
        start -= 1
    if line.quoted[end - 1] >= 0:
        if who := alias(line, start, end, cast):
            return who
        near = range(max(least, end - MAX_QUOTED_NAME - 3), end - 1)
        return next((who for i in near if (who := quoted_name(line, i, end, cast)) and who.last == end), None)
    if (
        line.role != "body"
        and start > least
        and line.gap[start] == ","
        and (joint := _headline_pair(line, least, start, end, cast))
    ):
        return joint
    if lexicon.speech.verb_endings and start - 1 > least and line.low[start - 1] in lexicon.clause_words and (
            line.low[start - 1].endswith(lexicon.speech.verb_endings) and not line.breaks(start - 1)):  # fmt: skip
        stop = start - 1 - (start - 2 > least and line.folded[start - 2] in lexicon.relatives)
        bearer = before(line, least, stop, cast)
        return bearer._replace(last=end) if bearer else None
    if lexicon.speech.verb_endings and (agent := _agent(line, start, end, lexicon)):
        bearer = before(line, least, agent, cast)
        return bearer._replace(last=end) if bearer else None
    verbs = lexicon.auxiliaries | lexicon.passive | lexicon.bars
    led = start > least and (line.folded[start - 1] in verbs or line.low[start - 1] in lexicon.speech.subject_relatives)
    if lexicon.speech.verb_endings and led and not line.breaks(start) and (
            not line.capital(start) and line.folded[start] not in lexicon.determiners):  # fmt: skip
        return None
    if lexicon.speech.free_order and (cut := next((i for i in range(start + 1, end)
            if line.low[i] in lexicon.speech.clitics and line.folded[i] not in lexicon.determiners), 0)):  # fmt: skip
        return before(line, least, cut, cast) if lexicon.speech.declensions else before(line, cut + 1, end, cast)
    hung = (i for i in range(start + 1, end) if line.low[i] in lexicon.speech.clitics)
    if lexicon.speech.declensions and (parted := next(hung, 0)):
        return before(line, least, parted, cast)
    if lexicon.speech.verb_second and (cut := _object(line, start, end, lexicon)):
        return before(line, least, cut, cast)
    if lent := next((i for i in range(start + 1, end) if through(line, i, end, lexicon)), 0):
        return before(line, least, lent, cast)
    start = after_openers(line, start, end, lexicon)
    who = _best(line, start, end, cast) if start < end else None
    if who and (who.type == "group" or line.low[who.first].isdigit()):
        who = who._replace(first=_quantity(line, least, who.first, lexicon))
    if who and who.noun and who.type == "person" and (cut := _behind_name(line, who, lexicon)):
        who = judge(line, who.first, cut, cast)
    if who and (named := apposition.bearer(line, who, least, cast)):
        return named
    if who and who.first == start and line.gap[start] == "," and start > least and line.quoted[start - 1] < 0:
        who = _listed(line, least, who, cast)
    if who and who.first - 2 > least and line.low[who.first - 1] in lexicon.speech.passive_agent and not (
            line.breaks(who.first)) and participle(line, who.first - 2, lexicon):  # fmt: skip
        bearer = before(line, least, who.first - 2, cast)
        return bearer._replace(last=end) if bearer else who
    return who


def _agent(line: Line, start: int, end: int, lexicon: Lexicon) -> int:
    """Return the participle with its agent that hangs on the noun before it: a memo circulated by X; 0 if none does.

    The first of two counts: a memo sent to donors and seen by X.
    """
    for i in range(start + 2, end - 1):
        if line.low[i] not in lexicon.speech.passive_agent or not participle(line, i - 1, lexicon):
            continue
        at = i - 1
        if line.folded[at - 1] in lexicon.conjunctions:
            verbal = (j for j in range(at - 2, start, -1) if len(line.low[j]) > 4
                      and line.low[j].endswith(lexicon.speech.verb_endings))  # fmt: skip
            at = next(verbal, at)
        light = lexicon.adverbs | lexicon.auxiliaries | lexicon.passive
        return 0 if line.folded[at - 1] in light or line.capital(at) else at
    return 0


def _object(line: Line, start: int, end: int, lexicon: Lexicon) -> int:
    """Return the article behind a name that opens an object before a verb at the end: Richter X die Zeugin bittet."""
    for i in range(start + 1, end):
        named = any(j in line.name_at and line.word_at(line.name_at[j].end) == i for j in range(max(start, i - 4), i))
        if named and line.folded[i] in lexicon.determiners - lexicon.inner and not line.capital(i):
            return i
    return 0


def _behind_name(line: Line, who: Who, lexicon: Lexicon) -> int:
    """Return the preposition behind the name in a phrase, which goes with the verb: X на вопрос ответил; 0 if none."""
    if not lexicon.speech.free_order:
        return 0
    ends = (line.word_at(line.name_at[i].end) for i in range(who.first, who.last) if i in line.name_at)
    outer = lexicon.prepositions - lexicon.inner
    return next((end for end in ends if end < who.last and line.folded[end] in outer), 0)


def _quantity(line: Line, least: int, first: int, lexicon: Lexicon) -> int:
    """Return where the words begin that tell how many a phrase at word `first` means: more than, a handful of."""
    ends = (lexicon.quantities.before(line.folded, at, least) for at in (first, first + 1))
    return next((start for start in ends if start is not None and start < first), first)


def _listed(line: Line, least: int, who: Who, cast: Cast) -> Who:
    """Return the speakers of a list whose last two `who` is: Ann Lee, Bo Ray and Cy Poe."""
    joins = any(line.folded[i] in cast.lexicon.conjunctions for i in range(who.first, who.last))
    first, names = who.first, list(who.joint)
    for _ in range(6):
        held = next(
            (line.name_at[i] for i in range(first - 1, max(least, first - 8) - 1, -1) if i in line.name_at), None
        )
        if not joins or held is None or line.gap[first] != "," or line.word_at(held.end) != first:
            break
        first = line.word_at(held.title_start)
        person = cast.person(held)
        names.insert(0, person.name if person else held.name)
    if first == who.first:
        return who
    if who.joint:
        return who._replace(first=first, name=" & ".join(names), joint=tuple(names))
    return who._replace(first=first, name=trimmed(line, first, who.last), type="group")


def after(line: Line, first: int, most: int, cast: Cast) -> Who | None:
    """Return who the noun phrase that begins at word `first` stands for; it ends before word `most`."""
    lexicon = cast.lexicon
    if first >= most or line.quoted[first] >= 0:
        return alias(line, first, most, cast)
    if who := pointed(line, first, first + 2, lexicon):
        return who
    if (more := lexicon.quantities.at(line.folded, first, most)) and more[0] < most and not line.breaks(more[0]):
        several = after(line, more[0], most, cast)
        return several._replace(first=first) if several and several.type == "group" else None
    for stop in (first + 5, first + 4, first + 3, first + 2, first + 1):
        led = stop == first + 1 < len(line.low) and line.folded[stop] in lexicon.prepositions - lexicon.linking and (
            not lexicon.speech.verb_second)  # fmt: skip
        if stop <= most and (stop == len(line.low) or line.breaks(stop) or stop == most or led) and (
                part := partitive(line, first, stop, lexicon)):  # fmt: skip
            return apposition.with_aside(line, part, stop, most, cast)
    if line.outer and (who := quoted_name(line, first, most, cast)):
        return who
    word = line.folded[first]
    if (word in lexicon.prepositions or word in lexicon.conjunctions) and word not in lexicon.determiners and not (
            (lexicon.nouns.at(line.folded, first, most) or (0,))[0] > first + 1):  # e-mail
        return None
    if (objects := lexicon.speech.object_pronouns.get(line.low[first])) and (
        first + 1 >= most or line.breaks(first + 1)
    ):
        return pronoun(line, first, objects, cast)
    someone = lexicon.nouns.at(line.folded, first, most)
    led = word in lexicon.determiners and first + 1 < most
    points = led and lexicon.nouns.at(line.folded, first + 1, most) is not None
    of_several = word in lexicon.speech.partitives and first + 1 < most and line.folded[first + 1] in lexicon.linking
    alone = not points and not of_several and (someone is None or someone[0] - first < 2)
    if alone and (kind := lexicon.pronouns.get(word)):
        return None if kind == "nobody" else pronoun(line, first, kind, cast)
    outset = first
    end = first = capitals.past_attribute(line, first, most, lexicon)
    while end < most and end - first < MAX_PHRASE:
        if end > first and (line.breaks(end) or ends_phrase(line, end, first, lexicon)):
            break
        mention = line.name_at.get(end)
        marked = line.title_at.get(end, 0)
        end = max(end + 1, line.word_at(mention.end) if mention else 0, line.offices.get(end, 0), marked)
    end = min(end, most)
    while end > first and line.offices.get(end - 1) != end and (
            line.folded[end - 1] in lexicon.inner or line.folded[end - 1] in lexicon.determiners):  # fmt: skip
        end -= 1
    if end <= first:
        return None
    who = judge(line, first, end, cast)
    if who and who.type == "person" and who.noun and not known(who, cast):
        if end in line.bracketed and end < most and (named := _behind_party(line, end, most, cast)):
            return named._replace(first=outset, noun=who.noun)
        end = _over_complement(line, end, most, lexicon)
    return apposition.with_aside(line, who._replace(first=outset) if who else None, end, most, cast)


def _behind_party(line: Line, end: int, most: int, cast: Cast) -> Who | None:
    """Return who is named behind a party in brackets and the place of an office: le député (LR) du Cantal Jane Doe."""
    lexicon = cast.lexicon
    at = line.behind_bracket(end)
    if at <= end or at >= most or line.folded[at] not in lexicon.inner:
        return None
    for i in range(at + 1, min(most, at + MAX_COMPLEMENT)):
        held = line.name_at.get(i)
        person = cast.person(held) if held else None
        led = line.folded[i - 1] in lexicon.inner and i - 1 == at
        if held and person and not led:
            return Who(at, line.word_at(held.end), person.name, "person")
        if line.breaks(i):
            break
    return None


def _over_complement(line: Line, end: int, most: int, lexicon: Lexicon) -> int:
    """Return the comma behind what hangs on an office: the head of the Alliance for Change (ACT), Jane Doe."""
    at = end
    while at < most and at - end < MAX_COMPLEMENT:
        if (behind := line.behind_bracket(at)) > at:
            at = behind
        elif line.breaks(at):
            break
        elif line.low[at] in lexicon.forms or line.folded[at] in lexicon.clause_words - lexicon.inner:
            return end
        else:
            at += 1
    named = at < most and line.gap[at] == "," and any(
        i in line.name_at and not any(map(line.breaks, range(at + 1, i + 1))) for i in
        range(at, min(most, at + (apposition.MAX_TITLE if lexicon.speech.far_subjects else 1))))  # fmt: skip
    return at if named else end


def pointed(line: Line, first: int, end: int, lexicon: Lexicon) -> Who | None:
    """Return the one named last, where words [first, end) are a pronoun that points to it: celui-ci, celle-ci."""
    kind = lexicon.speech.demonstratives.get(line.low[first]) if first + 2 == end <= len(line.low) else None
    if kind is None or line.gap[first + 1] != HYPHEN:
        return None
    return Who(first, end, None, "group" if kind == "plural" else "person", pronoun=kind, hint=LATTER)


def partitive(line: Line, least: int, end: int, lexicon: Lexicon) -> Who | None:
    """Return one of several who were named before, if that is what stands before word `end`: one, one of them."""
    at = end - 1
    of = (*lexicon.linking, *lexicon.speech.among)
    if at - 1 > least and line.folded[at] in lexicon.speech.object_pronouns and line.folded[at - 1] in of:
        at -= 2
        at -= at > least and line.folded[at] in lexicon.linking  # l'un d'entre eux
    elif at > least and line.low[at] in lexicon.speech.of_them:
        at -= 1
    closed = end >= len(line.low) or line.breaks(end)
    if line.low[at] in lexicon.speech.others and not (at > least and line.folded[at - 1] in lexicon.determiners):
        return None
    alone = at == least or line.breaks(at) or line.quoted[at - 1] >= 0 or line.folded[at - 1] in (
        lexicon.openers | lexicon.determiners | lexicon.conjunctions)  # fmt: skip
    if at < least or line.folded[at] not in lexicon.speech.partitives or not alone:
        return None
    if (
        lexicon.speech.roles_recur
        and line.low[at] in lexicon.speech.indefinite
        and not (closed and lexicon.speech.pro_drop)
        and at == end - 1
        and (at == least or line.folded[at - 1] not in lexicon.determiners)
    ):
        return None
    if at > least and line.folded[at - 1] in lexicon.determiners and not line.breaks(at):
        at -= 1
        if at > least and not line.breaks(at) and line.folded[at - 1] not in lexicon.openers:
            return None
    return Who(at, end, None, "person", pronoun=PART)


def _headline_pair(line: Line, least: int, comma: int, end: int, cast: Cast) -> Who | None:
    """Return the two persons a headline joins by a comma: Putin, Macron call for."""
    left, right = line.name_at.get(least), line.name_at.get(comma)
    if left is None or right is None or left.end > line.start[comma]:
        return None
    one, two = judge(line, least, comma, cast), judge(line, comma, end, cast)
    if one and two and one.name and two.name and one.type == two.type == "person":
        return Who(least, end, f"{one.name} & {two.name}", "person", (one.name, two.name))
    return None


def _best(line: Line, start: int, end: int, cast: Cast) -> Who | None:
    """Return the noun phrase that ends at `end` and begins at or after `start`."""
    lexicon = cast.lexicon
    if (own := lexicon.afterthoughts.at(line.folded, start, end)) and own[0] < end:
        start = own[0]
    joint = next((c for c in range(end - 2, start, -1) if line.folded[c] in lexicon.conjunctions), start)
    verb = joint > start and joint - 1 not in line.covered and not line.capital(joint - 1) and (
        len(line.low[joint - 1]) > 4 and line.low[joint - 1].endswith(lexicon.speech.verb_endings))  # fmt: skip
    if joint > start and not line.breaks(joint + 1) and (verb or not pure(line, start, joint, lexicon)):
        start = joint + 1
    prepositional = line.folded[start] in lexicon.prepositions and line.folded[start] not in lexicon.determiners
    starts = [] if prepositional else [start]
    for i in range(end - 1, start, -1):
        if (
            line.folded[i] in lexicon.determiners
            and line.folded[i - 1] not in lexicon.inner | lexicon.prepositions | lexicon.determiners
        ):
            starts.append(i)
    if prepositional:
        starts += [i for i in range(start + 1, end) if i in line.name_at and line.folded[i - 1] not in lexicon.inner]
        starts.append(start + 1)
        starts += [i for i in range(start + 1, end) if i in line.name_at][:1]
    for i in starts:
        if i == start and len(starts) > 1 and not pure(line, start, end, lexicon):
            continue
        if i != start and not prepositional and pure(line, start, i, lexicon):
            continue
        if who := judge(line, i, end, cast):
            return who
    for i in range(max(start, end - 12), end):
        noun = i not in line.covered or line.role != "body" or i in line.offices
        at_name = i in line.name_at or (noun and (lexicon.nouns.at(line.folded, i, end) or (0,))[0] == end)
        inside = i > start and (
            line.folded[i - 1] in lexicon.inner
            or (i - 1 > start and line.folded[i - 1] in lexicon.determiners and line.folded[i - 2] in lexicon.inner)
        )
        inside = inside or (bool(lexicon.speech.far_subjects) and any(
            line.folded[j] in lexicon.linking for j in range(start, i)))  # fmt: skip
        whole = at_name and not inside and pure(line, i, end, lexicon)
        if whole and (who := judge(line, i, end, cast)):
            return who
    return None


def alias(line: Line, first: int, most: int, cast: Cast) -> Who | None:
    """Return the person whose borrowed name stands in marks from word `first` on: confie « Marie »."""
    if first >= most or line.gap[first] != " " or not line.capital(first) or not cast.lexicon.speech.given_alone:
        return None
    end = first + 1
    if end < len(line.low) and line.quoted[end] == line.quoted[first]:
        end += line.capital(end)
    parted = end >= len(line.low) or line.quoted[end] != line.quoted[first]
    opens = first == 0 or line.quoted[first - 1] != line.quoted[first]
    if not parted or not opens or line.folded[first] not in namewords.lexicon(cast.lexicon.tag).given:
        return None
    return Who(first, end, line.slice(first, end), "person")


def quoted_name(line: Line, i: int, most: int, cast: Cast, bare: bool = False) -> Who | None:
    """Return the newspaper or body whose name stands in quotation marks behind its noun: the “Post”.

    `bare`: it may stand without noun and article.
    """
    lexicon = cast.lexicon
    at = i
    barred = lexicon.clause_words | lexicon.prepositions
    while at < most and at - i < 4 and line.quoted[at] < 0 and not (line.breaks(at) and at > i):
        noun = line.folded[at] in lexicon.determiners or lexicon.nouns.at(line.folded, at, most)
        again = lexicon.speech.verb_second and at > i and line.low[at] in lexicon.speech.oblique and (
            line.folded[at] not in lexicon.inner)  # ein Insider dem „Handelsblatt“
        if again or (line.capital(at) and not noun) or line.folded[at] in barred or line.low[at] in lexicon.forms:
            break
        at += 1
    told = at > i and (line.folded[at - 1] in lexicon.determiners or lexicon.nouns.at(line.folded, at - 1, at))
    if (not told and not (bare and at == i)) or at >= most or line.quoted[at] < 0:
        return None
    if not line.capital(at) or line.gap[at] != " ":
        return None
    end = at
    while end < most and line.quoted[end] == line.quoted[at]:
        end += 1
    noun = lexicon.nouns.at(line.folded, at - 1, at)
    if end - at > MAX_QUOTED_NAME or (noun and noun[1] not in ("body", "document")):
        return None
    return Who(i, end, " ".join(line.slice(at, end).split()), "organisation")
