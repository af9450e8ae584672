"""Learns how much each doubt says against a reading, from messages that the models did not learn from.

python -m learning.confidence SCORER.py LABELLED.jsonl ... > understanding/lexicon/confidence.toml

SCORER is the score.py of the labelled messages: it says what is wrong with a reading. The models and the network in the
tree must not have learned from LABELLED. Prints the curve of questions against mistakes to standard error.
"""

import argparse
import importlib.util
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from learning.corpus import read_labelled
from understanding.contract import as_json, directory_of
from understanding.findings import Moment
from understanding.message.confidence import doubts
from understanding.reading import read

HEAD = "# How much each doubt takes from the odds that a whole reading is right. Learned: see learning/confidence.py."
ROUNDS, RATE, STRENGTH, PARTS = 3000, 0.05, 2.0, 5
Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Line = dict[str, Any]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("scorer", type=Path)
    arguments.add_argument("labelled", nargs="+", type=Path)
    told = arguments.parse_args()
    wrong = _scorer(told.scorer)
    rows = [_judged(line, wrong) for line in read_labelled(told.labelled)]
    names = list(rows[0][0])
    doubted = np.array([[row[name] for name in names] for row, _ in rows])
    right = np.array([float(good) for _, good in rows])
    print(*_curve(_left_out(doubted, right), right), sep="\n", file=sys.stderr)
    print(HEAD, "", "[weights]", *_written(["bias", *names], _learned(doubted, right)), sep="\n")


def _scorer(path: Path) -> Callable[[Line, Line], bool]:
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return lambda gold, found: not scorer.score(gold, found, scorer.Tally())


def _judged(line: Line, right: Callable[[Line, Line], bool]) -> tuple[dict[str, float], bool]:
    moment = Moment(datetime.fromisoformat(line["at"]), line["default_currency"])
    reading = read(line["text"], moment, directory_of(tuple(line["customers"])))
    return doubts(reading.noticed, reading.weighed, reading.found), right(line["expect"], as_json(reading.found))


def _learned(doubted: Numbers, right: Numbers) -> Numbers:
    """Logistic regression; a doubt never speaks for a reading."""
    inputs = np.hstack([np.ones((len(doubted), 1)), doubted])
    weights = np.zeros(inputs.shape[1])
    weights[0] = 1.0
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (right - chance) - STRENGTH * np.concatenate([[0.0], weights[1:]])
        weights += RATE * slope / np.sqrt(len(inputs)) / (1 + np.abs(inputs).mean(axis=0))
        weights[1:] = np.minimum(weights[1:], 0.0)
    return weights


def _left_out(doubted: Numbers, right: Numbers) -> Numbers:
    """What each message is said to be by weights that did not see it."""
    found = np.zeros(len(right))
    for part in range(PARTS):
        out = np.arange(len(right)) % PARTS == part
        weights = _learned(doubted[~out], right[~out])
        found[out] = 1 / (1 + np.exp(-(weights[0] + doubted[out] @ weights[1:])))
    return found


def _curve(sure: Numbers, right: Numbers) -> Iterator[str]:
    yield "asked  right among those saved  threshold"
    order = np.argsort(-sure)
    for share in (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6):
        saved = order[: round(len(order) * (1 - share))]
        yield f"{share:5.0%}  {right[saved].mean():24.3f}  {sure[saved].min():9.3f}"
    buckets: dict[float, list[float]] = defaultdict(list)
    for chance, good in zip(sure, right, strict=True):
        buckets[int(chance * 10) / 10].append(good)
    yield "said to be right  are right  messages"
    for low, some in sorted(buckets.items()):
        yield f"{low:7.1f} to {low + 0.1:.1f}  {np.mean(some):10.3f}  {len(some):8}"


def _written(names: Iterable[str], weights: Numbers) -> Iterator[str]:
    for name, weight in zip(names, weights, strict=True):
        yield f"{name if name.isidentifier() else f'{chr(34)}{name}{chr(34)}'} = {weight:.3f}"


if __name__ == "__main__":
    main()
