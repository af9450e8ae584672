"""The sheets of a digest's workbook, row by row: only what its reader may see."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

from sqlmodel import Session, col, select

from sales.complaints import Cause, Remedy, State
from sales.digests import Digest, Work
from sales.kinds import Category, Kind, Severity
from sales.measures import MONEY, By, Measure, Period, Tally
from sales.moments import local_day
from sales.money import Money
from sales.order_book import LATER, occasions
from sales.people import Member
from sales.rights import Part
from storage.bulk import in_parts
from storage.cards.visibility import visible
from storage.digests.at_risk import at_risk
from storage.digests.led import names_of
from storage.figures.orders import orders_of
from storage.figures.rates import exchange
from storage.measures.counting import count
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow, ReceivableRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, EntryRow

Cell = str | date | Decimal | int | None
Rows = Iterator[Sequence[Cell]]
COUNTED = (
    *(Measure.VISITS, Measure.CALLS, Measure.NEW_CUSTOMERS, Measure.ORDERS, Measure.ORDERED, Measure.PAID),
    *(Measure.COMPLAINTS, Measure.SOLVED),
)
"""The figures by rep and by day."""
COMPLAINTS = (
    *("date", "customer", "owner", "severity", "category", "text", "state", "promised", "taken", "closed"),
    *("cause", "remedy"),
)
ORDERS = ("date", "customer", "owner", "amount", "currency")
OVERDUE = ("due", "days_late", "customer", "owner", "number", "open", "currency")
SLIPPING = ("customer", "owner", "grade", "last_order", "chance", "good_year", "currency")


def numbers(work: Work, currency: str) -> Iterator[Cell]:
    """Each figure, and what it is compared with."""
    for measure in COUNTED:
        yield _number(measure, work.now.get(measure, 0), currency)
        yield _number(measure, work.before.get(measure, 0), currency)


def _number(measure: Measure, number: int, currency: str) -> Cell:
    return Money(number, currency).value if measure in MONEY else number


def by_rep(view: Digest) -> Rows:
    for work in view.reps:
        yield [work.name, *numbers(work, view.currency)]


def by_day(session: Session, reader: Member, period: Period, today: date) -> Rows:
    """Each day on which there was something."""
    currency = exchange(session).into
    found: defaultdict[str, dict[Measure, int]] = defaultdict(dict)
    for measure in COUNTED:
        for one in count(session, reader, Tally(measure, period, By.DAY), today):
            found[one.key or ""][measure] = one.number
    for day in sorted(found):
        yield [
            date.fromisoformat(day),
            *(_number(measure, found[day].get(measure, 0), currency) for measure in COUNTED),
        ]


def complaints(session: Session, reader: Member, period: Period) -> Rows:
    """Those that were told in these days, as they stand now."""
    rows = (
        select(ComplaintRow, EntryRow, CustomerRow)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .join(CustomerRow, col(CustomerRow.id) == col(ComplaintRow.customer_id))
        .where(visible(reader, Part.COMPLAINTS), col(EntryRow.live), col(EntryRow.kind) == Kind.COMPLAINT)
        .where(col(EntryRow.on_day).between(period.first, period.last))
        .order_by(col(EntryRow.on_day), col(ComplaintRow.id))
    )
    people = _people(session)
    for row, entry, customer in session.exec(rows):
        yield [
            *(entry.on_day, customer.name, people.get(customer.owner_id or 0)),
            *(_kept(Severity, entry.severity), _kept(Category, entry.category), entry.text, State(row.state)),
            *(row.promised_day, people.get(row.taken_by or 0), _day(row.closed_at, reader)),
            *(_kept(Cause, row.cause), _kept(Remedy, row.remedy)),
        ]


def _kept(kind: type[Severity | Category | Cause | Remedy], value: str | None) -> Cell:
    return kind(value) if value else None


def _day(moment: datetime | None, reader: Member) -> date | None:
    return local_day(moment, reader.zone) if moment else None


def orders(session: Session, reader: Member, period: Period) -> Rows:
    """As they are counted: what was told and booked is one, its sum in the reporting currency."""
    into, people = exchange(session), _people(session)
    for part in in_parts(sorted(_bought(session, reader, period))):
        books = orders_of(session, part)
        there = select(CustomerRow).where(col(CustomerRow.id).in_(part), visible(reader, Part.MONEY))
        for customer in session.exec(there.order_by(col(CustomerRow.id))):
            for one in occasions(books.get(customer.id or 0, []), into.worth):
                if one.day in period and one.is_purchase:
                    sum_ = Money(one.minor, into.into).value
                    yield [one.day, customer.name, people.get(customer.owner_id or 0), sum_, into.into]


def _bought(session: Session, reader: Member, period: Period) -> set[int]:
    """Customers with an order in these days, or so near to them that it may be counted there."""
    found: set[int] = set()
    for table in (EntryRow, BookedOrderRow):
        rows = select(col(CustomerRow.id)).join(table, col(table.customer_id) == col(CustomerRow.id))
        rows = rows.where(visible(reader, Part.MONEY), col(table.live))
        if table is EntryRow:
            rows = rows.where(col(EntryRow.kind) == Kind.ORDER)
        near = col(table.on_day).between(period.first - LATER, period.last + LATER)
        found |= {number or 0 for number in session.exec(rows.where(near).distinct())}
    return found


def overdue(session: Session, reader: Member, today: date) -> Rows:
    """Invoices past their day, the longest first."""
    rows = (
        select(ReceivableRow, CustomerRow.name, MemberRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(ReceivableRow.customer_id))
        .join(MemberRow, col(MemberRow.id) == col(CustomerRow.owner_id), isouter=True)
        .where(visible(reader, Part.MONEY), col(ReceivableRow.live), col(ReceivableRow.due_day) < today)
        .order_by(col(ReceivableRow.due_day), col(ReceivableRow.id))
    )
    for row, customer, owner in session.exec(rows):
        late = (today - row.due_day).days if row.due_day else None
        yield [row.due_day, late, customer, owner, row.number, Money(row.open_minor, row.currency).value, row.currency]


def slipping(session: Session, reader: Member, today: date) -> Rows:
    """The dearest first."""
    currency = exchange(session).into
    there = at_risk(session, reader, today)
    names = names_of(session, {one.owner for one in there if one.owner is not None})
    for one in there:
        chance = None if one.lost is None else round(100 * one.lost)
        worth = Money(one.minor, currency).value
        yield [one.name, names.get(one.owner or 0), one.grade, one.last_order, chance, worth, currency]


def _people(session: Session) -> dict[int, str]:
    return {number or 0: name for number, name in session.exec(select(MemberRow.id, MemberRow.name))}
