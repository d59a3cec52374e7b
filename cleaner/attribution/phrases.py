"""Noun phrases beside a cue: where they begin and end, and who they stand for.

A phrase counts as a speaker only if it holds a name, a pronoun, or a noun that speech.yaml knows for people,
bodies, groups or documents. Owns that judgement; never looks for cues.
"""

from __future__ import annotations

from typing import NamedTuple

from cleaner.attribution.cast import Cast, office
from cleaner.attribution.lines import APOSTROPHE, BREAKS, HYPHEN, Line
from cleaner.attribution.pack import Lexicon
from cleaner.mentions import Mention
from cleaner.tables import Span
from cleaner.text import plain_spaces

MAX_PHRASE = 24
_TYPES = {"leader": "person", "person": "person", "group": "group", "body": "organisation", "document": "document"}


class Who(NamedTuple):
    """A speaker as far as known: words [first, last), name (None: unresolved), type, names of joint speakers."""

    first: int
    last: int
    name: str | None
    type: str
    joint: tuple[str, ...] = ()
    pronoun: str = ""
    institution: bool = False

    @property
    def key(self) -> object:
        """Return what two mentions of one speaker share."""
        return self.joint or self.name or (self.pronoun, self.first)


def before(line: Line, least: int, end: int, cast: Cast) -> Who | None:
    """Return who the noun phrase that ends at word `end`, no earlier than `least`, stands for."""
    lexicon = cast.lexicon
    end = skip_back(line, least, end, lexicon)
    if end <= least:
        return None
    start = end - 1
    if kind := lexicon.pronouns.get(line.folded[start]):
        return None if kind == "nobody" else _pronoun(line, start, kind, cast)
    while start > least and end - start < MAX_PHRASE and not line.breaks(start) and not _clause_word(line, start - 1, lexicon):
        start -= 1
    if line.quoted[end - 1] >= 0:
        return None
    if line.role != "body" and start > least and line.gap[start] == "," and (joint := _headline_pair(line, least, start, end, cast)):
        return joint
    start = _after_openers(line, start, end, lexicon)
    return _best(line, start, end, cast) if start < end else None


def after(line: Line, first: int, most: int, cast: Cast) -> Who | None:
    """Return who the noun phrase that begins at word `first` stands for; it ends before word `most`."""
    lexicon = cast.lexicon
    if first >= most or line.quoted[first] >= 0:
        return None
    if line.folded[first] in lexicon.prepositions and line.folded[first] not in lexicon.determiners:
        return None
    if (objects := lexicon.speech.object_pronouns.get(line.low[first])) and (first + 1 >= most or line.breaks(first + 1)):
        return _pronoun(line, first, objects, cast)
    if kind := lexicon.pronouns.get(line.folded[first]):
        return None if kind == "nobody" else _pronoun(line, first, kind, cast)
    end = first
    while end < most and end - first < MAX_PHRASE:
        if end > first and (line.breaks(end) or _ends_phrase(line, end, first, lexicon)):
            break
        mention = line.name_at.get(end)
        end = max(end + 1, line.word_at(mention.end)) if mention else end + 1
    end = min(end, most)
    while end > first and (line.folded[end - 1] in lexicon.inner or line.folded[end - 1] in lexicon.determiners):
        end -= 1
    if end <= first:
        return None
    who = judge(line, first, end, cast)
    if end < most and line.gap[end] == "," and (who is None or who.name is None or who.type != "organisation" or not who.institution):
        extra = _apposition(line, end, most, cast)
        if extra is not None and extra.name and cast.named(extra.name) and _same_kind(who, extra) and not _known(who, cast):
            return extra._replace(first=first)
    return who


def skip_back(line: Line, least: int, end: int, lexicon: Lexicon) -> int:
    """Return the word after the noun phrase when adverbs and asides stand between it and `end`."""
    for _ in range(12):
        if end <= least:
            break
        start = lexicon.asides.before(line.folded, end, least)
        if start is not None:
            end = start
        elif line.folded[end - 1] in lexicon.adverbs and line.folded[end - 1] not in lexicon.pronouns:
            if line.capital(end - 1) and end - 1 in line.name_at:
                break
            end -= 1
        else:
            break
    return end


