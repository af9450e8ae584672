"""What is due, and who is to hear of it: asked of both engines."""

from collections.abc import Iterator
from datetime import time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event, text
from sqlmodel import Session

from reminders.followups import Round
from sales.hands import Hand
from sales.people import Member
from storage.care import pauses, unreached
from storage.company import people
from storage.plans.agenda import agenda
from storage.plans.due_followups import Waiting, waiting
from storage.plans.followups import Move, Plan, replan, snooze
from storage.queues import outbox
from storage.queues.queue import State
from storage.store import Store
from storage.tables.people import MemberRow
from storage.ticks import Tick
from tests.reminders.office import (
    BERLIN,
    DAY,
    HOUR,
    MINUTE,
    MONDAY,
    REMIND_AT,
    TODAY,
    arrive,
    customer,
    hire,
    promise,
    promise_many,
    put,
    row_of,
)


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session


def told(found: list[Waiting]) -> list[tuple[int, int]]:
    """Which follow-ups, to whom."""
    return [(one.due.follow_up, one.recipient.member) for one in found]


def test_nothing_is_early_and_nothing_is_missed(session: Session, anna: Member) -> None:
    follow_up = promise(session, anna, TODAY)

    assert waiting(session, now=MONDAY - timedelta(microseconds=1)) == []
    assert told(waiting(session, now=MONDAY)) == [(follow_up, anna.id)]
    assert told(waiting(session, now=MONDAY + 400 * DAY)) == [(follow_up, anna.id)]


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"])
def test_nine_is_nine_where_the_owner_lives(session: Session, zone: str) -> None:
    far = hire(session, "Far", ZoneInfo(zone))
    promise(session, far, TODAY)
    nine = MONDAY.replace(hour=9, tzinfo=ZoneInfo(zone))

    assert waiting(session, now=nine - MINUTE) == []
    assert len(waiting(session, now=nine)) == 1


def test_whoever_was_told_is_not_told_again(session: Session, anna: Member) -> None:
    promise(session, anna, TODAY)
    [one] = waiting(session, now=MONDAY)

    put(session, one.key, one.recipient.chat, "follow_up", {"follow_up": one.due.follow_up})

    assert waiting(session, now=MONDAY + DAY) == []


def test_a_snoozed_reminder_has_a_new_key(session: Session, anna: Member) -> None:
    follow_up = promise(session, anna, TODAY)
    [first] = waiting(session, now=MONDAY)
    put(session, first.key, first.recipient.chat, "follow_up", {"follow_up": follow_up})

    snooze(session, follow_up=follow_up, plan=Plan(MONDAY + HOUR), by=Hand(anna.id, MONDAY))

    assert waiting(session, now=MONDAY + MINUTE) == []
    [second] = waiting(session, now=MONDAY + HOUR)
    assert second.key != first.key


def test_what_was_looked_at_before_is_left_out(session: Session, anna: Member) -> None:
    promise(session, anna, TODAY)
    later = promise(session, anna, TODAY, time(11))

    assert told(waiting(session, now=MONDAY + 3 * HOUR, after=MONDAY)) == [(later, anna.id)]


def test_many_that_are_due_are_all_found(session: Session, anna: Member) -> None:
    promise_many(session, anna, [MONDAY - number % 7 * DAY for number in range(1203)])

    found = waiting(session, now=MONDAY)

    assert len({one.due.follow_up for one in found}) == len(found) == 1203
    assert found == sorted(found, key=lambda one: (one.due.planned, one.due.follow_up))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("reachable", False, id="blocked the bot"),
        pytest.param("active", False, id="has left"),
    ],
)
def test_what_waits_for_those_out_of_reach_is_no_message_of_its_own(
    session: Session, anna: Member, boris: Member, field: str, value: object
) -> None:
    """Their manager gets one list a day."""
    promise(session, anna, TODAY, party=customer(session, anna))
    setattr(session.get_one(MemberRow, anna.id), field, value)

    assert told(waiting(session, now=MONDAY)) == []
    assert [one.id for _, above in unreached.waiting(session, now=MONDAY) for one in above] == [boris.id]


def test_the_manager_hears_of_who_never_came_but_not_of_private_notes(
    session: Session, anna: Member, boris: Member
) -> None:
    follow_up = promise(session, anna, TODAY, party=customer(session, anna))
    promise(session, anna, TODAY)
    session.get_one(MemberRow, anna.id).chat_id = None

    assert told(waiting(session, now=MONDAY)) == [(follow_up, boris.id)]


def test_what_telegram_refused_is_told_again_once_it_can_be(session: Session, anna: Member) -> None:
    follow_up = promise(session, anna, TODAY)
    [one] = waiting(session, now=MONDAY)
    put(session, one.key, one.recipient.chat, "follow_up", {"follow_up": follow_up})
    arrive(session, one.key, 5, State.DEAD)
    people.mark_reachable(session, 1000, reachable=False)

    assert told(waiting(session, now=MONDAY + HOUR)) == []


