"""A year in virtual time: the real sweeps and two replicas on one side, what must come of it on the other."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlmodel import Session, col, select

from reminders.planning import Planning
from reminders.pushes import Pushes
from sales.hands import Hand
from storage.care import reminders, rezoning
from storage.care.planners import PLANNERS
from storage.care.reminders import Planned
from storage.company import people
from storage.plans.followups import Move
from storage.store import Store, open_store
from storage.tables.care import ReminderRow
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.dealings import AgreementRow
from storage.tables.people import MemberRow
from storage.tables.queues import OutboxRow
from storage.ticks import Tick
from tests.care.year_expected import DAY, HOUR, MINUTE, Coming, Expected, Key, Person, wall
from tests.reminders.office import hire

START = datetime(2027, 1, 3, tzinfo=UTC)
END = START + 366 * DAY
# Days on which clocks change in America, in Europe and on Lord Howe; the ends of February and of the year; the moon's.
NIGHTS = [
    date(2027, 2, 5),
    date(2027, 2, 28),
    date(2027, 3, 14),
    date(2027, 3, 28),
    date(2027, 4, 4),
    date(2027, 9, 15),
]
NIGHTS += [date(2027, 10, 3), date(2027, 10, 31), date(2027, 11, 7), date(2027, 12, 31), date(2028, 1, 1)]
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "Pacific/Kiritimati")
TIMES = (time(2, 30), time(1, 45), time(0, 0), time(9), time(12, 15), time(14, 15), time(23, 59))
KINDS = ("birthday_gift", "birthday_eve", "birthday", "agreement_ends")
BIRTHDAYS = [(2, 29, False), (12, 30, True), (8, 15, True), (1, 1, False), (3, 28, False), (3, 15, False)]
BIRTHDAYS += [(10, 31, False), (12, 31, False)]
SECOND = timedelta(seconds=1)
_ROWS = text("SELECT id, kind, subject_id, occasion, state FROM reminder ORDER BY id")


class Year:
    """Plays a year and compares everything after each tick. `stops`: around how many days somebody looks; 0: all."""

    def __init__(self, replicas: "Replicas", seed: int, stops: int) -> None:
        self.replicas = replicas
        self.random = random.Random(seed)  # noqa: S311 - a game of chance that can be repeated
        self.now = START
        self.must = Expected(ZoneInfo(self.random.choice(ZONES[::2])))
        self.days = self._chosen(stops)
        self.happened = 0
        self._seen = 0
        self._told: set[tuple[int, datetime]] = set()
        with self.replicas.stores[0].transaction() as session:
            self._found(session)

    def _chosen(self, stops: int) -> list[date]:
        """Around nights and birthdays; in between nobody looks, or the bot is away."""
        if not stops:
            return [(START + number * DAY).date() for number in range((END - START).days)]
        around = self.random.sample(NIGHTS, stops)
        return sorted({day - before * DAY for day in around for before in (3, 1, 0)})

    def _found(self, session: Session) -> None:
        """The company lives where its first member does."""
        zones = [self.must.company, *(ZoneInfo(self.random.choice(ZONES)) for _ in range(2))]
        for zone in zones:
            member = hire(session, zone.key, zone)
            session.get_one(MemberRow, member.id).habits = {"a_day": 500}
            self.must.zones[member.id] = zone
        for month, day, lunar in self.random.sample(BIRTHDAYS, 4):
            owner = self._somebody()
            row = CustomerRow(name=f"{month}-{day}", owner_id=owner, created_at=START)
            session.add(row)
            session.flush()
            told, calendar = f"1980-{month:02}-{day:02}", "lunar" if lunar else None
            contact = ContactRow(customer_id=row.id or 0, name=f"P. {month}", birthday=told, calendar=calendar)
            session.add(contact)
            session.flush()
            self.must.owners[row.id or 0] = owner
            self.must.people.append(Person(contact.id or 0, row.id or 0, month, day, lunar))

    async def live(self) -> None:
        for day in self.days:
            start = datetime.combine(day, time(), UTC) + self.random.randrange(20 * 60) * MINUTE
            self.now = max(self.now + MINUTE, start)
            for _ in range(self.random.choice((1, 2, 3))):
                await self._tick()
                self._something_happens()
                self._pass_time()
        for _ in range(3):
            await self._tick()
            self.now += 9 * DAY

    def _pass_time(self) -> None:
        """To a little before or after what comes next; whether it was a restart in between makes no difference."""
        coming = [one.due for one in self.must.coming.values() if one.state == "waiting" and one.due > self.now]
        nearest = min((due for due in coming if due < self.now + 2 * DAY), default=self.now + 5 * HOUR)
        self.now = max(self.now + SECOND, nearest + self.random.choice((-1, 0, 2, 3000, 20_000)) * SECOND)
        if self.random.random() < 0.02:
            self.replicas.restart(self.random.randrange(2))

    async def _tick(self) -> None:
        self.must.tick(self.now)
        await asyncio.gather(*map(self._sweep, self.random.sample(self.replicas.stores, self.random.choice((1, 1, 2)))))
        with self.replicas.stores[0].transaction() as session:
            self._check(session)

    async def _sweep(self, store: Store) -> None:
        tick = Tick(self.now, self.now)
        await Planning(store, self.must.company, {kind: PLANNERS[kind] for kind in KINDS}).sweep(tick)
        await Pushes(store).sweep(tick)

    def _something_happens(self) -> None:
        events = (self._visit, self._promise, self._hand_over, self._move, self._put_off, self._end, self._agree)
        with self.replicas.stores[0].transaction() as session:
            for event in self.random.sample(events, self.random.choice((1, 2, 3))):
                event(session)

    def _visit(self, session: Session) -> None:
        """A brief or a question afterwards, for the member who planned the visit, by their clock."""
        member, kind = self._somebody(), self.random.choice(("visit_outcome", "visit_brief"))
        self._plan(session, kind, self._soon(self.must.zones[member]), whose=member)

    def _promise(self, session: Session) -> None:
        self._plan(session, "promise", self._soon(self.must.company), customer=self.random.choice([*self.must.owners]))

    def _soon(self, zone: ZoneInfo) -> datetime:
        day = self.now.astimezone(zone).date() + self.random.randrange(3) * DAY
        return wall(day, self.random.choice(TIMES), zone)

    def _plan(
        self, session: Session, kind: str, due: datetime, *, whose: int | None = None, customer: int | None = None
    ) -> None:
        """Twice, as a message that is taken in again would."""
        self.happened += 1
        key, day = (kind, self.happened, "1"), due.date()
        one = Planned(
            kind=kind,
            subject_id=self.happened,
            occasion="1",
            day=day,
            due_at=due,
            member_id=whose,
            customer_id=customer,
        )
        assert (reminders.plan(session, [one]), reminders.plan(session, [one])) == (1, 0)
        self.must.put(Coming(key, day, due, customer, whose))

    def _hand_over(self, session: Session) -> None:
        """To a colleague, or to nobody."""
        customer, to = self.random.choice([*self.must.owners]), self.random.choice((None, self._somebody()))
        session.get_one(CustomerRow, customer).owner_id = self.must.owners[customer] = to

    def _move(self, session: Session) -> None:
        member, zone = self._somebody(), ZoneInfo(self.random.choice(ZONES))
        people.set_zone(session, member=member, zone=zone)
        rezoning.replan(session, move=Move(member, self.must.zones[member], zone), now=self.now)
        self.must.moved(member, zone, self.now)

    def _put_off(self, session: Session) -> None:
        if found := self._some(session, ("told", "waiting")):
            row, one = found
            due = self.now + self.random.choice((HOUR, DAY, 7 * DAY))
            reminders.put_off(session, row.id or 0, day=due.date(), due_at=due)
            self.must.put(replace(one, day=due.date(), due=due, state="waiting"))

    def _end(self, session: Session) -> None:
        if found := self._some(session, ("told", "waiting")):
            row, one = found
            if self.random.random() < 0.5:
                assert reminders.answer(session, row.id or 0, answer="done", by=Hand(None, self.now))
                self.must.put(replace(one, state="answered"))
            else:
                assert reminders.withdraw(session, col(ReminderRow.id) == row.id, now=self.now) == [row.id]
                self.must.put(replace(one, state="withdrawn"))

    def _agree(self, session: Session) -> None:
        customer, last = self.random.choice([*self.must.owners]), self.now.date() + self.random.randrange(40) * DAY
        row = AgreementRow(customer_id=customer, kind="contract", on_day=self.now.date(), valid_until=last)
        session.add(row)
        session.flush()
        self.must.agreements[row.id or 0] = customer, last

    def _some(self, session: Session, states: Sequence[str]) -> tuple[ReminderRow, Coming] | None:
        """A reminder about visits or promises: what is answered about birthdays settles further ones."""
        found = [one for one in self.must.coming.values() if one.state in states and one.key[2] == "1"]
        if not found:
            return None
        one = self.random.choice(found)
        wanted = (col(ReminderRow.kind) == one.key[0]) & (col(ReminderRow.subject_id) == one.key[1])
        return session.exec(select(ReminderRow).where(wanted)).one(), one

    def _somebody(self) -> int:
        return self.random.choice([*self.must.zones])

    def _check(self, session: Session) -> None:
        """Every reminder stands where it must, and what was told just now is told to whom it must be, once."""
        rows = session.connection().execute(_ROWS).all()
        stand = {(kind, subject, occasion): state for _, kind, subject, occasion, state in rows}
        keys: dict[int, Key] = {number: (kind, subject, occasion) for number, kind, subject, occasion, _ in rows}
        must = {key: one.state for key, one in self.must.coming.items()}
        assert len(rows) == len(stand)
        assert stand == must, (self.now, sorted(set(stand.items()) ^ set(must.items())))
        self._check_moments(session)
        new = session.exec(select(OutboxRow).where(col(OutboxRow.id) > self._seen).order_by(col(OutboxRow.id))).all()
        told = [(keys[int(str(row.facts["reminder"]))], row.member_id, row) for row in new]
        assert sorted((key, to) for key, to, _ in told) == sorted((key, to) for key, to, _ in self.must.told), self.now
        dues = {key: due for key, _, due in self.must.told}
        for key, to, row in told:
            self._check_letter(row, key[0], dues[key], self.must.zones[to or 0])
            self._seen = max(self._seen, row.id or 0)

    def _check_moments(self, session: Session) -> None:
        waiting = select(ReminderRow).where(col(ReminderRow.state).in_(["waiting", "open"]))
        for row in session.exec(waiting):
            one = self.must.coming[row.kind, row.subject_id, row.occasion]
            assert (row.due_at, row.day) == (one.due, one.day), one

    def _check_letter(self, row: OutboxRow, kind: str, due: datetime, zone: ZoneInfo) -> None:
        """Not before its moment, not in quiet hours, and it says whether it is late."""
        assert row.due_at >= max(due, self.now), "early"
        there = row.due_at.astimezone(zone)
        quiet = not time(7) <= there.time() < time(22) or time(12) <= there.time() < time(13, 30)
        assert kind == "visit_brief" or not quiet, there
        assert bool(row.facts["late"]) == (row.due_at - due > 10 * MINUTE)
        assert bool(row.facts["was"]) == (there.date() > due.astimezone(zone).date())


class Replicas:
    """Two on one database, used by one year after the other: opening them takes longer than a year."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.stores = [open_store(url), open_store(url)]

    def restart(self, which: int) -> None:
        self.stores[which].close()
        self.stores[which] = open_store(self.url)

    def empty(self) -> None:
        with self.stores[0].transaction() as session:
            for table in ("reminder", "outbox", "agreement", "contact", "customer", "membership", "member"):
                session.connection().execute(text(f"DELETE FROM {table}"))  # noqa: S608 - names of ours
            session.connection().execute(text("DELETE FROM setting WHERE name LIKE 'done:%'"))
            session.connection().execute(text("DELETE FROM team"))

    async def live(self, seed: int, stops: int) -> int:
        """A year from the beginning; says how many occurrences it had."""
        self.empty()
        year = Year(self, seed, stops)
        await year.live()
        return len(year.must.coming)

    def close(self) -> None:
        for store in self.stores:
            store.close()