def _headline_pair(line: Line, least: int, comma: int, end: int, cast: Cast) -> Who | None:
    """Return the two persons a headline joins by a comma: Putin, Macron call for."""
    left, right = line.name_at.get(least), line.name_at.get(comma)
    if left is None or right is None or left.end > line.start[comma]:
        return None
    one, two = judge(line, least, comma, cast), judge(line, comma, end, cast)
    if one and two and one.name and two.name and one.type == two.type == "person":
        return Who(least, end, f"{one.name} & {two.name}", "person", (one.name, two.name))
    return None


def _clause_word(line: Line, i: int, lexicon: Lexicon) -> bool:
    return line.folded[i] in lexicon.clause_words and not (i in line.name_at) and not line.low[i + 1 : i + 2] == [""]


def _after_openers(line: Line, start: int, end: int, lexicon: Lexicon) -> int:
    while start < end - 1 and line.folded[start] in lexicon.openers and line.folded[start] not in lexicon.determiners:
        start += 1
    return start


def _best(line: Line, start: int, end: int, cast: Cast) -> Who | None:
    """Return the noun phrase that ends at `end` and begins at or after `start`."""
    lexicon = cast.lexicon
    prepositional = line.folded[start] in lexicon.prepositions and line.folded[start] not in lexicon.determiners
    starts = [] if prepositional else [start]
    for i in range(end - 1, start, -1):
        if line.folded[i] in lexicon.determiners and line.folded[i - 1] not in lexicon.inner | lexicon.prepositions | lexicon.determiners:
            starts.append(i)
    if prepositional:
        starts += [i for i in range(start + 1, end) if i in line.name_at and line.folded[i - 1] not in lexicon.inner]
        starts.append(start + 1)
    for i in starts:
        if i == start and len(starts) > 1 and not _pure(line, start, end, lexicon):
            continue
        if i != start and not prepositional and _pure(line, start, i, lexicon):
            continue
        if who := judge(line, i, end, cast):
            return who
    for i in range(max(start, end - 12), end):
        at_name = i in line.name_at or (lexicon.nouns.at(line.folded, i, end) or (0,))[0] == end
        if at_name and (i == start or line.folded[i - 1] not in lexicon.inner) and _pure(line, i, end, lexicon):
            if who := judge(line, i, end, cast):
                return who
    return None


