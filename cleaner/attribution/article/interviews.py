"""Who speaks in an interview of questions and answers, and in minutes whose paragraphs begin with a name and a stop.

Reads the layout of whole documents: many short questions to somebody, each with what that person answers behind it.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import Who, with_apposition

ANSWER: Final = "answer"
MIN_PAIRS: Final = 3
MAX_QUESTION: Final = 60
MAX_PLAIN: Final = 30
"""A question without its mark is no longer than so many words."""
MAX_LABEL: Final = 12
MAX_BYLINE: Final = 6
"""A paragraph of so few words that ends without a stop names who wrote the text."""
_MARK: Final = "**"
_DASHES: Final = ("—", "–", "―", "- ")


def answers(lines: list[Line], cast: Cast) -> dict[int, Who | None]:
    """Return who answers in which lines, nobody in the questions; empty for what is no interview."""
    if not cast.lexicon.speech.second_pronouns:
        return {}
    if lettered := _lettered(lines, cast):
        return lettered
    asked = {i for i, line in enumerate(lines) if line.role == "body" and _asks(line, cast)}
    pairs = [i for i in sorted(asked) if i + 1 < len(lines) and i + 1 not in asked and lines[i + 1].role == "body"]
    second = frozenset(cast.lexicon.speech.second_pronouns)
    direct = sum(any(w in second for w in lines[i].low) for i in asked)
    if len(pairs) < MIN_PAIRS or 2 * direct < len(asked):
        return _quoted_answers(lines, asked, cast)
    told = [i for i in range(pairs[0], len(lines)) if i not in asked and lines[i].role == "body" and lines[i].low]
    first = frozenset((*cast.lexicon.speech.first_pronouns, *cast.lexicon.speech.first_objects))
    if 2 * sum(lines[i].text.lstrip().startswith(_DASHES) for i in asked) > len(asked):
        told = [i for i in told if lines[i].text.lstrip().startswith(_DASHES)]
    own = sum(any(w in first for j, w in enumerate(lines[i].low) if lines[i].quoted[j] < 0) for i in told)
    name = _asked(lines[: pairs[0]], cast)
    if 3 * own < len(told) or name is None:
        return _quoted_answers(lines, asked, cast)
    out: dict[int, Who | None] = dict.fromkeys(asked)
    for i in told:
        line = lines[i]
        plain = [w for j, w in enumerate(line.low) if line.quoted[j] < 0]
        beside = i - 1 not in asked and line.outer and not any(w in first for w in plain)
        beside = beside or (i - 1 not in asked and _by_editor(line, cast))
        if not beside and cast.lexicon.interview_ends.at(line.folded, 0, len(line.low)) is None:
            out[i] = Who(0, 1, name, "person")
    return out


def _lettered(lines: list[Line], cast: Cast) -> dict[int, Who | None]:
    """Return who answers where questions and answers begin with a letter each: P. ¿Y ahora? R. Nada. Q: Why? A: No."""
    letters: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        head = line.text.lstrip()[:2]
        if line.role == "body" and len(line.low) > 1 and head[:1].isupper() and head[1:] in (".", ":"):
            letters.setdefault(head[0], []).append(i)
    both = [letter for letter, rows in letters.items() if len(rows) >= MIN_PAIRS]
    if len(both) != 2:
        return {}
    marks = {x: sum(lines[i].text.rstrip(' *»”"').endswith("?") for i in letters[x]) for x in both}
    asks, tells = sorted(both, key=lambda x: -marks[x])
    behind = sum(i + 1 in letters[tells] for i in letters[asks])
    name = _asked(lines[: letters[asks][0]], cast) if 2 * marks[asks] > len(letters[asks]) else None
    if name is None or 2 * behind < len(letters[asks]):
        return {}
    return {**dict.fromkeys(letters[asks]), **{i: Who(0, 1, name, "person") for i in letters[tells]}}


def _quoted_answers(lines: list[Line], asked: set[int], cast: Cast) -> dict[int, Who | None]:
    """Return who answers where the answers alone stand in marks, whole paragraphs of them, each behind a plain one."""
    if not cast.lexicon.speech.pro_drop:
        return {}
    whole = [i for i, line in enumerate(lines) if line.role == "body" and line.low and all(q >= 0 for q in line.quoted)]
    behind = [i for i in whole if i and lines[i - 1].role == "body" and i - 1 not in whole and (
        0 < len(lines[i - 1].low) <= MAX_QUESTION)]  # fmt: skip
    put = sum(i - 1 in asked or lines[i - 1].text.rstrip().endswith("?") for i in behind)
    if len(behind) < MIN_PAIRS + 1 or 3 * put < len(behind) or put < 2:
        return {}
    name = _asked(lines[: behind[0]], cast)
    return {i: Who(0, 1, name, "person") for i in whole if i >= behind[0]} if name else {}


def _by_editor(line: Line, cast: Cast) -> bool:
    """Return whether a paragraph tells what others say about the interview: in brackets, or with who was contacted."""
    return line.text.startswith("(") or any(
        w in cast.lexicon.speech.contacted for i, w in enumerate(line.low) if line.quoted[i] < 0)  # fmt: skip


def answer(line: Line, who: Who) -> Claim:
    """Return what a paragraph of an interview answers."""
    end = len(line.text.rstrip())
    start = line.start[0]
    return Claim(who, None, start, end, "statement", ANSWER, 0.75, [(start, end)])


def minuted(lines: list[Line], cast: Cast) -> dict[int, Claim]:
    """Return the claims of minutes: most paragraphs begin with a title, a name and a stop (M. le président. …)."""
    titles = frozenset((*cast.lexicon.speech.women_titles, *cast.lexicon.speech.men_titles))
    bodies = [i for i, line in enumerate(lines) if line.role == "body"]
    ends = {i: end for i in bodies if (end := _labelled(lines[i], titles))}
    if any(lines[i].text.startswith(_MARK) for i in ends):
        ends = {i: end for i, end in ends.items() if lines[i].text.startswith(_MARK)}
    if not cast.lexicon.speech.second_pronouns or len(ends) < MIN_PAIRS or 2 * len(ends) < len(bodies):
        return {}
    out: dict[int, Claim] = {}
    for i, end in ends.items():
        line = lines[i]
        cut = next((j for j in range(1, end) if line.gap[j] == "("), end)
        role = line.low[0] in titles and line.folded[1] in cast.lexicon.determiners
        who = with_apposition(line, int(role), cut, cast)
        if who is None or not who.name:
            who = Who(0, end, trimmed(line, 1, end), "person")
        last = len(line.text.rstrip())
        who = who._replace(hint="", pronoun="")
        said = (line.start[end], last)
        out[i] = Claim(
            who._replace(hint="", pronoun=""), None, line.start[0], last, "statement", "transcript", 0.85, [said]
        )
    return out


def _asks(line: Line, cast: Cast) -> bool:
    """Return whether a paragraph is a question to somebody, by its mark, its setting, or its words."""
    text = line.text.strip()
    count = len(line.low)
    if not count or count > MAX_QUESTION or _labelled(line, frozenset()):
        return False
    if text.startswith(_MARK) and text.endswith(_MARK):
        return True
    text = text.rstrip("*» \u00a0\u202f")
    if text.endswith("?"):
        return line.quoted[0] < 0 or line.quoted[0] != line.quoted[-1]
    plain = [w for i, w in enumerate(line.low) if line.quoted[i] < 0]
    speech = cast.lexicon.speech
    return count <= MAX_PLAIN and any(w in speech.second_pronouns for w in plain) and not any(
        w in speech.first_pronouns and w not in speech.second_pronouns for w in plain)  # fmt: skip


def _asked(lines: list[Line], cast: Cast) -> str | None:
    """Return the person whom the title and the introduction of an interview name most, the first of several."""
    counts: dict[str, int] = {}
    for line in lines:
        if line.role == "body" and len(line.low) <= MAX_BYLINE and line.text.rstrip()[-1:].isalnum():
            continue  # di Bianca Sorrentini
        for mention in line.names:
            if person := cast.person(mention):
                counts[person.name] = counts.get(person.name, 0) + (2 if line.role == "title" else 1)
    most = max(counts.values(), default=0)
    best = [name for name, count in counts.items() if count == most]
    return best[0] if len(best) == 1 or (best and cast.lexicon.speech.pro_drop) else None


def _labelled(line: Line, titles: frozenset[str]) -> int:
    """Return the word behind the label that a paragraph begins with: between marks, or a title, a name and a stop."""
    text = line.text
    if text.startswith(_MARK):
        close = text.find(_MARK, 2, 120)
        end = line.word_at(close) if close > 0 and not line.low[0][0].isdigit() else 0  # a time is nobody
        return end if 0 < end < len(line.low) and end <= MAX_LABEL else 0
    if not titles or len(line.low) < 3 or line.low[0] not in titles or not line.capital(0):
        return 0
    for i in range(2, min(MAX_LABEL, len(line.low))):
        gap = text[line.end[i - 1] : line.start[i]]
        if gap.strip().rstrip("–—- ").startswith(".") or gap.strip() in (").", ".)"):
            return i
        if line.low[i] in titles and len(line.low[i]) < 4:
            break
    return 0
