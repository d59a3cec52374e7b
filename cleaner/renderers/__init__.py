"""Reports of a run as files: one lazy table of renderers. A renderer shows what `cleaner.report` counted.

A renderer is a module with `render(report: Report) -> str`.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Final

RENDERERS: Final[dict[str, str]] = {
    "report.html": "cleaner.renderers.html",
    "report.json": "cleaner.renderers.json",
    "report.md": "cleaner.renderers.markdown",
}


def write_all(out_dir: Path) -> list[Path]:
    """Write every report beside the tables in `out_dir` and return the files, report.html first.

    Raises SchemaError when the tables cannot be read.
    """
    from cleaner.report import build

    report = build(out_dir)
    written = []
    for name, module in RENDERERS.items():
        path = out_dir / name
        text: str = import_module(module).render(report)
        path.write_bytes(text.encode("utf-8", "backslashreplace"))
        written.append(path)
    return written
