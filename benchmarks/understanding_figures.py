"""Figures of understanding: leave one file out, and the time that a message takes.

python -m benchmarks.understanding_figures TRAIN-A.jsonl TRAIN-B.jsonl ... --out FOLDER

Each file is read with models that learned from all the others; the answers go to FOLDER, to be judged by score.py.
"""

import argparse
import json
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from benchmarks.understanding_training import MADE_UP, made_up, read, samples, write
from understanding.contract import parse_line
from understanding.message import model


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("train", nargs="+")
    arguments.add_argument("--out", type=Path, required=True)
    told = arguments.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    for path in told.train:
        answer(path, [other for other in told.train if other != path], told.out)


def answer(path: str, others: list[str], out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        model.FILE = Path(folder) / "model.npz"
        write(samples([*read(others), *made_up(MADE_UP)]), model.FILE)
        model.models.cache_clear()
        spent = []
        with (out / Path(path).name).open("w", encoding="utf-8") as file:
            for line in read([path]):
                started = time.process_time()
                found = parse_line(line)
                spent.append((time.process_time() - started) * 1000)
                file.write(json.dumps(found, ensure_ascii=False) + "\n")
    print(f"{Path(path).name}: median {median(spent):.1f} ms, p99 {quantiles(spent, n=100)[98]:.1f} ms CPU")


if __name__ == "__main__":
    main()
