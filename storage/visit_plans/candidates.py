"""Finds customers with a reason to be visited, of many reps at once and no more of each than a week could hold."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, case, exists, func, or_, select, union
from sqlmodel import Session, col

from sales.complaints import State
from sales.customers import NOT_SOLD_TO
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerScoreRow
from storage.tables.tellings import ComplaintRow

AT_MOST = 48
"""Of each sort and rep: more than the fullest week holds."""
FRESH = timedelta(days=7)
"""Who was seen so lately is visited for what they are owed alone."""
_A_DAY = timedelta(days=1)
_LOST, _SLIPPING = "lost", "slipping"
_SETTLED = (State.RESOLVED, State.CLOSED)


class Found(NamedTuple):
    """A customer as far as the rule asks."""

    customer: int
    owner: int
    grade: str | None
    touched: date | None
    owned: date | None
    created: datetime
    stage: str
    expected: date | None
    complained: bool


class Wanted(NamedTuple):
    """Whose customers, for which days, how long each class may be unseen, and where something was promised."""

    owners: Collection[int]
    first: date
    last: date
    cadence: Mapping[str, int]
    promised: Sequence[int]


def candidates(session: Session, wanted: Wanted) -> Iterator[Found]:
    """In one statement; who has no class is seen as often as class C."""
    sorts = [_slipping(wanted), _expected(wanted), _complaining(wanted)]
    if wanted.cadence:
        sorts.append(_unseen(wanted))
    ids = union(*(select(one.c.id).where(one.c.place <= AT_MOST) for one in (sort.subquery() for sort in sorts)))
    its = CustomerRow
    columns = map(col, (its.id, its.owner_id, its.grade, its.touched_on, its.owned_on, its.created_at, its.stage))
    rows = (
        select(*columns, col(CustomerScoreRow.expected_on), _complained())
        .join(CustomerScoreRow, col(CustomerScoreRow.customer_id) == col(its.id), isouter=True)
        .where(_ours(wanted), or_(col(its.id).in_(ids), col(its.id).in_(wanted.promised)))
    )
    yield from map(Found._make, session.connection().execute(rows.order_by(col(its.id))))


def _ours(wanted: Wanted) -> ColumnElement[bool]:
    its = CustomerRow
    sold_to = col(its.withdrawn).is_(False) & col(its.relation).not_in(NOT_SOLD_TO) & (col(its.stage) != _LOST)
    return sold_to & col(its.owner_id).in_(sorted(wanted.owners))


Ranked = Select[tuple[int, int]]
Order = SQLColumnExpression[Any]


def _ranked(*order: Order, within: Order | None = None) -> Ranked:
    """Customers with their place among those of the same owner."""
    apart = [col(CustomerRow.owner_id), *([within] if within is not None else [])]
    place = func.row_number().over(partition_by=apart, order_by=[*order, col(CustomerRow.id)])
    return select(col(CustomerRow.id).label("id"), place.label("place"))


def _grade() -> ColumnElement[str]:
    return func.coalesce(col(CustomerRow.grade), "C")


def _unseen(wanted: Wanted) -> Ranked:
    """The longest unseen of each class."""
    due = or_(*(and_(_grade() == grade, _since_before(wanted.last, days)) for grade, days in wanted.cadence.items()))
    return _ranked(col(CustomerRow.touched_on).nulls_first(), within=_grade()).where(_ours(wanted), due)


def _since_before(last: date, days: int) -> ColumnElement[bool]:
    """The last visit or call, the day on which the owner got them, and that on which they came on record."""
    until, made = last - days * _A_DAY, col(CustomerRow.created_at)
    on_record = made < datetime.combine(until + _A_DAY, time(), UTC)
    each = (col(CustomerRow.touched_on), col(CustomerRow.owned_on))
    return and_(on_record, *(or_(day.is_(None), day <= until) for day in each))


def _slipping(wanted: Wanted) -> Ranked:
    likely = _ranked(_by_grade(), col(CustomerScoreRow.lost).desc().nulls_last())
    likely = likely.join(CustomerScoreRow, col(CustomerScoreRow.customer_id) == col(CustomerRow.id), isouter=True)
    return likely.where(_ours(wanted), col(CustomerRow.stage) == _SLIPPING, _not_fresh(wanted))


def _expected(wanted: Wanted) -> Ranked:
    expected = col(CustomerScoreRow.expected_on)
    soon = _ranked(_by_grade(), expected)
    soon = soon.join(CustomerScoreRow, col(CustomerScoreRow.customer_id) == col(CustomerRow.id))
    return soon.where(_ours(wanted), expected.between(wanted.first - FRESH, wanted.last), _not_fresh(wanted))


def _complaining(wanted: Wanted) -> Ranked:
    return _ranked(_by_grade()).where(_ours(wanted), _complained())


def _by_grade() -> ColumnElement[int]:
    return case({"A": 0, "B": 1}, value=col(CustomerRow.grade), else_=2)


def _not_fresh(wanted: Wanted) -> ColumnElement[bool]:
    touched = col(CustomerRow.touched_on)
    return or_(touched.is_(None), touched < wanted.first - FRESH)


def _complained() -> ColumnElement[bool]:
    here = col(ComplaintRow.customer_id) == col(CustomerRow.id)
    return exists().where(here, col(ComplaintRow.state).not_in(_SETTLED)).correlate(CustomerRow)
