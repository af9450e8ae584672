"""Which opportunity a message may be about: asked once, in its echo."""

from collections.abc import Iterable, Sequence

from sqlmodel import Session, col, select

from sales.dealings import Deal, DealQuestion
from sales.kinds import Kind
from storage.dealings.deals import open_deals, won_by
from storage.tables.dealings import DealAnswerRow, OpportunityRow
from storage.tables.tellings import EntryRow

MOST = 3
"""More opportunities are not offered."""


def question(session: Session, tellings: Sequence[int]) -> DealQuestion | None:
    """The first that is open; none where there is no other opportunity that could be meant."""
    asked = select(DealAnswerRow.entry_id)
    told = (
        select(EntryRow)
        .where(col(EntryRow.telling_id).in_(tellings), col(EntryRow.live), col(EntryRow.customer_id).is_not(None))
        .where(col(EntryRow.kind).in_([Kind.OPPORTUNITY, Kind.ORDER]), col(EntryRow.id).not_in(asked))
        .order_by(col(EntryRow.id))
    )
    return next((found for entry in session.exec(told) if (found := _of(session, entry))), None)


def ended(session: Session, tellings: Sequence[int]) -> tuple[Deal, ...]:
    """The opportunities that these messages won."""
    entries = select(EntryRow.id).where(col(EntryRow.telling_id).in_(tellings))
    return won_by(session, [entry for entry in session.exec(entries) if entry])


def _of(session: Session, entry: EntryRow) -> DealQuestion | None:
    own = session.exec(select(OpportunityRow).where(col(OpportunityRow.entry_id) == entry.id)).first()
    if own is not None and own.joined_id is not None:
        return None
    others = [deal for deal in open_deals(session, entry.customer_id or 0) if _may_be(deal, own)]
    offered = tuple(_nearest(others, entry))[:MOST]
    return DealQuestion(entry.telling_id, entry.id or 0, offered, entry.kind == Kind.ORDER) if offered else None


def _may_be(deal: Deal, own: OpportunityRow | None) -> bool:
    """Told before, and not itself."""
    return own is None or (deal.id != own.id and deal.id < (own.id or 0))


def _nearest(deals: Iterable[Deal], entry: EntryRow) -> list[Deal]:
    """Those of about the same sum first."""

    def far(deal: Deal) -> int:
        same = deal.expected is not None and deal.expected.currency == entry.currency
        return abs((deal.expected.minor if deal.expected and same else 0) - (entry.amount_minor or 0))

    return sorted(deals, key=far)
