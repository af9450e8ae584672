"""The sweep on real databases: restarts, absences, doubled ticks, replicas, moved clocks."""

import asyncio
from dataclasses import replace
from datetime import time, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import Session

from reminders.followups import FollowUps, Round, look, queue
from reminders.letters import Letter, letters
from sales.hands import Hand
from sales.people import Member, Role
from sales.tellings import FollowUp, Source, Telling
from storage.plans.followup_views import reminder
from storage.plans.followups import Ending, Plan, finish, reopen, snooze
from storage.queues.outbox import Sending
from storage.store import Store
from storage.tables.people import MemberRow
from storage.told import journal
from tests.reminders.office import (
    DAY,
    HOUR,
    MINUTE,
    MONDAY,
    REMIND_AT,
    TODAY,
    customer,
    hire,
    kinds,
    member,
    open_migrated,
    promise,
    promised,
    row_of,
    tick,
    waiting_in,
)


@pytest.fixture
def anna(any_store: Store) -> Member:
    with any_store.transaction() as session:
        return hire(session, "Anna")


async def test_a_follow_up_is_reminded_of_at_its_time(any_store: Store, anna: Member) -> None:
    follow_up = promised(any_store, anna)
    sweep = FollowUps(any_store)

    await sweep.sweep(tick(MONDAY - MINUTE))
    assert waiting_in(any_store) == []

    await sweep.sweep(tick(MONDAY))
    [row] = waiting_in(any_store)
    assert (row.lane, row.kind, row.facts["follow_up"], row.facts["late"]) == (anna.chat, "follow_up", follow_up, 0)
    assert row.key == f"follow_up:{follow_up}:2026-03-02T08:00:00+00:00:{anna.id}"


async def test_ticking_twice_reminds_once(any_store: Store, anna: Member) -> None:
    promised(any_store, anna)

    for seconds in range(40):
        await FollowUps(any_store).sweep(tick(MONDAY + timedelta(seconds=seconds)))

    assert len(waiting_in(any_store)) == 1


async def test_a_restart_forgets_nothing_and_repeats_nothing(url: str) -> None:
    before = open_migrated(url)
    with before.transaction() as session:
        anna = hire(session, "Anna")
        first, second = promise(session, anna, TODAY), promise(session, anna, TODAY, time(9, 5))
    await FollowUps(before).sweep(tick(MONDAY))
    before.close()

    after = open_migrated(url)
    await FollowUps(after).sweep(tick(MONDAY + 5 * MINUTE))
    assert [row.facts["follow_up"] for row in waiting_in(after)] == [first, second]
    after.close()


async def test_two_replicas_remind_once(url: str) -> None:
    one, other = open_migrated(url), open_migrated(url)
    with one.transaction() as session:
        anna = hire(session, "Anna")
        for minute in range(30):
            promise(session, anna, TODAY, time(9, minute))

    for minute in range(0, 30, 3):
        at = MONDAY + minute * MINUTE
        await asyncio.gather(*(FollowUps(store).sweep(tick(at)) for store in (one, other, one)))
    await FollowUps(other).sweep(tick(MONDAY + 30 * MINUTE))

    assert kinds(waiting_in(one)) == ["follow_up"] * 30
    one.close()
    other.close()


async def test_what_was_decided_on_an_old_look_is_not_put(any_store: Store, anna: Member) -> None:
    """Of two replicas that looked at the same time, the second decides afresh after the first has ticked."""
    promised(any_store, anna)
    now = tick(MONDAY)
    found = await any_store.read(partial(look, tick=now, everything=Round()))
    decided = letters(found.waiting, now=now.now, away=found.away)
    await any_store.write(partial(queue, decided=(), tick=tick(MONDAY - MINUTE), seen=found.seen))

    await any_store.write(partial(queue, decided=decided, tick=now, seen=found.seen))
    assert waiting_in(any_store) == []

    await FollowUps(any_store).sweep(now)
    assert len(waiting_in(any_store)) == 1


async def test_what_is_done_meanwhile_is_never_sent(any_store: Store, anna: Member) -> None:
    follow_up = promised(any_store, anna)
    await FollowUps(any_store).sweep(tick(MONDAY))
    [row] = waiting_in(any_store)

    with any_store.transaction() as session:
        finish(session, follow_up=follow_up, ending=Ending.DONE, by=Hand(anna.id, MONDAY))
        assert reminder(session, member(session, anna.id), row.facts) is None


async def test_what_was_done_before_its_time_is_not_reminded_of(any_store: Store, anna: Member) -> None:
    follow_up = promised(any_store, anna)
    with any_store.transaction() as session:
        finish(session, follow_up=follow_up, ending=Ending.DONE, by=Hand(anna.id, MONDAY - HOUR))

    await FollowUps(any_store).sweep(tick(MONDAY))
    assert waiting_in(any_store) == []

    with any_store.transaction() as session:
        reopen(session, follow_up=follow_up, by=Hand(anna.id, MONDAY))
    await FollowUps(any_store).sweep(tick(MONDAY + 6 * MINUTE))
    assert kinds(waiting_in(any_store)) == ["follow_up"]


