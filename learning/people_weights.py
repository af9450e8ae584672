"""Learns how much each clue speaks for a person, from labelled messages.

python -m learning.people_weights LABELLED.jsonl ... > understanding/lexicon/people_weights.toml
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from understanding.contract import directory_of
from understanding.findings import Moment
from understanding.message.notice import notice
from understanding.message.people import finding
from understanding.message.people.clues import Guess
from understanding.spelling import is_han, plain

HEAD = "# What each clue adds to the odds of a person. Learned: see learning/people_weights.py.\n\n[weights]"
_AROUND = 24
ROUNDS, RATE, STRENGTH, FEWEST = 400, 0.5, 0.4, 3
Line = dict[str, Any]
Sample = tuple[tuple[str, ...], bool]
Places = np.ndarray[tuple[int], np.dtype[np.intp]]
Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]


def read(paths: Iterable[str]) -> Iterator[Line]:
    for path in paths:
        yield from (json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line.strip())


def samples(line: Line) -> Iterator[Sample]:
    """Every guess at a person, and whether a contact or the owner of a fact is called so."""
    told = line.get("expect", line)
    if not told["entries"] and not told["facts"]:
        return
    names = {bare(name) for entry in told["entries"] for name in entry["contacts"] or ()}
    names |= {bare(fact["contact"]) for fact in told["facts"] if fact["contact"]}
    parts = {part for name in names for part in (*name.split(), name[:1] if is_han(name[0]) else "")} - names
    for one in _guesses(line):
        said = bare(line["text"][one.start : one.end])
        if said not in parts or not _again(line["text"], one, names):
            yield one.clues, said in names


def _again(text: str, one: Guess, names: set[str]) -> bool:
    """Whoever was named in full may be named in short elsewhere: that tells nothing."""
    around = plain(text[max(0, one.start - _AROUND) : one.end + _AROUND])
    return not any(name in around for name in names)


def bare(name: str) -> str:
    """Without what stands for a title on either side, so that 王总 and 王 are one."""
    small = plain(name.strip())
    stripped = _TITLES.sub("", small).strip()
    return _NICK.sub("", stripped or small)


_TITLES = re.compile(
    "(?:副?总经理|副总|董事长|总监|经理|主任|主管|部长|科长|处长|厂长|院长|校长|店长|队长|社长|会长|护士长|站长|班长|局长|老板娘?"
    "|工程师|采购|会计|先生|女士|小姐|太太|老师|医生|博士|教授|师傅|[总工董姐哥院厂局生]|[ -](?:zong|jingli|laoban))$"
)
_NICK = re.compile("^[老小](?=[\u4e00-\u9fff]$)")


def _guesses(line: Line) -> Iterator[Guess]:
    directory = directory_of(tuple(line["customers"]))
    noticed = notice(line["text"], Moment(datetime.fromisoformat(line["at"]), line["default_currency"]), directory)
    yield from finding.guesses(noticed.text, noticed.spelled, noticed.apart)


def learned(some: list[Sample]) -> dict[str, float]:
    often = Counter(clue for clues, _ in some for clue in set(clues))
    names = sorted(clue for clue, times in often.items() if times >= FEWEST)
    place = {name: index for index, name in enumerate(names)}
    rows = [[place[clue] for clue in set(clues) if clue in place] for clues, _ in some]
    who = np.array([index for index, row in enumerate(rows) for _ in row])
    what = np.array([one for row in rows for one in row])
    truth = np.array([right for _, right in some], float)
    weights = descended(who, what, truth, len(names))
    return {name: round(float(weights[place[name]]), 2) for name in names}


def descended(who: Places, what: Places, truth: Numbers, wide: int) -> Numbers:
    """Logistic regression, with steps that are shorter for what was often moved."""
    weights, moved = np.zeros(wide), np.full(wide, 1e-6)
    for _ in range(ROUNDS):
        odds = np.bincount(who, weights[what], len(truth))
        slope = np.bincount(what, (1 / (1 + np.exp(-odds)) - truth)[who], wide) + STRENGTH * weights
        moved += slope**2
        weights -= RATE * slope / np.sqrt(moved)
    return weights


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    some = [one for line in read(parser.parse_args(arguments).paths) for one in samples(line)]
    lines = [f'"{name}" = {weight}' for name, weight in learned(some).items() if weight]
    sys.stdout.write("\n".join([HEAD, *lines, ""]))


if __name__ == "__main__":
    main(sys.argv[1:])
