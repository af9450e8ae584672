"""While somebody is away their reminders go to who stands in, each once, and afterwards back by themselves."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, select

from reminders.absences import Absences
from reminders.followups import FollowUps
from sales.absences import Away, Refusal, refusal
from sales.hands import Hand
from sales.people import Member, Role
from sales.tellings import Party
from storage.company import absences, people
from storage.company.absences import NewLeave
from storage.complaints import alerts
from storage.plans.followups import find
from storage.queues.queue import State
from storage.store import Store
from storage.tables.access import AbsenceRow
from storage.tables.people import MemberRow
from tests.reminders.office import (
    BERLIN,
    DAY,
    HOUR,
    MINUTE,
    MONDAY,
    TODAY,
    arrive,
    customer,
    hire,
    promise,
    queued,
    tick,
)

TUESDAY = TODAY + DAY
WEDNESDAY = TUESDAY + DAY


class Office:
    """Anna is away on Tuesday and Wednesday, and Ben stands in; Boris manages both."""

    def __init__(self, store: Store) -> None:
        self.store = store
        with store.transaction() as session:
            self.boris = hire(session, "Boris", role=Role.MANAGER)
            self.anna, self.ben = hire(session, "Anna"), hire(session, "Ben")
            leave = NewLeave(self.anna.id, Away(TUESDAY, WEDNESDAY), self.ben.id)
            absences.enter(session, leave=leave, by=Hand(self.anna.id, MONDAY))

    def promised(
        self, day: date, at: time | None = None, owner: Member | None = None, customer: str | None = None
    ) -> int:
        with self.store.transaction() as session:
            return promise(session, owner or self.anna, day, at, Party(customer) if customer else None)

    async def tick(self, now: datetime) -> None:
        await Absences(self.store).sweep(tick(now))
        await FollowUps(self.store).sweep(tick(now))

    def told(self, to: Member) -> list[int]:
        """The follow-ups of which somebody is reminded, in this order."""
        with self.store.transaction() as session:
            return [int(row.facts["follow_up"]) for row in queued(session, to=to) if row.kind == "follow_up"]

    def news(self, to: Member) -> list[str]:
        with self.store.transaction() as session:
            return [str(row.facts["what"]) for row in queued(session, to=to) if row.kind == "leave_news"]


@pytest.fixture
def office(any_store: Store) -> Office:
    return Office(any_store)


async def test_reminders_go_to_who_stands_in_and_back_by_themselves(office: Office) -> None:
    days = [TODAY, TUESDAY, WEDNESDAY, WEDNESDAY + DAY]
    numbers = [office.promised(day) for day in days]
    for ahead in range(4):
        await office.tick(MONDAY + ahead * DAY)

    assert office.told(office.anna) == [numbers[0], numbers[3]]
    assert office.told(office.ben) == numbers[1:3]


async def test_the_leave_begins_at_the_local_midnight_and_both_sides_are_told_once(office: Office) -> None:
    midnight = datetime(2026, 3, 3, tzinfo=BERLIN).astimezone(UTC)
    await office.tick(midnight - MINUTE)
    assert office.news(office.ben) == []

    for _ in range(3):
        await office.tick(midnight)
    await office.tick(midnight + 2 * DAY)
    await office.tick(midnight + 2 * DAY + MINUTE)

    assert (office.news(office.ben), office.news(office.anna)) == (["begins", "ends"], ["begins", "ends"])


async def test_what_one_was_told_the_other_is_not_told_again(office: Office) -> None:
    before = office.promised(TODAY)
    during = office.promised(WEDNESDAY)
    for hours in range(0, 24 * 4, 6):
        await office.tick(MONDAY + hours * HOUR)

    assert (office.told(office.anna), office.told(office.ben)) == ([before], [during])


async def test_a_reminder_that_was_withdrawn_when_the_leave_ended_reaches_the_owner(office: Office) -> None:
    number = office.promised(WEDNESDAY)
    await office.tick(MONDAY + 2 * DAY)
    with office.store.transaction() as session:
        [row] = [row for row in queued(session, to=office.ben) if row.kind == "follow_up"]
        arrive(session, row.key, 9, State.WITHDRAWN)

    await office.tick(MONDAY + 3 * DAY)

    assert office.told(office.anna) == [number]


@pytest.mark.parametrize("trouble", ["left", "blocked", "away"])
async def test_where_the_cover_cannot_be_reached_the_manager_is_told(office: Office, trouble: str) -> None:
    """Of what is about a customer; a private note stays with whose it is."""
    number, private = office.promised(TUESDAY, customer="Acme"), office.promised(TUESDAY)
    with office.store.transaction() as session:
        row = session.get_one(MemberRow, office.ben.id)
        row.active, row.reachable = trouble != "left", trouble != "blocked"
        if trouble == "away":
            leave = NewLeave(office.ben.id, Away(TUESDAY, TUESDAY))
            absences.enter(session, leave=leave, by=Hand(office.ben.id, MONDAY))

    await office.tick(MONDAY + DAY)

    assert office.told(office.boris) == [number]
    assert office.told(office.anna) == [private]


async def test_the_cover_sees_and_settles_meanwhile_and_not_afterwards(office: Office) -> None:
    number = office.promised(TUESDAY)

    def seen(session: Session) -> bool:
        ben = people.member(session, office.ben.id)
        return ben is not None and find(session, ben, number) is not None

    sees = []
    for ahead in range(4):
        await office.tick(MONDAY + ahead * DAY)
        with office.store.transaction() as session:
            sees.append(seen(session))
    assert sees == [False, True, True, False]


async def test_a_complaint_is_told_to_who_stands_in(office: Office) -> None:
    with office.store.transaction() as session:
        acme = customer(session, office.anna)
    heard = []
    for ahead in (0, 1, 3):
        await office.tick(MONDAY + ahead * DAY)
        with office.store.transaction() as session:
            found = alerts.recipients(session, teller=office.boris, customer=acme.id)
            heard.append([member.name for member in found])
    assert heard == [["Anna"], ["Ben"], ["Anna"]]


async def test_a_cancelled_leave_never_begins(office: Office) -> None:
    with office.store.transaction() as session:
        [absence] = absences.ahead(session, [office.anna.id])
        absences.cancel(session, absence=absence.id, by=Hand(office.anna.id, MONDAY))
    number = office.promised(TUESDAY)
    await office.tick(MONDAY + DAY)

    assert (office.told(office.anna), office.news(office.ben)) == ([number], [])


async def test_each_lives_by_their_own_midnight(any_store: Store) -> None:
    with any_store.transaction() as session:
        far = hire(session, "Kiri", ZoneInfo("Pacific/Kiritimati"))
        late = hire(session, "Honu", ZoneInfo("Pacific/Honolulu"))
        for one in (far, late):
            absences.enter(session, leave=NewLeave(one.id, Away(TUESDAY, TUESDAY)), by=Hand(one.id, MONDAY))
    await Absences(any_store).sweep(tick(datetime(2026, 3, 2, 12, tzinfo=UTC)))

    with any_store.transaction() as session:
        states = {row.member_id: row.state for row in session.exec(select(AbsenceRow))}
    assert states == {far.id: "active", late.id: "planned"}


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        pytest.param(5, 1, Refusal.BACKWARDS, id="backwards"),
        pytest.param(-5, -1, Refusal.PAST, id="over"),
        pytest.param(1, 400, Refusal.TOO_FAR, id="more than a year"),
        pytest.param(9, 12, Refusal.OVERLAPS, id="overlaps the tenth"),
        pytest.param(-1, 3, None, id="has begun"),
        pytest.param(0, 0, None, id="today"),
        pytest.param(11, 12, None, id="beside another"),
    ],
)
def test_why_a_leave_cannot_be(first: int, last: int, wrong: Refusal | None) -> None:
    there = (Away(TODAY + 8 * DAY, TODAY + 10 * DAY),)

    def day(ahead: int) -> date:
        return TODAY + timedelta(days=ahead)

    assert refusal(Away(day(first), day(last)), today=TODAY, others=there) is wrong
