"""The morning's agenda and the evening's wrap on both engines: once a member and day, whatever happens to the bot."""

import asyncio
from datetime import time, timedelta

import pytest

from reminders.agenda import Agendas
from reminders.followups import FollowUps
from reminders.unreached import tell_unreached
from reminders.wrap import Wraps
from sales.hands import Hand
from sales.people import Member, Role
from storage.plans.agenda import agenda
from storage.plans.followups import Ending, Plan, finish, snooze
from storage.queues.queue import State
from storage.store import Store
from storage.tables.access import AbsenceRow
from storage.tables.people import MemberRow
from tests.reminders.office import (
    DAY,
    HOUR,
    MINUTE,
    MONDAY,
    REMIND_AT,
    TODAY,
    arrive,
    customer,
    hire,
    kinds,
    promise,
    promised,
    row_of,
    tick,
    waiting_in,
)

# Berlin: half past eight and a quarter to six.
MORNING, EVENING = MONDAY - HOUR / 2, MONDAY + timedelta(hours=8, minutes=45)


@pytest.fixture
def anna(any_store: Store) -> Member:
    with any_store.transaction() as session:
        return hire(session, "Anna")


async def test_it_comes_once_however_often_anybody_ticks(any_store: Store, anna: Member) -> None:
    promised(any_store, anna)
    first, second = Agendas(any_store, REMIND_AT), Agendas(any_store, REMIND_AT)

    await first.sweep(tick(MORNING - MINUTE))
    assert waiting_in(any_store) == []

    await asyncio.gather(first.sweep(tick(MORNING)), second.sweep(tick(MORNING)))
    await Agendas(any_store, REMIND_AT).sweep(tick(MORNING + HOUR))
    [row] = waiting_in(any_store)
    assert (row.kind, row.lane, row.key) == ("morning", anna.chat, f"morning:2026-03-02:{anna.id}")


@pytest.mark.parametrize(
    ("late", "told"),
    [(timedelta(), 1), (5 * HOUR, 1), (9 * HOUR, 1), (timedelta(hours=9, minutes=15), 0), (14 * HOUR, 0)],
    ids=["at the hour", "in the afternoon", "just before the wrap", "at the wrap", "at night"],
)
async def test_it_comes_late_until_the_evening(any_store: Store, anna: Member, late: timedelta, told: int) -> None:
    promised(any_store, anna)
    await Agendas(any_store, REMIND_AT).sweep(tick(MORNING + late))
    assert len(waiting_in(any_store)) == told


@pytest.mark.parametrize(
    ("habits", "day", "told"),
    [
        ({}, 0, 1),
        ({}, 5, 0),
        ({"workdays": "67"}, 5, 1),
        ({"kinds": {"agenda": False}}, 0, 1),
        ({"kinds": {"morning": False}}, 0, 0),
        ({"agenda": "10:00"}, 0, 0),
        ({}, 32, 0),
    ],
    ids=["Monday", "Saturday", "works on Saturdays", "another kind", "turned off", "too early", "Good Friday"],
)
async def test_it_keeps_to_habits(
    any_store: Store, anna: Member, habits: dict[str, object], day: int, told: int
) -> None:
    promised(any_store, anna)
    with any_store.transaction() as session:
        session.get_one(MemberRow, anna.id).habits = habits
    await Agendas(any_store, REMIND_AT).sweep(tick(MORNING + day * DAY))
    assert len(waiting_in(any_store)) == told


async def test_only_what_has_no_clock_time_is_not_told_again(any_store: Store, anna: Member) -> None:
    plain, at_ten, put_off = (promised(any_store, anna, TODAY, at) for at in (None, time(10), None))
    with any_store.transaction() as session:
        snooze(session, follow_up=put_off, plan=Plan(MONDAY + 3 * HOUR), by=Hand(anna.id, MORNING))
    await Agendas(any_store, REMIND_AT).sweep(tick(MORNING))
    for hours in range(6):
        await FollowUps(any_store, REMIND_AT).sweep(tick(MONDAY + hours * HOUR))

    pushed = [row.facts["follow_up"] for row in waiting_in(any_store) if row.kind == "follow_up"]
    assert plain not in pushed
    assert sorted(pushed) == sorted([at_ten, put_off])


