"""The daily round through all customers: who is untouched for so long that the owner is warned, or loses it."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import or_, update
from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.moments import local_day
from sales.pool import PLANNED, WARNED_BEFORE, PoolNews, Untouched, Verdict, goes_on, judge
from storage.company.audit import Subject, note
from storage.company.company_settings import company_settings
from storage.company.pool import lines
from storage.tables.customers import CustomerRow
from storage.tables.dealings import OpportunityRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow

_customer = CustomerRow.metadata.tables["customer"]
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Round:
    """What a round found, by owner: customers (ids) of which they are warned, and those that went back."""

    warned: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    returned: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))


def go_round(session: Session, *, now: datetime) -> Round:
    """Warn, return and calm; nothing happens until somebody has set after how many days."""
    done, pool_after = Round(), company_settings(session).pool_after
    if not any(pool_after.values()):
        return done
    rows = _candidates(session, now=now, shortest=min(days for days in pool_after.values() if days))
    zones = {row.id: ZoneInfo(row.zone) for row in session.exec(select(MemberRow))}
    days = {row.id or 0: local_day(now, zones[row.owner_id]) for row in rows}
    kept = _kept(session, list(days), now.date())
    for row in rows:
        today = days[row.id or 0]
        verdict = judge(_untouched(row, zones[row.owner_id], kept), today=today, pool_after=pool_after)
        _carry_out(session, row, verdict, done, Hand(None, now))
    _mark(session, done, days, rows)
    return done


def _candidates(session: Session, *, now: datetime, shortest: int) -> list[CustomerRow]:
    """Only who may be due: not touched, made or given since, or warned already."""
    until = now - timedelta(days=shortest) + WARNED_BEFORE + _A_DAY
    quiet = (
        or_(col(CustomerRow.touched_on).is_(None), col(CustomerRow.touched_on) <= until.date()),
        or_(col(CustomerRow.owned_on).is_(None), col(CustomerRow.owned_on) <= until.date()),
        col(CustomerRow.created_at) <= until,
    )
    owned = col(CustomerRow.owner_id).is_not(None) & col(CustomerRow.withdrawn).is_(False)
    due = quiet[0] & quiet[1] & quiet[2] | col(CustomerRow.pool_warned_on).is_not(None)
    return list(session.exec(select(CustomerRow).where(owned, due).order_by(col(CustomerRow.id))))


def _kept(session: Session, customers: list[int], today: date) -> set[int]:
    """Those with a follow-up in the next two weeks, or a deal under way."""
    planned = select(FollowUpRow.customer_id).where(
        col(FollowUpRow.state) == "open", col(FollowUpRow.day).between(today - _A_DAY, today + PLANNED)
    )
    deals = select(OpportunityRow.customer_id).where(col(OpportunityRow.state) == "open", col(OpportunityRow.live))
    there = {*session.exec(planned), *session.exec(deals)}
    return {number for number in customers if number in there}


def _untouched(row: CustomerRow, zone: ZoneInfo, kept: Container[int | None]) -> Untouched:
    contacts = (row.touched_on, row.owned_on, local_day(row.created_at, zone))
    since = max(day for day in contacts if day is not None)
    return Untouched(row.grade, since, row.pool_warned_on, row.id in kept)


def _carry_out(session: Session, row: CustomerRow, verdict: Verdict, done: Round, by: Hand) -> None:
    if verdict is Verdict.RETURN and row.owner_id is not None:
        done.returned[row.owner_id].append(row.id or 0)
        row.owner_id = row.owned_on = row.pool_warned_on = None
        session.flush()
        note(session, "customer.returned", Subject("customer", row.id), by)
    elif verdict is Verdict.WARN and row.owner_id is not None:
        done.warned[row.owner_id].append(row.id or 0)
    elif verdict is Verdict.CALM:
        _set_warned(session, [row.id or 0], None)


def _mark(session: Session, done: Round, days: Mapping[int, date], rows: Iterable[CustomerRow]) -> None:
    warned = {number for numbers in done.warned.values() for number in numbers}
    by_day: defaultdict[date, list[int]] = defaultdict(list)
    for row in rows:
        if row.id in warned:
            by_day[days[row.id or 0]].append(row.id or 0)
    for day, numbers in by_day.items():
        _set_warned(session, numbers, day)


def _set_warned(session: Session, customers: list[int], day: date | None) -> None:
    """The version stays: the names that the index of customers is built from have not changed."""
    session.connection().execute(update(_customer).where(_customer.c.id.in_(customers)).values(pool_warned_on=day))


def news(session: Session, *, warned: list[int], returned: list[int]) -> PoolNews:
    """What the message of a round shows; a customer that was touched meanwhile goes nowhere."""
    pool_after = company_settings(session).pool_after
    told = []
    for row in session.exec(select(CustomerRow).where(col(CustomerRow.id).in_(warned)).order_by(col(CustomerRow.id))):
        day = goes_on(_untouched(row, ZoneInfo("UTC"), ()), pool_after)
        if row.pool_warned_on is not None and day is not None:
            told.append((row, max(day, row.pool_warned_on + WARNED_BEFORE)))
    back = session.exec(
        select(CustomerRow).where(col(CustomerRow.id).in_(returned), col(CustomerRow.owner_id).is_(None))
    )
    shown = lines(session, [row for row, _ in told])
    return PoolNews(
        tuple(zip(shown, (day for _, day in told), strict=True)),
        lines(session, sorted(back.all(), key=lambda r: r.name)),
    )
