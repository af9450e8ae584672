"""Reminders on record: each occurrence is planned once, told once, and answered or withdrawn."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, or_, select, update
from sqlmodel import Session, col

from sales.care.kinds import REMINDER_KINDS, Shown
from sales.hands import Hand
from sales.people import Member
from storage.company.people import answers_for
from storage.insertion import InsertOnce
from storage.queues import outbox, queue
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow

_table = ReminderRow.metadata.tables["reminder"]
_insert = InsertOnce(_table)


class State(StrEnum):
    """Where a reminder stands. WAITING for its moment, OPEN as a line of the agenda, TOLD in a message."""

    WAITING = "waiting"
    OPEN = "open"
    TOLD = "told"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


UNANSWERED = (State.OPEN, State.TOLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One occurrence that comes up; see storage.tables.care.ReminderRow."""

    kind: str
    subject_id: int
    occasion: str
    day: date
    due_at: datetime
    customer_id: int | None = None
    contact_id: int | None = None
    member_id: int | None = None


def plan(session: Session, planned: Iterable[Planned]) -> int:
    """Put them on record; what was planned before, however it ended, is left as it is. Says how many are new."""
    session.flush()
    return _insert.many(session, [_values(one) for one in planned])


_COLUMNS = tuple(each.name for each in fields(Planned))


def _values(one: Planned) -> dict[str, object]:
    state = State.WAITING if REMINDER_KINDS[one.kind].shown is Shown.PUSH else State.OPEN
    told = {name: getattr(one, name) for name in _COLUMNS}
    return {**told, "state": state, "moves": 0, "version": 1}


def meant_for(member: Member) -> ColumnElement[bool]:
    """Those of the member's customers and of whom they stand in for; the statement joins the customer."""
    whose = sorted({member.id, *member.covers})
    return or_(
        col(ReminderRow.member_id).in_(whose),
        col(ReminderRow.member_id).is_(None) & col(CustomerRow.owner_id).in_(whose),
    )


def answer(session: Session, reminder: int, *, answer: str, by: Hand) -> bool:
    """Note what was done about it; False: it is settled already."""
    row = session.get_one(ReminderRow, reminder)
    if row.state not in (*UNANSWERED, State.WAITING):
        return False
    row.state, row.answer, row.answered_by, row.settled_at = State.ANSWERED, answer, by.member, by.now
    session.flush()
    return True


def take_back(session: Session, reminder: int) -> bool:
    """The answer was a slip; False: there is none."""
    row = session.get_one(ReminderRow, reminder)
    if row.state != State.ANSWERED:
        return False
    shown = REMINDER_KINDS[row.kind].shown
    row.state, row.answer = State.TOLD if shown is Shown.PUSH else State.OPEN, None
    row.answered_by, row.settled_at = None, None
    session.flush()
    return True


def put_off(session: Session, reminder: int, *, day: date, due_at: datetime) -> bool:
    """Move it to a later day; the day of an occasion stays what it is. False: it is settled already."""
    row = session.get_one(ReminderRow, reminder)
    if row.state not in (*UNANSWERED, State.WAITING):
        return False
    kind = REMINDER_KINDS[row.kind]
    row.day = row.day if kind.dated else day
    row.due_at, row.moves = due_at, row.moves + 1
    row.state = State.WAITING if kind.shown is Shown.PUSH else State.OPEN
    session.flush()
    return True


def withdraw(session: Session, where: ColumnElement[bool], *, now: datetime) -> list[int]:
    """Those that lost their point: customers visited, merged, erased, lost. Says which.

    What stands in a chat is edited in the same transaction.
    """
    return _end(session, where, State.WITHDRAWN, now)


def expire(session: Session, where: ColumnElement[bool], *, now: datetime) -> list[int]:
    """Those for which it is too late; their messages are edited, too."""
    return _end(session, where, State.EXPIRED, now)


def _end(session: Session, where: ColumnElement[bool], state: State, now: datetime) -> list[int]:
    session.flush()
    standing = col(ReminderRow.state).in_([*UNANSWERED, State.WAITING])
    wanted = select(_table.c.id, _table.c.kind, _table.c.state).where(where, standing).order_by(_table.c.id)
    rows = session.connection().execute(wanted).all()
    found = [row.id for row in rows]
    gone = update(_table).where(_table.c.id.in_(found)).values(state=state, settled_at=now)
    session.connection().execute(gone.values(version=_table.c.version + 1))
    for row in rows:
        if row.state == State.TOLD:
            _edit_shown(session, row.id, row.kind, now)
    session.expire_all()
    return found


def _edit_shown(session: Session, reminder: int, kind: str, now: datetime) -> None:
    """What still waits is not sent; what was sent says that it is no longer needed."""
    for put in outbox.put_under(session, f"{kind}:{reminder}:"):
        if outbox.withdraw(session, put.key, now) is not queue.State.WITHDRAWN:
            outbox.put(
                session,
                outbox.Sending(
                    key=f"gone:{put.key}:{now.isoformat()}",
                    chat=put.chat,
                    kind=kind,
                    due_at=now,
                    facts={"reminder": reminder},
                    member=put.member,
                    edits=put.key,
                ),
            )


def find(session: Session, member: Member, reminder: int) -> ReminderRow | None:
    """The reminder, if it is meant for the member, for somebody they stand in for or for somebody they lead."""
    row = session.get(ReminderRow, reminder)
    if row is None:
        return None
    whose = row.member_id or _owner(session, row)
    if whose is None or not (whose in member.covers or answers_for(session, member, whose)):
        return None
    return row


def _owner(session: Session, row: ReminderRow) -> int | None:
    customer = session.get(CustomerRow, row.customer_id) if row.customer_id else None
    return customer.owner_id if customer else None
