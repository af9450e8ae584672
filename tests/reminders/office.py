"""A small office to be reminded in: people in their zones, what they promised, and what the outbox holds for them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from sales.drafts import Draft
from sales.people import Member, Role
from sales.tellings import FollowUp, Party, Telling
from storage.company import people, teams
from storage.migrating import migrate
from storage.queues import outbox
from storage.queues.queue import State
from storage.store import Store, open_store
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.queues import OutboxRow
from storage.ticks import Tick
from storage.told import journal

REMIND_AT = time(9)
BERLIN = ZoneInfo("Europe/Berlin")
# A Monday; nine o'clock in Berlin is eight in UTC.
MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SUNDAY = MONDAY - DAY
TODAY = MONDAY.date()
ACTION = "send the new quote"


def hire(session: Session, name: str, zone: ZoneInfo = BERLIN, role: Role = Role.REP) -> Member:
    """Somebody in the one team of this office, who can be written to."""
    team = teams.ensure_company(session, name="Rapport", zone=zone.key)
    chat = 1000 + len(session.exec(select(MemberRow.id)).all())
    row = MemberRow(name=name, telegram_id=chat, chat_id=chat, language="en", zone=zone.key)
    session.add(row)
    session.flush()
    people.add_place(session, member=row.id or 0, role=role, team=team)
    return member(session, row.id or 0)


def member(session: Session, number: int) -> Member:
    found = people.member(session, number)
    assert found is not None
    return found


def customer(session: Session, owner: Member, name: str = "Acme Tools") -> Party:
    row = CustomerRow(name=name, owner_id=owner.id, team_id=owner.team, created_at=MONDAY)
    session.add(row)
    session.flush()
    return Party(name, row.id)


def promise(
    session: Session, owner: Member, day: date | None, at: time | None = None, party: Party | None = None
) -> int:
    """Tell the bot of a follow-up on the Sunday before, as a message would; returns its id."""
    message = len(session.exec(select(FollowUpRow.id)).all()) + 1
    told = Telling(follow_ups=(FollowUp(party, day, ACTION, at),))
    draft = Draft(chat=owner.chat or 0, message=message, moment=SUNDAY, text=ACTION, telling=told)
    telling = journal.record(session, draft=draft, by=journal.By(owner, SUNDAY, REMIND_AT))
    number = session.exec(select(FollowUpRow.id).where(col(FollowUpRow.telling_id) == telling)).one()
    assert number is not None
    return number


def promise_many(session: Session, owner: Member, moments: Sequence[datetime]) -> None:
    """Many at once: further lines of the message that told of the first one."""
    first = row_of(session, promise(session, owner, None))
    session.add_all(
        FollowUpRow(telling_id=first.telling_id, slot=slot, owner_id=owner.id, action=ACTION, due_at=moment)
        for slot, moment in enumerate(moments, start=1)
    )
    session.flush()


def row_of(session: Session, follow_up: int) -> FollowUpRow:
    return session.get_one(FollowUpRow, follow_up)


def queued(session: Session, *, to: Member | None = None) -> list[OutboxRow]:
    """What waits to be sent, in the order in which it was put."""
    waiting = select(OutboxRow).where(col(OutboxRow.state) == State.PENDING).order_by(col(OutboxRow.id))
    return [row for row in session.exec(waiting) if to is None or row.lane == to.chat]


def kinds(rows: Sequence[OutboxRow]) -> list[str]:
    return [row.kind for row in rows]


def arrive(session: Session, key: str, message: int, state: State = State.SENT) -> None:
    """The message of that key has been sent (or refused) and is in the chat under this number."""
    row = session.exec(select(OutboxRow).where(col(OutboxRow.key) == key)).one()
    row.state, row.message_id, row.settled_at = state, message, row.due_at
    session.add(row)
    session.flush()


def put(session: Session, key: str, chat: int, kind: str, facts: dict[str, str | int | None]) -> None:
    outbox.put(session, outbox.Sending(key=key, chat=chat, kind=kind, facts=facts, due_at=MONDAY))


def tick(now: datetime, *, ahead: timedelta = timedelta()) -> Tick:
    return Tick(now, now - ahead)


def promised(store: Store, owner: Member, day: date = TODAY, at: time | None = None) -> int:
    with store.transaction() as session:
        return promise(session, owner, day, at)


def waiting_in(store: Store, to: Member | None = None) -> list[OutboxRow]:
    with store.transaction() as session:
        return queued(session, to=to)


def open_migrated(url: str) -> Store:
    migrate(url)
    return open_store(url)
