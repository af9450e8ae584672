"""Which follow-ups are due and were not put to anybody yet, and who is to hear of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from itertools import groupby, islice
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import structlog
from sqlalchemy import ColumnElement, text
from sqlmodel import Session, col, select

from sales.care.habits import Habits, read_habits
from sales.moments import local_day
from sales.people import Member, Role
from sales.people import Place as Stand
from sales.reminder_cards import ReminderCard
from storage.bulk import in_parts
from storage.care.pauses import FOLLOW_UP, Pause, is_paused, pauses
from storage.company.covers import covers_of, ever_covered, is_on_leave
from storage.company.people import managers_of
from storage.plans.giving import hands
from storage.queues.outbox import Sending, put, withdraw
from storage.queues.queue import State
from storage.tables.care import ReminderRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow, MembershipRow
from storage.tables.queues import OutboxRow

log = structlog.get_logger(__name__)
TOLD_IN = "told_in"
"""The fact of a reminder that was told within another message: that message's key."""
_PAGE = 500
# Spelled as the partial index has it, or SQLite would not use it.
_OPEN = text("follow_up.state = 'open'")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is told, where, and by which clocks they live."""

    member: int
    chat: int
    zone: ZoneInfo
    habits: Habits = field(default_factory=Habits, compare=False)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Members, and who stands in for them today: read at once for all who are due something."""

    members: Mapping[int, MemberRow]
    covers: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Due:
    """A follow-up whose planned moment has come; `at` is the clock time that was told."""

    follow_up: int
    owner: int
    planned: datetime
    day: date | None = None
    at: time | None = None
    customer: int | None = None
    """None: a private note, of which nobody above hears."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A due follow-up that this recipient has not been told of."""

    due: Due
    recipient: Recipient

    @property
    def key(self) -> str:
        return reminder_key(self.due, self.recipient.member)


def reminder_key(due: Due, recipient: int) -> str:
    """Kind, subject, planned moment, recipient: a snoozed reminder has a new moment, hence a new key."""
    return f"follow_up:{due.follow_up}:{due.planned.isoformat()}:{recipient}"


Place = tuple[datetime, int]
"""Up to which follow-up was looked: its moment and its id."""


def waiting(session: Session, *, now: datetime, after: datetime | None = None) -> list[Waiting]:
    """What is due by `now` and nobody was told of; `after` leaves out what earlier looks have seen."""
    found: list[Waiting] = []
    last: Place | None = None
    while page := _page(session, now, after, last):
        found += _of_page(session, page, now)
        last = (page[-1].planned, page[-1].follow_up)
    return found


def waiting_next(session: Session, *, now: datetime, last: Place | None) -> tuple[list[Waiting], Place | None]:
    """Of everything the page that follows `last`, and its own last place; None: that was all."""
    page = _page(session, now, None, last)
    return _of_page(session, page, now), (page[-1].planned, page[-1].follow_up) if len(page) == _PAGE else None


def _of_page(session: Session, page: Sequence[Due], now: datetime) -> list[Waiting]:
    untold = _untold(session, _in_hands(session, page))
    around = surroundings(session, {due.owner for due in untold})
    wanted: list[Waiting] = []
    for owner, dues in groupby(sorted(untold, key=lambda due: due.owner), key=lambda due: due.owner):
        wanted += _for_owner(session, owner, list(dues), around)
    known = _known(session, [one.key for one in wanted])
    paused = pauses(session, {one.recipient.member for one in wanted})
    heard = [one for one in wanted if one.key not in known and not _is_paused(one, paused, now)]
    return sorted(heard, key=lambda one: (one.due.planned, one.due.follow_up))


def _is_paused(one: Waiting, paused: Iterable[Pause], now: datetime) -> bool:
    to = one.recipient
    theirs = [pause for pause in paused if pause.member == to.member]
    return is_paused(theirs, kind=FOLLOW_UP, customer=one.due.customer, today=local_day(now, to.zone))


