"""How fast a message is read with a directory of 10,000 names, how slowly the worst text, and what the process takes.

python -m benchmarks.understanding_speed [LABELLED.jsonl ...]

Without files our own labelled messages are read.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from time import process_time
from typing import Any

from benchmarks.hostile_texts import hostile_texts
from benchmarks.made_up_names import made_up
from benchmarks.memory import most_memory
from bot.collector import spare_what_stays
from learning.corpus import FOLDER
from learning.corpus import read as ours
from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.reading import understand

SIZE = 10_000
READ = 1000
WARMING = 100
"""Messages that are read before the clock counts; the others are read for the first time."""
EVERY = 40
"""Of the names of the directory one in so many is in the hostile rows."""


def main(files: Sequence[Path] = ()) -> None:
    # A process of its own, so that its memory is its own too.
    worker = get_context("spawn").Process(target=measure, args=(files,))
    worker.start()
    worker.join()
    if worker.exitcode:
        sys.exit(worker.exitcode)


def measure(files: Sequence[Path]) -> None:
    lines = _lines(files)
    names = [*dict.fromkeys([*(name for line in lines for name in line["customers"]), *made_up(SIZE)])][:SIZE]
    directory = Directory(Known(key, name) for key, name in enumerate(names))
    for line in lines[:WARMING]:
        understand(line["text"], _moment(line), directory)
    # As the bot does; else one reading in hundreds pays for a look at all 10,000 names and the whole lexicon.
    spare_what_stays()
    spent = [_spent(line["text"], _moment(line), directory) for line in lines[WARMING:]]
    print(f"{len(spent)} messages beside {SIZE:,} names, CPU time")
    print(f"  median   {median(spent):6.2f} ms  asked: under 2")
    print(f"  p99      {quantiles(spent, n=100)[98]:6.2f} ms  asked: under 12")
    worst, what = _worst(hostile_texts(names[::EVERY], (line["text"] for line in lines)), _moment(lines[0]), directory)
    print(f"  hostile  {worst:6.1f} ms  asked: under 200 ({what})")
    print(f"  memory   {most_memory():6} MB  asked: under 350")
    print(f"  import   {_import_time():6.2f} s   asked: under 1")


def _lines(files: Sequence[Path]) -> list[dict[str, Any]]:
    if files:
        return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines() if line]
    found = ours(sorted(FOLDER.glob("*.txt")))
    return found[:: max(1, len(found) // (READ + WARMING))]


def _moment(line: dict[str, Any]) -> Moment:
    return Moment(datetime.fromisoformat(line["at"]), line["default_currency"])


def _worst(texts: Iterable[tuple[str, str]], moment: Moment, directory: Directory) -> tuple[float, str]:
    return max((_spent(text, moment, directory), what) for what, text in texts)


def _spent(text: str, moment: Moment, directory: Directory) -> float:
    before = process_time()
    understand(text, moment, directory)
    return (process_time() - before) * 1000


def _import_time() -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([sys.executable, "-c", "import understanding.reading"], check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


if __name__ == "__main__":
    main([Path(one) for one in sys.argv[1:]])
