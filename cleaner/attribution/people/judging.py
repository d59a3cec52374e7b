"""Who a noun phrase stands for: a person, two persons, an institution, a group, a document, or nobody.

A phrase counts as a speaker only if it holds a name, a pronoun, or a noun that speech.yaml knows for people, bodies,
groups or documents. Knows nothing of cues.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from cleaner import namewords
from cleaner.attribution.lines.line import HYPHEN, Line
from cleaner.attribution.people import cases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.fitting import bare_of, fits, of_another_one, of_other_gender, two_offices
from cleaner.attribution.people.heads import (
    countries,
    country_of,
    demonym,
    institution_at_end,
    name_in,
    nominative,
    nouns_in,
    person_noun,
    plural_in,
    several,
    singular,
    townsman,
    trimmed,
)
from cleaner.attribution.people.smallwords import definite as is_definite
from cleaner.attribution.words.pack import Lexicon
from cleaner.mentions import Mention
from cleaner.tables.rows import Span
from cleaner.text import fold, plain_spaces

_TYPES: Final = {"leader": "person", "person": "person", "group": "group", "document": "document",
                 "body": "organisation"}  # fmt: skip

RECENT: Final = "recent"
"""The person spoken of just before is meant: the head of the department, the Norwegian."""
OTHER: Final = "other"
"""The person named just before who did not speak: the host."""
LATTER: Final = "latter"
"""The person named last: the latter."""
PEER: Final = "peer"
"""Who holds in another country the office of the person who spoke just before: his French counterpart."""
BARE: Final = "bare"
"""An office alone: who holds it, unless somebody of whom no office is known spoke just before."""
DESCRIBED: Final = "described"
"""An office that may be that of a person whom the sentence before brought up without one."""
AGAIN: Final = "again"
"""Who spoke last, where words stand nowhere in particular or only take up who spoke: hieß es weiter, à l'en croire."""
SEVERAL: Final = "several"
"""What a pack says of a partitive that stands for more than one: some, two of them."""
PART: Final = "part"
"""One of a group that spoke or stood in front before: one of them, another, a third."""


class Who(NamedTuple):
    """A speaker as far as known: words [first, last), name (None: unresolved), type, names of joint speakers."""

    first: int
    last: int
    name: str | None
    type: str
    joint: tuple[str, ...] = ()
    pronoun: str = ""
    institution: bool = False
    hint: str = ""
    noun: str = ""

    @property
    def key(self) -> object:
        """Return what two mentions of one speaker share."""
        return self.joint or self.name or (self.pronoun, self.first)


def with_apposition(line: Line, first: int, last: int, cast: Cast) -> Who | None:
    """Return who words [first, last) name, an apposition between commas included: X, the spokesman of Y."""
    cut = next((i for i in range(first + 1, last) if line.gap[i] == ","), None)
    if cut is None:
        return judge(line, first, last, cast)
    return chosen(judge(line, first, cut, cast), judge(line, cut, last, cast), cast)


def chosen(head: Who | None, aside: Who | None, cast: Cast) -> Who | None:
    """Return the one of a phrase and its apposition that names a person of the document, over the span of both.

    A body that the apposition names (the firm, Acme) bears that name.
    """
    if head and aside and head.name and aside.name == head.name:
        return head._replace(hint="", pronoun="")
    if aside and aside.type == "person" and known(aside, cast) and (
            head is None or (head.type == "organisation" and not head.institution)):  # fmt: skip
        return aside._replace(first=head.first if head else aside.first)
    noun = head.name if head and head.name else ""
    plain = noun == noun.lower() or (
        bool(cast.lexicon.speech.nouns_capitalised) and noun.isalpha() and " " in ((aside and aside.name) or ""))
    if head and aside and head.type == "organisation" and not head.institution and aside.name and noun and plain and (
            aside.type != "group" and aside.name[0].isupper()):  # fmt: skip
        return aside._replace(first=head.first, type="organisation")
    if head and aside and aside.joint and not head.joint and head.type in ("group", "organisation"):
        return aside._replace(first=head.first)
    if head and aside and head.type == "person" and given_alone(aside) and head.noun and not known(head, cast):
        return aside._replace(first=head.first, type="person")
    if (
        head
        and aside
        and aside.name
        and aside.type == head.type == "person"
        and not known(head, cast)
        and cast.named(aside.name)
    ):
        return aside._replace(first=head.first)
    return head


