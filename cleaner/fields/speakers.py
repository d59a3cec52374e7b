"""Who said what in the article: statements with speaker, cue, content and channel, and the list of speakers.

Reads the title and the article's text, nothing that was removed. A language without speech.yaml is not assessed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Set

from cleaner import names
from cleaner.attribution.article import reading
from cleaner.attribution.lines import line as reading_lines
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people import declining, enrolling
from cleaner.attribution.people.cast import Cast, Known
from cleaner.attribution.people.judging import span
from cleaner.attribution.voice.scene import ELSEWHERE, Scene
from cleaner.attribution.words import pack
from cleaner.attribution.words.pack import Lexicon
from cleaner.config import Config
from cleaner.document import Document
from cleaner.fields.found import Found, Note
from cleaner.mentions import name_words
from cleaner.tables.rows import Article, Evidence, Span, Statement
from cleaner.text import fold

_CREDITS = ("byline", "agency_credit", "dateline")
_WORDLESS = ("preformatted", "table_cell")
_SPEECH = ("statement", "headline_statement", "topic_raised")


def find(document: Document, config: Config, article: Article) -> tuple[Found[tuple[str, ...]], list[Statement]]:
    """Return the speakers of a document, and its statements in the order of the source.

    `article` gives the title, the date, the publisher and the agencies as far as they are known. The statements'
    `article_id` is left empty.
    """
    lexicon = pack.lexicon(document.language)
    if lexicon is None:
        note = Note("speakers_not_assessed", f"no words of speech for language {document.language}", None, 1.0)
        return Found((), "not_assessed", notes=[note]), []
    lines, cast = _staged(document, lexicon, article)
    result = reading.read(lines, cast)
    result.add_voice(lines, cast)
    source = _text_agency(document, article)
    statements = [_statement(document, line, claim, cast, source) for line, claim in result.claims]
    statements = [s for s in statements if s.text]
    ambiguous = _linked(statements, document.language, (article.published or "")[:10])
    statements.sort(key=lambda s: (s.source_start, s.source_end, s.statement_id))
    repeats = {claim.who.name for line, claim in result.claims if line.role == "title" and _bare_role(claim, cast)}
    found = _found(statements, repeats)
    found.notes = _notes(document, result, statements) + ambiguous
    return found, statements


def scene(document: Document, article: Article, lexicon: pack.Lexicon) -> Scene:
    """Return what the voice is asked about a document that is read with the words of a lexicon."""
    lines, cast = _staged(document, lexicon, article)
    return Scene(lines, reading.read(lines, cast).claims, cast)


def _staged(document: Document, lexicon: Lexicon, article: Article) -> tuple[list[Line], Cast]:
    lines = _lines(document, lexicon, article.title)
    return lines, enrolling.build(lines, lexicon, _Listed(document.language, article.published or ""))


def _lines(document: Document, lexicon: Lexicon, headline: str | None) -> list[Line]:
    """Return the title and the blocks of the text as lines, the names in them found.

    A title block whose text is not the record's title is left out: no span could point into that column.
    """
    numbered = []
    title = document.title_block
    if title is not None and headline and document.blocks[title].text == headline:
        numbered.append((title, "title"))
    numbered += [(n, "subheading" if document.blocks[n].label == "subheading" else "body") for n in _prose(document)]
    lines = []
    for i, (number, role) in enumerate(numbered):
        text = document.blocks[number].text
        following = document.blocks[numbered[i + 1][0]].text[:1] if i + 1 < len(numbered) else ""
        lines.append(reading_lines.read(number, text, role, lexicon, following in '"“«„' if following else False))
    bodies = [line for line in lines if line.role == "body"]
    for line in bodies:
        reading_lines.add_names(line, document.language, frozenset(), lexicon)
    if lexicon.speech.nouns_capitalised:
        reading_lines.drop_nouns(bodies, lexicon)
    also = name_words([m for line in bodies for m in line.names])
    if lexicon.speech.declensions:
        declining.nominate(bodies, lexicon)
        also |= name_words([m for line in bodies for m in line.names])
    for line in lines:
        if line.role != "body" or line.unnamed(also):
            reading_lines.add_names(line, document.language, also, lexicon)
    if lexicon.speech.declensions:
        declining.nominate(lines, lexicon)
    return lines


def _prose(document: Document) -> list[int]:
    """Return the blocks of the text in which somebody may speak: no code, no tables, unless the text is little else."""
    text = list(document.offsets)
    prose = [n for n in text if document.blocks[n].element not in _WORDLESS]
    size, whole = (sum(len(document.blocks[n].text) for n in rows) for rows in (prose, text))
    return prose if 2 * size > whole else text


class _Listed:
    """The people of cleaner.names, as they were on the day of publication."""

    def __init__(self, language: str, published: str) -> None:
        self._language, self._day = language, published[:10]
        self._seen: dict[str, Known | None] = {}

    def person(self, name: str) -> Known | None:
        """Return the listed person a name means."""
        if name not in self._seen:
            person = names.canonical(name, self._language)
            self._seen[name] = None if person is None else Known(
                person.name, "woman" if person.gender == "f" else "man",
                tuple((o.country, o.role) for o in person.offices if not self._day or o.held(self._day)))  # fmt: skip
        return self._seen[name]

    def holders(self, country: str, role: str) -> tuple[str, ...]:
        """Return who held a role on the day of publication; nobody where the day is not known."""
        return tuple(p.name for p in names.office_holders(role, country, self._day)) if self._day else ()


def _linked(statements: list[Statement], language: str, day: str) -> list[Note]:
    """Give each statement the id of its speaker, if a listed person; return a note for each name that fits several."""
    notes: dict[str, Note] = {}
    for row in statements:
        if row.speaker and row.speaker_type == "person" and not row.co_speakers:
            found = names.link(row.speaker, language, day)
            row.speaker_id = found.id
            if found.ambiguous and row.speaker not in notes:
                people = ", ".join(candidate.person.name for candidate in found.candidates)
                span = (row.source_start, row.source_end)
                notes[row.speaker] = Note("ambiguous_person", f"{row.speaker!r} may be {people}", span, 0.8)
    return list(notes.values())


def _text_agency(document: Document, article: Article) -> str | None:
    """Return the agency that the text comes from, as a byline or credit names it."""
    credits = [fold(b.text) for b in document.blocks if b.label in _CREDITS]
    for agency in article.agencies:
        words = set(fold(agency).split())
        if any(words & set(credit.split()) for credit in credits):
            return _short(agency)
    return None


def _short(agency: str) -> str:
    """Return an agency by the letters it goes by, where its name gives them in brackets.

    >>> _short("Agence France-Presse (AFP)"), _short("Reuters")
    ('AFP', 'Reuters')
    """
    _, bracket, letters = agency.partition(" (")
    return letters[:-1] if bracket and letters.endswith(")") and letters[:-1].isalpha() else agency


# --- rows ------------------------------------------------------------------------------------------------------------


def _statement(document: Document, line: Line, claim: Claim, cast: Cast, agency: str | None) -> Statement:
    place = document.place(line.number, claim.start, claim.end)
    shift = place.text_start - claim.start
    who = claim.who
    at = None if claim.rule in ELSEWHERE else span(line, who)
    quotes = [(q.start, q.end) for q in line.quotes_in(claim.start, claim.end) if q.closed]
    via = list(dict.fromkeys(v for v in [*claim.via, agency] if v and v != who.name))
    addressee = claim.addressee
    headline = line.role != "body" and claim.kind == "statement"
    text = line.text[claim.start : claim.end]
    return Statement(
        statement_id=_id(document, place.source_start, place.source_end, who.name or ""),
        article_id="", speaker=who.name, speaker_id=None,
        speaker_surface=line.text[at[0] : at[1]] if at else None,
        speaker_start=at[0] + shift if at else None, speaker_end=at[1] + shift if at else None,
        speaker_type=who.type, co_speakers=who.joint, addressee=addressee.name if addressee else None,
        reported_via=tuple(via), cue=line.text[claim.cue[0] : claim.cue[1]] if claim.cue else None,
        cue_start=claim.cue[0] + shift if claim.cue else None, cue_end=claim.cue[1] + shift if claim.cue else None,
        text=text, in_=place.in_, text_start=place.text_start, text_end=place.text_end,
        source_start=place.source_start, source_end=place.source_end,
        content=tuple((a + shift, b + shift) for a, b in claim.content),
        quotes=tuple((a + shift, b + shift) for a, b in quotes), mode=_mode(line, claim, quotes),
        kind="headline_statement" if headline else claim.kind, confidence=_confidence(claim),
        rule=f"{cast.lexicon.tag}/{claim.rule}",
    )  # fmt: skip


def _id(document: Document, start: int, end: int, speaker: str) -> str:
    key = f"{document.sha256}:{start}:{end}:{speaker}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(key).hexdigest()[:16]


def _mode(line: Line, claim: Claim, quotes: list[Span]) -> str:
    """Return direct where quotations carry most of what is said, mixed where they stand in paraphrase."""
    if not quotes:
        return "indirect"
    said = sum(b - a for a, b in claim.content) or claim.end - claim.start
    inside = sum(b - a for a, b in quotes)
    return "direct" if inside * 10 >= said * 6 and inside > 20 else "mixed"


def _confidence(claim: Claim) -> float:
    confidence = claim.confidence
    if claim.who.name is None:
        confidence = min(confidence, 0.5)
    elif claim.who.pronoun and not claim.broken:
        confidence = min(confidence, 0.75 if not claim.who.joint else 0.85)
    return round(confidence, 3)


def _bare_role(claim: Claim, cast: Cast) -> bool:
    """Return whether a headline's speaker is an office or a noun alone, whom the text below names: Zambian minister."""
    return bool(claim.who.noun and claim.who.name) and cast.named(claim.who.name or "") is None


