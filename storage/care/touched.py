"""A visit or a call ends the reminder that nobody touched the customer; one that is undone brings it back."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select, update
from sqlmodel import Session, col

from storage.care.planning.cadence import KIND, stretch_of
from storage.care.reminders import State
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow

_table = ReminderRow.metadata.tables["reminder"]
_STANDING = (State.OPEN, State.WITHDRAWN)


def settle_touched(session: Session, customers: Sequence[int]) -> None:
    """By the days on which they were last touched as these stand now."""
    rows = session.connection().execute(
        select(_table.c.id, _table.c.state, _table.c.occasion, col(CustomerRow.touched_on))
        .join(CustomerRow, col(CustomerRow.id) == _table.c.customer_id)
        .where(_table.c.customer_id.in_(customers), _table.c.state.in_(_STANDING), _table.c.kind == KIND)
    )
    over, again = list[int](), list[int]()
    for number, state, occasion, touched in rows:
        is_over = touched is not None and touched > stretch_of(occasion).since
        if is_over and state == State.OPEN:
            over.append(number)
        elif not is_over and state == State.WITHDRAWN:
            again.append(number)
    _set(session, over, State.WITHDRAWN)
    _set(session, again, State.OPEN)


def _set(session: Session, reminders: Iterable[int], state: State) -> None:
    found = list(reminders)
    if found:
        change = update(_table).where(_table.c.id.in_(found))
        session.connection().execute(change.values(state=state, version=_table.c.version + 1))