@pytest.mark.parametrize(
    ("kind", "at_acme", "told_today"),
    [("", True, False), ("follow_up", False, False), ("cadence", True, True), ("follow_up", True, False)],
)
def test_a_pause_holds_follow_ups_back_until_it_is_over(
    session: Session,
    anna: Member,
    kind: str,
    at_acme: bool,  # noqa: FBT001 - a table
    told_today: bool,  # noqa: FBT001 - a table
) -> None:
    acme = customer(session, anna)
    follow_up = promise(session, anna, TODAY, party=acme)
    pauses.pause(session, member=anna.id, kind=kind, customer=acme.id if at_acme else None, until=TODAY + DAY)

    assert told(waiting(session, now=MONDAY)) == ([(follow_up, anna.id)] if told_today else [])
    assert bool(agenda(session, anna, now=MONDAY).due) is told_today
    assert told(waiting(session, now=MONDAY + DAY)) == [(follow_up, anna.id)]
    assert agenda(session, anna, now=MONDAY + DAY).overdue


def test_a_round_through_everything_takes_a_page_a_tick(session: Session, anna: Member) -> None:
    promise_many(session, anna, [MONDAY - number % 7 * DAY for number in range(1203)])
    everything = Round()
    pages = [everything.next_page(session, Tick(MONDAY, MONDAY)) for _ in range(4)]

    assert [len(page) for page in pages] == [500, 500, 203, 0]
    assert len({one.key for page in pages for one in page}) == 1203
    later = MONDAY + 6 * MINUTE
    assert len(everything.next_page(session, Tick(later, later))) == 500


def test_what_reached_the_owner_is_not_repeated_to_the_manager(session: Session, anna: Member, boris: Member) -> None:
    follow_up = promise(session, anna, TODAY)
    [one] = waiting(session, now=MONDAY)
    put(session, one.key, one.recipient.chat, "follow_up", {"follow_up": follow_up})
    arrive(session, one.key, 5)
    session.get_one(MemberRow, anna.id).active = False

    assert told(waiting(session, now=MONDAY + HOUR)) == []
    assert boris.id != anna.id


def test_with_nobody_to_tell_it_waits_for_somebody(session: Session, anna: Member) -> None:
    follow_up = promise(session, anna, TODAY)
    session.get_one(MemberRow, anna.id).reachable = False
    assert waiting(session, now=MONDAY) == []

    session.get_one(MemberRow, anna.id).reachable = True
    assert told(waiting(session, now=MONDAY + DAY)) == [(follow_up, anna.id)]


def test_one_broken_record_stops_nobody_else(session: Session, anna: Member) -> None:
    broken = hire(session, "Ben")
    promise(session, broken, TODAY - 3 * DAY)
    sound = promise(session, anna, TODAY)
    session.get_one(MemberRow, broken.id).zone = "Atlantis/Capital"

    assert told(waiting(session, now=MONDAY)) == [(sound, anna.id)]


def test_a_move_to_another_zone_keeps_the_clock_time(session: Session, anna: Member) -> None:
    new_york = ZoneInfo("America/New_York")
    nine = promise(session, anna, TODAY + DAY)
    at_four = promise(session, anna, TODAY + DAY, time(16))
    put_off = promise(session, anna, TODAY + DAY)
    snooze(session, follow_up=put_off, plan=Plan(MONDAY + 3 * HOUR), by=Hand(anna.id, MONDAY))

    replan(session, move=Move(anna.id, BERLIN, new_york), remind_at=REMIND_AT, now=MONDAY)

    shown = {number: row_of(session, number).due_at for number in (nine, at_four, put_off)}
    assert {number: f"{due:%d %H:%M}" for number, due in shown.items() if due} == {
        nine: "03 14:00",
        at_four: "03 21:00",
        put_off: "02 11:00",
    }


def test_a_move_does_not_plan_the_past_again(session: Session, anna: Member) -> None:
    follow_up = promise(session, anna, TODAY)
    before = row_of(session, follow_up).due_at

    replan(session, move=Move(anna.id, BERLIN, ZoneInfo("America/New_York")), remind_at=REMIND_AT, now=MONDAY + MINUTE)

    assert row_of(session, follow_up).due_at == before


def test_the_question_is_answered_by_the_partial_index(session: Session, anna: Member) -> None:
    """Thousands of settled rows must not be read at every tick."""
    promise_many(session, anna, [MONDAY + number * DAY for number in range(60)])
    connection = session.connection()
    connection.execute(text("UPDATE follow_up SET state = 'done' WHERE id > 5"))
    connection.execute(text("ANALYZE"))
    # Sixty rows are too few for PostgreSQL to bother with an index by itself.
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL enable_seqscan = off"))

    assert "follow_up_due" in _plan(session)


def _plan(session: Session) -> str:
    """How the database goes about the first thing that is asked of it."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_more: object) -> None:
        asked.append((statement, parameters))

    connection = session.connection()
    event.listen(connection, "before_cursor_execute", note)
    waiting(session, now=MONDAY, after=MONDAY - HOUR)
    event.remove(connection, "before_cursor_execute", note)
    explain = "EXPLAIN QUERY PLAN " if connection.dialect.name == "sqlite" else "EXPLAIN "
    statement, parameters = asked[0]
    return str(connection.exec_driver_sql(explain + statement, parameters).all())


def test_a_key_that_was_withdrawn_counts_as_told(session: Session, anna: Member) -> None:
    follow_up = promise(session, anna, TODAY)
    [one] = waiting(session, now=MONDAY)
    put(session, one.key, one.recipient.chat, "follow_up", {"follow_up": follow_up})
    outbox.withdraw(session, one.key, MONDAY)

    assert waiting(session, now=MONDAY + HOUR) == []