def of_the_day(session: Session, follow_ups: Iterable[int]) -> list[tuple[Due, ZoneInfo]]:
    """Those of these that have a day and no clock time of their own, with the zones of their owners."""
    rows = session.exec(
        select(FollowUpRow, MemberRow.zone)
        .join(MemberRow, col(MemberRow.id) == col(FollowUpRow.owner_id))
        .where(col(FollowUpRow.id).in_(list(follow_ups)), col(FollowUpRow.at).is_(None), _OPEN)
        .order_by(col(FollowUpRow.id))
    )
    return [(Due(row.id or 0, row.owner_id, row.due_at, row.day), ZoneInfo(zone)) for row, zone in rows if row.due_at]


def _in_hands(session: Session, page: Sequence[Due]) -> Sequence[Due]:
    """What a colleague took on is theirs."""
    taken = hands(session, [due.follow_up for due in page])
    return [replace(due, owner=taken.get(due.follow_up, due.owner)) for due in page]


def _page(session: Session, now: datetime, after: datetime | None, last: Place | None) -> list[Due]:
    due_at, number = col(FollowUpRow.due_at), col(FollowUpRow.id)
    due = select(FollowUpRow).where(_OPEN, due_at <= now, ~_briefed())
    if after is not None:
        due = due.where(due_at > after)
    if last is not None:
        due = due.where(due_at >= last[0], (due_at > last[0]) | (number > last[1]))
    rows = session.exec(due.order_by(due_at, number).limit(_PAGE))
    return [Due(row.id or 0, row.owner_id, row.due_at, row.day, row.at, row.customer_id) for row in rows if row.due_at]


def _briefed() -> ColumnElement[bool]:
    """A visit whose brief was told needs no reminder beside it."""
    told = select(ReminderRow.id).where(
        col(ReminderRow.kind) == "visit_brief",
        col(ReminderRow.subject_id) == col(FollowUpRow.id),
        col(ReminderRow.day) == col(FollowUpRow.day),
        col(ReminderRow.state).in_(["told", "answered"]),
    )
    return (col(FollowUpRow.purpose) == "visit") & told.exists()


def _untold(session: Session, dues: Iterable[Due]) -> list[Due]:
    """Those of which neither the owner nor who ever stood in was told.

    What Telegram refused counts as not told, alone or in a bundle; so does what was withdrawn because its reader no
    longer stood in when it was sent.
    """
    due = list(dues)
    covers = ever_covered(session, (one.owner for one in due))
    hands = {one.follow_up: (one.owner, *sorted(covers.get(one.owner, ()))) for one in due}
    keys = [reminder_key(one, hand) for one in due for hand in hands[one.follow_up]]
    told = _told(session, keys)
    return [one for one in due if not any(reminder_key(one, hand) in told for hand in hands[one.follow_up])]


def _told(session: Session, keys: list[str]) -> set[str]:
    """The keys of the reminders that reached somebody, or still may."""
    put = select(col(OutboxRow.key), col(OutboxRow.facts), col(OutboxRow.state)).where(
        col(OutboxRow.key).in_(keys), col(OutboxRow.state) != State.DEAD
    )
    rows = [(key, str(facts.get(TOLD_IN, "")), state) for key, facts, state in session.exec(put)]
    refused = _known(session, [within for _, within, _ in rows if within], col(OutboxRow.state) == State.DEAD)
    return {key for key, within, state in rows if (within or state != State.WITHDRAWN) and within not in refused}


def _known(session: Session, keys: Iterable[str], *more: ColumnElement[bool]) -> set[str]:
    return set(session.exec(select(OutboxRow.key).where(col(OutboxRow.key).in_(list(keys)), *more)))


def _for_owner(session: Session, owner: int, dues: list[Due], around: Surroundings) -> list[Waiting]:
    """One person's broken record must not keep the others from being reminded."""
    try:
        recipients = recipients_of(session, owner, around)
        own = recipients_of(session, owner, around, managers=False)
    except (ValueError, ZoneInfoNotFoundError):
        log.exception("the follow-ups of a member can be told to nobody", member=owner)
        return []
    gone = is_out_of_reach(around.members[owner])
    return [Waiting(due, one) for due in dues for one in (own if gone or due.customer is None else recipients)]


