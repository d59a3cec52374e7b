"""What made a run's tables: versions of cleaner and of what it stands on, hashes of packs, people and weights."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from cleaner import __version__

_DATA: Final = frozenset({".yaml", ".npz", ".npy", ".bin", ".json"})
_NO_INPUT: Final = frozenset({"__pycache__", "renderers", "training"})
"""Folders whose data changes no table: what is kept for speed (there or not), reports, what weights were made with."""
_NAME: Final = re.compile(r"[\w.-]+")


def provenance(packs: Sequence[str] = (), people: Sequence[str] = ()) -> dict[str, Any]:
    """Return versions and hashes; equal installations give equal values."""
    return {"versions": _versions(), "data": _package_data(), "packs": _user_files(packs),
            "people": _user_files(people)}  # fmt: skip


@lru_cache
def _versions() -> dict[str, str]:
    """Return the versions of cleaner and of the packages it requires."""
    versions = {"cleaner": __version__}
    try:
        required = metadata.requires("cleaner") or []
    except metadata.PackageNotFoundError:
        required = []
    for line in sorted(required):
        name = _NAME.match(line)
        if name and "extra ==" not in line:
            try:
                versions[name[0]] = metadata.version(name[0])
            except metadata.PackageNotFoundError:
                versions[name[0]] = "absent"
    return versions


@lru_cache
def _package_data() -> dict[str, str]:
    """Return a hash for each folder of data that the package brings: language packs, name lists, weights."""
    root = Path(__file__).parents[1]
    folders: defaultdict[str, list[Path]] = defaultdict(list)
    for path in sorted(root.rglob("*")):
        folder = path.parent.relative_to(root)
        if path.suffix in _DATA and _NO_INPUT.isdisjoint(folder.parts) and path.is_file():
            folders[folder.as_posix()].append(path)
    return {folder: _hash(paths) for folder, paths in sorted(folders.items())}


def _user_files(files: Sequence[str]) -> dict[str, str]:
    out = {}
    for file in sorted(files):
        path = Path(file)
        out[path.name] = _hash(sorted(path.glob("*.yaml")) if path.is_dir() else [path])
    return out


def _hash(paths: Iterable[Path]) -> str:
    """Return one hash over names and contents."""
    digest = hashlib.sha256()
    for path in paths:
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
