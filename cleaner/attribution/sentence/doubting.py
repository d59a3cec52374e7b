"""Verbs of saying that tell nothing where a thing does them: PostgreSQL offers tools; it minimizes delays; tests show.

Owns what speaks against a cue whose speaker is not sure to be one who speaks, and where nothing shows that something
is said. A language asks for it by the verbs it states in `things_do`.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues.conjunction import bare
from cleaner.attribution.cues.cue import among
from cleaner.attribution.lines.line import HYPHEN, Line
from cleaner.attribution.nesting.found import HEAD, TAIL
from cleaner.attribution.people.able import NAMED, SURE, THING, mute
from cleaner.attribution.people.judging import AGAIN
from cleaner.attribution.sentence.setting import Setting
from cleaner.attribution.speaker import subjects

_CLOSING: Final = "»”“’"
MAX_TITLED: Final = 4
"""An article and a noun before the words in marks that belong to them are so many words at most."""
MAX_TOLD: Final = 3
"""An infinitive stands so many words behind its verb at most: предлагает всем жителям прийти."""


def things_do(here: Setting) -> bool:
    """Return whether a verb tells nothing here, for things do it too: Zig emphasizes speed; a file explained above."""
    if here.place != HEAD or here.cue.kind == "refuse":
        return False
    if _joined_deed(here):
        return True
    if said(here):
        return False
    return _done_by_one(here) if here.able == SURE else _done_by_thing(here)


def _joined_deed(here: Setting) -> bool:
    """Return whether a conjunction joins a deed, and no clause follows at once: planning and explaining of it."""
    line, cue, joins = here.line, here.cue, here.lexicon.conjunctions | set(here.speech.sibling_words)
    if not (cue.gerund and here.rule == "carried" and line.folded[cue.group - 1] in joins):
        return False
    led = cue.last < here.last and line.folded[cue.last] in here.lexicon.prepositions
    return led or not said(here)


def _done_by_one(here: Setting) -> bool:
    """Return whether one who surely speaks says nothing: the site tells us a lot; X worked on, revealing new depths."""
    if here.who.type == "document" and here.cue.kind == "tell":
        return True
    if here.rule == "carried" and here.cue.kind == "mark" and here.cue.negated:
        return True
    speech, lemma = here.speech, here.cue.lemma
    if here.rule == "carried" and speech.pro_drop and here.who.type != "person" and among(lemma, speech.things_do) and (
            not _past(here)):  # fmt: skip
        return True  # X presenta Lumo, que ofrece datos y garantiza el ahorro
    shows = among(lemma, speech.things_do) and among(lemma, speech.things_show) and here.cue.kind != "tell"
    return shows and here.rule == "carried" and here.cue.gerund


def _done_by_thing(here: Setting) -> bool:
    """Return whether a name or a thing says nothing: Zig emphasizes speed; a file explained above.

    What a name or “it” did in the past, with an object, it said: they asked her; it had urged X to stop.
    """
    cue = here.cue
    if _plain(here):
        return cue.kind == "tell" and not cue.auxiliary and not _object_follows(here)
    if cue.kind == "mark" and not (cue.negated and _told_before(here)):
        return True
    named = here.able == NAMED or here.who.pronoun != ""
    told = here.speech.free_order and _past(here)  # pidieron en un comunicado más plazo
    if not named or not (cue.auxiliary or _object_follows(here) or told):
        return True
    return not _past(here) and (among(cue.lemma, here.speech.things_do) or here.able == THING)


def things_show(here: Setting) -> bool:
    """Return whether a thing is evidence for what the clause behind the verb tells: the graph shows that sales fell."""
    if here.place != HEAD or not among(here.cue.lemma, here.speech.things_show) or here.who.pronoun:
        return False
    if (_past(here) and _plain(here)) or (_quotes_at_once(here) and said(here)):
        return False
    return here.able == THING or (here.able == NAMED and here.cue.gerund)


def subjectless(here: Setting) -> bool:
    """Return whether a verb that things do has no subject, and nothing is said: …, destaca por su sencillez; Pide sal.

    What was done somebody did who was told of: Pidió más plazo.
    """
    line, cue = here.line, here.cue
    if here.rule != "no-subject" or not here.speech.things_do:
        return False
    if here.place == TAIL and _titled(here):
        return True
    if _past(here) or said(here):
        return False
    if here.place == HEAD:
        return among(cue.lemma, here.speech.things_do)
    on = cue.last < here.last and not line.breaks(cue.last)
    told = here.line.low[cue.group - 1] in here.speech.first_objects  # …, nos cuentan en el portón
    return on and not told and line.quoted[cue.group - 1] < 0


def replies_on(here: Setting) -> bool:
    """Return whether somebody answers, and nothing tells what: responde al interés, con otro himno."""
    line, cue = here.line, here.cue
    if here.place != HEAD or here.cue.negated or line.low[cue.last - 1] not in here.speech.replies or said(here):
        return False
    led = cue.last < here.last and not line.breaks(cue.last) and line.folded[cue.last] in here.lexicon.prepositions
    return led and not here.quoted


def _titled(here: Setting) -> bool:
    """Return whether words in marks before a verb belong to its subject: el botón «Aceptar» confirma la compra."""
    line, at, lexicon = here.line, here.cue.group, here.lexicon
    if line.quoted[at - 1] < 0 or closed(line, at):
        return False
    start = next((i + 1 for i in range(at - 1, here.first - 1, -1) if line.quoted[i] < 0), here.first)
    opens = next((i for i in range(start - 1, here.first, -1) if line.breaks(i)), here.first)
    while opens < start and line.folded[opens] in lexicon.openers and line.folded[opens] not in lexicon.determiners:
        opens += 1
    verbal = lexicon.auxiliaries | lexicon.passive
    return 1 < start - opens <= MAX_TITLED and line.folded[opens] in lexicon.determiners and not any(
        line.folded[i] in verbal or (line.low[i] in lexicon.forms and line.low[i] not in here.speech.noun_forms)
        for i in range(opens, start))  # fmt: skip


def stands_nowhere(here: Setting) -> bool:
    """Return whether words that stand nowhere are not told either: Hier heißt es abwarten; заявлен новый режим."""
    if here.rule != "stands" or here.place != HEAD or not (here.who.pronoun == AGAIN or here.speech.therein):
        return False
    tells = here.end < here.last and here.line.gap[here.end] in ",:"
    return not (tells or here.that or here.quoted)


def dropped(here: Setting) -> bool:
    """Return whether a verb without a subject has one that is nobody, or a name in marks: Это говорит о; «A» указывает.

    Words that somebody says end with a mark: «…», – говорит.
    """
    line, at = here.line, here.cue.group
    if here.rule != "no-subject" or not at:
        return False
    if here.place == TAIL and line.quoted[at - 1] >= 0:
        between = line.text[line.end[at - 1] - 1 : line.start[at]]
        return any(c in _CLOSING for c in between) and not any(c in ",!?.…" for c in between)
    return at - 1 == here.first and here.lexicon.pronouns.get(line.folded[at - 1]) == "nobody"


def goods(here: Setting) -> bool:
    """Return whether a body or a paper does by its words what it deals in: the bank offers loans; the leaf names one.

    What it tells in a clause, in words or by an infinitive, it says; so does whoever did it in the past.
    """
    line, cue, lexicon = here.line, here.cue, here.lexicon
    if here.place != HEAD or not among(cue.lemma, here.speech.bodies_do) or _past(here) or said(here):
        return False
    if here.who.type == "person" or here.who.pronoun or here.able != SURE:
        return False
    near = (line.low[i] for i in range(cue.last, min(here.last, cue.last + MAX_TOLD)))
    return not any(word.endswith(here.speech.infinitive_endings) and word not in lexicon.determiners for word in near)


def device(here: Setting) -> bool:
    """Return whether a machine or a program says words of its makers, or a sign does: Das Display meldet „Bereit“.

    Where nouns hang together, the noun may end a longer one: die Waschmaschine.
    """
    devices, line, who = here.speech.devices, here.line, here.who
    if not devices or who.pronoun or who.type == "person" or here.rule == "stands":
        return False
    if here.able == SURE and who.type != "document":
        return False
    words = line.low[who.first : who.last]
    words = words if here.speech.nouns_capitalised else words[:2]
    tied = bool(here.speech.compounds)
    return any(word in devices or (tied and word.endswith(devices)) for word in words)


def _quotes_at_once(here: Setting) -> bool:
    """Return whether a quotation stands right behind the verb: un panneau indique « Fermé »."""
    return here.cue.last < here.last and here.line.quoted[here.cue.last] >= 0


def hypothetical(here: Setting) -> bool:
    """Return whether somebody says it only in some case, or to anybody: if they say so; airlines tell you to call."""
    line, who, cue, speech = here.line, here.who, here.cue, here.speech
    if here.place != HEAD or here.quoted:
        return False
    at = who.first
    while at and not line.breaks(at) and line.folded[at - 1] in here.lexicon.determiners:
        at -= 1
    before = line.low[at - 1] if at and not line.breaks(at) else ""
    anybody = cue.kind in ("tell", "call") and cue.last < here.last and line.low[cue.last] in speech.anybody
    return anybody or (before in speech.hypothetical and line.gap[at - 1] != HYPHEN)  # foi-se o homem que


def aside(here: Setting) -> bool:
    """Return whether a clause behind a comma attributes nothing, for nobody surely speaks: For teams, X offers."""
    line, start = here.line, here.who.first
    if here.speech.free_order and here.place == TAIL and here.rule == "subject-verb" and here.able == THING:
        return True  # En «Seguridad», el programa propone una clave
    if here.place != TAIL or here.rule != "subject-verb" or line.quoted[start - 1] >= 0 or _plain(here) or here.that:
        return False
    if here.cue.kind == "mark" and here.who.pronoun in ("man", "woman") and here.speech.gendered_things:
        return True  # le balai accroche, il grogne
    light = here.lexicon.openers | here.lexicon.adverbs | here.lexicon.conjunctions
    if all(line.folded[i] in light for i in range(here.first, start)):
        return True  # Also, the cup has concluded
    return here.able != SURE and not _past(here)


def object_behind(here: Setting) -> bool:
    """Return whether what stands behind a verb is its object, not who says it: …, ask experts; “KB” refers to a knob.

    Behind what somebody says, and where one who surely speaks follows a verb that is no plain form, he says it. Where a
    subject may always follow its verb, only a thing is none: …, precisa el documento. Where any verb of saying turns
    round, and not the `plain` ones alone, what stands behind it says it too.
    """
    line, cue = here.line, here.cue
    if here.place != TAIL or here.rule != "inverted" or _plain(here):
        return False
    if here.speech.free_order and here.speech.pro_drop:
        thing = here.able == THING and not (here.who.last < here.last and line.gap[here.who.last] == ",")
        return _titled(here) or (line.quoted[cue.group - 1] < 0 and (thing or _bare(here)))  # …, explica a química, …
    turned = bool(here.speech.verb_second or here.speech.free_order)
    if line.quoted[cue.group - 1] >= 0:
        return not closed(line, cue.group) and not (turned and here.able == SURE)
    if turned:
        return False  # …, betont X: where the verb goes first, its subject follows it
    noun = line.low[cue.last - 1] in here.speech.homographs or line.capital(cue.first)
    return bool(here.speech.plain) and (cue.base or noun or here.able != SURE)


def _bare(here: Setting) -> bool:
    """Return whether what stands behind a verb is one plain word without an article: …, parla abruzzese."""
    line, who = here.line, here.who
    plain = who.last - who.first == 1 and not who.pronoun and who.type == "person" and not line.capital(who.first)
    return plain and line.role == "body" and line.folded[who.first - 1] not in here.lexicon.determiners


def said(here: Setting) -> bool:
    """Return whether a clause or a quotation behind the verb shows that something is said.

    It must follow at once where nobody surely speaks: it promises a “true French” evening; a version specified by X.
    """
    line, cue, last, lexicon = here.line, here.cue, here.last, here.lexicon
    if here.able != SURE and cue.last < last and line.low[cue.last] in here.speech.passive_agent:
        return False
    owns = cue.last < last and line.low[cue.last] in here.speech.said_infinitives and not line.breaks(cue.last)
    if here.that or here.colon or owns or bare(line, here.end, last, lexicon) or _reported(here):
        return _plain(here) or not _labels(here)  # The reason summarized: Fewer functions
    if here.quoted and (led := _past_preposition(here)) >= 0 and led < last and line.quoted[led] >= 0:
        return True
    if _urges(here):
        return True
    near = here.quoted and subjects.near_quote(line, cue.last, last, lexicon)
    if not near or cue.kind == "label":
        return near
    quote = next(i for i in range(cue.last, last) if line.quoted[i] >= 0)
    if here.able == SURE:
        return not (line.gap[quote] == "(" and here.who.pronoun)  # elle vous félicite (« Bravo ! »)
    at_once = quote in (cue.last, here.end) and not mute(line, here.who, lexicon)  # la caja dice «silenciosa»
    return at_once or line.gap[quote] in ",:"


def _labels(here: Setting) -> bool:
    """Return whether a colon behind a thing or a name only opens what it is a label of: The reason summarized: Fewer.

    Not where nouns have cases, and verbs of saying stand before a colon by themselves.
    """
    line, who, cue = here.line, here.who, here.cue
    if not here.colon or who.pronoun or here.lexicon.lemmas.nominative or here.speech.nouns_capitalised:
        return False
    outside = line.quoted[here.end] < 0
    named = here.able == NAMED and line.gap[cue.last] != ":" and cue.last < here.end and outside
    return named or (here.able == THING and (outside or mute(line, who, here.lexicon)))


def _urges(here: Setting) -> bool:
    """Return whether a name urges to do something: la OCU recomienda guardar, Altroconsumo raccomanda di conservare."""
    line, cue, at = here.line, here.cue, here.cue.last
    if here.able != NAMED or here.who.pronoun or cue.kind != "call":
        return False
    if at < here.last and line.folded[at] in here.lexicon.prepositions:
        at += 1
    return at < here.last and not line.breaks(at) and line.low[at].endswith(here.speech.infinitive_endings or "\n")


def _reported(here: Setting) -> bool:
    """Return whether a clause in the mood of reported speech stands behind a comma, or who is cited behind the verb.

    Meint, es sei die Pumpe; berichtet unter Berufung auf X, die Maut komme.
    """
    line, last, lexicon = here.line, here.last, here.lexicon
    if not here.speech.verb_second:
        return False
    comma = next((i for i in range(here.cue.last, last) if line.gap[i] == ","), last)
    cites = any(lexicon.citing.at(line.folded, i, last) for i in range(here.cue.last, comma))
    return comma < last and (cites or any(line.low[i] in lexicon.moods for i in range(comma, last)))


def _past_preposition(here: Setting) -> int:
    """Return the word behind a preposition and its articles that words in marks follow: spricht von einem „Eigentor“.

    Only where nouns have cases, whose adjectives stand in the marks too.
    """
    line, at, lexicon = here.line, here.cue.last, here.lexicon
    while at < here.last and line.folded[at] in lexicon.adverbs:
        at += 1
    if not lexicon.lemmas.nominative or at >= here.last or line.folded[at] not in lexicon.prepositions:
        return -1
    while at < here.last and line.folded[at] in lexicon.prepositions | lexicon.determiners:
        at += 1
    return at


def unless_person(here: Setting) -> bool:
    """Return whether nobody speaks unless a pronoun of things and people means a person: elle propose un menu."""
    if not here.speech.gendered_things or here.who.pronoun not in ("man", "woman") or here.place != HEAD:
        return False
    doubted = here.cue.lemma in here.speech.things_do and here.cue.kind != "refuse"
    return doubted and not (_past(here) or said(here))


def closed(line: Line, at: int) -> bool:
    """Return whether the quotation before word `at` ends with a mark, inside or out, as words do that somebody says."""
    return any(c in ",!?.…—–-" for c in line.text[line.end[at - 1] : line.start[at]])


def _plain(here: Setting) -> bool:
    """Return whether a verb can only be one of saying: said, told."""
    return here.line.low[here.cue.last - 1] in here.speech.plain


def _past(here: Setting) -> bool:
    """Return whether a verb tells what was done: asked, had asked, a demandé; or by a participle of its own."""
    forms = here.lexicon.forms.get(here.line.low[here.cue.first], ())
    done = here.cue.auxiliary and here.speech.free_order
    return _begins_with_auxiliary(here) or any(
        "past" in form.slots or (done and "participle" in form.slots) for form in forms)  # fmt: skip


def _begins_with_auxiliary(here: Setting) -> bool:
    """Return whether an auxiliary counts as a part of the cue, and begins it: a demandé."""
    return here.cue.last - here.cue.first > 1 and here.line.folded[here.cue.first] in here.lexicon.auxiliaries


def _told_before(here: Setting) -> bool:
    """Return whether the words before a verb tell of what lies behind: did not respond, has not answered."""
    past = here.lexicon.auxiliaries | set(here.speech.strong_pasts)
    return any(here.line.folded[i] in past for i in range(here.cue.group, here.cue.first))


def _object_follows(here: Setting) -> bool:
    """Return whether what stands right behind the verb may be its object: no preposition, no conjunction, no break.

    A verb of several words has one in it (pediu desculpas), and so has one behind a pronoun (Orwell o dizia). A subject
    that stands there is none: Darin fordert X mehr Geld.
    """
    line, cue, lexicon = here.line, here.cue, here.lexicon
    several = cue.last - cue.first > 1 and not _begins_with_auxiliary(here)
    if several or line.low[cue.group] in here.speech.clitics:
        return True
    at = here.who.last if here.who.first == cue.last else cue.last
    if at >= here.last or line.breaks(at):
        return False
    if line.low[at] in here.speech.addressee_linking:
        return True
    shut = lexicon.prepositions | lexicon.conjunctions | lexicon.auxiliaries | lexicon.passive | lexicon.bars
    return line.folded[at] not in shut - lexicon.determiners


REASONS = (things_do, things_show, subjectless, replies_on, hypothetical, aside, object_behind, stands_nowhere, dropped,
           goods, device)  # fmt: skip
"""What speaks against a cue for what its speaker is."""
