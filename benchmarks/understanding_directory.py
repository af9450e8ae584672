"""Finding customers by what is said of them, in directories of 10,000 and 100,000 made-up names.

python -m benchmarks.understanding_directory
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from multiprocessing import get_context
from random import Random
from statistics import median, quantiles
from time import process_time
from typing import TypeVar

from pypinyin import lazy_pinyin

from benchmarks.baseline_customers import SCORERS, Names
from benchmarks.made_up_names import made_up
from benchmarks.memory import most_memory
from understanding.directory import Directory, Known

T = TypeVar("T")
Finder = Callable[[str], tuple[set[int], set[int]]]

SIZES = (10_000, 100_000)
ASKED = 2000
RACED = 40
"""Messages that are read by us and by the baselines, in each way; those take up to half a second for one."""
CHANGED = 500
CHINESE_LEGAL = re.compile("(股份|集团|有限责任)?(有限)?公司$|厂$")
ASKED_FOR = "p99 under 5 ms, memory under 250 MB"
TOLD = (
    "Went to {} this morning, met the buyer, he wants a quote for 20 pumps by Friday",
    "{} paid the invoice of last month, and please remind me to call them on Tuesday about the late delivery",
    "saw {} and {} at the fair yesterday, both liked the new label printer, nothing signed yet",
    "今天去了{},采购说上次那批货有三箱受潮,要求下周三之前换货,我答应他明天先报个价",
    "{}下单了十二万,下周一发货;{}那边还在比价,月底再跟一次",
    "nothing much today, two hours in traffic and a sandwich, tomorrow the quarterly meeting with the whole team",
)


def main() -> None:
    for size in SIZES:
        # Each size has a process of its own, so that its memory is its own too.
        worker = get_context("spawn").Process(target=measure, args=(size,))
        worker.start()
        worker.join()
        if worker.exitcode:
            sys.exit(worker.exitcode)


def measure(size: int) -> None:
    names = made_up(size)
    before = process_time()
    directory = Directory(Known(key, name) for key, name in enumerate(names))
    print(f"{size:,} names: built in {process_time() - before:.1f} s CPU")
    dice = Random(size)  # noqa: S311 - messages to be made again, no secrets
    asked = f"  asked: {ASKED_FOR}" if size == max(SIZES) else ""
    print(f"  customers of a message: {_timed(directory.named, _messages(names, dice))}{asked}")
    some = [(key, names[key]) for key in dice.sample(range(size), CHANGED)]
    print("  one customer renamed:  ", _timed(directory.add, (Known(key, f"{name} Novum") for key, name in some)))
    print("  one customer added:    ", _timed(directory.add, (Known(key + size, name) for key, name in some)))
    print("  one customer removed:  ", _timed(directory.remove, (key for key, _ in some)))
    known = [Known(key, name) for key, name in enumerate(names)]
    known[size // 2] = replace(known[size // 2], aliases=("the yellow shed",))
    directory.renew(known)
    print("  all compared, one new alias:", _timed(directory.renew, [known] * 3))
    print(f"  memory of the process at most {most_memory()} MB", flush=True)
    # Last, as the baselines' copies of the names are not our memory. Each customer has its first name again.
    _race(directory, names, dice)


def _messages(names: list[str], dice: Random) -> Iterator[str]:
    """Names as they stand, and cut short: what a rep leaves out first is the end."""
    for _ in range(ASKED):
        told = dice.choice(TOLD)
        said = [_short(dice.choice(names), dice) for _ in range(told.count("{}"))]
        yield told.format(*said)


def _short(name: str, dice: Random) -> str:
    words = name.split()
    if len(words) > 1:
        return " ".join(words[: dice.randint(1, len(words))]).lower()
    return name[: dice.randint(min(4, len(name)), len(name))]


def _race(directory: Directory, names: list[str], dice: Random) -> None:
    """Two names in a message, said in several ways: how many are known, how many at least offered."""
    finders: dict[str, Finder] = {"Rapport": lambda text: _ours(directory, text)}
    finders |= {name: Names(names, scorer).found for name, scorer in SCORERS.items()}
    for way, (say, some) in WAYS.items():
        keys = [key for key, name in enumerate(names) if some(name)]
        asked = [(pair, [say(names[key]) for key in pair]) for pair in (dice.sample(keys, 2) for _ in range(RACED))]
        print(f"  {RACED} messages, two names in each, {way}:")
        for name, find in finders.items():
            print(f"    {name:26} {_found(find, asked)}", flush=True)


def _slipped(name: str) -> str:
    """Without one of its letters, as a hasty thumb leaves it."""
    return name[:2].lower() + name[3:].lower()


def _by_sound(name: str) -> str:
    return "".join(lazy_pinyin(CHINESE_LEGAL.sub("", name)))


WAYS: dict[str, tuple[Callable[[str], str], Callable[[str], bool]]] = {
    "in full, in small letters": (str.lower, bool),
    "with a letter left out": (_slipped, str.isascii),
    "Chinese, by its sound as one word, no legal form": (_by_sound, lambda name: not name.isascii()),
}


def _ours(directory: Directory, text: str) -> tuple[set[int], set[int]]:
    mentions = directory.named(text)
    return {one.key for one in mentions if one.sure >= 0.5}, {key for one in mentions for key, _ in one.scores}


def _found(find: Finder, asked: list[tuple[list[int], list[str]]]) -> str:
    known = offered = 0

    def judge(one: tuple[list[int], list[str]]) -> None:
        nonlocal known, offered
        keys, (first, second) = one
        meant, shown = find(f"met the buyers of {first} and {second} at the fair")
        known, offered = known + len(meant & set(keys)), offered + len(shown & set(keys))

    times = _timed(judge, asked)
    return f"{known / 2 / len(asked):4.0%} known, {offered / 2 / len(asked):4.0%} offered; {times}"


def _timed(work: Callable[[T], object], given: Iterable[T]) -> str:
    spent = []
    for one in given:
        before = process_time()
        work(one)
        spent.append((process_time() - before) * 1000)
    p99 = quantiles(spent, n=100, method="inclusive")[98]
    return f"median {median(spent):.2f} ms, p99 {p99:.2f} ms, at most {max(spent):.2f} ms CPU"


if __name__ == "__main__":
    main()
