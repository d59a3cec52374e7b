"""Speakers that a headline names behind a dash or before a colon: … – Kremlin; Report: X told Y; Merz on Ukraine: “…”.

Owns the marks of a headline that stand for a verb of saying. Reads no text.
"""

from __future__ import annotations

from cleaner.attribution.cues.cue import wordless
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import HEAD, TAIL, Attribution
from cleaner.attribution.people import capitals, extent, phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import judge


def dashed(line: Line, first: int, last: int, cast: Cast, made: list[Attribution]) -> list[Attribution]:
    """Return the speaker a headline names behind a dash, or before a colon."""
    lexicon = cast.lexicon
    out: list[Attribution] = []
    tailed = any(a.place == TAIL for a in made)
    for i in range(last - 1, max(first, last - 8), -1):
        if line.gap[i] == "–" and line.quoted[i] < 0:
            who = judge(line, i, last, cast)
            if lexicon.speech.nouns_capitalised and capitals.interrupted(line, i, last, lexicon):
                who = None
            if tailed and any(i < a.end for a in made if a.place == TAIL):
                break
            if who and (
                who.institution
                or (who.type in ("person", "group", "document", "organisation") and who.name and not made)
            ):
                cue = wordless(i, last)
                out.append(Attribution(who, cue, TAIL, i, last, "headline-dash", 0.85, "statement"))
            break
    if tailed:
        return out
    for i in range(max(first + 1, last - 12), last):
        behind = line.gap[i] in ":–" and line.quoted[i - 1] >= 0 and line.quoted[i] < 0 and not made and not out
        if (
            behind
            and lexicon.speech.verb_endings
            and (who := phrases.after(line, i, max(extent.core(line, i, last, cast), i + 1), cast))
            and who.name
        ):
            cue = wordless(i, who.last)
            return [Attribution(who, cue, TAIL, i, last, "headline-dash", 0.8, "statement")]
    if (spoke := _on_something(line, first, last, cast, made)) is not None:
        return [*out, spoke]
    outset = first
    for i in range(first + 1, min(last, first + 14)):
        if line.gap[i] == ":":
            first = outset
            who = judge(line, first, i, cast)
            person = cast.named(who.name) if who and who.name else None
            speaks = who and who.institution and not made and not lexicon.speech.colon_topics
            introduced = person and person.first[0] != line.number and not lexicon.speech.colon_topics
            known = bool(speaks or (person and (person.roles or introduced)))
            taken = any(a.begin < i for a in made)
            topics = lexicon.speech.colon_topics
            several = who is not None and who.type == "group" and bool(who.name)
            known = known or (bool(lexicon.speech.strangers) and not topics and several)
            named = who and who.name and (not topics or who.type != "organisation" or who.institution)
            known = known or bool(made and who and who.name and who.type in ("organisation", "group", "document")
                                  and (who.institution or who.noun or lexicon.nouns.at(line.folded, first, i))
                                  and not topics)  # fmt: skip
            if who and not taken and (known or (out and who.name) or (line.quoted[i] >= 0 and named)):
                cue = wordless(first, i)
                out.append(Attribution(who, cue, HEAD, first, i, "colon", 0.9, "statement"))
            break
        if line.breaks(i):
            if not lexicon.speech.strangers or line.gap[i] not in ",.–":
                break
            outset = i
    return out


def _on_something(line: Line, first: int, last: int, cast: Cast, made: list[Attribution]) -> Attribution | None:
    """Return the person whom a headline quotes on something: Merz zur Ukraine: „…“; Jane Doe — о поражении: «…»."""
    prepositions = cast.lexicon.prepositions - cast.lexicon.determiners
    colon = next((i for i in range(first + 2, min(last, first + 14)) if line.gap[i] == ":" and line.quoted[i] >= 0), 0)
    cut = next((i for i in range(first + 1, colon) if line.gap[i] == "–" or line.folded[i] in prepositions), 0)
    who = judge(line, first, cut, cast) if cut and not any(a.begin < colon for a in made) else None
    if who is None or who.type != "person" or not who.name or cast.named(who.name) is None:
        return None
    cue = wordless(first, colon)
    return Attribution(who, cue, HEAD, first, colon, "colon", 0.85, "statement")
