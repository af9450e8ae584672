"""Opportunities as members see them: what was told of one again counts with it."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from sales.dealings import Deal, DealPage, DealStage, DealState, WinRate
from sales.money import Money
from sales.people import Member
from sales.rights import Part
from storage.cards.visibility import visible
from storage.tables.customers import CustomerRow
from storage.tables.dealings import OpportunityRow
from storage.tables.people import MemberRow

_STAGES = list(DealStage)


def find(session: Session, member: Member, deal: int) -> Deal | None:
    """The opportunity, if the member may see those of its customer."""
    return next(iter(_seen(session, visible(member, Part.DEALINGS) & (col(OpportunityRow.id) == deal))), None)


def of_customer(session: Session, member: Member, customer: int) -> tuple[Deal, ...]:
    """The open opportunities of a customer."""
    open_ones = (col(OpportunityRow.customer_id) == customer) & (col(OpportunityRow.state) == DealState.OPEN)
    return tuple(_seen(session, visible(member, Part.DEALINGS) & open_ones))


def open_deals(session: Session, customer: int) -> tuple[Deal, ...]:
    """The open opportunities of a customer of whom the caller may know."""
    open_ones = (col(OpportunityRow.customer_id) == customer) & (col(OpportunityRow.state) == DealState.OPEN)
    return tuple(_seen(session, open_ones))


def won_by(session: Session, entries: Sequence[int]) -> tuple[Deal, ...]:
    """The opportunities that these orders ended."""
    won = col(OpportunityRow.won_by_entry_id).in_(entries) & (col(OpportunityRow.state) == DealState.WON)
    return tuple(_seen(session, won)) if entries else ()


def page(session: Session, member: Member, *, page: int, size: int) -> DealPage:
    """The open opportunities that the member may see, those expected first at the top."""
    there = visible(member, Part.DEALINGS) & (col(OpportunityRow.state) == DealState.OPEN) & _is_first()
    total = session.exec(
        select(func.count())
        .select_from(OpportunityRow)
        .join(CustomerRow, col(CustomerRow.id) == col(OpportunityRow.customer_id))
        .where(there)
    ).one()
    pages = max(1, -(-total // size))
    shown = min(max(page, 1), pages)
    deals = tuple(_seen(session, there, offset=(shown - 1) * size, limit=size))
    return DealPage(shown, pages, total, deals, win_rates(session, member) if member.leads or member.sees_all else ())


def win_rates(session: Session, member: Member) -> tuple[WinRate, ...]:
    """Of what is over, how much was won, by where it came from."""
    over = (
        select(OpportunityRow.source, OpportunityRow.state, func.count())
        .join(CustomerRow, col(CustomerRow.id) == col(OpportunityRow.customer_id))
        .where(visible(member, Part.DEALINGS), col(OpportunityRow.state) != DealState.OPEN, _is_first())
        .group_by(col(OpportunityRow.source), col(OpportunityRow.state))
    )
    rows = sorted(session.exec(over).all(), key=lambda row: row[0] or "~")
    return tuple(_rate(source, list(some)) for source, some in groupby(rows, key=lambda row: row[0]))


def _rate(source: str | None, rows: list[tuple[str | None, str, int]]) -> WinRate:
    won = sum(number for _, state, number in rows if state == DealState.WON)
    return WinRate(source, won, sum(number for _, _, number in rows))


def _is_first() -> ColumnElement[bool]:
    """Live, and not told again of one that is."""
    first = aliased(OpportunityRow)
    told_before = select(first.id).where(col(first.id) == col(OpportunityRow.joined_id), col(first.live)).exists()
    return col(OpportunityRow.live) & ~told_before


def _seen(session: Session, there: ColumnElement[bool], *, offset: int = 0, limit: int | None = None) -> Iterable[Deal]:
    wanted = (
        select(OpportunityRow, CustomerRow.name, MemberRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(OpportunityRow.customer_id))
        .join(MemberRow, col(MemberRow.id) == col(OpportunityRow.member_id))
        .where(there, _is_first())
        .order_by(col(OpportunityRow.expected_day).nulls_last(), col(OpportunityRow.id))
        .offset(offset)
        .limit(limit)
    )
    rows = session.exec(wanted).all()
    later = _told_again(session, [row.id or 0 for row, _, _ in rows])
    return [_deal([row, *later.get(row.id or 0, [])], name, owner) for row, name, owner in rows]


def _told_again(session: Session, first: Sequence[int]) -> dict[int, list[OpportunityRow]]:
    again = select(OpportunityRow).where(col(OpportunityRow.joined_id).in_(first), col(OpportunityRow.live))
    found: dict[int, list[OpportunityRow]] = {}
    for row in session.exec(again.order_by(col(OpportunityRow.id))):
        found.setdefault(row.joined_id or 0, []).append(row)
    return found


def _deal(rows: Sequence[OpportunityRow], customer: str, owner: str) -> Deal:
    """What was said last counts; a stage is not left for an earlier one by telling."""
    first = rows[0]
    with_sum = next((row for row in reversed(rows) if row.expected_minor is not None), None)
    return Deal(
        id=first.id or 0,
        customer=first.customer_id,
        customer_name=customer,
        title=first.title,
        stage=max((DealStage(row.stage) for row in rows), key=_STAGES.index),
        state=DealState(first.state),
        owner=owner,
        opened_at=first.opened_at,
        source=next((row.source for row in rows if row.source), None),
        expected=Money(with_sum.expected_minor or 0, with_sum.currency or "") if with_sum else None,
        day=next((row.expected_day for row in reversed(rows) if row.expected_day), None),
        reason=first.reason,
    )
