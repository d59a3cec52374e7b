"""Cues in a sentence: reporting verbs with their auxiliaries, and phrases such as "according to".

Owns the grammar of the verb group as far as words show it (auxiliary, passive, negation, inversion). Whether a cue
has a speaker is judged elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from cleaner.attribution.lines.line import APOSTROPHE, BREAKS, HYPHEN, Line
from cleaner.attribution.people import extent
from cleaner.attribution.sentence import auxiliaries
from cleaner.attribution.words.inflection import INFINITIVE
from cleaner.attribution.words.pack import BASE, Form, Lexicon, Words

MAX_GROUP: Final = 8
MAX_BRACKET: Final = 24
"""An auxiliary and its participle stand this many words apart at most, where a language parts them."""
_REFLEXIVE: Final = {"reflexive": "say", "reflexive_mark": "mark"}
FINITE: Final = frozenset({BASE, "present", "past"})


class Cue(NamedTuple):
    """One cue: words [first, last) show it, the verb group begins at `group`, what is said begins at `after`.

    `particle` is the word that ends a parted verb (teilte … mit), -1 if there is none. `kind` is the class of
    speech.yaml; `pronoun` the word of an inverted pronoun (dit-il), -1 if there is none.
    """

    first: int
    last: int
    group: int
    after: int
    kind: str
    gerund: bool
    negated: bool
    pronoun: int
    passive: bool
    lemma: str
    base: bool = False
    particle: int = -1
    marks: bool = False
    auxiliary: bool = True
    lead: bool = False


def find(line: Line, first: int, last: int, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield the verb cues among words [first, last), those inside quotations aside."""
    i = first
    while i < last:
        forms = lexicon.forms.get(line.low[i]) if line.quoted[i] < 0 else None
        noun = lexicon.speech.nouns_capitalised and line.capital(i) and i > first
        if forms and not noun and i not in line.covered and not _excluded(line, i, first, last, lexicon):
            cue = next((c for c in (_cue(line, i, f, first, last, lexicon) for f in forms) if c), None)
            if cue is not None:
                yield cue._replace(marks=any(f.kind == "mark" and not f.tails for f in forms))
                i = max(cue.last, i + 1)
                continue
        i += 1


