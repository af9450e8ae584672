"""How many questions about the book are read and answered exactly as they are meant, and no telling taken for one.

LABELLED=FOLDER python -m benchmarks understanding_questions

FOLDER holds labelled messages; without it only the questions are read. Those "not looked at" were not looked at while
the grammar was written. Answers are those on the demo's year, held against a second count over its plain rows.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.shared_sets import Line, folder_of, read, share
from storage.migrating import migrate
from storage.store import open_store
from tests.questions.demo_book import NOW, fill_demo, second_count
from tests.questions.product_answers import fits, product_answer
from tests.questions.readings import AT, VOCABULARY, Labelled, fresh, labelled, right, typed
from understanding.questions.reading import read_question
from understanding.questions.sounding import sounds_asked

LANGUAGES = {"en": "English", "zh": "Chinese"}


def main() -> None:
    questions = list(labelled())
    for language, name in LANGUAGES.items():
        for seen, how in ((True, "looked at"), (False, "not looked at")):
            print(
                f"  {name}, {how}: {_share(one for one in questions if (one.language, one.seen) == (language, seen))}"
            )
        print(f"  {name}, typed on a phone: {_share(one for one in typed() if one.language == language)}")
        print(f"  {name}, written last, not looked at: {_share(one for one in fresh() if one.language == language)}")
    _time(questions)
    _answers(questions)
    folder = folder_of("LABELLED")
    if folder is not None:
        _tellings(folder)


def _share(questions: Iterable[Labelled]) -> str:
    found, all_of_them = right(questions)
    return f"{found} of {all_of_them} ({share(found / all_of_them)})"


def _answers(questions: list[Labelled]) -> None:
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/demo.db"
        migrate(url)
        store = open_store(url)
        with store.transaction() as session:
            boss = fill_demo(session)
            second = second_count(session)
            for name, some in (
                ("the 150", questions),
                ("those typed on a phone", list(typed())),
                ("the last", list(fresh())),
            ):
                answered = [(product_answer(session, boss, one.text, NOW), second.of(one.means)) for one in some]
                found = sum(fits(*pair) for pair in answered)
                print(f"  {name}, answered right on the demo: {found} of {len(some)} ({share(found / len(some))})")
        store.close()


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
