"""Plain data that takes long to make out of files, kept between processes beside them, as Python keeps its bytecode.

What is kept names the very content of the files, and of the code, that it was made of; so it is never out of date.
Where nothing may be written it is made anew each time.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

_HERE: Final = Path(__file__).parent


def digest(files: Iterable[Path], code: Iterable[str]) -> str:
    """Return what names the content of files, and of modules of this package, under this Python."""
    total = hashlib.blake2b(sys.version.encode(), digest_size=12)
    for path in (*files, *(_HERE / f"{name}.py" for name in code)):
        content = path.read_bytes()
        total.update(f"{path.relative_to(_HERE).as_posix()} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def kept(folder: Path, name: str, content: str, make: Callable[[], object]) -> Any:
    """Return what `make` makes, in lists, dicts, strings and numbers: read if it was kept for this content, else made,
    and kept beside the files of `folder` for the next process."""
    path = folder / "__pycache__" / f"{name}.{content}.json"
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        made = json.dumps(make(), ensure_ascii=False, separators=(",", ":"))
    _write(path, name, made)
    return json.loads(made)


def _write(path: Path, name: str, made: str) -> None:
    """Write a file at once or not at all, and remove those of other contents; nothing is lost where it cannot be."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(exist_ok=True)
        unfinished.write_text(made, encoding="utf-8")
        unfinished.replace(path)
        for old in path.parent.glob(f"{name}.*.json"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()