def given_alone(who: Who) -> bool:
    """Return whether a phrase is one word that can only be somebody's given name: her husband, Don."""
    name = who.name or ""
    alone = who.last - who.first == 1 and name.isalpha() and name[:1].isupper() and not name.isupper()
    return alone and not who.institution and not who.noun and who.type in ("person", "organisation")


def known(who: Who | None, cast: Cast) -> bool:
    """Return whether a speaker is a person of the document."""
    return who is not None and who.name is not None and cast.named(who.name) is not None


def judge(line: Line, first: int, last: int, cast: Cast) -> Who | None:
    """Return who words [first, last) stand for, None if they are no speaker."""
    lexicon = cast.lexicon
    begin = first
    counted = 0
    if last - first > 2 and line.folded[last - 1] in lexicon.same and line.gap[last - 1] == HYPHEN:
        last -= 2  # le ministre lui-même
    while first < last and line.folded[first] in lexicon.determiners and (
            first not in line.name_at or (first + 1 < last and not line.capital(first + 1))):  # fmt: skip
        counted += line.folded[first] in lexicon.speech.joint_words
        first += 1
    if last - begin == 1 and line.low[begin] in lexicon.speech.first_pronouns:
        return None
    part = begin < first < last - 1 and line.folded[first - 1] in lexicon.speech.partitives and (
        line.folded[first] in lexicon.linking)  # fmt: skip
    part = part or (begin + 1 < first < last and any(
        line.folded[i] in lexicon.speech.partitives and line.folded[i + 1] in lexicon.linking
        for i in (begin, first - 2)))  # fmt: skip
    part = part or (begin < first < last - 2 and line.low[first] in lexicon.speech.superlatives and any(
        line.folded[i] in lexicon.linking for i in range(first + 2, last - 1)))  # fmt: skip
    if part and last - first < 12:
        alone = first - begin < 4 and counted == 0 and lexicon.speech.partitives.get(line.folded[begin]) != SEVERAL
        return Who(begin, last, trimmed(line, begin, last), "person" if alone else "group")
    led = bool(lexicon.speech.quantities and first == begin and last - first > 2 and (
        line.low[first] in lexicon.speech.partitives and line.folded[first + 1] in lexicon.linking))  # fmt: skip
    if led and last - first < 12:
        one = {line.low[first], line.low[first][:-1]} & set(lexicon.speech.indefinite)
        return Who(begin, last, trimmed(line, begin, last), "person" if one else "group")
    own = begin < first < last - 2 and line.folded[first] in lexicon.speech.colleagues
    if own and line.folded[first + 1] in lexicon.linking and line.capital(first + 2):
        return Who(begin, last, trimmed(line, first + 2, last), "organisation")  # nos confrères du Midi Libre
    if first + 1 == last and begin < first and line.folded[first] in lexicon.same and lexicon.speech.bare_quotes:
        return Who(begin, last, None, "person", pronoun=AGAIN)  # le même assure que
    if begin < first < last and townsman(line, begin, first, last, lexicon):
        return Who(begin, last, line.slice(first, first + 1), "person", noun=line.folded[first])
    if first >= last:
        if counted and last - begin > 1:
            return _joint_role(line, begin, first - 1, last, cast)
        return None
    if line.titled and (titled := _in_marks(line, begin, first, last, lexicon)):
        return titled
    joins = lexicon.prepositions | lexicon.conjunctions
    if line.titled and any(i in line.titled and not line.capital(i) and line.folded[i] not in joins
                           for i in range(first + 1, last)):  # fmt: skip
        return None
    if hit := lexicon.institutions.at(line.folded, first, last):
        first_head = lexicon.speech.head == "first" and hit[0] < last and line.gap[hit[0]] != HYPHEN
        whole = hit[0] == last or (first_head and not person_noun(line, first, hit[0], lexicon))
        if whole and not name_in(line, hit[0], last, lexicon):
            return Who(begin, last, str(hit[1]), "organisation", institution=True)
    plural = plural_in(line, first, last, lexicon)
    complement = plural and first > begin and plural[1] < last and line.folded[plural[1]] in lexicon.inner
    if plural and complement and (joint := _joint_role(line, begin, plural[0], last, cast)):
        return joint
    if joint := _coordinated(line, begin, first, last, cast):
        return joint
    name = name_in(line, first, last, lexicon)
    nouns = nouns_in(line, first, last, lexicon, name)
    of_group = lexicon.speech.declensions and nouns and nouns[0][1] == "group"  # аналитики Goldman Sachs
    if name is not None and not of_group:
        who = _named(line, begin, last, name, nouns, cast)
        return who._replace(noun=nouns[0][0]) if nouns and who.type == "person" else who
    if tail := institution_at_end(line, first, last, lexicon, nouns):
        return Who(begin, last, tail, "organisation", institution=True)
    if plural and (joint := _joint_role(line, begin, plural[0], last, cast)):
        return joint
    if not nouns:
        if begin < first and (code := demonym(line, first, last, lexicon)):
            if lexicon.speech.clause_starts and line.low[last - 1].endswith(lexicon.speech.plural_endings):
                return Who(begin, last, trimmed(line, first, last), "group")
            people = cast.of(code)
            if len(people) == 1:
                return Who(begin, last, people[0].name, "person")
            return Who(begin, last, None, "person", pronoun="role", hint=RECENT)
        return _capitalised(line, begin, first, last, lexicon)
    noun, kind = nouns[0] if lexicon.speech.head == "first" else nouns[-1]
    if noun in lexicon.speech.vague_only and line.low[begin] not in lexicon.speech.indefinite:
        return None  # une voix, but not 142 voix
    return _role(line, begin, first, last, noun, kind, cast)._replace(noun=noun)


