"""What people said of customers that the scores must respect: classes and stages set by hand, customers called lost."""

import numpy as np
from sqlalchemy import select
from sqlmodel import Session

from sales.customers import Stage
from sales.order_arrays import Whole
from sales.scores.amounts import Floats
from sales.scores.everyone import Said
from storage.bulk import table_of
from storage.tables.customers import CustomerRow
from storage.tables.facts import FactRow
from storage.tables.foresight import StageChangeRow

_customer, _fact, _change = table_of(CustomerRow), table_of(FactRow), table_of(StageChangeRow)
By = dict[int, str]
"""The newest live value of a field, by customer."""


def by_hand(session: Session, field: str) -> By:
    """Of those for whom somebody has set it; one that was emptied since is none."""
    rows = select(_fact.c.customer_id, _fact.c.value).where(_fact.c.field == field, _fact.c.live)
    found: By = dict(session.connection().execute(rows.order_by(_fact.c.at, _fact.c.id)).all())
    return {customer: value for customer, value in found.items() if value}


def said_of(session: Session, ids: Whole) -> Said:
    """Since when each is said to be lost, and when they were found or said to be lost last; ordinals of days."""
    places = {int(number): place for place, number in enumerate(ids)}
    lost, was_lost = np.full(len(ids), np.nan), np.full(len(ids), np.nan)
    rows = select(_change.c.customer_id, _change.c.on_day, _change.c.stage, _change.c.member_id)
    for customer, day, stage, member in session.connection().execute(rows.order_by(_change.c.id)):
        if customer in places:
            _note(lost, was_lost, places[customer], (stage, day.toordinal(), member))
    return Said(lost, was_lost)


def _note(lost: Floats, was_lost: Floats, place: int, change: tuple[str, int, int | None]) -> None:
    stage, day, member = change
    if stage == Stage.LOST:
        was_lost[place] = day
    if member is not None:
        # What somebody says later takes back what was said before.
        lost[place] = day if stage == Stage.LOST else np.nan
        was_lost[place] = lost[place]


def grades_now(session: Session, ids: Whole) -> tuple[str | None, ...]:
    """The class of each as it stands on the card."""
    rows = session.connection().execute(select(_customer.c.id, _customer.c.grade))
    known: dict[int, str | None] = dict(rows.all())
    return tuple(known.get(number) for number in ids.tolist())
