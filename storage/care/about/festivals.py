"""What is said of a festival: its name, and who of the member's customers keeps it."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from sales.festivals import FESTIVALS
from storage.care.festive import keepers
from storage.tables.care import ReminderRow

_NAMED = 5
_IN_ENGLISH = frozenset({"christmas", "new_year"})


def festival(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: no customer of the member keeps it any more."""
    name = row.occasion.partition(":")[0]
    customers = keepers(session, row.subject_id, FESTIVALS[name])
    if not customers:
        return None
    named = tuple(called for _, called in customers[:_NAMED])
    language = "en" if name in _IN_ENGLISH else "zh"
    return {"festival": name, "customers": named, "count": len(customers), "language": language}