def _in_marks(line: Line, begin: int, first: int, last: int, lexicon: Lexicon) -> Who | None:
    """Return the body or paper whose name in quotation marks ends the phrase: газета «Известия», «Спартак»."""
    start = line.titled.get(last, -1)
    if start < first:
        return None
    nouns = nouns_in(line, first, start, lexicon, None) if start > first else []
    if (nouns and nouns[0][1] not in ("body", "document")) or any(i in line.name_at for i in range(first, start)):
        return None
    if nouns and nouns[-1][1] in ("person", "leader"):
        return Who(begin, last, nominative(line, first, start, lexicon), "organisation", noun=nouns[0][0])
    if (hit := lexicon.institutions.at(line.folded, start, last)) and hit[0] == last:
        return Who(begin, last, str(hit[1]), "organisation", institution=True)
    kind = "document" if nouns and nouns[0][1] == "document" else "organisation"
    return Who(begin, last, line.slice(start, last), kind, noun=nouns[0][0] if nouns else "")


def _role(line: Line, begin: int, first: int, last: int, noun: str, kind: str, cast: Cast) -> Who:
    if begin < first and line.low[begin] in cast.lexicon.speech.numerals:
        return Who(begin, last, cases.counted(line, begin, last, cast.lexicon), "group")
    if cast.lexicon.speech.declensions and begin < first and line.low[begin] in cast.lexicon.speech.plural_determiners:
        return Who(begin, last, trimmed(line, begin, last), "group" if kind == "person" else _TYPES.get(kind, "group"))
    vague = first - begin == 1 and line.low[begin] in cast.lexicon.speech.indefinite
    plural = several(line, begin, first, noun, cast.lexicon)
    kind = "group" if plural and kind == "person" else kind
    surface = nominative(line, first, last, cast.lexicon)
    if vague and kind in ("person", "leader", "group"):
        surface = f"{line.low[begin]} {surface}"
    elif kind == "group" and (most := cast.lexicon.speech.counting) and line.low[first - 1] in most and begin < first:
        surface = trimmed(line, next(i for i in range(begin, first) if line.low[i] in most), last)
    if kind in ("leader", "person"):
        country = country_of(line, first, last, cast.lexicon) or cast.lexicon.seats.get(noun)
        definite = line.folded[begin] in cast.lexicon.definite if begin < first else line.capital(first)
        definite = definite or (begin == first and bool(cast.lexicon.speech.declensions))
        definite = definite or is_definite(line, begin, cast.lexicon)
        bare = noun.count(" ") >= last - first - 1
        own = country is None and any(line.folded[i] in cast.lexicon.own_bodies and not line.capital(i)
                                      for i in range(first, last))  # fmt: skip
        if (
            definite
            and (bare or not own)
            and (person := cast.holder(country, noun, kind, line.number if line.role == "body" else -1))
            and not of_other_gender(person, line, begin, cast)
            and not of_another_one(person, line, begin, noun, cast)
            and (fits(person, line, first, last, noun, cast) or bare_of(person, line, kind, noun, cast))
        ):
            return Who(begin, last, person.name, "person", hint=BARE if bare and country is None else "")
        if country and fold(noun) in cast.lexicon.counterparts:
            return Who(begin, last, surface, "person", hint=f"{PEER} {country}")
        if noun in cast.lexicon.hosts and definite:
            return Who(begin, last, None, "person", pronoun="role", hint=OTHER)
        if noun in cast.lexicon.latter:
            return Who(begin, last, None, "person", pronoun="role", hint=LATTER)
        if definite and noun in cast.lexicon.heads and (own or bare):
            return Who(begin, last, None, "person", pronoun="role", hint=RECENT)
        if definite and country is None and not bare:
            return Who(begin, last, surface, "person", hint=DESCRIBED)
        if country is None and kind == "leader" and cast.held(noun) and noun.count(" ") >= last - first - 1:
            return Who(begin, last, None, "person", pronoun="role")
    if kind == "body" and noun in cast.lexicon.sides and (country := country_of(line, first, last, cast.lexicon)):
        people = cast.of(country)
        if len(people) == 1:
            return Who(begin, last, people[0].name, "person")
    return Who(begin, last, surface, _TYPES.get(kind, "person"))


