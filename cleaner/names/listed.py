"""Who is listed: the people of lists/*.yaml, and those of the user's own files. Looks at no text.

Which of the user's files count is stated around the work, with `using(files)`; one thread's files are not another's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

from cleaner.errors import PackError
from cleaner.language import read_yaml
from cleaner.names.fold import tokens
from cleaner.names.own import read
from cleaner.names.person import Office, Person, person, slug

_LISTS: Final = Path(str(files("cleaner.names"))) / "lists"
_FILES: Final[ContextVar[tuple[str, ...]]] = ContextVar("people", default=())


class Index(NamedTuple):
    """The listed people by what they may be called, folded: the whole name, its words in order of the alphabet, the
    surname where it alone may mean them, the surname in any case; and by office."""

    people: tuple[Person, ...]
    full: Mapping[str, tuple[Person, ...]]
    sorted: Mapping[str, tuple[Person, ...]]
    surnames: Mapping[str, tuple[Person, ...]]
    bearers: Mapping[str, tuple[Person, ...]]
    offices: Mapping[tuple[str, str], tuple[tuple[Person, Office], ...]]


@contextmanager
def using(people: Sequence[str]) -> Iterator[None]:
    """Count the people of these files too, as long as this lasts.

    Raises PackError for a file that can't be read as a list of people.
    """
    if tuple(people) == _FILES.get():
        yield
        return
    _index(tuple(people))
    token = _FILES.set(tuple(people))
    try:
        yield
    finally:
        _FILES.reset(token)


def in_use() -> tuple[str, ...]:
    """Return the user's files that count."""
    return _FILES.get()


def index() -> Index:
    """Return the index of everyone listed who counts."""
    return _index(_FILES.get())


def everyone() -> tuple[Person, ...]:
    """Return all listed people who count; no index is made for it."""
    return _people(_FILES.get())


@lru_cache
def _builtin() -> tuple[Person, ...]:
    found: dict[str, Person] = {}
    for path in sorted(_LISTS.glob("*.yaml")):
        for name, stated in read_yaml(path).get("people", {}).items():
            one = person(name, stated, path.name)
            if one.id in found:
                raise PackError(f"{path.name}, {name}: the id {one.id!r} stands twice. State another `id`.")
            found[one.id] = one
    return tuple(found.values())


@lru_cache(maxsize=8)
def _people(paths: tuple[str, ...]) -> tuple[Person, ...]:
    """Return everyone: an own entry with the id or the name of a listed person adds to that person, under its own id.

    Own entries of one name and of two ids are two people.
    """
    if not paths:
        return _builtin()
    found = {one.id: one for one in _builtin()}
    by_name = {" ".join(tokens(one.name)): one.id for one in _builtin()}
    for path in paths:
        for one in read(Path(path)):
            key = " ".join(tokens(one.name))
            at = one.id or by_name.get(key) or slug(one.name) or one.name
            if at not in found and key in by_name and not found[by_name[key]].own:
                found[at] = replace(found.pop(by_name[key]), id=at)
                by_name[key] = at
            if at in found:
                found[at] = found[at].with_more(one)
            else:
                found[at] = replace(one, id=at, gender=one.gender or "m")
                by_name.setdefault(key, at)
    return tuple(found.values())


@lru_cache(maxsize=8)
def _index(paths: tuple[str, ...]) -> Index:
    full: dict[str, dict[str, Person]] = defaultdict(dict)
    in_order: dict[str, dict[str, Person]] = defaultdict(dict)
    surnames: dict[str, dict[str, Person]] = defaultdict(dict)
    offices: dict[tuple[str, str], dict[tuple[str, Office], tuple[Person, Office]]] = defaultdict(dict)
    common: set[str] = set()
    for one in _people(paths):
        for form in one.spellings():
            key = tokens(form)
            full[" ".join(key)][one.id] = one
            in_order[" ".join(sorted(key))][one.id] = one
        alone = [one.surname, *(one.surname_in(language) for language in one.forms)]
        alone += [form.split()[-1] for form in one.also if " " in form and len(form.split()[-1]) > 4]
        for written in alone:
            for surname in _alone(written):
                surnames[surname][one.id] = one
                if one.common:
                    common.add(surname)
        for office in one.offices:
            offices[office.role, office.country][one.id, office] = (one, office)
    bearers = _tuples(surnames)
    heads = {k: tuple(p for p in v if p.alone) for k, v in bearers.items() if k not in common}
    single = {k: v for k, v in heads.items() if v}
    held = {key: tuple(v.values()) for key, v in offices.items()}
    return Index(_people(paths), _tuples(full), _tuples(in_order), single, bearers, held)


def _tuples(found: Mapping[str, Mapping[str, Person]]) -> dict[str, tuple[Person, ...]]:
    return {key: tuple(people.values()) for key, people in found.items()}


def _alone(surname: str) -> Iterable[str]:
    """Yield the forms of a surname used alone, with and without its particles."""
    key = tokens(surname)
    yield " ".join(key)
    words = surname.replace("-", " ").split()
    if len(words) > 1 and words[0].islower():
        bare = [w for w in words if not w.islower()]
        if bare:
            yield " ".join(tokens(" ".join(bare)))
