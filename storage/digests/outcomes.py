"""What a period led to: promises kept, deals won, customers who slipped or came back, and what stands open."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.customers import Stage
from sales.digests import BigOrder, Moved, Share, Theme
from sales.kinds import Category, Kind
from sales.measures import By, Measure, Period, Tally, ranked
from sales.moments import local_day, local_moment
from sales.money import Money
from sales.people import Member
from sales.rights import Part
from storage.cards.birthdays import coming
from storage.cards.visibility import visible
from storage.figures.rates import exchange
from storage.measures.counting import count
from storage.tables.customers import CustomerRow
from storage.tables.dealings import OpportunityRow, ReceivableRow
from storage.tables.followups import FollowUpRow
from storage.tables.foresight import StageChangeRow
from storage.tables.people import MemberRow
from storage.tables.tellings import EntryRow
from storage.themes.keeping import done_since

_NAMED = 3
_A_WEEK = timedelta(days=7)
_MANY = 1000


def promises(session: Session, reader: Member, period: Period) -> Share:
    """Of the follow-ups for these days: how many were done on their day or before it."""
    rows = session.exec(
        select(FollowUpRow)
        .join(CustomerRow, col(CustomerRow.id) == col(FollowUpRow.customer_id))
        .where(visible(reader, Part.PLANS), col(FollowUpRow.state).in_(["open", "done"]))
        .where(col(FollowUpRow.day).between(period.first, period.last))
    ).all()
    return Share(sum(_is_kept(row, reader) for row in rows), len(rows))


def _is_kept(row: FollowUpRow, reader: Member) -> bool:
    if row.state != "done":
        return False
    return row.closed_at is None or row.day is None or local_day(row.closed_at, reader.zone) <= row.day


def deals(session: Session, reader: Member, period: Period) -> Share:
    """Of the deals that ended: how many were won."""
    first = local_moment(period.first, time(), reader.zone)
    after = local_moment(period.last + timedelta(days=1), time(), reader.zone)
    rows = session.exec(
        select(OpportunityRow.state, func.count())
        .join(CustomerRow, col(CustomerRow.id) == col(OpportunityRow.customer_id))
        .where(visible(reader, Part.DEALINGS), col(OpportunityRow.live), col(OpportunityRow.joined_id).is_(None))
        .where(col(OpportunityRow.state) != "open", col(OpportunityRow.closed_at) >= first)
        .where(col(OpportunityRow.closed_at) < after)
        .group_by(col(OpportunityRow.state))
    )
    found = dict(rows.all())
    return Share(found.get("won", 0), sum(found.values()))


def moved(session: Session, reader: Member, period: Period, stage: Stage) -> Moved:
    """Who came into the stage in these days, the biggest buyers' owners with them."""
    rows = session.exec(
        select(CustomerRow.id, CustomerRow.name, MemberRow.name)
        .join(StageChangeRow, col(StageChangeRow.customer_id) == col(CustomerRow.id))
        .join(MemberRow, col(MemberRow.id) == col(CustomerRow.owner_id), isouter=True)
        .where(visible(reader), col(StageChangeRow.stage) == stage, col(CustomerRow.stage) == stage)
        .where(col(StageChangeRow.on_day).between(period.first, period.last))
        .order_by(col(CustomerRow.grade).nulls_last(), col(CustomerRow.id))
    )
    found = {number: (name, owner or "") for number, name, owner in rows.all()}
    return Moved(tuple(found.values())[:_NAMED], max(0, len(found) - _NAMED))


def big_order(session: Session, reader: Member, period: Period, today: date) -> BigOrder | None:
    """Who ordered for the most."""
    best = ranked(count(session, reader, Tally(Measure.ORDERED, period, By.CUSTOMER), today))
    if not best or best[0].number <= 0:
        return None
    wanted = (
        select(CustomerRow.name, MemberRow.name)
        .join(MemberRow, col(MemberRow.id) == col(CustomerRow.owner_id), isouter=True)
        .where(col(CustomerRow.id) == int(best[0].key or 0), visible(reader, Part.MONEY))
    )
    name, owner = session.exec(wanted).one()
    return BigOrder(name, Money(best[0].number, exchange(session).into), owner or "")


def theme(session: Session, reader: Member, period: Period, today: date) -> Theme | None:
    """What feedback was mostly about, with the last words of it."""
    found = ranked(count(session, reader, Tally(Measure.FEEDBACK, period, By.CATEGORY), today))
    top = next((one for one in found if one.key is not None), None)
    if top is None:
        return None
    last = (
        select(EntryRow.text)
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
        .where(visible(reader, Part.ENTRIES), col(EntryRow.live), col(EntryRow.kind) == Kind.FEEDBACK)
        .where(col(EntryRow.category) == top.key, col(EntryRow.on_day).between(period.first, period.last))
        .order_by(col(EntryRow.on_day).desc(), col(EntryRow.id).desc())
    )
    category, quote = Category(top.key or ""), session.exec(last.limit(1)).first() or ""
    return Theme(category, top.number, quote, done_since(session, reader, category, period.first))


def overdue(session: Session, reader: Member, now: datetime) -> int:
    """What customers should have paid by now, in the reporting currency; what has no rate is left out."""
    today, into = local_day(now, reader.zone), exchange(session)
    sums = session.exec(
        select(ReceivableRow.currency, func.sum(ReceivableRow.open_minor))
        .join(CustomerRow, col(CustomerRow.id) == col(ReceivableRow.customer_id))
        .where(visible(reader, Part.MONEY), col(ReceivableRow.live), col(ReceivableRow.due_day) < today)
        .group_by(col(ReceivableRow.currency))
    )
    return sum(into.worth(Money(int(minor), currency), today) or 0 for currency, minor in sums)


def birthdays(session: Session, reader: Member, today: date) -> int:
    """How many come in the seven days after today."""
    lines = coming(session, reader, today=today, limit=_MANY)
    return sum(today < line.day <= today + _A_WEEK for line in lines)
