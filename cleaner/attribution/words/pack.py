"""The words of attribution in one language, as its speech.yaml states them, and the tables made of them.

Owns the shape of speech.yaml; never looks at a document.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cleaner import language as packs
from cleaner.attribution.words.inflection import BASE as BASE
from cleaner.attribution.words.inflection import Lemmas, verb_forms
from cleaner.attribution.words.speech import Speech as Speech
from cleaner.attribution.words.speech import Words as Words
from cleaner.attribution.words.splitting import split, twins
from cleaner.attribution.words.tables import Table, WordSet
from cleaner.mentions import name_pack
from cleaner.text import fold_word

_TAILS = ("…", ">", "+")
"""What must follow a verb stands after one of these: within a few words, so too and part of what is said, at once."""


class Form(NamedTuple):
    """One written form of a verb: its words, class, slots, and what must follow within how many words.

    `keeps`: what must follow belongs to what is said, with all that stands before it: puts the cost at $2 million.
    """

    words: Words
    kind: str
    slots: frozenset[str]
    tails: tuple[Words, ...]
    reach: int
    lemma: str
    keeps: bool = False


class Lexicon(NamedTuple):
    """The tables of one language, ready for use. Sets and tables hold folded words, `forms` lower-case ones."""

    speech: Speech
    lemmas: Lemmas
    kept: frozenset[str]
    forms: dict[str, tuple[Form, ...]]
    several: Table
    framing: frozenset[str]
    nouns: Table
    plurals: Table
    institutions: Table
    countries: Table
    asides: Table
    catenatives: Table
    infinitive_leads: Table
    resuming_phrases: Table
    copulas: Table
    manners: Table
    these_words: Table
    declining: Table
    addressed: Table
    according: Table
    citing: Table
    after: Table
    behind: Table
    own: Table
    news: WordSet
    relative: Table
    quoted_by: Table
    voices: Table
    sourced: Table
    topic: Table
    joint: Table
    impersonal: Table
    exclude: Table
    feelings: WordSet
    determiners: WordSet
    definite: WordSet
    utterances: WordSet
    as_words: WordSet
    somewhere: WordSet
    places: WordSet
    place_words: Table
    again: Table
    interview_ends: Table
    own_words: WordSet
    same: WordSet
    afterthoughts: Table
    complements: Table
    quantities: Table
    somewhere_plural: WordSet
    moods: frozenset[str]
    anaphors: WordSet
    describing: WordSet
    kin: WordSet
    seats: dict[str, str]
    held: WordSet
    opposed: dict[str, tuple[str, int]]
    stands_for: dict[str, WordSet]
    covers: dict[str, WordSet]
    clients: WordSet
    epicene: WordSet
    anyone: WordSet
    sources: WordSet
    resuming: WordSet
    adverbs: WordSet
    claims: WordSet
    mouthpieces: WordSet
    issued: WordSet
    times: WordSet
    openers: WordSet
    clause_words: WordSet
    inner: WordSet
    linking: WordSet
    prepositions: WordSet
    negations: WordSet
    auxiliaries: WordSet
    passive: WordSet
    bars: WordSet
    clitics: WordSet
    relatives: WordSet
    conjunctions: WordSet
    counterparts: WordSet
    heads: WordSet
    own_bodies: WordSet
    hosts: WordSet
    sides: WordSet
    contrasts: WordSet
    past: WordSet
    office_endings: tuple[str, ...]
    latter: WordSet
    women: WordSet
    men: WordSet
    gendered: dict[str, str]
    as_for: Table
    name_bodies: WordSet
    stance: WordSet
    pronouns: dict[str, str]
    roles: dict[str, str]
    leading: frozenset[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]
    tag: str

    def has_feminine(self, noun: str) -> bool:
        """Return whether a noun has a form for women beside it that only adds to it: avocat, avocate."""
        added = self.speech.feminine_added
        return bool(added) and self.nouns.at([noun + added], 0, 1) is not None


@lru_cache
def lexicon(language: str) -> Lexicon | None:
    """Return the tables of a language (its full tag, else its first part), None where no speech.yaml is."""
    tags = packs.available()
    tag = language if language in tags else language.split("-")[0]
    if tag not in tags:
        return None
    speech = packs.section(tag, "speech", Speech)
    return compiled(speech, tag) if speech.verbs else None


def compiled(speech: Speech, tag: str) -> Lexicon:
    """Return the tables made of the words of a language."""
    lemmas = Lemmas()
    kept = twins(speech)
    nouns = _nouns(speech, lemmas, f"{tag}/speech.yaml", kept)

    def cut(phrase: str) -> Words:
        return tuple(lemmas.nominative.get(w, w) for w in split(phrase, kept))

    def table(phrases: Iterable[str], value: object = True) -> Table:
        return Table((cut(p), value) for p in phrases)

    def folded(words: Iterable[str]) -> WordSet:
        return WordSet(w for p in words for w in split(p, kept))

    def phrases(stated: Iterable[str]) -> WordSet:
        return WordSet(" ".join(split(w, kept)) for w in stated)

    names = name_pack(tag)
    countries: list[tuple[Words, object]] = [
        (split(word), (code, part))
        for part in ("adjectives", "countries", "capitals")
        for code, words in getattr(names, part).items()
        for word in words
    ]
    agree = set(speech.impersonal_agree)
    bodies = [(cut(w), name) for name, ws in speech.institutions.items() for w in ws]
    several = Table([(words, part) for part, rows in (("office", nouns + countries), ("body", bodies))
                     for words, _ in rows if len(words) > 1])  # fmt: skip
    frames = (speech.again, speech.according, speech.according_joined, speech.according_start, speech.according_after,
              speech.according_behind, speech.according_relative, speech.citing, speech.through, speech.quoted_by,
              speech.voices, speech.sourced, speech.passive_topic)  # fmt: skip
    framing = frozenset(cut(w)[0] for ws in (*frames, tuple(speech.according_own), speech.passive_stance) for w in ws)
    pronouns = {fold_word(w): kind for w, kind in speech.pronouns.items()}
    gendered = {fold_word(w): kind for w, kind in speech.gendered.items()} or pronouns
    leaders = {w for w, kind in nouns if kind == "leader"}
    return Lexicon(
        speech=speech,
        lemmas=lemmas,
        kept=kept,
        forms=_forms(speech, tag, lemmas),
        several=several,
        framing=framing,
        nouns=Table(nouns),
        plurals=Table((split(w, kept), kind) for w, kind in speech.plurals.items()),
        institutions=Table(bodies),
        countries=Table(countries),
        asides=table(speech.asides),
        catenatives=table(speech.catenatives),
        infinitive_leads=table(speech.infinitive_leads),
        resuming_phrases=table(speech.resuming_phrases),
        copulas=table(speech.copulas),
        manners=table(speech.manners),
        these_words=table(speech.these_words),
        declining=table(speech.declining),
        addressed=table(speech.addressed),
        according=table(speech.according),
        citing=table(speech.citing),
        after=table(speech.according_after),
        behind=table(speech.according_behind),
        own=Table((cut(p), kind) for p, kind in speech.according_own.items()),
        news=folded(speech.news),
        relative=table(speech.according_relative),
        quoted_by=table(speech.quoted_by),
        voices=table(speech.voices),
        sourced=table(speech.sourced),
        topic=table(speech.passive_topic),
        joint=table(speech.passive_joint),
        impersonal=Table((split(p), "agree" if p in agree else "say") for p in speech.impersonal),
        exclude=table(speech.exclude),
        feelings=folded(speech.feelings),
        determiners=folded(speech.determiners),
        definite=folded(speech.definite),
        utterances=folded(speech.utterances),
        as_words=folded(speech.as_words),
        somewhere=folded(speech.somewhere),
        places=folded(speech.places),
        place_words=table(speech.places),
        again=table(speech.again),
        interview_ends=table(speech.interview_ends),
        own_words=folded(speech.own_words),
        same=folded(speech.same),
        complements=table(speech.complements),
        quantities=table(speech.quantities),
        afterthoughts=Table([*((cut(p), False) for p in speech.afterthoughts),
                             *((cut(p), True) for p in speech.afterthoughts_at_once)]),
        somewhere_plural=folded(speech.somewhere_plural),
        moods=frozenset(w.lower() for w in speech.moods),
        anaphors=folded(speech.anaphors),
        describing=phrases(speech.describing),
        kin=phrases(speech.kin),
        seats={" ".join(split(w)): country for w, country in speech.seats.items()},
        held=folded(speech.held_anaphors),
        sources=folded(speech.sources),
        stands_for={fold_word(w): folded(ws) for w, ws in speech.stands_for.items()},
        covers={" ".join(split(w, kept)): phrases(ws) for row, ws in speech.covers.items() for w in row.split(",")},
        clients=folded(speech.clients),
        epicene=folded(speech.epicene),
        anyone=phrases(speech.anyone),
        opposed={w: (place, side) for place, row in speech.opposed.items() for side, words in enumerate(row.split("|"))
                 for word in words.split() for w in split(word, kept)},
        resuming=folded(speech.resuming),
        adverbs=folded(speech.adverbs),
        claims=folded(speech.claims),
        mouthpieces=folded(speech.mouthpieces),
        issued=folded(speech.issued),
        times=folded(speech.times),
        openers=folded(speech.openers),
        clause_words=folded(speech.clause_words),
        inner=folded(speech.inner_prepositions),
        linking=folded(speech.linking),
        prepositions=folded(speech.prepositions),
        negations=folded(speech.negations),
        auxiliaries=folded(speech.auxiliaries),
        passive=folded(speech.passive_auxiliaries),
        bars=folded(speech.bars),
        clitics=folded(speech.clitics),
        relatives=folded(speech.relatives),
        conjunctions=folded(speech.conjunctions),
        counterparts=phrases(speech.counterparts),
        heads=phrases(speech.heads),
        own_bodies=folded(speech.own_bodies),
        hosts=folded(speech.hosts),
        sides=folded(speech.sides),
        contrasts=folded(speech.contrasts),
        past=folded(speech.past),
        office_endings=_endings(speech),
        latter=folded(speech.latter),
        women=folded(speech.women_titles),
        men=folded(speech.men_titles),
        gendered={w: kind for w, kind in gendered.items() if kind in ("man", "woman")},
        as_for=table(speech.as_for),
        name_bodies=folded(speech.name_bodies),
        stance=folded(speech.passive_stance),
        pronouns=pronouns,
        roles={w: role for rs in (speech.roles, names.roles) for role, ws in rs.items() for w in phrases(ws)},
        leading=frozenset(role for role in names.roles if _leads(role, names.roles, leaders)),
        abbreviations=frozenset(w.lower() for w in (*speech.abbreviations, *names.abbreviations)),
        starters=frozenset(w.lower() for w in speech.starters),
        tag=tag,
    )


def _leads(role: str, roles: dict[str, Words], leaders: set[Words]) -> bool:
    """Return whether a role is that of a head of state or government: its nouns are among the leaders'."""
    return any(split(w) in leaders for w in roles[role])


