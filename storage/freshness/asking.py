"""Remembers what members were asked for, and carries out what they answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from sales.fact_questions import WAITS, Asked, Stage
from sales.freshness import Gap
from sales.hands import Hand
from sales.known import About, Statement
from storage.cards import facts
from storage.tables.facts import FactAskedRow
from storage.tables.people import MemberRow


@dataclass(frozen=True, slots=True)
class Wanted:
    """A gap on a customer's card, found after the member's log `telling`."""

    member: int
    customer: int
    telling: int
    gap: Gap


def ask(session: Session, wanted: Wanted, *, now: datetime) -> int:
    """Put on record that the member is asked for this now."""
    row = FactAskedRow(
        customer_id=wanted.customer,
        contact_id=wanted.gap.contact,
        member_id=wanted.member,
        field=wanted.gap.field.name,
        at=now,
        telling_id=wanted.telling,
    )
    session.add(row)
    session.flush()
    return row.id or 0


def key(telling: int | None) -> str:
    """The outbox key of the message that asks after this log."""
    return f"fact_after:{telling}"


def find(session: Session, asked: int, *, member: int) -> Asked | None:
    """The question of that id, if it was put to this member."""
    row = session.get(FactAskedRow, asked)
    return _asked(row) if row and row.member_id == member else None


def after(session: Session, *, telling: int) -> Asked | None:
    """The question that was asked after this log."""
    return next(iter(_read(session, col(FactAskedRow.telling_id) == telling)), None)


def of_customer(session: Session, customer: int, *, since: datetime) -> Sequence[Asked]:
    return _read(session, (col(FactAskedRow.customer_id) == customer) & (col(FactAskedRow.at) > since))


def of_member(session: Session, member: int, *, since: datetime) -> Sequence[Asked]:
    return _read(session, (col(FactAskedRow.member_id) == member) & (col(FactAskedRow.at) > since))


def _read(session: Session, which: ColumnElement[bool]) -> Sequence[Asked]:
    return [_asked(row) for row in session.exec(select(FactAskedRow).where(which).order_by(col(FactAskedRow.id)))]


def _asked(row: FactAskedRow) -> Asked:
    return Asked(
        id=row.id or 0,
        member=row.member_id,
        customer=row.customer_id,
        contact=row.contact_id,
        field=row.field,
        at=row.at,
        stage=Stage(row.state),
        settled_at=row.settled_at,
        telling=row.telling_id,
        fact=row.fact_id,
    )


def settle(session: Session, *, asked: int, stage: Stage, by: Hand) -> None:
    """Keep what became of it."""
    row = session.get_one(FactAskedRow, asked)
    row.state = stage
    row.settled_at = None if stage in WAITS else by.now
    session.add(row)
    session.flush()


def answer(session: Session, *, asked: int, said: Statement, by: Hand) -> None:
    """Put the answer on record."""
    row = session.get_one(FactAskedRow, asked)
    row.fact_id = facts.set_fact(session, said, of=About(row.customer_id, row.contact_id), by=by)
    settle(session, asked=asked, stage=Stage.ANSWERED, by=by)


def confirm(session: Session, *, asked: int, by: Hand) -> None:
    """What was asked about still holds."""
    row = session.get_one(FactAskedRow, asked)
    facts.confirm(session, row.field, of=About(row.customer_id, row.contact_id), by=by)
    settle(session, asked=asked, stage=Stage.CONFIRMED, by=by)


def take_back(session: Session, *, asked: int, by: Hand) -> None:
    """The answer was wrong: what stood there before stands again."""
    row = session.get_one(FactAskedRow, asked)
    if row.fact_id is not None:
        facts.turn(session, row.fact_id, live=False, by=by)
    settle(session, asked=asked, stage=Stage.UNDONE, by=by)


def wants_questions(session: Session, *, member: int) -> bool:
    return session.get_one(MemberRow, member).asked_for_facts


def set_wants(session: Session, *, member: int, wants: bool) -> None:
    session.get_one(MemberRow, member).asked_for_facts = wants