def _pure(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether words [start, end) are nothing but names, nouns of speakers, and what joins them."""
    i = start
    strange = 0
    while i < end:
        if hit := lexicon.nouns.at(line.folded, i, end) or lexicon.plurals.at(line.folded, i, end) or lexicon.countries.at(line.folded, i, end):
            i = hit[0]
            continue
        word = line.folded[i]
        if not (line.capital(i) or word in lexicon.determiners or word in lexicon.inner or word in lexicon.conjunctions
                or line.gap[i] in (HYPHEN, APOSTROPHE)):  # fmt: skip
            strange += 1
            if word in lexicon.prepositions or line.low[i] in lexicon.forms or strange > 2:
                return False
        i += 1
    return True


def _ends_phrase(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether word i cannot belong to the phrase that began at `first`."""
    word = line.folded[i]
    if i in line.name_at:
        return False
    if word in lexicon.determiners and word not in lexicon.inner and line.gap[i] not in (HYPHEN, APOSTROPHE):
        before = line.folded[i - 1]
        return before not in lexicon.inner and before not in lexicon.determiners and before not in lexicon.prepositions
    if word in lexicon.inner:
        nxt = i + 1
        if nxt >= len(line.low) or line.breaks(nxt):
            return True
        days = line.folded[nxt] in lexicon.adverbs
        if word in lexicon.conjunctions:
            near = range(nxt, min(nxt + 3, len(line.low)))
            return not (nxt in line.name_at or line.folded[nxt] in lexicon.determiners
                        or any(lexicon.nouns.at(line.folded, j, len(line.low)) for j in near)
                        or lexicon.countries.at(line.folded, nxt, len(line.low)))  # fmt: skip
        weak = lexicon.speech.addressee_stops
        if line.low[i] in weak and (lexicon.nouns.at(line.folded, i - 1, i) is None or days):
            return True
        return days
    return word in lexicon.clause_words or word in lexicon.prepositions or word in lexicon.adverbs or line.low[i] in (
        "’",)  # fmt: skip


def _apposition(line: Line, end: int, most: int, cast: Cast) -> Who | None:
    """Return who is named in the aside between commas that begins at word `end`."""
    lexicon = cast.lexicon
    stop = end + 1
    while stop < most and stop - end < 12 and not line.breaks(stop):
        if line.folded[stop] in lexicon.clause_words:
            return None
        stop += 1
    if line.folded[end] in lexicon.clause_words or line.folded[end] in lexicon.prepositions:
        return None
    if not (end in line.name_at or line.capital(end) or line.folded[end] in lexicon.determiners):
        return None
    return judge(line, end, stop, cast)


def _same_kind(who: Who | None, extra: Who) -> bool:
    return extra.type == "person" and extra.name is not None and (who is None or who.type == "person" and who.pronoun == "")


def with_apposition(line: Line, first: int, last: int, cast: Cast) -> Who | None:
    """Return who words [first, last) name, an apposition between commas included: X, the spokesman of Y."""
    cut = next((i for i in range(first + 1, last) if line.gap[i] == ","), None)
    if cut is None:
        return judge(line, first, last, cast)
    return chosen(judge(line, first, cut, cast), judge(line, cut, last, cast), cast)


def chosen(head: Who | None, aside: Who | None, cast: Cast) -> Who | None:
    """Return the one of a phrase and its apposition that names a person of the document, over the span of both."""
    if head and aside and aside.name and aside.type == head.type == "person" and not _known(head, cast) and cast.named(aside.name):
        return aside._replace(first=head.first)
    return head


def _known(who: Who | None, cast: Cast) -> bool:
    return who is not None and who.name is not None and cast.named(who.name) is not None


def judge(line: Line, first: int, last: int, cast: Cast) -> Who | None:
    """Return who words [first, last) stand for, None if they are no speaker."""
    lexicon = cast.lexicon
    begin = first
    counted = 0
    while first < last and line.folded[first] in lexicon.determiners and (
            first not in line.name_at or first + 1 < last and not line.capital(first + 1)):  # fmt: skip
        counted += line.folded[first] in lexicon.speech.joint_words
        first += 1
    if first >= last:
        if counted and last - begin > 1:
            return _joint_role(line, begin, first - 1, last, cast)
        return None
    if hit := lexicon.institutions.at(line.folded, first, last):
        whole = hit[0] == last or (lexicon.speech.head == "first" and not _person_noun(line, first, hit[0], lexicon))
        if whole and not _name_in(line, hit[0], last, lexicon):
            return Who(begin, last, str(hit[1]), "organisation", institution=True)
    plural = _plural(line, first, last, lexicon)
    if plural and first > begin and plural[1] < last and line.folded[plural[1]] in lexicon.inner:
        if joint := _joint_role(line, begin, plural[0], last, cast):
            return joint
    if joint := _coordinated(line, begin, first, last, cast):
        return joint
    name = _name_in(line, first, last, lexicon)
    nouns = _nouns(line, first, last, lexicon, name)
    if name is not None:
        return _named(line, begin, last, name, nouns, cast)
    if tail := _institution_at_end(line, first, last, lexicon, nouns):
        return Who(begin, last, tail, "organisation", institution=True)
    if plural and (joint := _joint_role(line, begin, plural[0], last, cast)):
        return joint
    if not nouns:
        return _capitalised(line, begin, first, last, lexicon)
    noun, kind = nouns[0] if lexicon.speech.head == "first" else nouns[-1]
    return _role(line, begin, first, last, noun, kind, cast)


def _role(line: Line, begin: int, first: int, last: int, noun: str, kind: str, cast: Cast) -> Who:
    surface = trimmed(line, first, last)
    if kind in ("leader", "person"):
        country = _country(line, first, last, cast.lexicon)
        definite = begin < first or line.capital(first)
        if definite and (person := cast.holder(country, noun, kind)):
            return Who(begin, last, person.name, "person")
        if country is None and kind == "leader" and cast.held(noun) and noun.count(" ") >= last - first - 1:
            return Who(begin, last, None, "person", pronoun="role")
    return Who(begin, last, surface, _TYPES.get(kind, "person"))


def _named(line: Line, begin: int, last: int, name: Mention, nouns: list[tuple[str, str]], cast: Cast) -> Who:
    person = cast.person(name) if name.kind != "place" else None
    if person:
        return Who(begin, last, person.name, "person")
    written = " ".join(plain_spaces(name.text).split())
    personal = name.kind == "person" or (nouns and nouns[-1][1] in ("person", "leader"))
    words = {w for w in line.folded[line.word_at(name.start) : line.word_at(name.end)]}
    if words & cast.lexicon.name_bodies or name.kind in ("organisation", "place") or (nouns and nouns[-1][1] == "body"):
        personal = False
    hit = cast.lexicon.institutions.at(line.folded, line.word_at(name.start), line.word_at(name.end))
    if hit and hit[0] == line.word_at(name.end):
        return Who(begin, last, str(hit[1]), "organisation", institution=True)
    return Who(begin, last, written, "person" if personal else "organisation")


def _name_in(line: Line, first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """Return the name that heads words [first, last): at their end, and not the complement of a preposition."""
    best = None
    for i in range(first, last):
        mention = line.name_at.get(i)
        if mention is None or mention.end > line.end[last - 1]:
            continue
        at = line.word_at(mention.title_start)
        if lexicon.countries.at(line.folded, i, last) and (lexicon.countries.at(line.folded, i, last) or (0,))[0] >= line.word_at(mention.end) and (i > first or line.word_at(mention.end) < last):
            continue
        if at > first and line.folded[at - 1] in lexicon.inner and line.folded[at - 1] not in lexicon.conjunctions:
            continue
        if at > first and line.folded[at - 1] in lexicon.determiners and at - 1 > first and line.folded[at - 2] in lexicon.inner:
            continue
        stop = line.word_at(mention.end)
        if stop < last and not _only_tail(line, stop, last, lexicon):
            continue
        best = mention
    return best


def _only_tail(line: Line, start: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether what follows a name leaves it the head: of a place, a party in brackets, an apostrophe."""
    return line.folded[start] in lexicon.inner or line.gap[start] in BREAKS


def _nouns(line: Line, first: int, last: int, lexicon: Lexicon, name: Mention | None) -> list[tuple[str, str]]:
    """Return the nouns of speakers that may head words [first, last), as folded text and kind."""
    out: list[tuple[str, str]] = []
    i = first
    stop = line.word_at(name.start) if name else last
    while i < stop:
        if hit := lexicon.nouns.at(line.folded, i, stop):
            out.append(office(line, i, hit[0], str(hit[1]), first, stop, lexicon))
            i = hit[0]
            continue
        if line.folded[i] in lexicon.inner and line.folded[i] not in lexicon.conjunctions and out:
            break
        i += 1
    return out


def _person_noun(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    return any(kind in ("person", "leader") for _, kind in _nouns(line, first, last, lexicon, None))


def _institution_at_end(line: Line, first: int, last: int, lexicon: Lexicon, nouns: list[tuple[str, str]]) -> str | None:
    """Return the institution that ends the phrase, where no person's or group's noun heads it."""
    if any(kind in ("person", "leader", "group", "document") for _, kind in nouns):
        return None
    for i in range(first, last):
        if (hit := lexicon.institutions.at(line.folded, i, last)) and hit[0] == last:
            return None if i > first and line.folded[i - 1] in lexicon.inner else str(hit[1])
    return None


def _country(line: Line, first: int, last: int, lexicon: Lexicon) -> str | None:
    found = [hit[1][0] for i in range(first, last) if (hit := lexicon.countries.at(line.folded, i, last)) and hit[1][1] != "capitals"]  # type: ignore[index]
    return str(found[0]) if found else None


def _plural(line: Line, first: int, last: int, lexicon: Lexicon) -> tuple[str, int] | None:
    for i in range(first, last):
        if hit := lexicon.plurals.at(line.folded, i, last):
            return str(hit[1]), hit[0]
        if line.folded[i] in lexicon.inner:
            break
    return None


def _joint_role(line: Line, begin: int, kind: str | int, last: int, cast: Cast) -> Who | None:
    """Return the two persons that "the two leaders" or "the presidents of X and Y" stand for."""
    lexicon = cast.lexicon
    role = kind if isinstance(kind, str) else "leader"
    if line.folded[begin] not in {*lexicon.speech.joint_determiners, *lexicon.speech.joint_words}:
        return None
    countries: list[str] = []
    for i in range(begin, last):
        hit = lexicon.countries.at(line.folded, i, last)
        if hit and hit[1][1] != "capitals" and hit[1][0] not in countries:  # type: ignore[index]
            countries.append(hit[1][0])  # type: ignore[index]
    if countries:
        if len(countries) != 2:
            return None
        people = [cast.holder(code, "", "leader") for code in countries]
        names = tuple(p.name for p in people if p)
        if len(names) != 2 and role == "leader":
            names = cast.pair(role)
    elif any(i in line.name_at for i in range(begin, last)) or last - begin > 4:
        return None
    else:
        names = cast.pair(role)
    if len(names) != 2 or names[0] == names[1]:
        return None
    return Who(begin, last, " & ".join(names), "person", names)


def _coordinated(line: Line, begin: int, first: int, last: int, cast: Cast) -> Who | None:
    """Return the speakers of two phrases joined by a conjunction, None where the whole is one phrase."""
    lexicon = cast.lexicon
    for c in range(first + 1, last - 1):
        if line.folded[c] not in lexicon.conjunctions or c in line.name_at:
            continue
        right_starts = c + 1 in line.name_at or line.folded[c + 1] in lexicon.determiners or bool(
            lexicon.nouns.at(line.folded, c + 1, last)) or line.capital(c + 1)  # fmt: skip
        left = judge(line, begin, c, cast)
        right = judge(line, c + 1, last, cast)
        if left is None or right is None:
            continue
        if left.type == right.type == "person" and left.name and right.name and left.name != right.name:
            names = (*(left.joint or (left.name,)), *(right.joint or (right.name,)))
            return Who(begin, last, " & ".join(names), "person", names)
        if left.name and right.name and (right_starts or right.type == "group"):
            if left.type == right.type == "organisation" and left.institution and right.institution:
                return Who(begin, last, f"{left.name} & {right.name}", "organisation", (left.name, right.name))
            return Who(begin, last, trimmed(line, first, last), "group")
    return None


def _capitalised(line: Line, begin: int, first: int, last: int, lexicon: Lexicon) -> Who | None:
    """Return a name that nobody knows: one or more capitalised words and nothing else."""
    if last - first > 6 or not all(line.capital(i) for i in range(first, last)):
        return None
    if any(line.folded[i] in lexicon.openers or line.folded[i] in lexicon.prepositions for i in range(first, last)):
        return None
    return Who(begin, last, trimmed(line, first, last), "organisation")


def _pronoun(line: Line, i: int, kind: str, cast: Cast) -> Who | None:
    if kind == "plural" and (names := cast.pair("leader")):
        return Who(i, i + 1, " & ".join(names), "person", names, "plural")
    return Who(i, i + 1, None, "person" if kind in ("man", "woman") else "group", pronoun=kind)


def trimmed(line: Line, first: int, last: int) -> str:
    """Return the words as a name: plain spaces, no possessive."""
    if last - first > 1 and line.gap[last - 1] == APOSTROPHE and line.folded[last - 1] == "s":
        last -= 1
    return " ".join(plain_spaces(line.slice(first, last)).split())


def span(line: Line, who: Who) -> Span:
    """Return the span of a speaker in the block."""
    return line.start[who.first], line.end[who.last - 1]
