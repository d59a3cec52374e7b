"""Check what a wheel holds: every module and data file of the tree, cleaner.schemas among them; no `schemas` beside it.

Run by `make wheel` as a program: it installs the wheel into an empty environment's folder, beside a user's own package
named `schemas`, and imports both.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHIPPED = {".py", ".typed", ".yaml", ".css", ".js", ".html", ".npz", ".json", ".bin"}


def expected() -> set[str]:
    """Return the paths the wheel must hold, as they stand in it."""
    found = set()
    for folder, name in (("cleaner", "cleaner"), ("schemas", "cleaner/schemas")):
        for path in (ROOT / folder).rglob("*"):
            inside = path.relative_to(ROOT / folder)
            linked = folder == "cleaner" and inside.parts[0] == "schemas"  # the type checkers' link
            made = "__pycache__" in inside.parts
            if path.suffix in SHIPPED and path.is_file() and not linked and not made:
                found.add(f"{name}/{inside.as_posix()}")
    return found


def main(folder: Path) -> int:
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
        missing, extra = sorted(expected() - held), sorted(held - expected())
        if missing or extra:
            print(f"{wheel.name}: missing {missing}; not expected {extra}. See packages and package-data in pyproject.")
            return 1
        with tempfile.TemporaryDirectory() as site:
            archive.extractall(site)
            own = Path(site, "schemas")
            own.mkdir()
            (own / "__init__.py").write_text("whose = 'the user'\n")
            code = (
                "import schemas, cleaner, cleaner.schemas; assert schemas.whose == 'the user'; "
                f"assert cleaner.__file__.startswith({site!r}), cleaner.__file__; "
                "assert cleaner.clean('The minister said that the talks would go on after the weekend.').text"
            )
            subprocess.run([sys.executable, "-c", code], cwd=site, check=True)
    print(f"{wheel.name}: {len(held)} files, as in the tree; a package `schemas` of the user's own stays the user's")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
