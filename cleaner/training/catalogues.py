"""Sentences of many languages from catalogues of translations and CLDR, as wheels bring them. Reads; learns nothing.

Which wheels, and their licences, stands in docs/model.md. A message that was never translated, and what a program
would fill in, is left out.
"""

from __future__ import annotations

import gettext
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

SOURCES: Final = {
    "babel": "",
    "django": r"/locale/(\w+)/LC_MESSAGES/\w+\.mo$",
    "djangorestframework": r"/locale/(\w+)/LC_MESSAGES/\w+\.mo$",
    "django_oscar": r"/locale/(\w+)/LC_MESSAGES/\w+\.mo$",
    "home_assistant_frontend": r"/translations/(?:[\w-]+/)?([a-zA-Z]{2,3}(?:-\w+)?)-[0-9a-f]{32}\.json$",
    "horizon": r"/locale/(\w+)/LC_MESSAGES/\w+\.mo$",
    "humanize": r"/locale/(\w+)/LC_MESSAGES/\w+\.mo$",
    "kolibri": r"^kolibri/locale/(\w+)/LC_MESSAGES/.*\.json$",
    "sphinx": r"/locale/(\w+)/LC_MESSAGES/\w+\.mo$",
    "wagtail": r"/locale/(\w+)/LC_MESSAGES/\w+\.mo$",
}
"""Projects by the name of their wheel, and where their catalogues lie."""
_TAGS: Final = {
    "zh": "zh-Hans", "zh-CN": "zh-Hans", "zh-SG": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant", "no": "nb",
    "nn": "nb", "bs": "hr", "sr-Latn": "hr", "pt-MZ": "pt", "bn-BD": "bn",
}  # fmt: skip
_FILLED: Final = re.compile(
    r"\{[^{}]{0,300}\}|%\([^()]{0,60}\)[a-z]|%[a-z]|<[^<>]{0,300}>|\[%[^%]{0,99}%\]|`[^`]{0,99}`|https?://\S{0,300}"
    r"|&\w{1,9};|\S{0,60}_\S{0,60}"
)
_LEAST: Final = 3
_CLDR: Final = ("territories", "languages", "scripts", "currencies")


def sentences(folder: Path, languages: frozenset[str]) -> dict[str, list[str]]:
    """Return the sentences of each language found in the wheels of a folder, each once, in order."""
    found: dict[str, dict[str, None]] = {tag: {} for tag in sorted(languages)}
    for wheel in sorted(folder.glob("*.whl")):
        pattern = SOURCES.get(wheel.name.partition("-")[0].lower())
        if pattern is None:
            continue
        with zipfile.ZipFile(wheel) as archive:
            read = _cldr(archive, languages) if not pattern else _messages(archive, re.compile(pattern))
            for tag, text in read:
                if tag in found:
                    for line in text.split("\n"):
                        line = " ".join(unicodedata.normalize("NFC", _FILLED.sub(" ", line)).split())
                        if sum(map(str.isalpha, line)) >= _LEAST:
                            found[tag][line] = None
    return {tag: list(lines) for tag, lines in found.items()}


def tag_of(name: str) -> str:
    """Return the language a folder is named after, as the model names it.

    >>> tag_of("pt_BR"), tag_of("zh_TW"), tag_of("sr_Latn"), tag_of("is_IS")
    ('pt', 'zh-Hant', 'hr', 'is')
    """
    name = name.replace("_", "-")
    if name in _TAGS:
        return _TAGS[name]
    base, _, rest = name.partition("-")
    return name if len(rest) == 4 else _TAGS.get(base, base)


def _messages(archive: zipfile.ZipFile, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    files = [(name, tag_of(m[1])) for name in sorted(archive.namelist()) if (m := pattern.search(name))]
    english: dict[tuple[str, str], str] = {}
    for name, tag in files:
        if tag == "en" and name.endswith(".json"):
            english |= {(_place(name), key): text for key, text in _flat(json.loads(archive.read(name)))}
    for name, tag in files:
        if name.endswith(".json"):
            place = _place(name)
            for key, text in _flat(json.loads(archive.read(name))):
                if tag == "en" or english.get((place, key)) != text:
                    yield tag, text
        else:
            catalogue: dict[Any, Any] = gettext.GNUTranslations(io.BytesIO(archive.read(name)))._catalog  # type: ignore[attr-defined]
            for key, text in catalogue.items():
                if key and isinstance(text, str) and text != (key[0] if isinstance(key, tuple) else key):
                    yield tag, text


def _place(name: str) -> str:
    """Return what the files of two languages have in common: their folder or their name."""
    folder, _, file = name.rpartition("/")
    return file if "LC_MESSAGES" in folder else folder


def _flat(tree: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(tree, str):
        yield key, tree
    elif isinstance(tree, dict):
        for name, below in tree.items():
            yield from _flat(below, f"{key}.{name}")


def _cldr(archive: zipfile.ZipFile, languages: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield names of countries, languages, scripts, currencies, months and days."""
    import pickle

    for name in sorted(archive.namelist()):
        stem = name.rpartition("/")[2].removesuffix(".dat")
        if "locale-data/" not in name or tag_of(stem) not in languages or stem.count("_") > ("Han" in stem):
            continue
        data: dict[str, Any] = pickle.loads(archive.read(name))
        for topic in _CLDR:
            for text in data.get(topic, {}).values():
                if isinstance(text, str):
                    yield tag_of(stem), text
        for topic in ("months", "days"):
            for text in data.get(topic, {}).get("format", {}).get("wide", {}).values():
                if isinstance(text, str):
                    yield tag_of(stem), text
