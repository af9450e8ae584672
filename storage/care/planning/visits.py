"""Visits that are planned: a brief before each, and after it the question how it went."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlmodel import Session, col, select

from sales.care.habits import read_habits
from sales.care.kinds import EVE_OF_VISIT
from sales.moments import local_moment
from storage.care.planning.look import Look
from storage.care.reminders import Planned, plan
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow

BRIEF, OUTCOME = "visit_brief", "visit_outcome"
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def briefs(session: Session, look: Look) -> Iterator[Planned]:
    return (one for one in _coming(session, look) if one.kind == BRIEF)


def outcomes(session: Session, look: Look) -> Iterator[Planned]:
    return (one for one in _coming(session, look) if one.kind == OUTCOME)


def plan_visits(session: Session, rows: Iterable[FollowUpRow], now: datetime) -> None:
    """At once, when a visit is told of or moved; what was planned for another time has lost its point by itself."""
    session.flush()
    plan(session, [one for row in rows if row.purpose == "visit" for one in _of(session, row, now)])


def occasion(row: FollowUpRow) -> str:
    """Which time of a visit it is."""
    return f"{row.day} {row.at or ''}".strip()


def _coming(session: Session, look: Look) -> Iterator[Planned]:
    """Those of today and of the days beside it, where the owners live by other clocks."""
    visits = select(FollowUpRow).where(
        col(FollowUpRow.purpose) == "visit",
        col(FollowUpRow.state) == "open",
        col(FollowUpRow.day).between(look.today - _DAY, look.today + _DAY),
    )
    if look.customers is not None:
        visits = visits.where(col(FollowUpRow.customer_id).in_(look.customers))
    for row in session.exec(visits.order_by(col(FollowUpRow.id))):
        yield from _of(session, row, look.now)


def _of(session: Session, row: FollowUpRow, now: datetime) -> Iterator[Planned]:
    """What is still to come of the two; nothing before or after a visit at no place."""
    whose = row.given_to if row.given_to and row.accepted else row.owner_id
    if row.day is None or row.state != "open" or row.customer_id is None:
        return
    for kind, moment in _moments(session.get_one(MemberRow, whose), row, now):
        if moment > now:
            yield Planned(
                kind=kind,
                subject_id=row.id or 0,
                occasion=occasion(row),
                day=row.day,
                due_at=moment,
                customer_id=row.customer_id,
                member_id=whose,
            )


def _moments(member: MemberRow, row: FollowUpRow, now: datetime) -> Iterator[tuple[str, datetime]]:
    """An hour before and after its clock time; without one, in the morning and at the hour of the wrap.

    Who wants the brief the evening before has it at the hour of the wrap, unless that is over by now.
    """
    try:
        zone, habits = ZoneInfo(member.zone), read_habits(member.habits)
    except (ValueError, ZoneInfoNotFoundError):
        # A broken record of one member must not keep the others from being reminded.
        return
    if row.day is None:
        return
    eve = local_moment(row.day - _DAY, habits.wrap_at, zone)
    early = habits.wants(EVE_OF_VISIT) and eve > now
    if row.at is not None:
        at = local_moment(row.day, row.at, zone)
        yield from ((BRIEF, eve if early else at - _HOUR), (OUTCOME, at + _HOUR))
    else:
        yield BRIEF, eve if early else local_moment(row.day, habits.agenda_at, zone)
        yield OUTCOME, local_moment(row.day, habits.wrap_at, zone)
