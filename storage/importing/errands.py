"""The jobs of importing and exporting, as they stand in the queue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from sqlmodel import Session

from storage.queues.jobs import Errand, put

if TYPE_CHECKING:
    from pydantic import JsonValue

READ, APPLY, UNDO, EXPORT = "import.read", "import.apply", "import.undo", "export"
DIGEST_BOOK = "digest.book"
YEAR_PLAN = "year_plan"
# Two lists that are put on record side by side could make the same customer twice.
_ONE_AT_A_TIME = 1


def read(session: Session, *, number: int, arrival: int, now: datetime) -> None:
    """Read a file, once for each message or tap that asks for it."""
    put(session, Errand(f"{READ}:{arrival}", READ, now, {"import": number}))


def apply(session: Session, *, number: int, arrival: int, now: datetime) -> None:
    put(session, Errand(f"{APPLY}:{arrival}", APPLY, now, {"import": number}, _ONE_AT_A_TIME))


def undo(session: Session, *, number: int, arrival: int, now: datetime) -> None:
    put(session, Errand(f"{UNDO}:{arrival}", UNDO, now, {"import": number}, _ONE_AT_A_TIME))


@dataclass(frozen=True, slots=True)
class Export:
    """Who asks for a file and where it goes: `addresses` of a segment, what a segment `picked` (as JSON), or all."""

    member: int
    chat: int
    addresses: bool = False
    segment: Mapping[str, str] = field(default_factory=dict)
    picked: str = ""


def digest_book(session: Session, *, facts: "Mapping[str, JsonValue]", arrival: int, now: datetime) -> None:
    """The workbook of a digest: `facts` say which one, and who asks where."""
    put(session, Errand(f"{DIGEST_BOOK}:{arrival}", DIGEST_BOOK, now, dict(facts)))


def export(session: Session, *, asked: Export, arrival: int, now: datetime) -> None:
    facts: dict[str, JsonValue] = {
        "member": asked.member,
        "chat": asked.chat,
        "addresses": asked.addresses,
        "segment": dict(asked.segment),
        "picked": asked.picked,
    }
    put(session, Errand(f"{EXPORT}:{arrival}", EXPORT, now, facts))


def year_plan(session: Session, *, asked: Export, arrival: int, now: datetime) -> None:
    """The plan of a year for whoever leads a team."""
    facts: dict[str, JsonValue] = {"member": asked.member, "chat": asked.chat}
    put(session, Errand(f"{YEAR_PLAN}:{arrival}", YEAR_PLAN, now, facts))
