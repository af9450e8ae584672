"""What is said of a customer who is to be rated: how many questions are open."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from sales.scores.rating import to_ask
from storage.foresight.rating_rounds import answers_of
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow


def open_questions(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: all were answered lately, or the customer is gone."""
    customer = session.get(CustomerRow, row.customer_id) if row.customer_id else None
    if customer is None or customer.withdrawn:
        return None
    left = to_ask(answers_of(session, customer.id or 0, row.day), row.day)
    return {"questions": len(left)} if left else None
