"""Puts somebody at a desk, as the journey of a message does, and carries out what is decided."""

from datetime import datetime, time

from sqlmodel import Session, col, select

from handlers.company.enrolment import Doorstep, doorstep
from handlers.desk import Desk, House
from handlers.heard import Chat, Heard, Person, Text, What
from handlers.outcome import Outcome
from handlers.recording import carry_out
from sales.people import Member
from storage.tables.queues import OutboxRow
from tests.people.company import NOON
from wording.voice import Voice

HOUSE = House("USD", time(9), "en", "rapport_bot")
ARRIVALS = iter(range(1, 1_000_000))


def heard(what: What | str, who: int, *, language: str | None = "en", at: datetime = NOON) -> Heard:
    what = Text(what) if isinstance(what, str) else what
    return Heard(Person(who, "Somebody", language), Chat(who), 1, at, what, arrival=next(ARRIVALS))


def desk(session: Session, member: Member, what: What | str = "…", *, at: datetime = NOON) -> Desk:
    said = heard(what, member.chat or 0, at=at)
    return Desk(session, member, said, at, HOUSE, Voice(member.language, member.zone, at.date()))


def door(
    session: Session, what: What | str, who: int = 5001, *, language: str | None = "en", at: datetime = NOON
) -> Doorstep:
    return doorstep(session, heard(what, who, language=language, at=at), at, language="en")


def carried_out(session: Session, outcome: Outcome, *, at: datetime = NOON) -> list[OutboxRow]:
    """Record the outcome and return what it put into the outbox."""
    before = {row.id for row in session.exec(select(OutboxRow))}
    carry_out(session, outcome, at)
    session.flush()
    return [row for row in session.exec(select(OutboxRow).order_by(col(OutboxRow.id))) if row.id not in before]


def texts(rows: list[OutboxRow]) -> list[str]:
    return [str(row.facts.get("text", row.kind)) for row in rows]