async def test_snoozed_it_comes_again_once(any_store: Store, anna: Member) -> None:
    sweep = FollowUps(any_store)
    follow_up = promised(any_store, anna)
    await sweep.sweep(tick(MONDAY))
    with any_store.transaction() as session:
        snooze(session, follow_up=follow_up, plan=Plan(MONDAY + HOUR), by=Hand(anna.id, MONDAY))

    for minute in range(1, 80):
        await sweep.sweep(tick(MONDAY + minute * MINUTE))

    first, second = waiting_in(any_store)
    assert (first.key, second.key) == tuple(
        f"follow_up:{follow_up}:2026-03-02T{hour:02}:00:00+00:00:{anna.id}" for hour in (8, 9)
    )


async def test_editing_a_message_adds_no_second_reminder(any_store: Store, anna: Member) -> None:
    """monica 325: every edit of a birthday added another reminder."""
    follow_up = promised(any_store, anna)
    for minute in range(5):
        edited(any_store, anna, follow_up, FollowUp(None, TODAY, f"send quote {minute}"))
        await FollowUps(any_store).sweep(tick(MONDAY + minute * MINUTE))
    assert len(waiting_in(any_store)) == 1

    edited(any_store, anna, follow_up, FollowUp(None, TODAY + DAY, "send the quote"))
    await FollowUps(any_store).sweep(tick(MONDAY + DAY, ahead=DAY))
    assert [row.facts["day"] for row in waiting_in(any_store)] == ["2026-03-02", "2026-03-03"]


def edited(store: Store, owner: Member, follow_up: int, now: FollowUp) -> None:
    with store.transaction() as session:
        revision = journal.Revision(Telling(follow_ups=(now,)), Source.EDIT)
        by = journal.By(owner, MONDAY, REMIND_AT)
        journal.amend(session, telling=row_of(session, follow_up).telling_id, revision=revision, by=by)


async def test_somebody_who_left_stops_nobody_elses_reminders(any_store: Store, anna: Member) -> None:
    """SuiteCRM 10188."""
    with any_store.transaction() as session:
        left, broken = hire(session, "Left"), hire(session, "Broken")
        for owner in (left, broken):
            promise(session, owner, TODAY)
        session.get_one(MemberRow, left.id).active = False
        session.get_one(MemberRow, broken.id).zone = "Atlantis/Capital"
    promised(any_store, anna)

    await FollowUps(any_store).sweep(tick(MONDAY))

    assert [row.lane for row in waiting_in(any_store)] == [anna.chat]


async def test_a_letter_that_the_store_refuses_stops_no_other(any_store: Store, anna: Member) -> None:
    good = Sending(key="good", chat=anna.chat or 0, kind="said", due_at=MONDAY)
    odd = (Sending(key="kind", chat=1, kind="no such kind", due_at=MONDAY), replace(good, key="whom", member=999))
    put = [Letter(one) for one in (*odd, good)]

    await any_store.write(partial(queue, decided=put, tick=tick(MONDAY), seen=None))

    assert [row.key for row in waiting_in(any_store)] == ["good"]


async def test_when_the_owner_never_came_the_manager_is_told(any_store: Store, anna: Member) -> None:
    with any_store.transaction() as session:
        boris = hire(session, "Boris", role=Role.MANAGER)
        session.get_one(MemberRow, anna.id).chat_id = None
        follow_up = promise(session, anna, TODAY, party=customer(session, anna))

    await FollowUps(any_store).sweep(tick(MONDAY))

    [row] = waiting_in(any_store)
    assert row.lane == boris.chat
    with any_store.transaction() as session:
        view = reminder(session, member(session, boris.id), row.facts)
    assert view is not None
    assert (view.id, view.owner) == (follow_up, "Anna")


async def test_a_promise_for_the_past_is_found(any_store: Store, anna: Member) -> None:
    """What is told, reopened or moved to a moment that has passed does not fall behind what was looked at."""
    sweep = FollowUps(any_store)
    await sweep.sweep(tick(MONDAY + 5 * HOUR))
    promised(any_store, anna)
    for minute in range(6):
        await sweep.sweep(tick(MONDAY + 5 * HOUR + minute * MINUTE))

    assert len(waiting_in(any_store)) == 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    days=st.lists(st.integers(-3, 3), max_size=6),
    moments=st.lists(st.integers(-5000, 5000), min_size=1, max_size=6),
    moved=st.booleans(),
)
async def test_sweeping_twice_queues_nothing_new(
    store: Store, days: list[int], moments: list[int], *, moved: bool
) -> None:
    with store.transaction() as session:
        clear(session)
        anna = hire(session, "Anna")
        for day in days:
            promise(session, anna, TODAY + timedelta(days=day))
    sweep = FollowUps(store)
    for minutes in moments:
        now = tick(MONDAY + minutes * MINUTE, ahead=minutes * MINUTE if moved else timedelta())
        await sweep.sweep(now)
        before = len(waiting_in(store))
        await sweep.sweep(now)
        assert len(waiting_in(store)) == before


def clear(session: Session) -> None:
    """Each example starts with an empty office."""
    for table in ("outbox", "follow_up", "telling_revision", "telling", "event", "membership", "member", "team"):
        session.connection().execute(text(f"DELETE FROM {table}"))  # noqa: S608 - names of ours
    session.connection().execute(text("DELETE FROM setting"))
