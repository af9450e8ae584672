"""Reads why customers are quiet, as people said."""

from collections.abc import Iterable, Mapping

from sqlmodel import Session, col, select

from sales.scores.quiet import QuietKnown, QuietReason
from storage.bulk import in_parts
from storage.tables.foresight import QuietKnownRow


def quiet_reasons(session: Session, customers: Iterable[int]) -> Mapping[int, QuietKnown]:
    """By customer, of those of whom somebody said something."""
    found: dict[int, QuietKnown] = {}
    for part in in_parts(sorted(customers)):
        rows = session.exec(select(QuietKnownRow).where(col(QuietKnownRow.customer_id).in_(part)))
        found |= {row.customer_id: _known(row) for row in rows}
    return found


def quiet_reason(session: Session, customer: int) -> QuietKnown | None:
    row = session.get(QuietKnownRow, customer)
    return _known(row) if row else None


def _known(row: QuietKnownRow) -> QuietKnown:
    return QuietKnown(QuietReason(row.reason), row.at.date(), row.until, row.remark or "")