def _found(statements: list[Statement], repeats: Set[str | None] = frozenset()) -> Found[tuple[str, ...]]:
    """Return the speakers in the order of their first statement, offices in headlines that only repeat aside."""
    seen: dict[str, Statement] = {}
    # what is called this or that by somebody stands as his word; what he is said to hope or believe does not
    voiced = [s for s in statements if s.kind in _SPEECH or (s.kind == "stance" and s.rule.endswith("passive-agent"))]
    below = any(s.in_ == "text" and s.kind in _SPEECH and s.speaker for s in statements)
    for s in voiced:
        if not (below and s.in_ == "title" and s.speaker in repeats):
            for name in s.co_speakers or ((s.speaker,) if s.speaker else ()):
                if name not in seen or s.confidence > seen[name].confidence:
                    seen[name] = s if name not in seen else max(seen[name], s, key=lambda x: x.confidence)
    evidence = [Evidence("speakers", name, "speaker", s.source_start, s.source_end, s.rule, s.confidence, True)
                for name, s in seen.items()]  # fmt: skip
    status = "absent" if not seen else ("found" if any(s.confidence >= 0.7 for s in seen.values()) else "inferred")
    return Found(tuple(seen), status, evidence)  # type: ignore[arg-type]


def _notes(document: Document, result: reading.Reading, statements: list[Statement]) -> list[Note]:
    notes = []
    spoken = [s for s in statements if s.kind in _SPEECH]
    if not spoken:
        notes.append(Note("missing_speakers", "nobody is said to have said anything", None, 0.8))
    elif not any(s.quotes for s in spoken):
        notes.append(Note("no_direct_quotes", "every statement is indirect", None, 0.9))
    for line, claim in result.claims:
        if claim.broken:
            name = claim.via[0] if claim.via else claim.who.name
            notes.append(Note("broken_attribution", f"the attribution is broken; taken as {name}", _source(
                document, line, (claim.start, claim.end)), 0.8))  # fmt: skip
    for line, (start, end) in result.ambiguous:
        notes.append(Note("ambiguous_speaker", f"{line.text[start:end]!r} fits nobody for certain",
                          _source(document, line, (start, end)), 0.7))  # fmt: skip
    for line, place in result.lonely:
        notes.append(Note("unattributed_quote", "a quotation without a speaker", _source(document, line, place), 0.6))
    if chain := next((s for s in spoken if len(s.reported_via) > 1 and s.rule.endswith("nested")), None):
        notes.append(Note("hearsay_chain", f"{chain.speaker} via {', '.join(chain.reported_via)}",
                          (chain.source_start, chain.source_end), 0.9))  # fmt: skip
    return notes


def _source(document: Document, line: Line, span: Span) -> Span:
    return document.blocks[line.number].source_span(*span)
