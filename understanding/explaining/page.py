"""Puts together the page that explains how a message is read."""

from collections.abc import Iterable, Iterator

from understanding.directory import Directory
from understanding.explaining.chances import HEADS, LIKELY, customers, question_rows
from understanding.explaining.columns import Row, aligned, one_line
from understanding.explaining.message_parts import clause_rows, cue_rows
from understanding.explaining.things import chance, thing_rows
from understanding.explaining.told import told_rows
from understanding.findings import Moment
from understanding.message.notice import Noticed, notice
from understanding.message.questions import question
from understanding.reading import Reading, read


def explain(text: str, moment: Moment, directory: Directory) -> str:
    """Everything that led to the reading of a message, for a terminal."""
    if not text.strip():
        return "An empty message says nothing.\n"
    noticed, reading = notice(text, moment, directory), read(text, moment, directory)
    lines = [*_head(noticed, moment), *_found(noticed, moment, directory), *_weighed(noticed, reading)]
    lines += _part(f"READING, all of it right: {chance(reading.found.sure)}", told_rows(reading.found))
    return "\n".join(lines) + "\n"


def _head(noticed: Noticed, moment: Moment) -> Iterator[str]:
    yield one_line(noticed.text)
    yield f"written {moment.at:%a %Y-%m-%d %H:%M}, sums in {moment.currency}"
    yield from _part("SPELLED", [(one_line(noticed.spelled),)])


def _found(noticed: Noticed, moment: Moment, directory: Directory) -> Iterator[str]:
    _, asking = question(noticed)
    yield from _part("CLAUSES", clause_rows(noticed, asking))
    yield from _part("CUES, with the clause of each", cue_rows(noticed))
    yield from _part("NOTICED", thing_rows(noticed, directory, moment.currency))


def _weighed(noticed: Noticed, reading: Reading) -> Iterator[str]:
    """Questions as the whole message puts them, the rest without the sentences that ask."""
    yield from _part(f"CHANCES, of the message ({LIKELY}: likely enough)", question_rows(noticed))
    for name, rows in customers(noticed, reading):
        yield from _part(f"CHANCES, of {name}", [HEADS, *rows])


def _part(title: str, rows: Iterable[Row]) -> Iterator[str]:
    yield ""
    yield title
    yield from aligned(rows) or ["  nothing"]
