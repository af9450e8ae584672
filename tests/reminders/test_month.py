"""A month in virtual time, with restarts, absences, two replicas and changing clocks: all once, nothing early."""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, select

from reminders.followups import FollowUps
from sales.hands import Hand
from sales.people import Member
from sales.reminder_cards import LATE, late_card, reminder_card
from storage.company import people
from storage.migrating import migrate
from storage.plans.followups import Ending, Move, Plan, finish, reopen, replan, snooze
from storage.queues.queue import State
from storage.store import open_store
from storage.tables.followups import FollowUpRow
from storage.tables.queues import OutboxRow
from storage.ticks import Tick
from tests.reminders.office import DAY, HOUR, MINUTE, REMIND_AT, hire, member, promise, row_of

# America changes its clocks on 8 March, Europe on 29 March, Lord Howe (by half an hour) on 5 April.
START = datetime(2026, 3, 6, tzinfo=UTC)
END = datetime(2026, 4, 7, tzinfo=UTC)
SOON = datetime(2026, 3, 14, tzinfo=UTC)
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "Pacific/Kiritimati")
TIMES = (None, None, None, time(2, 30), time(1, 45), time(0, 0), time(23, 59), time(14, 15))
SECOND = timedelta(seconds=1)
NIGHT = timedelta(hours=9)

Planned = tuple[int, datetime]


class Month:
    """Runs the sweeps and notes what had to be told by when."""

    def __init__(self, url: str, seed: int, end: datetime = END) -> None:
        self.url = url
        self.random = random.Random(seed)  # noqa: S311 - a game of chance that can be repeated
        self.stores = [open_store(url), open_store(url)]
        self.now = self.real = START
        self.end = end
        self.expected: set[Planned] = set()
        self.prompt: dict[Planned, datetime] = {}
        self._ticked = START
        with self.stores[0].transaction() as session:
            self.members = [hire(session, zone, ZoneInfo(zone)).id for zone in ZONES]

    async def live(self) -> None:
        for _ in range(60):
            self.promise()
        await self.tick()
        while self.now < self.end:
            self.pass_time()
            for _ in range(self.random.choice((0, 0, 1, 2))):
                self.random.choice((self.promise, self.promise, self.finish, self.put_off, self.reopen, self.move))()
            await self.tick()
        for _ in range(8):
            self.now, self.real = self.now + MINUTE, self.real + MINUTE
            await self.tick()

    def pass_time(self) -> None:
        """On to the next moment at which something is due; now and then the bot is away, or starts anew."""
        luck = self.random.random()
        if luck < 0.08:
            gone = self.random.choice((11, 200, 900, 2000)) * MINUTE
            self.now, self.real = self.now + gone, self.real + gone
            return
        if luck < 0.12:
            self.restart()
        with self.stores[0].transaction() as session:
            moments = select(FollowUpRow.due_at).where(
                col(FollowUpRow.state) == "open", col(FollowUpRow.due_at) > self.now
            )
            coming = min((moment for moment in session.exec(moments) if moment), default=self.now + DAY)
        # Whether a step before it or just after: what matters is that it is neither early nor forgotten.
        self.now = max(self.now + SECOND, coming + self.random.choice((-1, 0, 2, 5)) * SECOND)
        self.real += 5 * SECOND

    def restart(self) -> None:
        which = self.random.randrange(2)
        self.stores[which].close()
        self.stores[which] = open_store(self.url)

    async def tick(self) -> None:
        stores = self.random.sample(self.stores, self.random.choice((1, 1, 2)))
        await asyncio.gather(*(FollowUps(store).sweep(Tick(self.now, self.real)) for store in stores))
        with self.stores[0].transaction() as session:
            due = select(FollowUpRow).where(col(FollowUpRow.state) == "open", col(FollowUpRow.due_at) <= self.now)
            for row in session.exec(due):
                self.note((row.id or 0, row.due_at or self.now))
        self._ticked = self.now

    def note(self, due: Planned) -> None:
        """What came due since the last tick is told at this one; what was moved into the past, a little later."""
        self.expected.add(due)
        if due[1] > self._ticked:
            self.prompt[due] = self.now

    def promise(self) -> None:
        with self.stores[0].transaction() as session:
            owner = self.somebody(session)
            day = (self.now + self.random.randrange(1, 20) * DAY).astimezone(owner.zone).date()
            at = self.random.choice(TIMES)
            follow_up = promise(session, owner, day, at)
            assert row_of(session, follow_up).due_at == found_by_waiting(day, at or REMIND_AT, owner.zone)

    def finish(self) -> None:
        with self.stores[0].transaction() as session:
            if row := self.some(session, "open"):
                finish(session, follow_up=row.id or 0, ending=Ending.DONE, by=Hand(row.owner_id, self.now))

    def put_off(self) -> None:
        with self.stores[0].transaction() as session:
            if row := self.some(session, "open"):
                plan = Plan(self.now + self.random.choice((HOUR, DAY, 7 * DAY)))
                snooze(session, follow_up=row.id or 0, plan=plan, by=Hand(row.owner_id, self.now))

    def reopen(self) -> None:
        with self.stores[0].transaction() as session:
            row = self.some(session, "done")
            if row and row.due_at and row.due_at > self.now - 12 * HOUR:
                reopen(session, follow_up=row.id or 0, by=Hand(row.owner_id, self.now))

    def move(self) -> None:
        with self.stores[0].transaction() as session:
            owner, zone = self.somebody(session), ZoneInfo(self.random.choice(ZONES))
            people.set_zone(session, member=owner.id, zone=zone)
            replan(session, move=Move(owner.id, owner.zone, zone), remind_at=REMIND_AT, now=self.now)

    def somebody(self, session: Session) -> Member:
        return member(session, self.random.choice(self.members))

    def some(self, session: Session, state: str) -> FollowUpRow | None:
        rows = session.exec(select(FollowUpRow).where(col(FollowUpRow.state) == state).order_by(col(FollowUpRow.id)))
        return self.random.choice(found) if (found := rows.all()) else None

    def close(self) -> None:
        for store in self.stores:
            store.close()


