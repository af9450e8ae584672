"""The SQL of a queue, built once for each table; the partial indexes of storage.tables.queues serve it."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    func,
    literal_column,
    select,
    update,
)

from storage.tables.queues import LeaseRow

_lease = LeaseRow.metadata.tables["lease"]


class Statements:
    """Everything that is asked of one queue."""

    def __init__(self, table: Table, lapsed: dict[str, Any]) -> None:
        self.due = _due(table)
        self.abandoned = _abandoned(table)
        self.recover = _recover(table, lapsed)
        self.begin = _begin(table)
        self.settle = update(table).where(table.c.id == bindparam("its_id"), _is_working(table))
        self.troubles = select(table).where(table.c.state.in_(["trouble", "parked"])).order_by(table.c.id)
        self.replay = _replay(table)
        self.counts = select(table.c.state, func.count().label("rows")).group_by(table.c.state)
        self.next_due = select(func.min(table.c.due_at)).where(is_waiting(table), table.c.due_at > bindparam("now"))


def is_waiting(rows: FromClause) -> ColumnElement[bool]:
    """Literals, not parameters: a partial index is used only where the query spells its condition."""
    return rows.c.state.in_([literal_column("'pending'"), literal_column("'uncertain'")])


def _is_working(rows: FromClause) -> ColumnElement[bool]:
    return rows.c.state == literal_column("'trying'")


def _free_lanes(table: Table) -> Select[int, int | None]:
    """Rows whose lane nobody holds; the fence is None for a lane that never was held."""
    same_lane = and_(_lease.c.name == literal_column(f"'{table.name}'"), _lease.c.lane == table.c.lane)
    held_until = _lease.c.until
    return (
        select(table.c.lane, _lease.c.fence)
        .select_from(table.outerjoin(_lease, same_lane))
        .where(held_until.is_(None) | (held_until <= bindparam("lease_now")))
        .limit(bindparam("look"))
    )


def _due(table: Table) -> Select[int, int | None]:
    """What is due, one urgency at a time: so the index gives it in order, and what is not due yet is never met."""
    return (
        _free_lanes(table)
        .where(is_waiting(table), table.c.priority == bindparam("urgency"), table.c.due_at <= bindparam("now"))
        .order_by(table.c.due_at, table.c.id)
    )


def _abandoned(table: Table) -> Select[int, int | None]:
    """Lanes on which somebody was at work whose lease ran out."""
    return _free_lanes(table).where(_is_working(table))


def _recover(table: Table, lapsed: dict[str, Any]) -> Update:
    """What the former holder of a lane left in its hands."""
    lanes = table.c.lane.in_(bindparam("lanes", expanding=True))
    return update(table).where(_is_working(table), lanes).values(**lapsed)


def _begin(table: Table) -> Update:
    """The first row that is due in each lane is now being tried, once more."""
    rows = table.alias("ahead")
    first = (
        select(rows.c.id)
        .where(
            is_waiting(rows),
            rows.c.lane == _lease.c.lane,
            rows.c.due_at <= bindparam("now"),
            rows.c.priority <= bindparam("lowest"),
        )
        .order_by(rows.c.priority, rows.c.id)
        .limit(1)
        .correlate(_lease)
        .scalar_subquery()
    )
    firsts = select(first).where(
        _lease.c.name == bindparam("its_name"), _lease.c.lane.in_(bindparam("lanes", expanding=True))
    )
    return update(table).where(table.c.id.in_(firsts)).values(state="trying", tries=table.c.tries + 1).returning(table)


def _replay(table: Table) -> Update:
    return (
        update(table)
        .where(table.c.state.in_(["trouble", "parked"]), table.c.id.in_(bindparam("ids", expanding=True)))
        .values(state="pending", tries=0, due_at=bindparam("now"), settled_at=None)
    )
