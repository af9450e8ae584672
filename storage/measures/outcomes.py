"""Rows that count for what work led to: customers reached, promises kept, deals won, complaints answered."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import Subquery, func
from sqlmodel import col, select

from sales.complaints import Step
from sales.dealings import DealState
from sales.kinds import Kind
from sales.measures import IN_TIME, begin_of
from sales.moments import local_day
from sales.promises import kept_in_time
from storage.measures.look import Look, Row
from storage.tables.customers import CustomerRow
from storage.tables.dealings import OpportunityRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import ComplaintRow, ComplaintStepRow, EntryRow

_ANSWERS = (Step.ANSWER, Step.RESOLVE, Step.CLOSE)
_A_MINUTE = timedelta(minutes=1)
_DONE = "done"
_CUSTOMER = col(CustomerRow.id)


def customers(look: Look) -> Iterator[Row]:
    """Those on record today."""
    for key, customer in look.found(look.rows(col(CustomerRow.owner_id))):
        yield Row(key, customer, look.today)


def reached(look: Look) -> Iterator[Row]:
    """Each customer once, or once in each day, week or month."""
    its, period, met = EntryRow, look.tally.period, set[tuple[date, int]]()
    rows = look.rows(col(CustomerRow.owner_id), col(its.on_day)).join(EntryRow, col(its.customer_id) == _CUSTOMER)
    visits = rows.where(col(its.live), col(its.attempt).is_(False), col(its.kind) == Kind.VISIT)
    for key, customer, day in look.found(visits.where(col(its.on_day).between(period.first, period.last))):
        begin = begin_of(look.tally.by, day) if look.tally.by in IN_TIME else period.first
        if (begin, customer) not in met:
            met.add((begin, customer))
            yield Row(key, customer, begin)


def promised(look: Look) -> Iterator[Row]:
    for row, _ in _promises(look):
        yield row


def kept(look: Look) -> Iterator[Row]:
    yield from (row for row, is_kept in _promises(look) if is_kept)


def broken(look: Look) -> Iterator[Row]:
    yield from (row for row, is_kept in _promises(look) if not is_kept)


def _promises(look: Look) -> Iterator[tuple[Row, bool]]:
    """What is still open on its day is neither kept nor broken."""
    its, period, zone = FollowUpRow, look.tally.period, look.zone
    columns = (col(its.day), col(its.state), col(its.closed_at))
    rows = look.rows(col(its.owner_id), *columns).join(its, col(its.customer_id) == _CUSTOMER)
    rows = rows.where(col(its.state).in_(("open", _DONE)), col(its.day).between(period.first, period.last))
    for key, customer, day, state, closed in look.found(rows):
        done = state == _DONE
        if done or day < look.today:
            yield Row(key, customer, day), done and kept_in_time(closed, day, zone)


def ended(look: Look) -> Iterator[Row]:
    yield from (row for row, _ in _ended(look))


def won(look: Look) -> Iterator[Row]:
    yield from (row for row, state in _ended(look) if state == DealState.WON)


def _ended(look: Look) -> Iterator[tuple[Row, str]]:
    """What was told again of a deal counts with the first telling of it."""
    its = OpportunityRow
    rows = look.rows(col(its.member_id), col(its.closed_at), col(its.state))
    rows = rows.join(its, col(its.customer_id) == _CUSTOMER).where(look.within(col(its.closed_at)))
    over = rows.where(col(its.live), col(its.joined_id).is_(None), col(its.state) != DealState.OPEN)
    for key, customer, at, state in look.found(over):
        yield Row(key, customer, local_day(at, look.zone)), state


def waited(look: Look) -> Iterator[Row]:
    """Minutes stand where others have a sum."""
    its, period, first = EntryRow, look.tally.period, _first_answers()
    rows = look.rows(col(its.member_id), col(its.on_day), col(its.moment), first.c.at)
    rows = rows.join(ComplaintRow, col(ComplaintRow.customer_id) == _CUSTOMER)
    rows = rows.join(EntryRow, col(its.id) == col(ComplaintRow.entry_id))
    rows = rows.join(first, first.c.complaint_id == col(ComplaintRow.id)).where(*look.described())
    told = rows.where(col(its.live), col(its.on_day).between(period.first, period.last))
    for key, customer, day, began, at in look.found(told):
        yield Row(key, customer, day, _minutes(began, at))


def _first_answers() -> Subquery:
    step = ComplaintStepRow
    answers = select(col(step.complaint_id), func.min(col(step.at)).label("at"))
    return answers.where(col(step.live), col(step.step).in_(_ANSWERS)).group_by(col(step.complaint_id)).subquery()


def _minutes(began: datetime, at: datetime) -> int:
    return max(0, (at - began) // _A_MINUTE)