def found_by_waiting(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The first minute at which the clock on the wall there shows this or, on that day, something later."""
    wanted = datetime.combine(day, at)
    moment = wanted.replace(tzinfo=UTC) - 15 * HOUR
    while moment.astimezone(zone).replace(tzinfo=None) < wanted:
        moment += MINUTE
    return moment


def lived(url: str, seed: int, end: datetime = END) -> Iterator[Month]:
    migrate(url)
    month = Month(url, seed, end)
    yield month
    month.close()


@pytest.mark.parametrize(
    ("engine", "seed", "end"), [("sqlite_url", 0, END), ("sqlite_url", 1, END), ("postgres_url", 2, SOON)]
)
async def test_a_month_goes_by(request: pytest.FixtureRequest, engine: str, seed: int, end: datetime) -> None:
    for month in lived(request.getfixturevalue(engine), seed, end):
        await month.live()
        assert check(month), "a month without any absence proves little"


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(100, 140))
async def test_forty_months_go_by(url: str, seed: int) -> None:
    for month in lived(url, seed):
        await month.live()
        check(month)


def check(month: Month) -> int:
    """Everything once; says how many came in a bundle."""
    with month.stores[0].transaction() as session:
        rows = session.exec(select(OutboxRow)).all()
    once, bundled = told_singly(rows), told_together(rows)
    withdrawn = Counter(follow_up for follow_up, _ in planned_of(rows, State.WITHDRAWN))

    assert set(once) | set(planned_of(rows, State.WITHDRAWN)) == month.expected, "everything, and nothing else"
    assert withdrawn == bundled, "what is told in a bundle is told there once, and nowhere else"
    assert [row.key for row in rows if row.kind == "follow_up" and row.due_at < moment_of(row)] == [], "nothing early"
    assert [due for due, moment in month.prompt.items() if due in once and not prompt(due, moment, once[due])] == []
    assert len(month.expected) > 20
    return sum(bundled.values())


def prompt(due: Planned, seen: datetime, told: datetime) -> bool:
    """At once; what is late already may wait for the end of the quiet hours."""
    return told == seen or (seen - due[1] > LATE and seen < told <= seen + NIGHT)


def told_singly(rows: Sequence[OutboxRow]) -> dict[Planned, datetime]:
    """When each was told in a message of its own; the outbox takes no key twice."""
    cards = [(reminder_card(row.facts), row) for row in rows if row.kind == "follow_up" and row.state == State.PENDING]
    return {(card.follow_up, card.planned): row.due_at for card, row in cards if card.planned}


def planned_of(rows: Sequence[OutboxRow], state: State) -> list[Planned]:
    cards = [reminder_card(row.facts) for row in rows if row.kind == "follow_up" and row.state == state]
    return [(card.follow_up, card.planned) for card in cards if card.planned]


def told_together(rows: Sequence[OutboxRow]) -> Counter[int]:
    return Counter(number for row in rows if row.kind == "late" for number in late_card(row.facts).follow_ups)


def moment_of(row: OutboxRow) -> datetime:
    return reminder_card(row.facts).planned or row.due_at
