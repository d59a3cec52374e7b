"""Names of people: whether two spellings are one person, and who a listed name is.

lists/*.yaml say who the news quotes again and again, one person a line:

    Name as English writes it: {fr: …, de: …, gender: f, surname: …, common: "yes", also: […],
                                roles: [ROLE COUNTRY FROM..TO, …]}

Roles: president, vice_president, prime_minister, chancellor, first_minister, monarch, crown_prince, supreme_leader,
foreign_minister, defence_minister, finance_minister, interior_minister, opposition_leader, president_spokesperson,
foreign_ministry_spokesperson, central_bank_governor, secretary_general, commission_president, council_president,
parliament_president, high_representative, director, human_rights_commissioner, refugees_commissioner, prosecutor, pope.
Countries are ISO 3166 codes, or the short name of a body (EU, UN, NATO, IMF, WHO, ECB …).

A user adds people with `--people FILE` or `[tool.cleaner] people`; see own.py.
"""

from cleaner.names.link import Candidate as Candidate
from cleaner.names.link import Link as Link
from cleaner.names.link import link as link
from cleaner.names.listed import using as using
from cleaner.names.match import likeness as likeness
from cleaner.names.match import match_names as match_names
from cleaner.names.people import canonical as canonical
from cleaner.names.people import everyone as everyone
from cleaner.names.people import foreign_form as foreign_form
from cleaner.names.people import foreign_words as foreign_words
from cleaner.names.people import office_holders as office_holders
from cleaner.names.people import same_surname as same_surname
from cleaner.names.person import Membership as Membership
from cleaner.names.person import Office as Office
from cleaner.names.person import Person as Person

__all__ = [
    "Candidate",
    "Link",
    "Membership",
    "Office",
    "Person",
    "canonical",
    "everyone",
    "foreign_form",
    "foreign_words",
    "likeness",
    "link",
    "match_names",
    "office_holders",
    "same_surname",
    "using",
]
