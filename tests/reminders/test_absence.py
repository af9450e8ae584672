"""After the bot was away, and when somebody moved the clock instead, on real databases."""

import asyncio
from datetime import time, timedelta

import pytest

from reminders.followups import FollowUps
from reminders.unreached import tell_unreached
from sales.people import Member, Role
from storage.plans.followup_views import late_bundle, reminder
from storage.queues.queue import State
from storage.store import Store
from storage.tables.people import MemberRow
from tests.reminders.office import (
    DAY,
    HOUR,
    MINUTE,
    MONDAY,
    TODAY,
    arrive,
    customer,
    hire,
    kinds,
    member,
    open_migrated,
    promise,
    promised,
    tick,
    waiting_in,
)


@pytest.fixture
def anna(any_store: Store) -> Member:
    with any_store.transaction() as session:
        return hire(session, "Anna")


async def test_two_replicas_that_come_back_send_one_bundle(url: str) -> None:
    one, other = open_migrated(url), open_migrated(url)
    with one.transaction() as session:
        anna = hire(session, "Anna")
        ids = [promise(session, anna, TODAY, time(9, minute)) for minute in (0, 10, 20)]
    await FollowUps(one).sweep(tick(MONDAY - HOUR))

    back = MONDAY + 2 * HOUR
    await asyncio.gather(*(FollowUps(store).sweep(tick(back)) for store in (one, other, one, other)))
    await FollowUps(other).sweep(tick(back + MINUTE))

    [row] = waiting_in(one)
    assert (row.kind, row.facts["follow_ups"]) == ("late", ",".join(map(str, ids)))
    one.close()
    other.close()


async def test_after_an_absence_the_late_ones_come_as_one(any_store: Store, anna: Member) -> None:
    sweep = FollowUps(any_store)
    ids = [promised(any_store, anna, TODAY, at) for at in (time(9), time(9, 30))]
    in_time = promised(any_store, anna, TODAY, time(10, 55))
    await sweep.sweep(tick(MONDAY - HOUR))

    await sweep.sweep(tick(MONDAY + 2 * HOUR))

    late, single = waiting_in(any_store)
    with any_store.transaction() as session:
        view = late_bundle(session, member(session, anna.id), late.facts)
    assert view is not None
    assert (view.since, view.until) == (MONDAY - HOUR, MONDAY + 2 * HOUR)
    assert [(one.id, one.late) for one in view.reminders] == [(ids[0], MONDAY), (ids[1], MONDAY + 30 * MINUTE)]
    assert single.facts["follow_up"] == in_time


async def test_a_single_late_one_says_how_late_it_is(any_store: Store, anna: Member) -> None:
    sweep = FollowUps(any_store)
    promised(any_store, anna)
    await sweep.sweep(tick(MONDAY - HOUR))
    await sweep.sweep(tick(MONDAY + HOUR))

    [row] = waiting_in(any_store)
    with any_store.transaction() as session:
        view = reminder(session, member(session, anna.id), row.facts)
    assert view is not None
    assert view.late == MONDAY


async def test_what_the_bundle_told_is_not_told_again(any_store: Store, anna: Member) -> None:
    sweep = FollowUps(any_store)
    for at in (time(9), time(9, 30)):
        promised(any_store, anna, TODAY, at)
    await sweep.sweep(tick(MONDAY - HOUR))
    for hour in range(2, 48):
        await sweep.sweep(tick(MONDAY + hour * HOUR, ahead=(hour - 2) * HOUR))

    assert kinds(waiting_in(any_store)) == ["late"]


async def test_after_more_than_a_day_everybody_is_asked_to_look(any_store: Store, anna: Member) -> None:
    with any_store.transaction() as session:
        ben = hire(session, "Ben")
        gone = hire(session, "Gone")
        session.get_one(MemberRow, gone.id).reachable = False
    sweep = FollowUps(any_store)
    await sweep.sweep(tick(MONDAY))
    await sweep.sweep(tick(MONDAY + 25 * HOUR))

    assert [(row.lane, row.kind) for row in waiting_in(any_store)] == [(anna.chat, "late"), (ben.chat, "late")]


async def test_what_was_in_a_bundle_that_was_refused_waits_for_the_daily_list(any_store: Store, anna: Member) -> None:
    with any_store.transaction() as session:
        boris = hire(session, "Boris", role=Role.MANAGER)
        acme = customer(session, anna)
        for at in (time(9), time(9, 30)):
            promise(session, anna, TODAY, at, acme)
    sweep = FollowUps(any_store)
    await sweep.sweep(tick(MONDAY - HOUR))
    await sweep.sweep(tick(MONDAY + 2 * HOUR))
    [bundle] = waiting_in(any_store)
    with any_store.transaction() as session:
        arrive(session, bundle.key, 5, State.DEAD)
        session.get_one(MemberRow, anna.id).reachable = False

    for minute in range(6):
        await sweep.sweep(tick(MONDAY + 2 * HOUR + minute * MINUTE))

    assert waiting_in(any_store) == []
    with any_store.transaction() as session:
        tell_unreached(session, MONDAY + 3 * HOUR)
    assert [row.kind for row in waiting_in(any_store, to=boris)] == ["unreached"]


async def test_a_clock_moved_ahead_is_no_absence(any_store: Store, anna: Member) -> None:
    """In the demo somebody moves the clock to Friday and gets the reminder, not an excuse."""
    sweep = FollowUps(any_store)
    friday = promised(any_store, anna, TODAY + timedelta(days=4))
    await sweep.sweep(tick(MONDAY))
    await sweep.sweep(tick(MONDAY + 4 * DAY + timedelta(seconds=1), ahead=4 * DAY))

    [row] = waiting_in(any_store)
    assert (row.kind, row.facts["follow_up"], row.facts["late"]) == ("follow_up", friday, 0)


async def test_a_clock_moved_by_a_month_is_no_flood(any_store: Store, anna: Member) -> None:
    sweep = FollowUps(any_store)
    for day in range(28):
        promised(any_store, anna, TODAY + timedelta(days=day + 1))
    await sweep.sweep(tick(MONDAY))
    await sweep.sweep(tick(MONDAY + 28 * DAY, ahead=28 * DAY))

    assert sorted(kinds(waiting_in(any_store))) == ["agenda", "follow_up"]


async def test_a_clock_set_back_repeats_nothing_and_misses_nothing(any_store: Store, anna: Member) -> None:
    sweep = FollowUps(any_store)
    promised(any_store, anna)
    await sweep.sweep(tick(MONDAY + HOUR))
    promised(any_store, anna, TODAY, time(9, 30))
    for minute in range(61):
        await sweep.sweep(tick(MONDAY + minute * MINUTE))

    assert len(waiting_in(any_store)) == 2