async def test_a_card_that_is_refused_leaves_them_to_the_managers_daily_list(any_store: Store, anna: Member) -> None:
    with any_store.transaction() as session:
        boris = hire(session, "Boris", role=Role.MANAGER)
        promise(session, anna, TODAY, party=customer(session, anna))
    await Agendas(any_store, REMIND_AT).sweep(tick(MORNING))
    with any_store.transaction() as session:
        arrive(session, f"morning:{TODAY}:{anna.id}", 7, State.DEAD)
        session.get_one(MemberRow, anna.id).reachable = False
    await FollowUps(any_store, REMIND_AT).sweep(tick(MONDAY))
    assert waiting_in(any_store) == []
    with any_store.transaction() as session:
        tell_unreached(session, MONDAY)
    assert [(row.lane, row.kind) for row in waiting_in(any_store)] == [(boris.chat, "unreached")]


async def test_nothing_to_tell_is_silence_and_is_looked_at_once(any_store: Store, anna: Member) -> None:
    await Agendas(any_store, REMIND_AT).sweep(tick(MORNING))
    assert waiting_in(any_store) == []
    promised(any_store, anna)
    await Agendas(any_store, REMIND_AT).sweep(tick(MORNING + HOUR / 4))
    assert waiting_in(any_store) == []
    await FollowUps(any_store, REMIND_AT).sweep(tick(MONDAY))
    assert kinds(waiting_in(any_store)) == ["follow_up"]


async def test_managers_have_none_and_whoever_is_covered_rests(any_store: Store, anna: Member) -> None:
    with any_store.transaction() as session:
        boris, ben = hire(session, "Boris", role=Role.MANAGER), hire(session, "Ben")
        leave = AbsenceRow(
            member_id=anna.id,
            cover_id=ben.id,
            first_day=TODAY,
            last_day=TODAY,
            state="active",
            asked_at=MONDAY - DAY,
        )
        session.add(leave)
    promised(any_store, anna)
    promised(any_store, boris)
    await Agendas(any_store, REMIND_AT).sweep(tick(MORNING))
    await FollowUps(any_store, REMIND_AT).sweep(tick(MONDAY))
    assert {(row.lane, row.kind) for row in waiting_in(any_store)} == {
        (ben.chat, "morning"),
        (boris.chat, "follow_up"),
    }


async def test_the_wrap_asks_once_and_only_where_there_was_something(any_store: Store, anna: Member) -> None:
    with any_store.transaction() as session:
        ben, kim = hire(session, "Ben"), hire(session, "Kim")
    promised(any_store, anna)
    done = promised(any_store, ben)
    with any_store.transaction() as session:
        finish(session, follow_up=done, ending=Ending.DONE, by=Hand(ben.id, MONDAY))

    await Wraps(any_store).sweep(tick(EVENING - MINUTE))
    assert waiting_in(any_store) == []
    for _ in range(2):
        await Wraps(any_store).sweep(tick(EVENING))
    assert {row.lane: row.kind for row in waiting_in(any_store)} == {anna.chat: "wrap", ben.chat: "report"}
    assert kim.chat is not None


async def test_on_a_friday_the_week_follows(any_store: Store, anna: Member) -> None:
    done = promised(any_store, anna, TODAY + 4 * DAY)
    with any_store.transaction() as session:
        finish(session, follow_up=done, ending=Ending.DONE, by=Hand(anna.id, MONDAY + 4 * DAY))
    await Wraps(any_store).sweep(tick(EVENING + 4 * DAY))
    assert [(row.kind, row.facts["first"]) for row in waiting_in(any_store)] == [
        ("report", "2026-03-06"),
        ("week_report", "2026-03-02"),
    ]


async def test_what_stays_open_counts_as_put_off_each_morning_and_is_asked_about(
    any_store: Store, anna: Member
) -> None:
    number = promised(any_store, anna)
    dragging = []
    for day in range(1, 5):
        await Agendas(any_store, REMIND_AT).sweep(tick(MORNING + day * DAY))
        await Agendas(any_store, REMIND_AT).sweep(tick(MORNING + day * DAY + HOUR))
        with any_store.transaction() as session:
            [line] = agenda(session, anna, now=MORNING + day * DAY).overdue
            dragging.append((row_of(session, number).moves, line.dragging))
    assert dragging == [(1, False), (2, False), (3, True), (4, True)]
