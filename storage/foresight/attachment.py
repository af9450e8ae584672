"""Writes loyalty and rating beside the scores of a night, of a stretch of customers at once."""

from datetime import date
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from sales.scores.evidence import NO_EVIDENCE, Evidence
from sales.scores.rating import Weights
from storage.bulk import table_of
from storage.figures.orders import of_customers
from storage.foresight.evidence import evidence_of
from storage.tables.foresight import CustomerScoreRow

_score = table_of(CustomerScoreRow)
_COLUMNS = ("loyalty", "rating", "rating_known")
_WRITE = (
    update(_score)
    .where(_score.c.customer_id == bindparam("its_id"))
    .values({name: bindparam(f"new_{name}") for name in _COLUMNS})
)


def write_attachment(session: Session, *, customers: range, today: date, weights: Weights) -> None:
    """Only what is another number than the night before is written."""
    evidence = evidence_of(session, customers, today)
    columns = (_score.c.customer_id, *(_score.c[name] for name in _COLUMNS))
    there = select(*columns).where(of_customers(_score, customers)).order_by(_score.c.customer_id)
    rows = [
        {"its_id": customer, **{f"new_{name}": value for name, value in found.items()}}
        for customer, *known in session.connection().execute(there)
        if (found := _found(evidence.get(customer, NO_EVIDENCE), today, weights))
        != dict(zip(_COLUMNS, known, strict=True))
    ]
    if rows:
        session.connection().execute(_WRITE, rows)


def _found(evidence: Evidence, today: date, weights: Weights) -> dict[str, Any]:
    rated = evidence.rating(today, weights)
    return {"loyalty": evidence.loyalty(today).score, "rating": rated.score, "rating_known": rated.known}