def _endings(speech: Speech) -> Words:
    """Return the nouns that may end a compound noun for an office (Konferenzleiter), where nouns are written so."""
    words = (fold_word(w.partition("_")[0]) for kind in ("person", "leader") for w in speech.nouns.get(kind, ()))
    return tuple(w for w in words if speech.nouns_capitalised and len(w) > 4)


def _nouns(speech: Speech, lemmas: Lemmas, where: str, kept: frozenset[str]) -> list[tuple[Words, object]]:
    """Return the nouns of speakers with their kind; several of one are a group."""
    covering = [w.strip() for ws in speech.covers for w in ws.split(",")]
    stated: dict[Words, str] = {split(w, kept): "person" for w in covering}
    stated |= {
        split(lemmas.state(w, speech.noun_groups, speech.group_endings if kind == "group" else speech.noun_endings,
                           where), kept): kind
        for kind, ws in speech.nouns.items() for w in ws
    }  # fmt: skip
    heads = [words[-1] for words in stated if len(words) == 1 or speech.compounds]
    lemmas.settle(heads, speech.compounds, bool(speech.compounds))
    stated = {tuple(lemmas.nominative.get(w, w) for w in words) if len(words) > 1 else words: kind
              for words, kind in stated.items()}  # fmt: skip
    several: dict[Words, str] = {}
    for words, kind in stated.items():
        papers = kind == "document" and bool(speech.clause_starts)
        for ending in speech.plural_endings if papers or kind in ("person", "body", "leader") else ():
            plural = (*words[:-1], words[-1] + ending)
            if plural not in stated:
                several[plural] = "document" if papers else "group"
        if kind == "document" and len(words) == 1 and (plural := _papers(words[0], speech)) and plural not in stated:
            several[plural] = "document"
    return [*stated.items(), *several.items()]


