"""Where the CPU went, by package, out of the profiles of all threads."""

import pstats
from collections import defaultdict
from operator import itemgetter
from pathlib import Path
from typing import Any

OURS = ("bot", "delivery", "handlers", "understanding", "storage", "wording", "reminders", "sales", "web")
SHOWN = 12


def show(folder: Path) -> None:
    print("Where the CPU went, profiled (which makes everything slower):")
    for file in sorted(folder.glob("*.prof")):
        packages = _by_package(file)
        total = sum(packages.values())
        shares = ", ".join(
            f"{name} {seconds / total:.0%}"
            for name, seconds in sorted(packages.items(), key=itemgetter(1), reverse=True)[:SHOWN]
        )
        print(f"  {file.stem} {total:.1f} s: {shares}")


def _by_package(file: Path) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    # Typeshed leaves `stats` out, and what is documented instead knows functions by their bare names.
    entries: dict[tuple[str, int, str], tuple[Any, ...]] = vars(pstats.Stats(str(file)))["stats"]
    for (path, _, function), entry in entries.items():
        found[_package(path, function)] += entry[2]
    return found


def _package(path: str, function: str) -> str:
    parts = Path(path).parts
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1].removesuffix(".py")
    own = next((name for name in OURS if name in parts), None)
    if own:
        return own
    if "sqlite" in function:
        return "SQLite itself"
    return "Python" if path != "~" else "Python, in C"