def is_out_of_reach(owner: MemberRow) -> bool:
    """Their manager hears of all that waits for them in one list a day (reminders.unreached)."""
    return not owner.active or not owner.reachable


def surroundings(session: Session, owners: Collection[int]) -> Surroundings:
    wanted = (select(MemberRow).where(col(MemberRow.id).in_(part)) for part in in_parts(sorted(owners)))
    rows = [row for one in wanted for row in session.exec(one)]
    return Surroundings({row.id or 0: row for row in rows}, covers_of(session, owners))


def recipients_of(
    session: Session, owner: int, around: Surroundings | None = None, *, managers: bool = True
) -> tuple[Recipient, ...]:
    """The owner, or who stands in while they are on leave.

    The nearest manager where these have left, blocked the bot, never came or are away themselves, unless it is
    of no concern to `managers`. Whoever asks for many reads what is `around` them at once.
    """
    around = around or surroundings(session, [owner])
    turn = _in_turn(session, around.members[owner], around.covers.get(owner), managers=managers)
    return tuple(islice(filter(None, turn), 1))


def _in_turn(session: Session, owner: MemberRow, cover: int | None, *, managers: bool) -> Iterator[Recipient | None]:
    """Who comes first; nobody further is looked at than need be."""
    yield _reached(owner) if cover is None else _stand_in(session, cover)
    if managers:
        yield from _managing(session, owner)
    yield _reached(owner)


def _reached(row: MemberRow) -> Recipient | None:
    if row.active and row.reachable and row.chat_id is not None:
        return Recipient(row.id or 0, row.chat_id, ZoneInfo(row.zone), read_habits(row.habits))
    return None


def _stand_in(session: Session, cover: int) -> Recipient | None:
    return None if is_on_leave(session, cover) else _reached(session.get_one(MemberRow, cover))


def _managing(session: Session, row: MemberRow) -> Iterator[Recipient]:
    return (
        Recipient(manager.id, manager.chat, manager.zone, read_habits(session.get_one(MemberRow, manager.id).habits))
        for manager in managers_of(session, as_member(session, row))
        if manager.chat is not None and session.get_one(MemberRow, manager.id).reachable
    )


def as_member(session: Session, row: MemberRow) -> Member:
    """A member who may have left: only the places count here."""
    places = session.exec(select(MembershipRow).where(col(MembershipRow.member_id) == row.id))
    stand = tuple(Stand(Role(place.role), place.team_id, frozenset()) for place in places)
    return Member(row.id or 0, row.name, None, row.language, ZoneInfo("UTC"), stand)


def count_as_told(session: Session, rows: Iterable[FollowUpRow], *, to: Member, within: str, now: datetime) -> None:
    """Those whose moment is over are told to their new owner within another message, of that key, and not again."""
    for row in rows:
        if row.due_at is not None and row.due_at <= now and to.chat is not None:
            key = reminder_key(Due(row.id or 0, to.id, row.due_at), to.id)
            facts = {**ReminderCard(row.id or 0, row.due_at, row.day).facts, TOLD_IN: within}
            told = Sending(key=key, chat=to.chat, kind="follow_up", due_at=now, facts=facts, member=to.id)
            put(session, told)
            withdraw(session, key, now)


def everybody(session: Session) -> list[Recipient]:
    """All members who can be written to."""
    reachable = select(MemberRow).where(col(MemberRow.active), col(MemberRow.reachable))
    return list(filter(None, map(_reached, session.exec(reachable))))


def recipient(session: Session, member: Member) -> Recipient | None:
    """The member themselves, for news that is theirs; None: they never came."""
    if member.chat is None:
        return None
    return Recipient(member.id, member.chat, member.zone, read_habits(session.get_one(MemberRow, member.id).habits))
