"""Reads what the evening's wrap and a report show: what a member planned and what they told."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from sales.kinds import Kind
from sales.moments import local_day, local_moment, monday_of
from sales.money import Money
from sales.people import Member
from sales.reports import Report, ReportLine, Told, Wrap
from sales.views import AgendaLine
from storage.care.pauses import follow_up_not_paused
from storage.plans.giving import in_hands_of
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import EntryRow, TellingRow

UNTOLD = 16
NEXT = 5
ENTRIES = 200
_A_DAY = timedelta(days=1)
_VISIT = "visit"


def wrap(session: Session, member: Member, *, day: date) -> Wrap:
    """Of the follow-ups for that day; one counts as told once it is closed or its customer was told of."""
    rows = session.exec(
        select(FollowUpRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(FollowUpRow.customer_id), isouter=True)
        .where(in_hands_of([member.id]), col(FollowUpRow.day) == day, col(FollowUpRow.state).in_(["open", "done"]))
        .where(follow_up_not_paused(member.id, day))
        .order_by(col(FollowUpRow.at).nulls_first(), col(FollowUpRow.id))
    ).all()
    seen = set(session.exec(select(EntryRow.customer_id).where(*_of(member, day, day))))
    left = [
        (row, name)
        for row, name in rows
        if row.state == "open" and (row.customer_id is None or row.customer_id not in seen)
    ]
    untold = [
        AgendaLine(row.id or 0, name, row.action, row.day, row.at, row.rule)
        for row, name in left
        if row.purpose != _VISIT
    ]
    return Wrap(day, len(rows), len(rows) - len(left), tuple(untold[:UNTOLD]), len(left) - len(untold))


def _of(member: Member, first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    return (
        col(EntryRow.member_id) == member.id,
        col(EntryRow.on_day).between(first, last),
        col(EntryRow.live).is_(True),
    )


def is_told(session: Session, member: Member, *, day: date) -> bool:
    """Whether anything of that day was told."""
    return session.exec(select(EntryRow.id).where(*_of(member, day, day)).limit(1)).first() is not None


def report(session: Session, member: Member, *, first: date, last: date) -> Report:
    """From the first day to the last, both included; the customers in the order in which they were told of."""
    rows = session.exec(
        select(EntryRow, CustomerRow.name, TellingRow.text)
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id), isouter=True)
        .join(TellingRow, col(TellingRow.id) == col(EntryRow.telling_id))
        .where(*_of(member, first, last))
        .order_by(col(EntryRow.on_day), col(EntryRow.id))
        .limit(ENTRIES)
    ).all()
    worded = {(row.telling_id, row.customer_id) for row, _, _ in rows if row.text}
    by_customer: dict[str, list[Told]] = {}
    for row, name, said in rows:
        # What was read from a message may be no more than "visit": then the message itself says how it was.
        silent = (row.telling_id, row.customer_id) not in worded
        by_customer.setdefault(name or "", []).append(_told(row, said if silent else row.text))
    return Report(
        name=member.name,
        first=first,
        last=last,
        lines=tuple(ReportLine(name, tuple(told)) for name, told in by_customer.items()),
        new_follow_ups=_new_follow_ups(session, member, first, last),
        next=_next(session, member, last),
    )


def _told(row: EntryRow, words: str) -> Told:
    amount = Money(row.amount_minor, row.currency) if row.amount_minor is not None and row.currency else None
    return Told(Kind(row.kind), row.on_day, words, amount, row.attempt)


def _new_follow_ups(session: Session, member: Member, first: date, last: date) -> int:
    since, until = local_moment(first, time(), member.zone), local_moment(last + _A_DAY, time(), member.zone)
    told = (
        select(func.count())
        .select_from(FollowUpRow)
        .join(TellingRow, col(TellingRow.id) == col(FollowUpRow.telling_id))
        .where(col(TellingRow.member_id) == member.id, col(TellingRow.undone).is_(False))
        .where(col(TellingRow.said_at) >= since, col(TellingRow.said_at) < until)
    )
    return session.exec(told).one()


def _next(session: Session, member: Member, last: date) -> tuple[AgendaLine, ...]:
    """What is planned for the day after, or the next one that has something."""
    coming = select(func.min(FollowUpRow.day)).where(
        in_hands_of([member.id]), col(FollowUpRow.state) == "open", col(FollowUpRow.day) > last
    )
    rows = session.exec(
        select(FollowUpRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(FollowUpRow.customer_id), isouter=True)
        .where(in_hands_of([member.id]), col(FollowUpRow.state) == "open")
        .where(col(FollowUpRow.day) == coming.scalar_subquery())
        .order_by(col(FollowUpRow.at).nulls_first(), col(FollowUpRow.id))
        .limit(NEXT)
    )
    return tuple(AgendaLine(row.id or 0, name, row.action, row.day, row.at, row.rule) for row, name in rows)


def week_of(now: datetime, member: Member) -> tuple[date, date]:
    """Monday until today, as the member's calendar has it."""
    today = local_day(now, member.zone)
    return monday_of(today), today
