"""How much a change makes a text more like text, in the languages of its own context. Judges; proposes nothing.

In nats: a gain of 5 says that the text as changed is 150 times as likely.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SWITCH: Final = 5.0
"""What it costs that a piece is in another language than what stands around it."""


@lru_cache(maxsize=1)
def _costs() -> Any:
    from cleaner.charmodel import model

    return model().costs


@lru_cache(maxsize=512)
def costs(text: str) -> NDArray[np.int64]:
    """Return how unlikely a piece is in each language, in steps of the model."""
    found: NDArray[np.int64] = _costs()(text)
    return found


def cost(piece: str, context: str = "") -> float:
    """Return how unlikely a piece is beside its context, in nats: the language is one for both, or changes once."""
    from cleaner.charmodel import STEP

    own = costs(piece)
    if not context:
        return float(own.min()) / STEP
    around = costs(context)
    least = around.min()
    return min(float((own + around - least).min()) / STEP, float(own.min()) / STEP + _SWITCH)


def within(piece: str, context: str) -> float:
    """Return how unlikely a piece is in the language of its context, in nats."""
    from cleaner.charmodel import STEP

    around = costs(context)
    return float((costs(piece) + around - around.min()).min()) / STEP


def gain(before: str, after: str, context: str = "") -> float:
    """Return by how much a piece gets more likely by being changed.

    >>> gain("Ã©tÃ©", "été", "Le ministre a parlé.") > 10 > 0 > gain("été", "Ã©tÃ©", "Le ministre a parlé.")
    True
    """
    return cost(before, context) - cost(after, context)


def obscure(text: str) -> int:
    """Return how many letters and marks of a text no language of the model writes.

    >>> obscure("Łódź"), obscure("\u0279\u1d34")
    (0, 2)
    """
    from cleaner.charmodel import model

    written = model().written
    asked = (c for c in text if unicodedata.category(c)[0] in "LM" and not "\u0300" <= c <= "\u036f")
    return sum(c == "\u017f" or not written(c) for c in asked)


def alphabets(text: str) -> int:
    """Return how many alphabets the letters of a text are of.

    >>> alphabets("Путин, Πέτρος")
    2
    """
    return len({unicodedata.name(c, "").partition(" ")[0] for c in text if c.isalpha()})


def oddest(piece: str, context: str = "") -> float:
    """Return the cost of the two least likely neighbouring steps of a piece, in the language that fits it best.

    >>> oddest("président déclaré") < 12 < oddest("prâsident dâclarâ")
    True
    """
    from cleaner.charmodel import STEP, model

    own = costs(piece)
    language = int((own + costs(context) if context else own).argmin())
    steps = model().steps(piece, language)
    return float((steps[:-1] + steps[1:]).max()) / STEP
