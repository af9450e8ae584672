"""What a period led to: deals won, customers who slipped or came back, the largest order, and what stands open."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from sqlalchemy import case, func
from sqlmodel import Session, col, select

from sales.customers import Stage
from sales.dealings import DealState, WinRate
from sales.digests import BigOrder, Moved
from sales.measures import Period
from sales.moments import local_day, local_moment
from sales.money import Money
from sales.people import Member
from sales.rights import Part, part_of_field
from sales.views import BirthdayLine
from storage.cards.birthdays import coming
from storage.cards.visibility import visible
from storage.figures.rates import exchange
from storage.tables.customers import CustomerRow
from storage.tables.dealings import OpportunityRow, ReceivableRow
from storage.tables.foresight import StageChangeRow
from storage.tables.people import MemberRow

_NAMED = 3
_A_WEEK = timedelta(days=7)
_MANY = 1000


def deals(session: Session, reader: Member, period: Period) -> tuple[WinRate, ...]:
    """Of the deals that ended: how many were won, by where they came from."""
    first = local_moment(period.first, time(), reader.zone)
    after = local_moment(period.last + timedelta(days=1), time(), reader.zone)
    won = func.sum(case((col(OpportunityRow.state) == DealState.WON, 1), else_=0))
    rows = session.exec(
        select(OpportunityRow.source, won, func.count())
        .join(CustomerRow, col(CustomerRow.id) == col(OpportunityRow.customer_id))
        .where(visible(reader, Part.DEALINGS), col(OpportunityRow.live), col(OpportunityRow.joined_id).is_(None))
        .where(col(OpportunityRow.state) != DealState.OPEN, col(OpportunityRow.closed_at) >= first)
        .where(col(OpportunityRow.closed_at) < after)
        .group_by(col(OpportunityRow.source))
    )
    found = [WinRate(source, int(number), over) for source, number, over in rows]
    return tuple(sorted(found, key=lambda one: (-one.won / one.over, -one.over, one.source or "")))


def moved(session: Session, reader: Member, period: Period, stage: Stage) -> Moved:
    """Who came into the stage in these days, the biggest buyers' owners with them."""
    rows = session.exec(
        select(CustomerRow.id, CustomerRow.name, MemberRow.name)
        .join(StageChangeRow, col(StageChangeRow.customer_id) == col(CustomerRow.id))
        .join(MemberRow, col(MemberRow.id) == col(CustomerRow.owner_id), isouter=True)
        .where(visible(reader, part_of_field("stage")), col(CustomerRow.stage) == stage)
        .where(col(StageChangeRow.stage) == stage)
        .where(col(StageChangeRow.on_day).between(period.first, period.last))
        .order_by(col(CustomerRow.grade).nulls_last(), col(CustomerRow.id))
    )
    found = {number: (name, owner or "") for number, name, owner in rows.all()}
    return Moved(tuple(found.values())[:_NAMED], max(0, len(found) - _NAMED), next(iter(found), None) or 0)


def big_order(session: Session, reader: Member, bought: Mapping[int, int]) -> BigOrder | None:
    """Who ordered for the most, of what each customer ordered for."""
    customer, minor = min(bought.items(), key=lambda pair: (-pair[1], pair[0]), default=(0, 0))
    if minor <= 0:
        return None
    wanted = (
        select(CustomerRow.name, MemberRow.name)
        .join(MemberRow, col(MemberRow.id) == col(CustomerRow.owner_id), isouter=True)
        .where(col(CustomerRow.id) == customer, visible(reader, Part.MONEY))
    )
    # Two statements may see two states of the book: a customer may be handed over or merged between them.
    found = session.exec(wanted).first()
    return found and BigOrder(found[0], Money(minor, exchange(session).into), found[1] or "", customer)


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


def birthdays(session: Session, reader: Member, today: date) -> tuple[BirthdayLine, ...]:
    """Those in the seven days after today, the next first."""
    lines = coming(session, reader, today=today, limit=_MANY)
    return tuple(line for line in lines if today < line.day <= today + _A_WEEK)
