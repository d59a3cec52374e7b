"""A verb of speech where it stands: its cue, the sentence around it, and what was attributed before it.

Holds what the steps of an attribution share, and how they answer. Decides nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import HEAD, LEAD_IN, Attribution
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.attribution.sentence import orders
from cleaner.attribution.sentence.orders import Order
from cleaner.attribution.sentence.placing import placed
from cleaner.attribution.words.pack import Lexicon


class Answer(NamedTuple):
    """What a step decides: an attribution, or None where the verb attributes nothing.

    A step that decides nothing returns no Answer, and the next one is asked.
    """

    found: Attribution | None


class Speaking(NamedTuple):
    """A verb of speech: its cue among words [first, last), sentence `number` of a line.

    `made` are the attributions before it in the sentence; the last of them ends at word `previous`.
    """

    line: Line
    number: int
    cue: Cue
    first: int
    last: int
    previous: int
    cast: Cast
    made: list[Attribution]

    @property
    def lexicon(self) -> Lexicon:
        """Return the words of the language."""
        return self.cast.lexicon

    @property
    def separate(self) -> bool:
        """Return whether a break parts the verb from what stands before it: “…”, said X; …, a dit X."""
        return self.cue.group == self.first or self.line.breaks(self.cue.group)

    def told(self, cue: Cue) -> Speaking:
        """Return the verb with its cue read in another way."""
        return self._replace(cue=cue)

    def placed(self, who: Who, place: str, rule: str) -> Attribution | None:
        """Return the verb with its speaker, None if the class of the cue does not allow him here."""
        return placed(self.line, self.number, who, self.cue, place, self.first, self.last, self.cast, rule)

    def carried(self, who: Who, begin: int) -> Attribution | None:
        """Return the verb with who spoke before it; its clause begins at word `begin`."""
        found = self.placed(who, HEAD, "carried")
        return found._replace(begin=begin) if found and found.rule != LEAD_IN else found

    def ordered(self, order: Order) -> Attribution | None:
        """Return the verb in an order other than subject and verb."""
        made = self.told(order.cue).placed(order.who, order.place, order.rule)
        if made is None or order.begin < 0:
            return made
        return made._replace(begin=order.begin, end=max(made.end, order.end) if order.rule == orders.AS else made.end)
