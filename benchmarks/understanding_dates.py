"""How many date phrases of public suites are read rightly, beside the libraries that one would reach for.

DATES=FOLDER python -m benchmarks understanding_dates

FOLDER holds dev_en.jsonl, dev_zh.jsonl and score.py. Without it only sentences that have no date are read.
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from benchmarks.baseline_dates import LIBRARIES, Found, Library
from benchmarks.shared_sets import Line, folder_of, read, scorer, share
from understanding.dates.finding import find_dates

DATE_FREE = Path(__file__).parents[1] / "tests" / "understanding" / "dates" / "date_free.txt"
ASKED = {"en": ("English", 0.85, 0.78), "zh": ("Chinese", 0.90, 0.87)}
NOW = datetime(2026, 3, 2, 10)  # noqa: DTZ001 - local time without a zone, as the suites give it
MISSING = "not installed: pip install -r requirements/bench.txt"
Right = Callable[[Line, Found], bool]


@dataclass(frozen=True, slots=True)
class Suite:
    """Phrases of a language with their judge, and sentences of which any date is wrong."""

    language: str
    lines: list[Line]
    free: list[Line]
    right: Right


@dataclass(slots=True)
class Reading:
    """What a library found in each line, and the milliseconds that each took."""

    found: list[Found] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)


def _rapport(text: str, now: datetime, _language: str) -> Found:
    return find_dates(text, now, month_first=True)


OURS = Library("Rapport", "understanding", tuple(ASKED), "", _rapport)


def main() -> None:
    folder = folder_of("DATES")
    # A library's warnings are its own business here.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for language in ASKED:
            _measure(_suite(language, folder))


def _suite(language: str, folder: Path | None) -> Suite:
    free = [line for line in DATE_FREE.read_text(encoding="utf-8").splitlines() if line.isascii() is (language == "en")]
    nowhen = [{"text": text, "now": NOW.isoformat()} for text in free]
    if folder is None:
        return Suite(language, [], nowhen, lambda *_: False)
    return Suite(language, read(folder / f"dev_{language}.jsonl"), nowhen, scorer(folder).right)


def _measure(suite: Suite) -> None:
    name, core, total = ASKED[suite.language]
    print(f"{name}: {len(suite.lines)} texts of public suites, {len(suite.free)} sentences without a date")
    print(f"  {'':24}core  all   Rapport there   wrong dates   median and p99, ms CPU")
    print(f"  {'asked for':24}{share(core):5} {share(total):5} {'':15} at most 1 %")
    ours = _reading(OURS, suite)
    print(f"  {OURS.name:24}{_row(suite, OURS, ours, ours)}", flush=True)
    for library in LIBRARIES:
        if suite.language in library.languages:
            told = _row(suite, library, _reading(library, suite), ours) if library.installed else MISSING
            print(f"  {library.name:24}{told}", flush=True)


def _row(suite: Suite, library: Library, reading: Reading, ours: Reading) -> str:
    """Beside a library stands what ours makes of the same phrases, which are not those of the library's own suite."""
    some = [number for number, line in enumerate(suite.lines) if line["source"] != library.suite]
    there = "" if reading is ours else _shares(suite, ours, some)
    seen = sum(bool(_asked(library, line, suite.language)) for line in suite.free) / len(suite.free)
    return f"{_shares(suite, reading, some):12}{there:16}{seen:7.1%}       {_times(reading)}"


def _reading(library: Library, suite: Suite) -> Reading:
    library.find("12 May 2026", NOW, suite.language)  # what it loads at the first call is not the phrase's
    reading = Reading()
    for line in suite.lines:
        before = process_time()
        reading.found.append(_asked(library, line, suite.language))
        reading.spent.append((process_time() - before) * 1000)
    return reading


def _asked(library: Library, line: Line, language: str) -> Found:
    try:
        return library.find(line["text"], datetime.fromisoformat(line["now"]), language)
    except Exception:  # noqa: BLE001 - a library that fails over a text has found nothing in it
        return []


def _shares(suite: Suite, reading: Reading, some: list[int]) -> str:
    judged = [
        (gold, suite.right(gold, reading.found[number])) for number in some for gold in suite.lines[number]["expected"]
    ]
    core = [good for gold, good in judged if gold.get("core")]
    return f"{_share(core):5} {_share([good for _, good in judged]):5}"


def _share(judged: list[bool]) -> str:
    return share(sum(judged) / len(judged)) if judged else "-"


def _times(reading: Reading) -> str:
    if len(reading.spent) < 2:
        return "-"
    return f"{median(reading.spent):7.2f} {quantiles(reading.spent, n=100)[98]:7.2f}"


if __name__ == "__main__":
    main()