def _named(line: Line, begin: int, last: int, name: Mention, nouns: list[tuple[str, str]], cast: Cast) -> Who:
    person = cast.person(name) if name.kind != "place" else None
    if person:
        return Who(begin, last, person.name, "person")
    written = " ".join(plain_spaces(name.text).split())
    at, stop = line.word_at(name.start), line.word_at(name.end)
    if len(written) == 1 and nouns and at > begin and line.capital(at - 1):
        return Who(begin, last, trimmed(line, at - 1, stop), "person")  # Witness B
    whole = cast.lexicon.nouns.at(line.folded, at, last)
    if whole and whole[1] == "body" and whole[0] > stop:
        written = trimmed(line, at, whole[0])
    if whole and whole[1] == "body" and whole[0] == stop < last and line.folded[stop] in cast.lexicon.linking:
        return Who(begin, last, trimmed(line, at, last), "organisation", noun=line.folded[at])  # l'Agence de l'eau
    if whole and whole[1] == "body" and whole[0] < stop:
        hit = cast.lexicon.institutions.at(line.folded, whole[0], stop)
        name_ = str(hit[1]) if hit and hit[0] == stop else written
        return Who(begin, last, name_, "organisation", institution=bool(hit))
    personal = name.kind == "person" or (nouns and nouns[-1][1] in ("person", "leader"))
    words = set(line.folded[line.word_at(name.start) : line.word_at(name.end)])
    if cast.lexicon.speech.far_subjects and len(words) == 1 and words <= namewords.lexicon(cast.lexicon.tag).given:
        personal = True
    bodily = bool(words & cast.lexicon.name_bodies) or name.name in cast.things
    if bodily or name.kind in ("organisation", "place") or (nouns and nouns[-1][1] == "body"):
        personal = False
    hit = cast.lexicon.institutions.at(line.folded, line.word_at(name.start), line.word_at(name.end))
    if hit and hit[0] == line.word_at(name.end):
        return Who(begin, last, str(hit[1]), "organisation", institution=True)
    return Who(begin, last, written, "person" if personal else "organisation")