def _preposition(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether a form is a preposition where it stands: contre l'avis du maire, but « Non », contre le maire."""
    if not lexicon.speech.subjects_stated or line.low[i] not in lexicon.speech.prepositions:
        return False
    return i == first or line.quoted[i - 1] < 0


def _excluded(line: Line, i: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a form begins or ends a phrase that says nothing, or is a noun: autrement dit, la denuncia."""
    exclude = lexicon.exclude
    if _preposition(line, i, first, lexicon):
        return True
    if exclude.at(line.folded, i, last) is not None or exclude.before(line.folded, i + 1, first) is not None:
        return True
    if line.low[i] not in lexicon.speech.noun_forms or i == first or line.breaks(i):
        return False
    before = line.folded[i - 1]
    return before in lexicon.determiners or (before in lexicon.prepositions and before not in lexicon.as_words)


def _cue(line: Line, i: int, form: Form, least: int, last: int, lexicon: Lexicon) -> Cue | None:
    end = i + len(form.words)
    if end > last or (len(form.words) > 1 and tuple(line.low[i:end]) != form.words):
        end = _around_adverb(line, i, last, form, lexicon)
        if not end:
            return None
    after = end
    particle = -1
    if form.tails:
        found = _tail(line, end, last, form, lexicon)
        if found is None:
            return None
        if form.reach and lexicon.speech.verb_second:
            particle = found - 1
        elif not form.keeps:
            after = found - (line.low[found - 1] in lexicon.speech.complementizers)
    group, auxiliary, passive, negated, pronoun = _group(line, i, least, form, lexicon)
    if group < 0:
        return None
    if lexicon.speech.verb_second and not auxiliary and form.slots & FINITE and _with_pronoun(line, end, last, lexicon):
        auxiliary = "reflexive"
    hung = end < last and line.gap[end] == HYPHEN and line.folded[end] in lexicon.speech.reflexive_clitics
    if not auxiliary and hung:
        auxiliary = "reflexive"
    pronoun = pronoun if pronoun >= 0 else _inverted(line, end, last, lexicon)
    nominal = form.slots & {BASE, "present"} or bool(lexicon.speech.clause_starts)
    if group == i and nominal and i > least and line.low[i - 1] in lexicon.speech.articles and not line.breaks(i):
        return None
    present = group == i and bool(lexicon.speech.clause_starts) and "present" in form.slots
    if present and (_owned(line, i, least, lexicon.speech.plural_endings) or _led_noun(line, i, least, last, lexicon)):
        return None
    reflexive = form.kind in _REFLEXIVE
    if form.kind == "quoted":
        if not passive and line.folded[end] not in {tail[0] for tail in form.tails}:
            return None  # somebody quotes another: Reuters quoted her as saying
        return Cue(i, end, group, after, "say", False, negated, -1, False, form.lemma)
    if reflexive != (auxiliary == "reflexive") and (reflexive or auxiliary == "reflexive") and form.kind != "refuse":
        return None
    finite = bool(form.slots & FINITE)
    if not auxiliary and not passive and lexicon.speech.far_subjects and _conjoined(line, i, least, lexicon, form):
        auxiliary = "active"
    if not auxiliary and not passive and not finite and "gerund" not in form.slots:
        return None
    if lexicon.speech.declensions:
        group = _with_adverbs(line, group, least, lexicon)
    shown = group if lexicon.speech.cue_with_auxiliary else i
    while shown < i and shown == group and line.folded[shown] in lexicon.negations:
        shown += 1
    gerund = (form.slots == {"gerund"} and not auxiliary) or auxiliary == "infinitive"
    if auxiliary == "infinitive":
        form = form._replace(kind="mark" if form.kind in ("say", "call", "act", "tell") else form.kind)
    agent = end < last and line.low[end] in lexicon.speech.passive_agent
    if passive and form.kind == "agree" and lexicon.speech.agree_with_be:
        passive = False
    by_verb = bool(auxiliary) or passive or not finite
    passive = passive or (agent and auxiliary != "active" and "participle" in form.slots)
    return Cue(shown, after if form.tails and not form.reach else (after if form.tails else end), group, after,
               _REFLEXIVE.get(form.kind, form.kind), gerund, negated, pronoun, passive, form.lemma,
               form.slots == {BASE} and not auxiliary and not negated, particle,
               auxiliary=by_verb, lead=auxiliary == "infinitive")  # fmt: skip


def _owned(line: Line, i: int, least: int, endings: Words) -> bool:
    """Return whether the mark of an owner stands before word i, which is a noun then: the readers' comments."""
    behind = line.text[line.end[i - 1] : line.start[i]] if i > least else ""
    several = behind in ("' ", "’ ") and line.quoted[i - 1] == line.quoted[i] and line.low[i - 1].endswith(endings)
    return several or (i - 1 > least and line.gap[i - 1] == APOSTROPHE and line.low[i - 1] in endings and behind == " ")


def _led_noun(line: Line, i: int, least: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a form is a noun that a preposition leads, an adjective between: in brief remarks on the lawn."""
    if i - 2 < least or line.breaks(i) or line.breaks(i - 1) or line.capital(i - 1):
        return False
    before = line.folded[i - 1]
    if before in lexicon.determiners or before in lexicon.pronouns or before in lexicon.speech.object_pronouns or (
            line.low[i - 1].endswith(lexicon.speech.plural_endings)):  # fmt: skip
        return False
    behind = i + 1 < last and line.folded[i + 1] in lexicon.linking and not line.breaks(i + 1)
    joins = lexicon.conjunctions | lexicon.prepositions
    if behind and (line.low[i - 1] in lexicon.speech.complementizers or before in joins):
        return True  # that reports of a rift
    led = line.folded[i - 2] in lexicon.prepositions and line.low[i - 2] not in lexicon.speech.bars
    return led and (i + 1 >= last or line.breaks(i + 1) or line.folded[i + 1] in lexicon.prepositions)


def _around_adverb(line: Line, i: int, last: int, form: Form, lexicon: Lexicon) -> int:
    """Return where a verb of several words with adverbs between them ends: fait simplement savoir; 0 if not."""
    if len(form.words) < 2 or not lexicon.speech.adverb_endings or line.low[i] != form.words[0]:
        return 0
    at = i + 1
    for word in form.words[1:]:
        over = 0
        while at < last and line.low[at] != word and over < 2 and not line.breaks(at) and (
            line.folded[at] in lexicon.adverbs or line.low[at].endswith(lexicon.speech.adverb_endings)
        ):
            at, over = at + 1, over + 1
        if at >= last or line.low[at] != word:
            return 0
        at += 1
    return at if at > i + len(form.words) else 0


def _conjoined(line: Line, i: int, least: int, lexicon: Lexicon, form: Form) -> bool:
    """Return whether a participle shares the auxiliary of one before a conjunction: a reconnu les faits et affirmé."""
    if (
        "participle" not in form.slots
        or form.kind in ("cite", "report", "label", "stance")
        or i - 1 <= least
        or line.folded[i - 1] not in lexicon.conjunctions
    ):
        return False
    for j in range(i - 2, max(least, i - MAX_BRACKET) - 1, -1):
        if line.gap[j + 1] in ";:." or line.low[j] in lexicon.speech.reflexive_auxiliaries:
            return False
        if line.quoted[j] < 0 and line.low[j] in lexicon.speech.auxiliaries:
            return True
    return False


def _tail(line: Line, end: int, last: int, form: Form, lexicon: Lexicon) -> int | None:
    """Return where what must follow the verb ends, None if it does not follow."""
    reach = form.reach or 3
    for at in range(end, min(last, end + reach + 1)):
        if (line.gap[at] in BREAKS if lexicon.speech.verb_second else line.breaks(at)) and at > end:
            return None
        for tail in form.tails:
            opens = bool(lexicon.speech.subjects_stated) and line.quoted[at - 1] < 0  # n'exclut pas « de partir »
            shown = line.quoted[at] < 0 or form.kind == "act" or opens
            if shown and tuple(line.folded[at : at + len(tail)]) == tail:
                stop = at + len(tail)
                parted = any(line.gap[j] == "." for j in range(at + 1, min(stop, last)))
                shut = lexicon.exclude.at(line.folded, at, last)
                if parted or (shut and line.quoted[shut[0] - 1] < 0):
                    continue
                if stop < last and line.folded[stop] in lexicon.adverbs and line.capital(stop):
                    continue
                return stop
        if not form.reach and line.folded[at] not in lexicon.adverbs:
            return None
    return None


def _group(line: Line, i: int, least: int, form: Form, lexicon: Lexicon) -> tuple[int, str, bool, bool, int]:
    """Return where the verb group starts, its auxiliary, passive, negated, the word of an inverted pronoun.

    The start is -1 where the form is no finite verb here.
    """
    speech = lexicon.speech
    at = i
    negated = passive = False
    pronoun = -1
    auxiliary = ""
    chained = False
    group = i
    while at > least and i - at < MAX_GROUP:
        before = line.folded[at - 1]
        if line.gap[at] == "," and not auxiliary and "participle" in form.slots:
            split = auxiliaries.before_aside(line, at, least, lexicon)
            if split is None:
                break
            auxiliary, group, at = "active", split, split
            continue
        if line.quoted[at - 1] != line.quoted[i] or (line.gap[at] in ",;:–(.\n"):
            break
        if speech.subjects_stated and extent.ends_part(line, at - 1, least, lexicon):
            break
        if before in lexicon.negations or before in speech.supports:
            negated = negated or before not in speech.supports
            group = at = at - 1
        elif (
            before in lexicon.passive
            and not auxiliary
            and "participle" in form.slots
            and not _reflexive(line, at - 1, least, lexicon)
        ):
            passive = True
            group = at = at - 1
        elif before in lexicon.passive and not auxiliary and "gerund" in form.slots:
            auxiliary = "progressive"
            group = at = at - 1
        elif before in lexicon.auxiliaries and not passive and ("participle" in form.slots or chained):
            auxiliary = "active"
            group = at = at - 1
            if line.folded[at - 1] in speech.reflexive_clitics and at > least and line.gap[at] == APOSTROPHE:
                auxiliary = "reflexive"
        elif (
            (before in speech.reflexive_auxiliaries or line.low[at - 1] in speech.reflexive_auxiliaries)
            and "participle" in form.slots
            and _reflexive(line, at - 1, least, lexicon)
        ):
            auxiliary = "reflexive"
            group = at = at - 2
        elif (
            before in lexicon.clitics
            and (line.gap[at] == APOSTROPHE or before in speech.clitics)
            and (auxiliary or at == i)
        ):
            if (
                before in speech.reflexive_clitics
                and not auxiliary
                and at == i
                and "participle" not in form.slots | set()
            ):
                auxiliary = "reflexive"
            if before in speech.reflexive_clitics and not auxiliary and at == i and form.slots & FINITE:
                auxiliary = "reflexive"
            if (
                before in lexicon.determiners
                and line.gap[at] != APOSTROPHE
                and not auxiliary
                and not _after_subject(line, at - 1, lexicon)
                and not (speech.pro_drop and at - 1 > least and line.quoted[at - 2] >= 0)
                and not (speech.subjects_stated and INFINITIVE in form.slots)
            ):
                break
            negated = negated or before in speech.negating_clitics
            group = at = at - 1
        elif (
            at - 1 > least and line.gap[at - 1] == HYPHEN and (before in lexicon.pronouns or before in speech.euphonic)
        ):
            pronoun = at - 1 if before in lexicon.pronouns else pronoun
            at -= 1
        elif (aside := lexicon.asides.before(line.folded, at, least)) is not None:
            at = aside
        elif (cut := lexicon.catenatives.before(line.folded, at, least)) is not None and not passive:
            auxiliary, chained = auxiliary or "active", bool(speech.subjects_stated)
            group = at = cut
        elif (
            at == i
            and INFINITIVE in form.slots
            and (lead := lexicon.infinitive_leads.before(line.folded, at, least)) is not None
        ):
            return lead, "infinitive", False, negated, -1
        elif before in lexicon.bars and not auxiliary and not passive and not _month(line, at - 1):
            return -1, "", False, False, -1
        elif before in lexicon.adverbs and not line.breaks(at):
            if line.capital(at - 1) and at - 1 in line.name_at:
                break
            at -= 1
        elif "participle" in form.slots and not auxiliary and _adverbial(line, at - 1, lexicon):
            at -= 1
        else:
            break
    if speech.subjects_stated and not auxiliary and not passive and "participle" in form.slots and (
            far := auxiliaries.parted(line, at, least, lexicon)) >= 0:  # fmt: skip
        return far, "active", False, negated, pronoun
    closing = i + 1 >= len(line.low) or line.gap[i + 1] in BREAKS
    bracket = form.slots == {"participle"} or (closing and "participle" in form.slots)
    if speech.verb_second and bracket and not auxiliary and not passive:
        far = next((j for j in range(i - 1, max(least, i - MAX_BRACKET) - 1, -1)
                    if line.folded[j] in lexicon.auxiliaries or line.gap[j] in BREAKS), i)  # fmt: skip
        if line.folded[far] in lexicon.auxiliaries and far < i and line.quoted[far] < 0:
            held = range(far + 1, i)
            reflexive = any(line.folded[j] in speech.reflexive_clitics for j in held)
            return far, "reflexive" if reflexive else "active", False, negated, -1
    barred = at > least and line.folded[at - 1] in lexicon.bars and not line.breaks(at) and not _month(line, at - 1)
    if barred and not auxiliary and not passive:
        return -1, "", False, False, -1
    return group, auxiliary, passive, negated, pronoun


def _with_adverbs(line: Line, group: int, least: int, lexicon: Lexicon) -> int:
    """Return where the adverbs begin that stand between a quotation and its verb: «…», — честно признал X."""
    at = group
    while at > least and group - at < 3 and not line.breaks(at) and not line.capital(at - 1) and (
            line.folded[at - 1] in lexicon.adverbs or line.low[at - 1].endswith(lexicon.speech.adverb_endings or "\n")):
        at -= 1
    return at if least < at < group and line.breaks(at) and line.quoted[at - 1] >= 0 else group


def _adverbial(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i, behind an auxiliary, ends as adverbs do: a seulement déclaré."""
    if i == 0 or not line.low[i].endswith(lexicon.speech.adverb_endings or "\n"):
        return False
    return line.folded[i - 1] in lexicon.auxiliaries | lexicon.negations | lexicon.adverbs and not line.breaks(i)


def _month(line: Line, i: int) -> bool:
    """Return whether a word that looks like an auxiliary is a name within running text: in May."""
    return line.role == "body" and line.capital(i) and i > 0 and not line.breaks(i)


def _reflexive(line: Line, i: int, least: int, lexicon: Lexicon) -> bool:
    """Return whether a reflexive pronoun stands before the auxiliary at word i (s'est, se sont)."""
    return i > least and line.folded[i - 1] in lexicon.speech.reflexive_clitics


def _after_subject(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i, an article or a pronoun in form, stands where only a pronoun can: after a noun."""
    return i > 0 and not line.breaks(i) and line.folded[i - 1] not in lexicon.prepositions


def _with_pronoun(line: Line, end: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a reflexive pronoun follows a verb that stands second: äußerte sich, sprach er sich aus."""
    for i in range(end, min(last, end + 4)):
        if line.breaks(i):
            return False
        if line.folded[i] in lexicon.speech.reflexive_clitics:
            return True
    return False


def _inverted(line: Line, end: int, last: int, lexicon: Lexicon) -> int:
    """Return the word of a pronoun hung on the verb by a hyphen (dit-il, explique-t-elle), -1 if there is none."""
    at = end
    if at < last and line.gap[at] == HYPHEN and line.low[at] in lexicon.speech.euphonic:
        at += 1
    return at if at < last and line.gap[at] == HYPHEN and line.folded[at] in lexicon.pronouns else -1
