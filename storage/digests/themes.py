"""What feedback of a period was mostly about, with the last words of it."""

from sqlmodel import Session, col, select

from sales.digests import Theme
from sales.kinds import Category, Kind
from sales.measures import By, Measure, Period, Tally, ranked
from sales.people import Member
from sales.rights import Part
from storage.cards.visibility import visible
from storage.measures.counting import count
from storage.tables.customers import CustomerRow
from storage.tables.tellings import EntryRow
from storage.themes.keeping import done_since


def themes(session: Session, reader: Member, period: Period, most: int) -> tuple[Theme, ...]:
    """The most frequent first."""
    found = ranked(count(session, reader, Tally(Measure.FEEDBACK, period, By.CATEGORY), period.last))
    told = [(Category(one.key), one.number) for one in found if one.key is not None]
    return tuple(
        Theme(
            category,
            number,
            _last_words(session, reader, period, category),
            done_since(session, reader, category, period.first),
        )
        for category, number in told[:most]
    )


def _last_words(session: Session, reader: Member, period: Period, category: Category) -> str:
    last = (
        select(EntryRow.text)
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
        .where(visible(reader, Part.ENTRIES), col(EntryRow.live), col(EntryRow.kind) == Kind.FEEDBACK)
        .where(col(EntryRow.category) == category, col(EntryRow.on_day).between(period.first, period.last))
        .order_by(col(EntryRow.on_day).desc(), col(EntryRow.id).desc())
    )
    return session.exec(last.limit(1)).first() or ""