def _joint_role(line: Line, begin: int, kind: str | int, last: int, cast: Cast) -> Who | None:
    """Return the two persons that "the two leaders" or "the presidents of X and Y" stand for."""
    lexicon = cast.lexicon
    role = kind if isinstance(kind, str) else "leader"
    if line.folded[begin] not in lexicon.speech.joint_determiners:
        return None
    named = countries(line, begin, last, lexicon)
    if named:
        if len(named) != 2:
            return None
        people = [cast.holder(code, "", "leader") for code in named]
        names = tuple(p.name for p in people if p)
        if len(names) != 2 and role == "leader":
            names = cast.pair(role)
    elif any(i in line.name_at for i in range(begin, last)) or last - begin > 4:
        return None
    else:
        names = cast.pair(role) or (cast.two(singular(line.folded[last - 1], lexicon)) if role == "person" else ())
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
        if left and right and left.noun and right.noun and known(right, cast) and not known(left, cast) and (
                left.type == "person" and not line.capital(c + 1) and line.folded[c + 1] not in lexicon.determiners
                and line.low[begin] in lexicon.speech.gendered_determiners):  # fmt: skip
            return None  # el exzaguero y hoy comentarista X
        if left is None or right is None or (
                begin == first and two_offices(line, c, left, right, cast)):  # fmt: skip
            continue
        beside = line.name_at.get(c + 1)
        hung = bool(lexicon.speech.declensions) and (beside is None or beside.kind == "organisation")
        if hung and not any(
                hit[1] != "body" for i in (c + 1, c + 2)
                if (hit := lexicon.nouns.at(line.folded, i, last))):  # fmt: skip
            continue  # министр энергетики и ЖКХ X
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
    if last - first > 6 or not all(line.capital(i) or line.text[line.end[i - 1] : line.start[i]] == "."  # Life.ru
                                   for i in range(first, last)):  # fmt: skip
        return None
    single = last - first == 1 and first not in line.name_at
    if single and lexicon.speech.pro_drop and line.low[first].endswith(lexicon.speech.gerund_endings or "\n"):
        return None  # Uscendo ha detto
    alone = single and any(first == a for a, _ in line.spans)
    opens = lexicon.speech.opening_verb_endings or "\n"  # Llamé a X
    verbal = lexicon.speech.pro_drop and line.low[first].endswith(opens)
    body = line.role == "body" and (bool(verbal) or not lexicon.speech.far_subjects)
    if lexicon.speech.strangers and body and alone and not line.slice(first, last).isupper():
        return None
    firm = last - first > 1 and line.folded[last - 1] in lexicon.name_bodies  # die Sonnhalde Care GmbH
    if lexicon.speech.nouns_capitalised and not firm and (
        begin < first or last - first > 3 or (first and line.folded[first - 1] in lexicon.prepositions)
    ):
        return None
    if any(line.folded[i] in lexicon.openers or line.folded[i] in lexicon.prepositions for i in range(first, last)):
        return None
    if begin < first and line.low[begin] in lexicon.speech.articles_plural and first + 1 == last:
        return Who(begin, last, trimmed(line, first, last), "group")  # les Romands
    return Who(begin, last, trimmed(line, first, last), "organisation")


def pronoun(line: Line, i: int, kind: str, cast: Cast) -> Who | None:
    """Return a pronoun as a speaker; "they" stands for the two persons a document is about."""
    if kind == "plural" and (names := cast.pair("leader")):
        return Who(i, i + 1, " & ".join(names), "person", names, "plural")
    return Who(i, i + 1, None, "person" if kind in ("man", "woman") else "group", pronoun=kind)


def span(line: Line, who: Who) -> Span:
    """Return the span of a speaker in the block."""
    return line.start[who.first], line.end[who.last - 1]
