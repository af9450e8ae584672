"""What is said of a day of a customer that comes round: which it is, since when, and in which language to greet."""

import re
from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from sales.known import About
from storage.cards.shown_columns import newest
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.facts import FactRow

_HAN = re.compile(r"[\u3400-\u9fff]")


def company_day(session: Session, row: ReminderRow, fact: FactRow) -> Mapping[str, Any] | None:
    """None: it was taken back, or another day was told since."""
    customer = session.get(CustomerRow, fact.customer_id)
    told = newest(session, About(fact.customer_id, None), fact.field)
    if customer is None or customer.withdrawn or told is None or told.id != fact.id:
        return None
    return {
        "field": fact.field,
        "since": fact.value,
        "years": row.day.year - int(fact.value[:4]),
        "language": "zh" if _HAN.search(customer.name) else "en",
    }
