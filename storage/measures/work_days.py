"""How much everybody did on each day, in one statement: numbers told apart by two things at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session, col

from sales.measures import OF_KIND, Measure, Period
from sales.people import Member
from sales.rights import Part
from storage.cards.visibility import visible
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
