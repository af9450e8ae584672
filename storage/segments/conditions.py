"""Each condition of a segment as what the database is asked for, served by its indexes."""

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select
from sqlmodel import Session, col

from sales.birthdays import told_days
from sales.complaints import State
from sales.fields import FIELDS
from sales.kinds import Calendar
from sales.scores.rfm import QUINTILES, segment_of
from sales.segments import Bought, Chosen, Condition, Deed, Done, Has, Lacks, Risk, Side, Sign, Silent, Unlike, is_free
from sales.since import Ever, Since, first_day
from storage.bulk import table_of
from storage.segments.spellings import spellings
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.dealings import ReceivableRow
from storage.tables.facts import FactRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow
from storage.tables.tellings import ComplaintRow, EntryRow

_LAST: Mapping[Deed, tuple[str, ...]] = {
    Deed.VISIT: ("last_visit",),
    Deed.CALL: ("last_call",),
    Deed.CONTACT: ("last_visit", "last_call"),
    Deed.ORDER: ("last_order",),
}
_MONTH = 31
Clause = ColumnElement[bool]


def clause(session: Session, condition: Condition, today: date) -> Clause:
    """What has to hold of the customer's row."""
    match condition:
        case Chosen(name, values):
            return _one_of(session, name, values)
        case Unlike(name, values):
            return ~_one_of(session, name, values)
        case Silent(deed, since) | Done(deed, since):
            done = _done(deed, since, today)
            return ~done if isinstance(condition, Silent) else done
        case Bought() | Risk():
            return _scored(condition)
        case Has(sign) | Lacks(sign):
            there = _SIGNS[sign](today)
            return ~there if isinstance(condition, Lacks) else there


def _one_of(session: Session, name: str, values: tuple[str, ...]) -> Clause:
    if is_free(name):
        return _said(name, spellings(session, name, values))
    if name == "rfm":
        return _rfm(frozenset(values))
    column = {"owner": "owner_id", "team": "team_id"}.get(name) or FIELDS[name].column or name
    known = [int(value) for value in values] if column.endswith("_id") else list(values)
    shown = col(getattr(CustomerRow, column))
    # What is empty is not among them; without this NOT would make it neither.
    return func.coalesce(shown.in_(known), False)


def _said(name: str, values: list[str]) -> Clause:
    """Of a field with one value the newest counts."""
    its = table_of(FactRow).c
    there = [its.customer_id == col(CustomerRow.id), its.field == name, its.live, its.contact_id.is_(None)]
    field = FIELDS.get(name)
    if field is not None and field.many:
        return exists().where(*there, its.value.in_(values))
    newest = select(its.value).where(*there).order_by(its.at.desc(), its.id.desc()).limit(1)
    return func.coalesce(newest.correlate(table_of(CustomerRow)).scalar_subquery().in_(values), False)


def _rfm(names: frozenset[str]) -> Clause:
    """By the quintiles from which the name is read off."""
    score, ranks = table_of(CustomerScoreRow).c, range(1, QUINTILES + 1)
    pairs = [(recency, mean) for recency in ranks for mean in ranks if segment_of(recency, mean, mean) in names]
    # Frequency and amount count by their mean, rounded up.
    both = score.frequency + score.monetary
    whole = [and_(score.recency == recency, both.in_((2 * mean - 1, 2 * mean))) for recency, mean in pairs]
    return col(CustomerRow.id).in_(select(score.customer_id).where(or_(*whole)))


def _done(deed: Deed, since: Since, today: date) -> Clause:
    """Days of figures in the future count as today's."""
    its = table_of(CustomerFiguresRow).c
    columns = [its[name] for name in _LAST[deed]]
    first = None if isinstance(since, Ever) else first_day(since, today)
    done = [column.is_not(None) if first is None else column >= first for column in columns]
    return exists().where(its.customer_id == col(CustomerRow.id), or_(*done))


def _scored(condition: Bought | Risk) -> Clause:
    """As of the last night; whoever has no score has bought nothing."""
    its = table_of(CustomerScoreRow).c
    if isinstance(condition, Risk):
        return col(CustomerRow.id).in_(select(its.customer_id).where(its.lost >= condition.percent / 100))
    more = exists().where(
        its.customer_id == col(CustomerRow.id),
        its.currency == condition.currency,
        its.value_minor >= condition.minor,
    )
    return more if condition.side is Side.MORE else ~more


def _overdue(today: date) -> Clause:
    its = table_of(ReceivableRow).c
    late = select(its.customer_id).where(its.live, its.open_minor > 0, its.due_day < today)
    return col(CustomerRow.id).in_(late)


def _complains() -> Clause:
    """What was undone is no complaint."""
    its, told = table_of(ComplaintRow).c, table_of(EntryRow).c
    live = exists().where(told.id == its.entry_id, told.live)
    return exists().where(its.customer_id == col(CustomerRow.id), its.state != State.CLOSED, live)


def _birthday(today: date) -> Clause:
    its = table_of(ContactRow).c
    first = today.replace(day=1)
    told = {key for key, day in told_days(first, _MONTH).items() if day.month == today.month}
    day = case(
        (func.substr(its.birthday, 1, 1) == "-", func.substr(its.birthday, 3)), else_=func.substr(its.birthday, 6)
    )
    calendar = func.coalesce(its.calendar, Calendar.SOLAR.value)
    alike = (and_(calendar == one.value, day.in_(sorted(on for of, on in told if of is one))) for one in Calendar)
    there = select(its.customer_id).where(its.withdrawn.is_(False), its.birthday.is_not(None), or_(*alike))
    return col(CustomerRow.id).in_(there)


_SIGNS: dict[Sign, Callable[[date], Clause]] = {
    Sign.OVERDUE: _overdue,
    Sign.COMPLAINT: lambda _: _complains(),
    Sign.BIRTHDAY: _birthday,
}
