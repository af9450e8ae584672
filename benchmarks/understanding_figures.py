"""Figures of understanding: leave one file out, and the time that a message takes.

python -m benchmarks.understanding_figures TRAIN-A.jsonl TRAIN-B.jsonl ... --out FOLDER [--ours]

Each file is read with models that learned from all the others and from our own messages; with --ours all files are read
with models that learned from our own messages alone. The answers go to FOLDER, to be judged by score.py. Needs
requirements/learn.txt, and ten minutes a file.
"""

import argparse
import json
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from learning.__main__ import learn
from learning.corpus import read_labelled
from understanding.context import network
from understanding.contract import parse_line
from understanding.message import model


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("train", nargs="+", type=Path)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--ours", action="store_true")
    told = arguments.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    if told.ours:
        answer(told.train, [], told.out)
    else:
        for path in told.train:
            answer([path], [other for other in told.train if other != path], told.out)


def answer(paths: list[Path], learned: list[Path], out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        model.FILE, network.FILE = Path(folder) / "model.npz", Path(folder) / "weights.npz"
        learn(read_labelled(learned), model.FILE, network.FILE)
        model.models.cache_clear()
        network.weights.cache_clear()
        for path in paths:
            read(path, out)


def read(path: Path, out: Path) -> None:
    spent = []
    with (out / path.name).open("w", encoding="utf-8") as file:
        for line in read_labelled([path]):
            started = time.process_time()
            found = parse_line(line)
            spent.append((time.process_time() - started) * 1000)
            file.write(json.dumps(found, ensure_ascii=False) + "\n")
    print(f"{path.name}: median {median(spent):.1f} ms, p99 {quantiles(spent, n=100)[98]:.1f} ms CPU")


if __name__ == "__main__":
    main()
