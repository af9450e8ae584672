"""How many of 150 questions about the book are read exactly as they are meant, and whether tellings are taken for one.

LABELLED=FOLDER python -m benchmarks understanding_questions

FOLDER holds labelled messages; without it only the questions are read. Those "not looked at" were not looked at while
the grammar was written.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from benchmarks.shared_sets import Line, folder_of, read, share
from tests.questions.readings import AT, VOCABULARY, Labelled, labelled, right
from understanding.questions.reading import read_question
from understanding.questions.sounding import sounds_asked

LANGUAGES = {"en": "English", "zh": "Chinese"}


def main() -> None:
    questions = list(labelled())
    for language, name in LANGUAGES.items():
        for seen, how in ((True, "looked at"), (False, "not looked at")):
            found, all_of_them = right(one for one in questions if (one.language, one.seen) == (language, seen))
            print(f"  {name}, {how}: {found} of {all_of_them} ({share(found / all_of_them)})")
    _time(questions)
    folder = folder_of("LABELLED")
    if folder is not None:
        _tellings(folder)


def _time(questions: list[Labelled]) -> None:
    """By processor, the first reading apart: it compiles the patterns."""
    spent = sorted(_spent(one.text) for one in questions)
    print(f"  a question: median {median(spent):.1f} ms, p99 {quantiles(spent, n=100)[98]:.1f} ms")


def _spent(text: str) -> float:
    before = process_time()
    read_question(text, VOCABULARY, AT)
    return 1000 * (process_time() - before)


def _tellings(folder: Path) -> None:
    """Of what is labelled as told none may be taken for a question."""
    told = [
        line for line in _messages(folder) if any(line["expect"][part] for part in ("entries", "follow_ups", "facts"))
    ]
    sounding = [line for line in told if sounds_asked(line["text"])]
    taken = [line["text"] for line in sounding if _is_taken(line)]
    print(f"  tellings: {len(told)}, of which {len(sounding)} sound like a question; taken for one: {len(taken)}")
    for text in taken:
        print(f"    {text}")


def _messages(folder: Path) -> Iterator[Line]:
    for path in sorted(folder.glob("train*.jsonl")):
        yield from read(path)


def _is_taken(line: Line) -> bool:
    at = datetime.fromisoformat(line["at"]).replace(tzinfo=None)
    return read_question(line["text"], VOCABULARY, at).clear is not None
