"""Says which classes of the lexicon no tested text depends on: `python -m tests.understanding.lexicon_use` (minutes).

Each class is taken out in a process of its own, and whatever the tests say is read again.
"""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from zoneinfo import ZoneInfo

from understanding.lexicon.shelf import LANGUAGES, table

TESTS = Path(__file__).parent
SHELF = TESTS.parents[1] / "understanding" / "lexicon"
NEVER_SAID = "zzqx"
NAMES = (
    *(
        "Acme Tools",
        "Globex Trading",
        "Bolt Co",
        "Northgate Bakery",
        "St. Mary's Hospital",
        "Harlow & Finch Solicitors",
    ),
    *(
        "恒大钢铁集团有限公司",
        "恒大物业管理有限公司",
        "苏州云帆精密机械有限公司",
        "华信机械",
        "金桥贸易",
        "上海第二纺织厂",
    ),
)


def classes() -> Iterator[tuple[str, str, str]]:
    """Language, file and class; where a table holds lists, each of them is a class."""
    for language in LANGUAGES:
        for path in sorted((SHELF / language).glob("*.toml")):
            for name, value in table(language, path.stem).items():
                inner = (
                    isinstance(value, dict)
                    and path.stem != "dates"
                    and all(isinstance(one, list) for one in value.values())
                )
                yield from (
                    ((language, path.stem, f"{name}.{key}") for key in value)
                    if inner
                    else [(language, path.stem, name)]
                )


def without(language: str, file: str, name: str) -> None:
    """Take a class out, before anything has looked at it."""
    told: dict[str, Any] = table(language, file)
    *outer, last = name.split(".")
    for key in outer:
        told = told[key]
    match told[last]:
        case str():
            told[last] = NEVER_SAID
        case list():
            told[last] = [NEVER_SAID]
        case values:
            told[last] = {NEVER_SAID: next(iter(values.values()), 0)}


def texts() -> list[str]:
    """Whatever the tests of understanding say."""
    said = [text for path in sorted(TESTS.rglob("*.toml")) for text in _strings(tomllib.loads(path.read_text("utf-8")))]
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(TESTS.glob("test_*.py"))]
    said += [
        one.value
        for tree in trees
        for one in ast.walk(tree)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]
    return list(dict.fromkeys(said))


def _strings(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, list):
        for one in told:
            yield from _strings(one)
    elif isinstance(told, dict):
        yield from (key for key in told if isinstance(key, str))
        yield from _strings(list(told.values()))


def readings() -> Iterator[str]:
    from understanding.directory import Directory, Known
    from understanding.findings import Moment
    from understanding.reading import understand

    at = datetime(2026, 3, 4, 10, 20, tzinfo=ZoneInfo("Asia/Singapore"))
    moment, directory = Moment(at, "SGD", context=1), Directory(Known(key, name) for key, name in enumerate(NAMES, 1))
    return (repr(understand(text, moment, directory)) for text in texts())


def differs(before: list[str]) -> bool:
    return any(one != other for one, other in zip(readings(), before, strict=True))


def main() -> None:
    """Without arguments, examine all; with a file and a class, tell by the exit code if something depends on it."""
    if len(sys.argv) > 1:
        before = Path(sys.argv[1]).read_text("utf-8").splitlines()
        without(*sys.argv[2:])
        sys.exit(differs(before))
    with NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write("\n".join(readings()))
        file.flush()
        for one in classes():
            command = [sys.executable, "-m", "tests.understanding.lexicon_use", file.name, *one]
            # What fails without its words depends on them, too.
            if subprocess.run(command, capture_output=True, check=False).returncode == 0:  # noqa: S603 - our own module
                sys.stdout.write(" ".join(one) + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
