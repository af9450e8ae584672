"""What was done on which day, added up by the database: numbers told apart by two things at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session, col

from sales.measures import OF_KIND, By, Measure, Period, begin_of
from sales.money import Money
from sales.people import Member
from sales.rights import Part
from storage.bulk import table_of
from storage.cards.visibility import visible
from storage.figures.rates import exchange
from storage.tables.customers import CustomerRow
from storage.tables.tellings import EntryRow


def by_rep_and_day(
    session: Session, member: Member, measures: Iterable[Measure], period: Period
) -> Mapping[int, Counter[date]]:
    """Of what these measures count together, who told it on which day; as `count` of each by rep."""
    its = EntryRow
    rows = (
        select(col(its.member_id), col(its.on_day), func.count())
        .join_from(CustomerRow, EntryRow, col(its.customer_id) == col(CustomerRow.id))
        .where(visible(member, Part.ENTRIES), col(its.on_day).between(period.first, period.last))
        .where(col(its.live), col(its.attempt).is_(False), col(its.kind).in_([OF_KIND[one] for one in measures]))
        .group_by(col(its.member_id), col(its.on_day))
    )
    found: defaultdict[int, Counter[date]] = defaultdict(Counter)
    for rep, day, number in session.connection().execute(rows):
        found[rep][day] = number
    return found


def paid_by_stretch(session: Session, member: Member, by: By, period: Period) -> Counter[date]:
    """What was paid, by the first day of each stretch, exchanged at the rates of its days."""
    its, into = table_of(EntryRow).c, exchange(session)
    rows = (
        select(its.on_day, its.currency, func.sum(its.amount_minor))
        .join_from(table_of(CustomerRow), table_of(EntryRow), its.customer_id == table_of(CustomerRow).c.id)
        .where(visible(member, Part.MONEY), its.on_day.between(period.first, period.last))
        .where(its.live, its.attempt.is_(False), its.kind == OF_KIND[Measure.PAID])
        .where(its.amount_minor.is_not(None), its.currency.is_not(None))
        .group_by(its.on_day, its.currency)
    )
    found = Counter[date]()
    for day, currency, minor in session.connection().execute(rows):
        found[begin_of(by, day)] += into.worth(Money(int(minor), currency), day) or 0
    return found
