"""The only reader of YAML: finds language packs and site files, and hands out their sections, typed.

A built-in pack is a folder `languages/<tag>/` with one file a topic (boilerplate, dates, speech, names, sources,
words); a user's pack is one file with the topics as keys, for a `language:` or for the `hosts:` of a site.
Every scalar is read as a string, so Norwegian `no` stays a word; a key that is unknown or stands twice is an error.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import yaml

from cleaner.errors import PackError
from cleaner.filing import Filing, file_rules
from cleaner.kept import digest, kept
from cleaner.rule import Rule, parse

_HERE = Path(str(files("cleaner.languages")))
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SITE_KEYS = {"hosts", "publisher", "language", "timezone", "keep", "lists", "rules", "retired"}

T = TypeVar("T")


@lru_cache
def available() -> tuple[str, ...]:
    """Return the tags of the built-in packs, `und` (any language) first."""
    tags = sorted(p.name for p in _HERE.iterdir() if p.is_dir() and any(p.glob("*.yaml")))
    return ("und", *(t for t in tags if t != "und"))


def section(tag: str, topic: str, shape: type[T]) -> T:
    """Return one topic of one pack as an instance of the dataclass `shape`; the defaults where the pack has none.

    The fields of `shape` may be str, tuple[str, ...], tuple[tuple[str, ...], ...], dict[str, str],
    dict[str, tuple[str, ...]] or tuple[dict[str, str], ...].
    Raises PackError for a key that is no field of `shape`, or a value of another form.
    """
    return _section(tag, topic, shape)  # type: ignore[arg-type, return-value]  # lru_cache forgets what it wraps


@lru_cache(maxsize=512)
def _section(tag: str, topic: str, shape: type) -> object:
    raw = stated(tag, topic)
    return typed(raw, shape, f"{tag}/{topic}.yaml") if raw else shape()


def stated(tag: str, topic: str) -> Mapping[str, Any]:
    """Return one topic of one pack as it is written, empty where the pack has none; without a tag, of all packs."""
    found: Mapping[str, Any] = _topics().get(f"{tag}/{topic}.yaml".lstrip("/"), {})
    return found


@lru_cache(maxsize=1)
def _content() -> str:
    """Return what names the content of all built-in packs, and of the code that reads them."""
    return digest(_pack_paths(), ("language", "rule", "phrases", "filing", "text", "taxonomy"))


def _pack_paths() -> list[Path]:
    return sorted(_HERE.rglob("*.yaml"))


@lru_cache(maxsize=1)
def _topics() -> Mapping[str, Any]:
    """Return what the built-in packs state but their rules, by path."""

    def make() -> dict[str, Any]:
        paths = {path.relative_to(_HERE).as_posix(): path for path in _pack_paths()}
        return {name: read_yaml(path) for name, path in paths.items() if "/boilerplate/" not in name}

    topics: Mapping[str, Any] = kept(_HERE, "topics", _content(), make)
    return topics


@lru_cache(maxsize=1)
def builtin_rules() -> tuple[Rule, ...]:
    """Return the boilerplate rules of every built-in pack: a page in one language carries banners in another."""
    return tuple(map(_rule, _filed_rules()["rules"]))


def _rule(row: Sequence[Any]) -> Rule:
    """Return a rule whose values were kept in the order of its fields."""
    values: Any = [tuple(value) if type(value) is list else value for value in row]
    return Rule(*values)


def builtin_filing() -> Filing:
    """Return where the phrases of the built-in rules are filed."""
    filing: Filing = _filed_rules()["filing"]
    return filing


@lru_cache(maxsize=1)
def _filed_rules() -> Mapping[str, Any]:
    def make() -> dict[str, Any]:
        rules = [rule for tag in available() for rule in _rules_of(tag)]
        return {"rules": [[getattr(rule, f.name) for f in fields(Rule)] for rule in rules], "filing": file_rules(rules)}

    filed: Mapping[str, Any] = kept(_HERE, "rules", _content(), make)
    return filed


def _rules_of(tag: str) -> list[Rule]:
    stated: dict[str, Any] = {"rules": [], "lists": {}}
    for path in sorted((_HERE / tag / "boilerplate").glob("*.yaml")):
        raw = read_yaml(path)
        stated["rules"] += raw.get("rules", [])
        stated["lists"] |= raw.get("lists", {})
    return _rules(stated, f"{tag}/boilerplate", tag)


@lru_cache
def user_rules(packs: tuple[str, ...]) -> tuple[Rule, ...]:
    """Return the rules of the user's own pack files; a folder stands for every .yaml file in it.

    Raises PackError for a path that is not there, or a file that states neither `language` nor `hosts`.
    """
    rules: list[Rule] = []
    for path in _pack_files(packs):
        raw = read_yaml(path)
        if unknown := sorted(set(raw) - _SITE_KEYS):
            raise PackError(f"{path.name}: unknown key {unknown[0]!r}. Known keys: {', '.join(sorted(_SITE_KEYS))}.")
        hosts = raw.get("hosts", [])
        tag = raw.get("language") or "und"
        if not hosts and "language" not in raw:
            raise PackError(f"{path.name}: states neither 'language' nor 'hosts'. Say whose rules these are.")
        rules += _rules(raw, path.name, path.stem if hosts else tag, hosts)
    return tuple(rules)


@lru_cache
def sites(packs: tuple[str, ...]) -> tuple[Mapping[str, Any], ...]:
    """Return the site files among the user's packs: `hosts`, and what is known of them (publisher, timezone, …)."""
    return tuple(raw for path in _pack_files(packs) if (raw := read_yaml(path)).get("hosts"))


