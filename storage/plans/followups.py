"""Follow-ups on record: finished, put off, taken up again; what stays open is never forgotten."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.moments import local_moment
from sales.people import Member
from sales.tellings import FollowUp, Party
from storage.care.planning.visits import plan_visits
from storage.company.audit import Subject, note
from storage.company.people import answers_for
from storage.plans.giving import colleagues
from storage.plans.recurring import advance
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow

OPEN = "open"


class Ending(StrEnum):
    """How a follow-up is closed by hand."""

    DONE = "done"
    DROPPED = "dropped"


CLOSED: frozenset[str] = frozenset(Ending)


@dataclass(frozen=True, slots=True)
class Standing:
    """A follow-up as it stands. `zone` is its owner's; `due_at` when a reminder is (or was) planned for it."""

    id: int
    owner: int
    zone: ZoneInfo
    what: FollowUp
    due_at: datetime | None
    state: str = OPEN
    given_to: int | None = None
    accepted: bool | None = None

    @property
    def open(self) -> bool:
        return self.state == OPEN


@dataclass(frozen=True, slots=True)
class Plan:
    """When a reminder comes and for which day the thing is meant; `day` None leaves the day as it was told."""

    due_at: datetime | None
    day: date | None = None


def find(session: Session, member: Member, follow_up: int) -> Standing | None:
    """The follow-up, if it is the member's own, of somebody they stand in for or manage, or was given to them."""
    row = session.get(FollowUpRow, follow_up)
    owner = session.get(MemberRow, row.owner_id) if row else None
    if row is None or owner is None:
        return None
    taken_on = row.given_to in {member.id, *member.covers} and row.accepted is not False
    if not taken_on and row.owner_id not in member.covers and not answers_for(session, member, row.owner_id):
        return None
    return _standing(session, row, owner)


def given(session: Session, member: Member, follow_up: int) -> Standing | None:
    """What was given to the member, whatever they answered."""
    row = session.get(FollowUpRow, follow_up)
    owner = session.get(MemberRow, row.owner_id) if row else None
    return _standing(session, row, owner) if row and owner and row.given_to == member.id else None


def can_take_on(session: Session, member: Member, standing: Standing) -> list[tuple[int, str]]:
    """To whom the member can hand it on: neither to its owner nor to who is asked already."""
    asked = standing.given_to if standing.accepted is not False else None
    return colleagues(session, member, but=(standing.owner, asked))


def _standing(session: Session, row: FollowUpRow, owner: MemberRow) -> Standing:
    return Standing(
        id=row.id or 0,
        owner=row.owner_id,
        zone=ZoneInfo(owner.zone),
        what=told(session, row),
        due_at=row.due_at,
        state=row.state,
        given_to=row.given_to,
        accepted=row.accepted,
    )


def told(session: Session, row: FollowUpRow) -> FollowUp:
    """What is to be done, by its current day."""
    customer = session.get(CustomerRow, row.customer_id) if row.customer_id else None
    return FollowUp(
        customer=Party(customer.name, customer.id) if customer else None,
        day=row.day,
        action=row.action,
        at=row.at,
        who=row.who,
        contacts=tuple(filter(None, row.contacts.split(", "))),
        repeats=row.rule,
        purpose=row.purpose,
    )


def finish(session: Session, *, follow_up: int, ending: Ending, by: Hand) -> bool:
    """Close it for good; False: it was not open any more."""
    row = session.get_one(FollowUpRow, follow_up)
    if row.state != OPEN:
        return False
    row.state, row.closed_at = ending, by.now
    _on_record(session, row, str(ending), by)
    return True


def go_on(session: Session, *, follow_up: int, deed: str, remind_at: time, by: Hand) -> bool:
    """Settle this time, so that the next one comes; the last one is closed. False: it was not open any more."""
    row = session.get_one(FollowUpRow, follow_up)
    if row.state != OPEN:
        return False
    if advance(session, row, deed=deed, remind_at=remind_at, by=by):
        return True
    return finish(session, follow_up=follow_up, ending=Ending.DONE if deed == "done" else Ending.DROPPED, by=by)


def snooze(session: Session, *, follow_up: int, plan: Plan, by: Hand) -> bool:
    """Move the reminder, and the day where the plan names one; False: it was not open any more."""
    row = session.get_one(FollowUpRow, follow_up)
    if row.state != OPEN:
        return False
    row.moves += int(plan.day not in (None, row.day))
    row.due_at, row.day = plan.due_at, plan.day or row.day
    plan_visits(session, [row], by.now)
    _on_record(session, row, "snoozed", by)
    return True


def roll_over(session: Session, *, follow_ups: Iterable[int]) -> None:
    """Another day went by: what stays open counts as put off once more. What comes again counts when it does."""
    wanted = select(FollowUpRow).where(col(FollowUpRow.id).in_(list(follow_ups)), col(FollowUpRow.state) == OPEN)
    for row in session.exec(wanted.where(col(FollowUpRow.rule).is_(None))):
        row.moves += 1
    session.flush()


def keep(session: Session, *, follow_up: int) -> None:
    """It was moved often and is wanted all the same: the counting begins anew."""
    session.get_one(FollowUpRow, follow_up).moves = 0
    session.flush()


def reopen(session: Session, *, follow_up: int, by: Hand, plan: Plan | None = None) -> bool:
    """Take it up again after it was closed; a plan takes back a snooze. False: the telling itself was undone."""
    row = session.get_one(FollowUpRow, follow_up)
    if row.state != OPEN and row.state not in CLOSED:
        return False
    row.state, row.closed_at, row.closed_by_telling = OPEN, None, None
    row.was_day, row.was_due_at = None, None
    if plan is not None:
        row.moves = max(row.moves - int(plan.day not in (None, row.day)), 0)
        row.due_at, row.day = plan.due_at, plan.day or row.day
    plan_visits(session, [row], by.now)
    _on_record(session, row, "reopened", by)
    return True


def _on_record(session: Session, row: FollowUpRow, what: str, by: Hand) -> None:
    note(session, f"follow_up.{what}", Subject("follow_up", row.id), by)


@dataclass(frozen=True, slots=True)
class Move:
    """A member's clocks change from one zone to another."""

    member: int
    old: ZoneInfo
    new: ZoneInfo


def replan(session: Session, *, move: Move, remind_at: time, now: datetime) -> None:
    """After a move, what is planned for a clock time comes at that time in the new zone.

    A reminder that was put off by an hour was promised for a moment, not for a clock time: it stays.
    """
    coming = select(FollowUpRow).where(
        col(FollowUpRow.owner_id) == move.member, col(FollowUpRow.state) == OPEN, col(FollowUpRow.due_at) > now
    )
    for row in session.exec(coming):
        row.due_at = moved(row, move=move, remind_at=remind_at)
    session.flush()


def moved(row: FollowUpRow, *, move: Move, remind_at: time) -> datetime | None:
    """When it comes by the new clocks."""
    if row.day and row.due_at == local_moment(row.day, row.at or remind_at, move.old):
        return local_moment(row.day, row.at or remind_at, move.new)
    return row.due_at
