"""Whether the figures that are kept are those that a count from nothing gives, for a sample of customers."""

from sqlalchemy import func, select
from sqlmodel import Session

from storage.bulk import in_parts, table_of
from storage.figures.keeping import counted
from storage.figures.rates import exchange
from storage.tables.foresight import CustomerFiguresRow

_figures = table_of(CustomerFiguresRow)


def wrong_figures(session: Session, *, most: int) -> int:
    """Of so many customers, spread evenly over all of them, how many are wrong."""
    into, wrong = exchange(session), 0
    for part in in_parts(_sample(session, most)):
        rows = session.connection().execute(select(_figures).where(_figures.c.customer_id.in_(part))).mappings()
        kept = {row["customer_id"]: dict(row) for row in rows}
        wrong += sum(kept[row["customer_id"]] != row for row in counted(session, part, part, into))
    return wrong


def _sample(session: Session, most: int) -> list[int]:
    last = session.connection().execute(select(func.max(_figures.c.customer_id))).scalar() or 0
    each = -(-last // most)
    rows = select(_figures.c.customer_id).where(_figures.c.customer_id % max(each, 1) == 0)
    return list(session.connection().execute(rows.order_by(_figures.c.customer_id)).scalars())
