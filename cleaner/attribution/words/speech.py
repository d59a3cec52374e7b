"""What a language's speech.yaml may say: the shape of the file, key by key. Looks at no document."""

from __future__ import annotations

from dataclasses import dataclass, field

Words = tuple[str, ...]


@dataclass(frozen=True)
class Speech:
    """What speech.yaml may say. Words are matched without case and accents, the forms of verbs with their accents.

    `verbs`: by class, rows of forms; a row is `stem_group`, or `present / past / participle / gerund` (`-` for none,
    `~` between the words of one form), and after `+` (at once), `…` (within five words) or `>` (so too, and all behind
    the verb is said: put the toll at 11) what must follow, alternatives parted by `|`. `prefix·verb` is a verb that
    parts (teilt … mit). Classes: say, report, tell, call, act (deeds of speech), mark (say only with a clause or a
    quotation), stands (is written somewhere: heißt es im Bericht), follows (only where a place says so: geht aus dem
    Brief hervor), label (only with a quotation), reflexive, reflexive_mark, cite (the Post cites X), quoted (was quoted
    as saying), stance, agree, topic, refuse (nothing was said).

    `noun_forms` are forms of verbs that are nouns behind a determiner or a preposition (la denuncia).

    `nouns` of a language with cases are written `stem_group` with the endings of `noun_groups`, the nominative first;
    `numerals` are numerals in other cases with the first one, and what the noun behind them ends in for what it ends in
    there; `declensions` are, by gender, the endings of names, the first case first (`-` for none). `noun_endings` may
    end any noun, `group_endings` one for several; `first_articles` are articles in other cases with those of the first
    one; `strong_endings` are, by article, the endings of adjectives without one (das Rote Kreuz: Rotes Kreuz), which
    stand for the `weak_endings`, and `genders`, by such an ending, the ends of nouns, neuter ones first; `compounds`
    are short nouns that may end a longer one, where nouns hang together. `reach`: how many words "…" spans.
    `according_after` counts only behind a break (…, so X), `according_relative` follows a comma (X, secondo cui),
    `according_behind` follows its speaker (X zufolge); `citing` names whose words another passes on (unter Berufung auf
    X); `utterances` are nouns for what is said, which stand before or in one word with who says it (nach Angaben des
    X); `according_joined` stands before both in one word (nach Polizeiangaben). `as_words` open a clause that
    attributes (as X said); `somewhere` are the prepositions of a body that speaks through an impersonal verb,
    `somewhere_plural` only of one with `plural_verb_endings`. `places` open the place of an impersonal pronoun (à
    Matignon, on assure); `catenatives` stand before an infinitive that says, `infinitive_leads` before one that carries
    on (et d'ajouter). `first_objects` are who speaks as the one told (he told me), `told_pronouns` another, with its
    kind; `hearsay` are auxiliaries of what is only said to have been said (il aurait répondu). `second_pronouns` ask
    somebody in an interview, `interview_ends` open its last line (propos recueillis par). `pointing` determiners take
    up who was just spoken of (cette mère de deux enfants). `again` are frames for who spoke (à l'en croire), `thus`
    stands before who spoke behind a quotation («…», così X), `ahead` opens a clause that names who speaks behind a verb
    of speech and one of the `copulas` (quien lo explica es X), where `ranks` tell which of two who spoke together (o
    primeiro: 1), `enclitics` may end the verb (a spiegarlo è X), `fused` are prepositions with an article in them,
    `own_words` nouns for what is said by who spoke (selon ses calculs); a verb with `object_clitics` alone says nothing
    new, one with `negating_clitics` is negated; `said_infinitives` are what may be said without a conjunction (il dit
    avoir vu). `same` words take up who spoke (la même source). `adjective_cases` are endings of adjectives with those
    of the first case, `adjective_genders` what these become beside a noun that ends so, `dative_endings` end whom
    something is told, `locatives` endings of where something is, with those of the first case; `according_own` are
    frames with a pronoun in them (in her opinion) and its kind; `news` are nouns for what was said before, of which a
    passive tells by whom (the news was confirmed by X); `clause_leads` open a sentence that is but one more clause of
    what was just said (Que nadie los escuchó). `voices` stand before who lends the speaker his voice (par la voix de
    X), `through` so where a word of `mouthpieces` follows. `resuming` words open a sentence that attributes the one
    before (this X said), `resuming_phrases` one with its verb at once (c'est ce que dit X). `moods` are verbs of
    reported speech, which carry on what was said (German). `mood_endings` make a mood of a word beside a pronoun, save
    with the longer endings `mood_bars`. `oblique` determiners open no subject. `demonstratives` point, with a hyphen
    and an ending, to who was named last (celui-ci). `strange_endings` and `strange_participles` end verbs that nobody
    lists. `strangers`: "yes" where a noun that nobody lists speaks behind a quotation. `subjects_stated`: "yes" where
    no verb goes without its subject and no single comma parts them; `singular_verb_endings` look like the
    `plural_verb_endings`, which verbs of one may have too. `finite_marks` end verbs and no nouns; `finite_endings` end
    a verb that a headline or a sentence may begin with (Murió X). `far_subjects`: "yes" where adjuncts may stand
    between a verb and the subject behind it (a dit à Paris le maire). `anaphors` are nouns for somebody already named,
    `held_anaphors` offices that take up whom no other office is known of; `roles_recur`: "yes" where any definite role
    may be, and `gendered_determiners` tell man or woman. `gendered_verbs` are endings of verbs that tell man or woman;
    `opposed` are, by where they meet, the sides of nouns that never are one person's, parted by `|` (judge | witness);
    `stands_for` are, by a noun that fits many, those that it takes up (document: report, study), `covers` by nouns for
    many (parted by commas) the offices that they cover (magistrate: prosecutor, judge), `group_link` joins one to the
    group he is of (l'un des), `clients` are whom a lawyer speaks for (his client), `epicene` are nouns of one gender
    for men and women (la victime), `among` may stand before whom one is of (l'un d'entre eux), `streets` before the
    address of who speaks (rue de Grenelle, on assure); `anyone` and what ends in `age_endings` takes up whoever was
    told of, without a name too (l'homme); `sources` are nouns for who tells a paper without being named, `therein`
    words for the document told of last (darin), `causatives` verbs by which one has another say his words (ließ seinen
    Anwalt erklären), `drawn_from` what stands before the paper that somebody quotes from, `press_staff` who works for a
    paper and is of it, `seems` verbs behind for whom something is what he calls it (für X ist das „…“),
    `feminine_participles` the endings of participles that only a woman in the first case has. `quoted_names`: "yes"
    where the names of firms and papers stand in quotation marks. `dashes`: "yes" where dashes open and close what is
    said, `incises`: "yes" where cues stand inside the marks.

    `bare_quotes`: "yes" where a quotation may be its subject's without a verb of saying (Bercy « suit le dossier »),
    save one with the words of `declining`; `fragments`: "yes" where a sentence behind a statement that holds words in
    marks is more of it; `these_words` open a sentence about the words before it. `given_alone`: "yes" where a given
    name alone is taken for a person's; `superlatives` make one of several of an adjective (la plus jeune des sœurs),
    `singulars` are nouns and endings for several with those for one (ies: y), `strong_pasts` verbs that no ending
    shows, `asks` verbs after which whom they ask answers, `letters` papers of one who writes (his letter; of several
    with the `plural_owners`); `contacted` is who was asked besides the one interviewed. `adverb_endings` make an adverb
    of a word that stands where no noun can, `gerund_endings` a gerund of one behind a preposition (en rangeant);
    `press` are words of those who are told what is said (à l'agence X). `describing` nouns and those with
    `anaphor_endings` or `demonym_endings` take up who was named (la biologiste, le Limbourgeois), those of `kin` never
    do without being told; `gendered_endings` tell man or woman of a noun. `seats` are offices named by their seat, with
    the country (maître du Kremlin). `vague_only` nouns speak only behind an indefinite article (une voix),
    `articles_plural` stand before several; `colleagues` stand before the paper meant. `clause_starts` open what is said
    behind adjuncts where no conjunction need stand (said in Paris on Friday he), and with them `before_past` are
    auxiliaries of what lies before it (had told). `afterthoughts` open behind a comma the writer's own words (a claim
    that, hours after), `afterthoughts_at_once` without one (without elaborating). `written` are verbs, as `verbs`
    states them, that documents too may do (the report faults); `things_do`, stated so too or by the first form of a
    row, are verbs of things as well, which tell nothing without a clause or a quotation unless one who surely speaks is
    their subject (the tool highlights errors), `things_show` those by which things are evidence (the graph shows that);
    `bodies_do` those by which bodies and papers tell nothing in the present but with a clause, a quotation or a word
    with one of the `infinitive_endings` (the bank offers loans), which also end what somebody is urged to do
    (recomienda guardar); `devices` are machines and programs, whose words nobody says (the display says “ready”),
    `thing_nouns` nouns of the lists that stand for things as well, without a capital (la caja, el programa), `measures`
    what something goes by (según la época); what ends in `deed_endings` and opens a sentence is a deed (keeping notes);
    `homographs` are forms of verbs that are nouns as well (trust signals), where no `noun_forms` tell by what leads;
    `hypothetical` words stand before who says something in some case only (if they say), `anybody` are words for
    whoever reads it (airlines tell you, your plan). `complements` belong to the noun before them (officials familiar
    with), `quantities` to the one behind them (more than 40 lawmakers); `document_plurals` are endings of nouns for
    documents with those of several (a/as); the words of `inscriptions` say what stands behind a colon; `others` are one
    of several only behind a determiner (un altro); `of_them` and `in_them` are prepositions with their pronoun in one
    word (um deles, nele); `place_nouns` stand before the name of a place (o bairro Bom Jardim); words that begin with
    one of `signed` tell who wrote a letter; `ages` stand behind the number of years somebody has lived (Dércio, 19
    anos); `singular_endings` look like `plural_endings` (analysis); `counting` determiners stay in the name of a group
    (three people); a name before one of the `thing_relatives` is no person's (X, which backs her); `names_bare`: "yes"
    where a person's name follows no article and a product's does (the Vela Puff), `nouns_bare` where no noun has one,
    so that one that opens a sentence is no name for its capital; `writes` are verbs that a gerund carries on (wrote to
    X urging him), `absolutes` open a clause with a gerund (with X calling it a farce), `addressing` may be followed by
    whom it is said to and “that”, `relays` open an aside about who passed on what a paper says (described by X),
    `inquirers` are those whose report tells what they were told (told auditors), `either_gender` are given names of men
    and women alike, `opening_verb_endings` end verbs that look like a name where a sentence begins with them (Llamé a
    un amigo), `given_endings` tell man or woman of others (Nunzia); `nouns_tell_gender`: "yes" where `women_titles` and
    `men_titles` do so of the name beside them (ihr Bruder Gernot); `issues` stand before a noun for words of who stands
    in front (opened with a warning that); `finite_auxiliaries` end what is said where its noun is a subject (his claim
    that votes were bought has been rejected).
    """

    groups: dict[str, str] = field(default_factory=dict)
    verbs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    reach: int = 5
    exclude: Words = ()
    noun_forms: Words = ()
    plain: Words = ()
    claims: Words = ()
    naming: Words = ()
    place_abbreviations: Words = ()
    regions: Words = ()
    negative_determiners: Words = ()
    perceives: Words = ()
    writes: Words = ()
    relays: Words = ()
    retells: Words = ()
    unnamed: Words = ()
    absolutes: Words = ()
    addressing: Words = ()
    either_gender: Words = ()
    given_endings: dict[str, str] = field(default_factory=dict)
    nouns_tell_gender: str = ""
    opening_verb_endings: Words = ()
    inquirers: Words = ()
    issues: Words = ()
    finite_auxiliaries: Words = ()
    goes_on: Words = ()
    apart: Words = ()
    addressed: Words = ()
    addressee_linking: Words = ()
    addressee_pronouns: Words = ()
    findings: Words = ()
    ranks: dict[str, str] = field(default_factory=dict)
    through: Words = ()
    mouthpieces: Words = ()
    issued: Words = ()
    subject_relatives: Words = ()
    thing_relatives: Words = ()
    names_bare: str = ""
    nouns_bare: str = ""
    before_past: Words = ()
    clause_starts: Words = ()
    afterthoughts: Words = ()
    afterthoughts_at_once: Words = ()
    written: Words = ()
    things_do: Words = ()
    things_show: Words = ()
    thing_nouns: Words = ()
    infinitive_endings: Words = ()
    measures: Words = ()
    bodies_do: Words = ()
    devices: Words = ()
    deed_endings: Words = ()
    homographs: Words = ()
    hypothetical: Words = ()
    anybody: Words = ()
    complements: Words = ()
    quantities: Words = ()
    evidence: Words = ()
    articles: Words = ()
    gerund_prepositions: Words = ()
    claims_by: Words = ()
    thus: Words = ()
    ahead: Words = ()
    copulas: Words = ()
    manners: Words = ()
    enclitics: Words = ()
    possessives: Words = ()
    replies: Words = ()
    cue_with_auxiliary: str = ""
    feelings: Words = ()
    feeling_verbs: Words = ()
    according: Words = ()
    according_start: Words = ()
    according_after: Words = ()
    according_behind: Words = ()
    according_relative: Words = ()
    according_joined: Words = ()
    as_words: Words = ()
    news: Words = ()
    citing: Words = ()
    utterances: Words = ()
    somewhere: Words = ()
    places: Words = ()
    same: Words = ()
    pointing: Words = ()
    again: Words = ()
    own_words: Words = ()
    object_clitics: Words = ()
    negating_clitics: Words = ()
    said_infinitives: Words = ()
    somewhere_plural: Words = ()
    plural_verb_endings: Words = ()
    singular_verb_endings: Words = ()
    subjects_stated: str = ""
    gendered_verbs: dict[str, str] = field(default_factory=dict)
    locatives: Words = ()
    according_own: dict[str, str] = field(default_factory=dict)
    clause_leads: Words = ()
    resuming: Words = ()
    resuming_phrases: Words = ()
    moods: Words = ()
    mood_endings: Words = ()
    mood_bars: Words = ()
    oblique: Words = ()
    strangers: str = ""
    far_subjects: str = ""
    held_anaphors: Words = ()
    anaphors: Words = ()
    anaphors_only: str = ""
    opposed: dict[str, str] = field(default_factory=dict)
    stands_for: dict[str, Words] = field(default_factory=dict)
    sources: Words = ()
    therein: Words = ()
    causatives: Words = ()
    seems: Words = ()
    feminine_participles: Words = ()
    press_staff: Words = ()
    drawn_from: Words = ()
    anaphor_endings: Words = ()
    demonym_endings: Words = ()
    describing: Words = ()
    colleagues: Words = ()
    articles_plural: Words = ()
    vague_only: Words = ()
    gendered_endings: dict[str, str] = field(default_factory=dict)
    kin: Words = ()
    seats: dict[str, str] = field(default_factory=dict)
    roles_recur: str = ""
    gendered_determiners: dict[str, str] = field(default_factory=dict)
    dashes: str = ""
    quoted_names: str = ""
    incises: str = ""
    free_order: str = ""
    quoted_by: Words = ()
    voices: Words = ()
    passive_agent: Words = ()
    passive_marks: Words = ()
    passive_stance: Words = ()
    passive_topic: Words = ()
    passive_joint: Words = ()
    impersonal: Words = ()
    impersonal_agree: Words = ()
    auxiliaries: Words = ()
    reflexive_auxiliaries: Words = ()
    passive_auxiliaries: Words = ()
    clitics: Words = ()
    reflexive_clitics: Words = ()
    bars: Words = ()
    catenatives: Words = ()
    infinitive_leads: Words = ()
    negations: Words = ()
    adverbs: Words = ()
    given_alone: str = ""
    ages: Words = ()
    document_plurals: Words = ()
    inscriptions: Words = ()
    of_them: Words = ()
    place_nouns: Words = ()
    others: Words = ()
    in_them: Words = ()
    signed: Words = ()
    bare_quotes: str = ""
    fragments: str = ""
    these_words: Words = ()
    declining: Words = ()
    adverb_endings: Words = ()
    gerund_endings: Words = ()
    press: Words = ()
    times: Words = ()
    openers: Words = ()
    asides: Words = ()
    nouns: dict[str, Words] = field(default_factory=dict)
    plurals: dict[str, str] = field(default_factory=dict)
    plural_endings: Words = ()
    singular_endings: Words = ()
    plural_as_singular: Words = ()
    plural_determiners: Words = ()
    noun_groups: dict[str, str] = field(default_factory=dict)
    noun_endings: Words = ()
    group_endings: Words = ()
    strong_endings: dict[str, str] = field(default_factory=dict)
    weak_endings: Words = ()
    genders: dict[str, Words] = field(default_factory=dict)
    first_articles: dict[str, str] = field(default_factory=dict)
    numerals: dict[str, str] = field(default_factory=dict)
    counting: Words = ()
    declensions: dict[str, Words] = field(default_factory=dict)
    adjective_cases: Words = ()
    adjective_genders: dict[str, str] = field(default_factory=dict)
    dative_endings: Words = ()
    compounds: Words = ()
    generic_leaders: Words = ()
    courts: Words = ()
    contracted: Words = ()
    fused: Words = ()
    base_is_plural: str = ""
    supports: Words = ()
    sourced: Words = ()
    euphonic: Words = ()
    object_pronouns: dict[str, str] = field(default_factory=dict)
    gendered_things: str = ""
    joint_words: Words = ()
    joint_determiners: Words = ()
    definite: Words = ()
    determiners: Words = ()
    pronouns: dict[str, str] = field(default_factory=dict)
    gendered: dict[str, str] = field(default_factory=dict)
    partitives: dict[str, str] = field(default_factory=dict)
    singulars: dict[str, str] = field(default_factory=dict)
    strong_pasts: Words = ()
    asks: Words = ()
    letters: Words = ()
    plural_owners: Words = ()
    superlatives: Words = ()
    contacted: Words = ()
    title_nouns: dict[str, Words] = field(default_factory=dict)
    first_pronouns: Words = ()
    first_objects: Words = ()
    told_pronouns: dict[str, str] = field(default_factory=dict)
    hearsay: Words = ()
    second_pronouns: Words = ()
    interview_ends: Words = ()
    relatives: Words = ()
    conjunctions: Words = ()
    clause_words: Words = ()
    sibling_words: Words = ()
    inner_prepositions: Words = ()
    prepositions: Words = ()
    complementizers: Words = ()
    addressee_prepositions: Words = ()
    addressee_stops: Words = ()
    women_titles: Words = ()
    feminine_endings: Words = ()
    feminine_added: str = ""
    finite_endings: Words = ()
    finite_marks: Words = ()
    men_titles: Words = ()
    counterparts: Words = ()
    heads: Words = ()
    own_bodies: Words = ()
    hosts: Words = ()
    sides: Words = ()
    contrasts: Words = ()
    past: Words = ()
    latter: Words = ()
    demonstratives: dict[str, str] = field(default_factory=dict)
    as_for: Words = ()
    roles: dict[str, Words] = field(default_factory=dict)
    covers: dict[str, Words] = field(default_factory=dict)
    clients: Words = ()
    among: Words = ()
    streets: Words = ()
    group_link: str = ""
    epicene: Words = ()
    anyone: Words = ()
    age_endings: Words = ()
    strange_endings: Words = ()
    strange_participles: Words = ()
    verb_endings: Words = ()
    indefinite: Words = ()
    linking: Words = ()
    agree_with_be: str = ""
    colon_topics: str = ""
    verb_second: str = ""
    pro_drop: str = ""
    nouns_capitalised: str = ""
    head: str = "last"
    institutions: dict[str, Words] = field(default_factory=dict)
    name_bodies: Words = ()
    lead_words: Words = ()
    abbreviations: Words = ()
    starters: Words = ()
