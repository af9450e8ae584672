"""How many labelled messages are read rightly, beside a baseline of keywords and known libraries.

LABELLED=FOLDER [ANSWERS=FOLDER] python -m benchmarks understanding_messages

LABELLED holds dev.jsonl, train-*.jsonl and score.py. Without it our own messages are read, of which the models learned.
ANSWERS holds what benchmarks.understanding_figures made of train-*.jsonl, by models that learned from other files.
"""

import os
import warnings
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from benchmarks.baseline_messages import NEEDED, read_by_keywords
from benchmarks.shared_sets import Line, folder_of, read, scorer, share
from learning import corpus
from understanding.contract import parse_line

ASKED: dict[str, tuple[str, float | None]] = {
    "exact": ("whole messages right", 0.85),
    "entries": ("entries F1", 0.93),
    "follow_ups": ("follow-ups F1", 0.93),
    "contacts": ("contacts F1", 0.93),
    "amounts": ("sums", 0.96),
    "category": ("complaint category", 0.85),
    "ask": ("questions", 0.97),
    "facts": ("facts F1", None),
    "when": ("dates of what happened", None),
}
LEFT_OUT = 0.80
"""Of whole messages, asked for where a file is read by models that learned from all the others."""
NOT_LEFT_OUT = """\
train-*.jsonl tells nothing here, as the models in the tree learned from it. To leave one file out takes ten minutes
a file: python -m benchmarks.understanding_figures, then this again with ANSWERS=FOLDER (see docs/understanding.md)"""
LANGUAGES = ("en", "zh", "mixed")
SAMPLE = 300
"""Of our own messages so many are read."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one reader answers."""

    name: str
    answers: list[Line]


def main() -> None:
    folder = folder_of("LABELLED")
    # What the libraries of the baseline warn about is their own business.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if folder:
            _shared(folder)
        else:
            _ours()


def _shared(folder: Path) -> None:
    judge, trained = scorer(folder), sorted(folder.glob("train-*.jsonl"))
    lines = read(folder / "dev.jsonl")
    _table(judge, "dev.jsonl, from which nothing was learned", lines, _columns(lines))
    answers = Path(os.environ.get("ANSWERS", "nowhere"))
    if trained and all((answers / path.name).is_file() for path in trained):
        lines = [line for path in trained for line in read(path)]
        told = Column("Rapport", [line for path in trained for line in read(answers / path.name)])
        _table(judge, "train-*.jsonl, by models that did not learn from what they read", lines, [told])
        print(f"  asked of whole messages: {share(LEFT_OUT)}")
    else:
        print(NOT_LEFT_OUT)


def _columns(lines: list[Line]) -> list[Column]:
    columns = [Column("Rapport", [parse_line(line) for line in lines])]
    if all(find_spec(name) for name in NEEDED):
        columns.append(Column("keywords and libraries", [read_by_keywords(line) for line in lines]))
    else:
        print("The baseline's libraries are not installed: pip install -r requirements/bench.txt")
    return columns


def _table(judge: ModuleType, what: str, lines: list[Line], columns: list[Column]) -> None:
    told = [_figures(judge, lines, column) for column in columns]
    print(f"{len(lines)} messages: {what}")
    print(f"  {'':26}asked  {'  '.join(column.name for column in columns)}")
    for key, (name, asked) in ASKED.items():
        print(f"  {name:26}{share(asked) if asked else '':5}  {_row(columns, [one.get(key, '-') for one in told])}")
    for language in LANGUAGES:
        print(f"  {f'whole messages, {language}':33}{_row(columns, [one.get(language, '-') for one in told])}")


def _row(columns: list[Column], cells: list[str]) -> str:
    return "  ".join(f"{cell:{len(column.name)}}" for column, cell in zip(columns, cells, strict=True)).rstrip()


def _figures(judge: ModuleType, lines: list[Line], column: Column) -> dict[str, str]:
    """By the shared set's own judge; for a language the share of whole messages."""
    every = judge.Tally()
    right: dict[str, list[bool]] = {}
    for line, answer in zip(lines, column.answers, strict=True):
        right.setdefault(line["lang"], []).append(not judge.score(line["expect"], answer, every))
    shares = {name: share(value) for name, value, _ in every.rows()}
    return shares | {language: share(sum(good) / len(good)) for language, good in right.items()}


def _ours() -> None:
    """No judge is in the repository: what counts here is less than what score.py looks at."""
    lines = corpus.read(sorted(corpus.FOLDER.glob("*.txt")))
    some = lines[:: max(1, len(lines) // SAMPLE)]
    print(f"{len(some)} messages of our own, from most of which THE MODELS LEARNED: tells only what is broken")
    for column in _columns(some):
        good = [_told(line["expect"]) == _told(answer) for line, answer in zip(some, column.answers, strict=True)]
        print(f"  {column.name:26}{share(sum(good) / len(good))} have every kind, customer, sum and due date right")


def _told(found: Line) -> tuple[object, ...]:
    entries = {(one["kind"], one["customer"], (one["amount"] or {}).get("value")) for one in found.get("entries", ())}
    plans = sorted((str(one["customer"]), str(one["due"])) for one in found.get("follow_ups", ()))
    return entries, plans, found["ask"]


if __name__ == "__main__":
    main()
