"""What is due is found by the partial indexes, whatever waits for later and whatever was settled long ago."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, text

from storage.bulk import add_rows
from storage.care import due
from storage.plans import due_followups
from storage.store import Session, Store
from storage.tables.care import ReminderRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import TellingRow
from tests.reminders.office import hire

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
MANY = 8000
Row = dict[str, Any]


def settled(number: int) -> bool:
    """Three of four are over."""
    return number % 4 > 0


def moment(number: int) -> datetime:
    """A few are due, half of the rest is far away."""
    if settled(number):
        return NOW - timedelta(minutes=number)
    return NOW + timedelta(minutes=number - 100 if number % 8 else number * 60)


def reminder(number: int, member: int) -> Row:
    at, state = moment(number), "told" if settled(number) else "waiting"
    whose = {"kind": "visit_outcome", "subject_id": number, "occasion": "1", "member_id": member}
    return {**whose, "day": at.date(), "due_at": at, "state": state, "moves": 0, "version": 1}


def follow_up(number: int, member: int) -> Row:
    at, state = moment(number), "done" if settled(number) else "open"
    told = {"telling_id": 1, "slot": number, "contacts": "", "action": "call", "purpose": ""}
    return {**told, "owner_id": member, "due_at": at, "state": state, "moves": 0, "version": 1}


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        anna = hire(session, "Anna").id
        session.add(TellingRow(chat_id=1, message_id=1, member_id=anna, said_at=NOW, zone="UTC", text=""))
        add_rows(session, ReminderRow, [reminder(number, anna) for number in range(MANY)])
        add_rows(session, FollowUpRow, [follow_up(number, anna) for number in range(MANY)])
        session.connection().execute(text("ANALYZE"))
        yield session


def plans(session: Session, table: str, look: Callable[[], object]) -> list[str]:
    """How the database runs each statement that asks the table for what is due."""
    connection, sent = session.connection(), list[tuple[str, Any]]()

    def keep(_conn: object, _cursor: object, sql: str, parameters: Any, *_more: object) -> None:  # noqa: ANN401
        sent.append((sql, parameters))

    event.listen(connection, "before_cursor_execute", keep)
    assert look()
    event.remove(connection, "before_cursor_execute", keep)
    explain = "EXPLAIN" if connection.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"
    asked = [one for one in sent if f"{table}.due_at <=" in one[0]]
    return [str(connection.exec_driver_sql(f"{explain} {sql}", parameters).fetchall()) for sql, parameters in asked]


def test_reminders_that_are_due_are_found_by_their_index(session: Session) -> None:
    found = plans(session, "reminder", lambda: due.found(session, now=NOW))
    assert found
    assert all("reminder_due" in plan for plan in found), found


@pytest.mark.parametrize("after", [None, NOW - timedelta(minutes=10)], ids=["everything", "the last minutes"])
def test_follow_ups_that_are_due_are_found_by_their_index(session: Session, after: datetime | None) -> None:
    found = plans(session, "follow_up", lambda: due_followups.waiting(session, now=NOW, after=after))
    assert found
    assert all("follow_up_due" in plan for plan in found), found


def test_a_look_reads_a_page_for_each_500_that_are_due_and_one_more(session: Session) -> None:
    found = plans(session, "reminder", lambda: due.found(session, now=NOW))
    assert len(found) == 2
