"""What the doctor says about one thing: good, worth knowing, or wrong with the way to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import typer


class Grade(StrEnum):
    """How bad it is."""

    GOOD = "OK"
    NOTE = "note"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line. `mend` says what to do about it."""

    grade: Grade
    what: str
    mend: str = ""

    def __str__(self) -> str:
        return f"{self.grade:<5} {self.what}" + (f" → {self.mend}" if self.mend else "")


def good(what: str) -> Verdict:
    return Verdict(Grade.GOOD, what)


def note(what: str, mend: str = "") -> Verdict:
    return Verdict(Grade.NOTE, what, mend)


def wrong(what: str, mend: str) -> Verdict:
    return Verdict(Grade.WRONG, what, mend)


def report(verdicts: Iterable[Verdict]) -> int:
    """Print them as they are found; 1 if anything is wrong."""
    found = False
    for verdict in verdicts:
        typer.echo(str(verdict))
        found = found or verdict.grade is Grade.WRONG
    return int(found)
