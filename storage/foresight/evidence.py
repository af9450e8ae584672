"""Reads what loyalty, rating and credit advice are made of: of one customer, or of a stretch of them at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select
from sqlmodel import Session

from sales.complaints import State
from sales.field_values import money_of
from sales.fields import RATED
from sales.kinds import Kind, Sentiment, Severity
from sales.moments import local_day
from sales.money import Money
from sales.scores.evidence import Evidence
from sales.scores.loyalty import Complained, Felt
from sales.scores.rating import Answer, answer_of
from sales.scores.track_record import Due
from storage.bulk import table_of
from storage.company.teams import company_zone
from storage.figures.orders import Wanted, of_customers
from storage.tables.dealings import ReceivableRow
from storage.tables.facts import FactRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow
from storage.tables.tellings import ComplaintRow, EntryRow

_fact, _entry, _complaint = table_of(FactRow), table_of(EntryRow), table_of(ComplaintRow)
_owed, _figures, _score = table_of(ReceivableRow), table_of(CustomerFiguresRow), table_of(CustomerScoreRow)
_PUT_RIGHT = frozenset({State.RESOLVED.value, State.CLOSED.value})
_BUDGET, _LOYALTY = "budget", "loyalty"


def evidence_of(session: Session, customers: Wanted, today: date) -> dict[int, Evidence]:
    """By customer; one of whom nothing is on record is not there."""
    found: defaultdict[int, dict[str, Any]] = defaultdict(dict)
    for part in (
        _complaints(session, customers),
        _feedback(session, customers),
        _said(session, customers, today),
        _invoices(session, customers),
        _bought(session, customers),
    ):
        for customer, values in part.items():
            found[customer] |= values
    return {customer: Evidence(**values) for customer, values in found.items()}


_Part = Mapping[int, dict[str, Any]]


def _listed(session: Session, name: str, rows: Select[Any]) -> _Part:
    """The rest of each row, in the order of the rows, under the customer that it begins with."""
    found: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for customer, *rest in session.connection().execute(rows):
        found[customer].append(tuple(rest))
    return {customer: {name: tuple(every)} for customer, every in found.items()}


def _complaints(session: Session, customers: Wanted) -> _Part:
    columns = (_complaint.c.customer_id, _entry.c.on_day, _entry.c.severity, _complaint.c.state)
    rows = (
        select(*columns)
        .join(_entry, _entry.c.id == _complaint.c.entry_id)
        .where(of_customers(_complaint, customers), _entry.c.live, _entry.c.kind == Kind.COMPLAINT)
        .order_by(_entry.c.on_day, _entry.c.id)
    )
    told = _listed(session, "complaints", rows)
    return {customer: {"complaints": tuple(map(_complained, one["complaints"]))} for customer, one in told.items()}


def _complained(row: tuple[date, str | None, str]) -> Complained:
    on, severity, state = row
    return Complained(on, Severity(severity) if severity else Severity.NORMAL, state in _PUT_RIGHT)


def _feedback(session: Session, customers: Wanted) -> _Part:
    its = _entry.c
    rows = (
        select(its.customer_id, its.on_day, its.sentiment)
        .where(of_customers(_entry, customers), its.live, its.kind == Kind.FEEDBACK, its.sentiment.is_not(None))
        .order_by(its.on_day, its.id)
    )
    told = _listed(session, "feedback", rows)
    return {
        customer: {"feedback": tuple(Felt(on, Sentiment(felt)) for on, felt in one["feedback"])}
        for customer, one in told.items()
    }


def _said(session: Session, customers: Wanted, today: date) -> _Part:
    """Of the budget and the loyalty the newest word counts, of what was asked every answer."""
    its = _fact.c
    rows = (
        select(its.customer_id, its.field, its.value, func.coalesce(its.confirmed_at, its.at))
        .where(of_customers(_fact, customers), its.live, its.contact_id.is_(None))
        .where(its.field.in_([_BUDGET, _LOYALTY, *RATED]))
        .order_by(its.at, its.id)
    )
    told = _listed(session, "said", rows)
    zone = ZoneInfo(company_zone(session) or "UTC")
    return {customer: _statements(one["said"], today, zone) for customer, one in told.items()}


def _statements(said: Iterable[tuple[str, str, Any]], today: date, zone: ZoneInfo) -> dict[str, Any]:
    found: dict[str, Any] = {}
    answers: list[Answer] = []
    for field, value, at in said:
        if field in RATED:
            # Whoever lives ahead of the reader's clocks answers today, not tomorrow.
            answers.append(answer_of(field, value, min(local_day(at, zone), today)))
        elif field == _LOYALTY:
            found["attitude"] = value or None
        else:
            found["budget"] = _money(value)
    return {**found, "answers": tuple(answers)}


def _money(value: str) -> Money | None:
    try:
        return money_of(value) if value else None
    except ValueError:
        return None


def _invoices(session: Session, customers: Wanted) -> _Part:
    its = _owed.c
    rows = (
        select(its.customer_id, its.due_day, its.open_minor, its.live, its.paid_day)
        .where(of_customers(_owed, customers), its.due_day.is_not(None), its.live | its.paid_day.is_not(None))
        .order_by(its.due_day, its.id)
    )
    told = _listed(session, "invoices", rows)
    return {
        customer: {"invoices": tuple(Due(due, minor, None if live else paid) for due, minor, live, paid in one)}
        for customer, one in ((customer, values["invoices"]) for customer, values in told.items())
    }


def _bought(session: Session, customers: Wanted) -> _Part:
    """What the last night counted of twelve months; how many orders there were is known at any moment."""
    its = _figures.c
    rows = (
        select(its.customer_id, its.orders, its.first_order, its.last_order, _score.c.value_minor, _score.c.currency)
        .join(_score, _score.c.customer_id == its.customer_id, isouter=True)
        .where(of_customers(_figures, customers))
    )
    return {
        customer: {
            "orders": orders,
            "first": first,
            "last": last,
            "bought": None if currency is None else Money(minor, currency),
        }
        for customer, orders, first, last, minor, currency in session.connection().execute(rows)
    }
