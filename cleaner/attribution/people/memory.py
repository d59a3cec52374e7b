"""What is remembered of a document while it is read: the phrases that spoke in it, and the bodies named in it.

Only remembers. Whom a later phrase takes up again is chosen in `anaphora`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.mentions import Mention


class Spoken(NamedTuple):
    """A phrase that spoke: the noun that heads it, and who it was."""

    noun: str
    name: str
    type: str


@dataclass
class Memory:
    """The phrases that spoke so far, the last ones at the end, and the last organisation that has a name.

    `loose`: one that was only named, which a noun in small letters may take up where nobody else fits; `met`: the
    noun and the words of those whom a sentence brought up without a name.
    """

    spoken: list[Spoken] = field(default_factory=list)
    body: str = ""
    loose: str = ""
    firms: Counter[str] = field(default_factory=Counter)
    met: list[tuple[str, str]] = field(default_factory=list)

    @property
    def main(self) -> str:
        """Return the one firm or body that is named more than once so far, and most; an empty string if none is."""
        best = [*self.firms.most_common(2), ("", 0), ("", 0)]
        return best[0][0] if best[0][1] > max(best[1][1], 1) else ""

    def add(self, who: Who, via: Sequence[str], cast: Cast) -> None:
        """Take in who has spoken, and through whom."""
        if via and via[-1][:1].isupper() and not cast.named(via[-1]):
            self.body = via[-1]
        if not who.name or who.joint:
            return
        if who.noun and not cast.named(who.name):
            self.spoken = [*self.spoken[-15:], Spoken(who.noun, who.name, who.type)]
        if who.type == "organisation" and not who.noun and who.name[:1].isupper():
            self.body = who.name

    def led(self, line: Line, subject: Who | None, cast: Cast) -> None:
        """Take in the body that a sentence begins with, where its nouns alone are taken up: the F.B.I. … the bureau."""
        named = subject and subject.type == "organisation" and subject.name and subject.name[:1].isupper()
        sure = subject and (subject.institution or any(
            line.name_at[i].kind == "organisation" for i in range(subject.first, subject.last) if i in line.name_at))
        listed = cast.lexicon.speech.anaphors_only or (cast.lexicon.speech.pro_drop and sure)
        if subject and named and listed and (subject.institution or not subject.noun):
            self.body = subject.name or ""

    def learn(self, line: Line, number: int, cast: Cast) -> None:
        """Take in the bodies of a sentence that are named behind their noun: the chip maker Lumenta."""
        lexicon = cast.lexicon
        first, last = line.spans[number]
        for i in range(first, last) if lexicon.speech.bare_quotes or lexicon.speech.clause_starts else ():
            named = line.name_at.get(i)
            if named and line.quoted[i] < 0 and _may_be_firm(line, i, named, cast):
                self.firms[named.name] += 1
        for i in range(first, last - 1):
            if line.folded[i] not in lexicon.nouns.firsts:
                continue
            hit = lexicon.nouns.at(line.folded, i, last)
            at = hit[0] if hit else last
            if hit and hit[1] == "body" and at < last and line.gap[at] == " " and line.capital(at) and (
                    line.quoted[at] < 0 and lexicon.nouns.at(line.folded, at, last) is None
                    and line.folded[at] not in lexicon.determiners):  # fmt: skip
                mention = line.name_at.get(at)
                if mention is None or cast.person(mention) is None:
                    self.body = mention.name if mention else line.slice(at, at + 1)
        if not self.body and lexicon.speech.roles_recur:
            held = (line.name_at[i] for i in range(first, last) if i in line.name_at and line.quoted[i] < 0)
            several = (m for m in held if m.kind == "organisation" and " " in m.name)
            self.loose = next((m.name for m in several if lexicon.institutions.at(
                line.folded, line.word_at(m.start), last) is None), self.loose)  # fmt: skip


def _may_be_firm(line: Line, i: int, mention: Mention, cast: Cast) -> bool:
    """Return whether a name is neither a person's nor a place's, as far as what stands before it tells."""
    lexicon, person = cast.lexicon, cast.person(mention)
    long = bool(lexicon.speech.clause_starts) and " " in mention.name
    doubtful = long and not mention.title and person is not None and not (
        person.gender or person.offices or person.roles)  # fmt: skip
    if not doubtful and (mention.kind not in ("name", "organisation") or person is not None):
        return False
    governed = i > 0 and not line.breaks(i) and not long and (
        line.folded[i - 1] in lexicon.prepositions or line.low[i - 1] in lexicon.speech.articles_plural)  # fmt: skip
    return not governed and not lexicon.countries.at(line.folded, i, len(line.low)) and (
        lexicon.institutions.at(line.folded, i, len(line.low)) is None)  # fmt: skip