def _papers(word: str, speech: Speech) -> Words:
    """Return several of a document, where a pack says how its nouns end then: acta, actas; verbale, verbali."""
    for pair in speech.document_plurals:
        ending, _, own = map(fold_word, pair.partition("/"))
        if word.endswith(ending):
            return (word[: len(word) - len(ending)] + own,)
    return ()


def _forms(speech: Speech, tag: str, lemmas: Lemmas) -> dict[str, tuple[Form, ...]]:
    found: dict[tuple[Words, str, tuple[Words, ...]], tuple[set[str], int, str, bool]] = {}
    for kind, rows in speech.verbs.items():
        for row in rows:
            at, mark = next(((row.index(m), m) for m in _TAILS if m in row), (len(row), ""))
            stated, tail = row[:at], row[at + 1 :]
            cut = [split(t) for t in tail.split("|")] if tail.strip() else []
            tails = tuple(tuple(lemmas.nominative.get(w, w) for w in words) for words in cut)
            prefix, parted, stem = stated.strip().rpartition("·")
            for slot, words in verb_forms(stem, speech.groups, f"{tag}/speech.yaml, verb {row!r}"):
                written: list[tuple[Words, tuple[Words, ...], int]] = [
                    (words, tails, speech.reach if mark and mark in "…>" else 0)
                ]
                if parted:
                    apart: tuple[Words, ...] = ((fold_word(prefix),),)
                    finite = slot in (BASE, "present", "past")
                    written = [((prefix + words[0], *words[1:]), *written[0][1:])]
                    written += [(words, apart, speech.reach)] if finite else []
                for said, follow, reach in written:
                    key = (said, kind, follow)
                    found.setdefault(key, (set(), reach, stated.strip(), mark == ">"))[0].add(slot)
    out: dict[str, list[Form]] = {}
    for (words, kind, tails), (slots, reach, lemma, keeps) in found.items():
        out.setdefault(words[0], []).append(Form(words, kind, frozenset(slots), tails, reach, lemma, keeps))
    order = list(speech.verbs)
    return {
        w: tuple(
            sorted(
                fs, key=lambda f: (not f.tails, -max(map(len, f.tails), default=0), -len(f.words), order.index(f.kind))
            )
        )
        for w, fs in out.items()
    }
