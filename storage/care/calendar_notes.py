"""Reads what stands in a member's calendar: their plans, and the birthdays of people at their customers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import chain

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from sales.birthdays import birthday_parts, next_birthday
from sales.care.calendar import NOWHERE, Noted, Sort
from sales.care.calendar_rules import calendar_rule
from sales.kinds import Calendar
from sales.moments import local_moment
from sales.people import Member
from sales.rights import Part
from storage.cards.visibility import visible
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.followups import FollowUpRow
from storage.visit_plans.accepted import stops_noted
from storage.visit_plans.located import whereabouts

MOST = 2_000
"""Of each: more than anybody looks through, and little enough to be made in a moment."""
_LUNAR_AHEAD = 3
_VISIT = "visit"


def noted(session: Session, member: Member, *, today: date) -> tuple[Noted, ...]:
    """Everything of the member and of whom they stand in for, seen from their own today."""
    planned = chain(_plans(session, member), stops_noted(session, member, today))
    return tuple(chain(planned, _birthdays(session, member, today)))


def _plans(session: Session, member: Member) -> Iterator[Noted]:
    """Open ones that have a day; not those at a customer whom the member may no longer see."""
    seen = or_(col(FollowUpRow.customer_id).is_(None), visible(member, Part.PLANS))
    wanted = (
        select(FollowUpRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(FollowUpRow.customer_id), isouter=True)
        .where(col(FollowUpRow.state) == "open", col(FollowUpRow.day).is_not(None), seen, _theirs(member))
        .order_by(col(FollowUpRow.day).desc(), col(FollowUpRow.id))
        .limit(MOST)
    )
    rows = session.exec(wanted).all()
    where = whereabouts(session, [row.customer_id for row, _ in rows if row.customer_id and row.purpose == _VISIT])
    for row, customer in rows:
        if row.day is not None:
            planned = _plan(row, row.day, member, customer or "")
            goes = row.purpose == _VISIT and row.customer_id
            yield replace(planned, where=where.get(goes, NOWHERE)) if goes else planned


def _theirs(member: Member) -> ColumnElement[bool]:
    whose = sorted({member.id, *member.covers})
    accepted = (col(FollowUpRow.given_to) == member.id) & col(FollowUpRow.accepted).is_(True)
    return or_(col(FollowUpRow.owner_id).in_(whose), accepted)


def _plan(row: FollowUpRow, day: date, member: Member, customer: str) -> Noted:
    rule = calendar_rule(row.rule, day) if row.rule else ""
    return Noted(
        sort=Sort.VISIT if row.purpose == _VISIT else Sort.FOLLOW_UP,
        name=str(row.id),
        day=day,
        at=_moment(day, row.at, member, again=bool(rule)) if row.at else None,
        customer=customer,
        what=row.action,
        rule=rule,
    )


def _moment(day: date, at: time, member: Member, *, again: bool) -> datetime:
    """UTC, but what comes again goes by the member's clocks."""
    moment = local_moment(day, at, member.zone)
    return moment.astimezone(member.zone) if again else moment


def _birthdays(session: Session, member: Member, today: date) -> Iterator[Noted]:
    """Of people at the member's customers, unless they want no greetings."""
    owned = col(CustomerRow.owner_id).in_(sorted({member.id, *member.covers}))
    wanted = (
        select(ContactRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(ContactRow.customer_id))
        .where(owned, visible(member, Part.BIRTHDAYS), col(ContactRow.withdrawn).is_(False))
        .where(col(ContactRow.birthday).is_not(None), col(ContactRow.greetings))
        .order_by(col(ContactRow.id))
        .limit(MOST)
    )
    for row, customer in session.exec(wanted):
        if row.calendar == Calendar.LUNAR:
            yield from _lunar(row, customer, today)
        else:
            yield from _solar(row, customer, today)


def _solar(row: ContactRow, customer: str, today: date) -> Iterator[Noted]:
    """Once, with the rule by which it comes again."""
    told, day = birthday_parts(row.birthday or ""), next_birthday(row.birthday or "", None, today)
    if told and day:
        rule = f"{told.month:02}-{told.day:02}"
        yield Noted(Sort.BIRTHDAY, str(row.id), day, yearly=rule, customer=customer, what=row.name)


def _lunar(row: ContactRow, customer: str, today: date) -> Iterator[Noted]:
    """No rule of a calendar file knows the moon: the next times, one by one."""
    after = today
    for _ in range(_LUNAR_AHEAD):
        day = next_birthday(row.birthday or "", Calendar.LUNAR, after)
        if day is None:
            return
        yield Noted(Sort.BIRTHDAY, f"{row.id}-{day.isoformat()}", day, customer=customer, what=row.name)
        after = day + timedelta(days=1)
