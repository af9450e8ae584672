"""Moves what hangs on one customer to another, a table at a time, and remembers every row that moved."""

from sqlalchemy import Table, select, update
from sqlmodel import SQLModel

from storage.change_sets import RowChange
from storage.duplicates.change import Change
from storage.tables.customers import ContactRow, CustomerRow

BY_HAND = frozenset({"customer_alias", "contact", "customer_share", "booked_order", "receivable"})
"""Tables whose rows may stand at both customers already; storage/duplicates/joining.py moves them one by one."""
LEFT = frozenset(
    {
        *("customer", "look_up", "ruling", "customer_figures", "customer_score", "past_alert"),
        *("stage_change", "quiet_known", "card_review"),
    }
)
"""What happened to the merged customer itself stays with it; figures and scores are made anew."""


def plainly_moved() -> list[Table]:
    """Every other table that points to a customer: a new one is moved without a word here."""
    tables = SQLModel.metadata.sorted_tables
    return [table for table in tables if _pointing(table) and table.name not in BY_HAND | LEFT]


def _pointing(table: Table) -> list[str]:
    return [key.parent.name for key in table.foreign_keys if key.column.table.name == CustomerRow.__tablename__]


def move_all(change: Change, *, loser: int, winner: int) -> None:
    """Let everything that is moved plainly point to the winner."""
    for table in plainly_moved():
        for column in _pointing(table):
            _move(change, table, column, (loser, winner))
    change.session.expire_all()


def move_contact(change: Change, *, loser: int, winner: int) -> None:
    """Let what is known of a person be known of another; who took part in what is moved by itself."""
    for name in ("fact", "fact_asked"):
        _move(change, ContactRow.metadata.tables[name], "contact_id", (loser, winner))
    change.session.expire_all()


def _move(change: Change, table: Table, column: str, way: tuple[int, int]) -> None:
    """Thousands of rows by one statement; their versions count up as if each had been written by itself."""
    change.session.flush()
    connection, keys, (loser, winner) = change.session.connection(), list(table.primary_key.columns), way
    here = connection.execute(select(*keys).where(table.c[column] == loser).order_by(*keys)).all()
    change.record([RowChange(table.name, tuple(row), {column: loser}, {column: winner}) for row in here])
    values = {column: winner} | ({"version": table.c.version + 1} if "version" in table.c else {})
    connection.execute(update(table).where(table.c[column] == loser).values(values))
