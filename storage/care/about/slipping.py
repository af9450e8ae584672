"""What is said of a customer who has gone quiet: their rhythm, how such customers go on, and what may be the cause."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlmodel import Session

from sales.customers import Stage
from sales.scores.reordering import overdue_items
from sales.scores.stage_reasons import Why
from storage.care.planning.slipping import last_order_of
from storage.complaints.open_there import open_there
from storage.figures.last_orders import last_orders
from storage.foresight.items_bought import items_bought
from storage.foresight.quiet_reasons import quiet_reason
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow

_SHOWN = 2


def gone_quiet(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: they ordered since, somebody says that they are lost, or knows why they are quiet."""
    customer, since = row.customer_id or 0, last_order_of(row.occasion)
    figures, score = session.get(CustomerFiguresRow, customer), session.get(CustomerScoreRow, customer)
    if figures is None or score is None or _is_said_lost(session, customer, score):
        return None
    known = quiet_reason(session, customer)
    last = last_orders(session, {customer: figures.last_order}, row.day) if figures.last_order else {}
    if last.get(customer, date.max) > since or (known and known.holds(since, row.day)):
        return None
    return {**silence(session, figures, score, row.day), "last": last[customer].isoformat()}


def _is_said_lost(session: Session, customer: int, score: CustomerScoreRow) -> bool:
    """Whom only the scores call lost may still be won: the alert goes on asking."""
    row = session.get(CustomerRow, customer)
    return row is None or (row.stage == Stage.LOST and score.why != Why.SILENT_FOR_LONG)


def silence(session: Session, figures: CustomerFiguresRow, score: CustomerScoreRow, today: date) -> dict[str, Any]:
    """As facts; `items` are those that they used to reorder: name, usual gap, last day."""
    customer = figures.customer_id
    items = overdue_items(items_bought(session, customer), today)[:_SHOWN]
    return {
        "gap": max(1, round(figures.usual_gap)) if figures.usual_gap is not None else None,
        "last": figures.last_order.isoformat() if figures.last_order else None,
        "of_ten": score.quiet_of_ten,
        "within": score.within,
        "lost": score.lost,
        "expected": score.expected_on.isoformat() if score.expected_on else None,
        "items": [(one.item, one.gap, one.last.isoformat()) for one in items],
        "complaints": [(day.isoformat(), words) for day, words in open_there(session, customer, _SHOWN)],
    }