def _pack_files(packs: Sequence[str]) -> list[Path]:
    found: list[Path] = []
    for pack in packs:
        path = Path(pack)
        if path.is_dir():
            found += sorted(path.glob("*.yaml"))
        elif path.is_file():
            found.append(path)
        else:
            raise PackError(f"{pack}: no such pack file or folder. Check `packs` in [tool.cleaner].")
    return found


def _rules(raw: Mapping[str, Any], where: str, tag: str, hosts: Sequence[str] = ()) -> list[Rule]:
    stated = raw.get("rules", [])
    if not isinstance(stated, list):
        raise PackError(f"{where}: 'rules' must be a list of rules.")
    rules = [parse(_spelled_out(item, raw.get("lists", {}), where), where, tag, hosts) for item in stated]
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise PackError(f"{where}, rule {rule.id}: the id stands twice. A rule id names one rule for ever.")
        seen.add(rule.id)
    return rules


def _spelled_out(rule: Mapping[str, Any], lists: Mapping[str, Sequence[str]], where: str) -> dict[str, Any]:
    """Return a rule with each "=name" among its phrases replaced by the shared list of that name."""
    out = dict(rule)
    for key in ("phrases", "also", "unless"):
        stated = rule.get(key)
        if not isinstance(stated, list) or not any(str(item).startswith("=") for item in stated):
            continue
        spelled: list[str] = []
        for item in stated:
            if item.startswith("=") and item[1:] not in lists:
                raise PackError(f"{where}, rule {rule.get('id')}: no list {item[1:]!r}. Add it under 'lists'.")
            spelled += lists[item[1:]] if item.startswith("=") else [item]
        out[key] = spelled
    return out


# --- YAML ------------------------------------------------------------------------------------------------------------


def read_yaml(path: Path) -> dict[str, Any]:
    """Return a YAML file as dicts, lists and strings.

    Raises PackError with file and line for what is no YAML, no mapping at the top, or has a key twice.
    """
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise PackError(f"{path.name}: cannot be read: {error}") from error
    value = _plain(node, path.name) if node is not None else {}
    if not isinstance(value, dict):
        raise PackError(f"{path.name}: the top must be `key: value` pairs.")
    return value


def _plain(node: yaml.Node, name: str) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, name) for item in node.value]
    out: dict[str, Any] = {}
    for key, value in node.value:
        if key.value in out:
            raise PackError(f"{name}, line {key.start_mark.line + 1}: the key {key.value!r} stands twice.")
        out[key.value] = _plain(value, name)
    return out


def typed(raw: Mapping[str, Any], shape: type[T], where: str) -> T:
    """Return `raw` as the dataclass `shape`, checked field by field."""
    hints = typing.get_type_hints(shape)
    known = {f.name: f for f in fields(shape)}  # type: ignore[arg-type]
    if unknown := sorted(set(raw) - set(known)):
        raise PackError(f"{where}: unknown key {unknown[0]!r}. Known keys: {', '.join(sorted(known))}.")
    values: dict[str, Any] = {}
    for name, spec in known.items():
        if name in raw:
            values[name] = _as(raw[name], hints[name], f"{where}, {name}")
        elif spec.default is MISSING and spec.default_factory is MISSING:
            raise PackError(f"{where}: no {name!r}.")
    return shape(**values)


def _as(value: Any, wanted: Any, where: str) -> Any:
    """Return a plain YAML value in the form a field asks for."""
    origin, inner = typing.get_origin(wanted), typing.get_args(wanted)
    if wanted is str:
        if isinstance(value, str):
            return value
    elif wanted is int and isinstance(value, str) and value.lstrip("-").isdigit():
        return int(value)
    elif wanted is float and isinstance(value, str):
        return float(value)
    elif origin is tuple and isinstance(value, list):
        return tuple(_as(item, inner[0], where) for item in value)
    elif origin is dict and isinstance(value, dict):
        return {key: _as(item, inner[1], where) for key, item in value.items()}
    elif origin in (typing.Union, types.UnionType):
        return _as(value, next(t for t in inner if t is not type(None)), where)
    elif hasattr(wanted, "__dataclass_fields__") and isinstance(value, dict):
        return typed(value, wanted, where)
    raise PackError(f"{where}: expected {_told(wanted)}, found {value!r:.80}.")


def _told(wanted: Any) -> str:
    """Return the form that a field asks for, in words.

    >>> _told(tuple[str, ...]), _told(dict[str, tuple[str, ...]]), _told(int)
    ('a list as in [a, b]', '`key: value` pairs, each value a list as in [a, b]', 'a whole number')
    """
    origin, inner = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is tuple:
        return "a list as in [a, b]" if inner[0] is str else f"a list, each of it {_told(inner[0])}"
    if origin is dict:
        return "`key: value` pairs" + ("" if inner[1] is str else f", each value {_told(inner[1])}")
    if origin in (typing.Union, types.UnionType):
        return _told(next(kind for kind in inner if kind is not type(None)))
    return {str: "a text", int: "a whole number", float: "a number"}.get(wanted, "`key: value` pairs")
