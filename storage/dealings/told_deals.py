"""Brings opportunities in line with what is told: an entry opens one, or says more of one that is open."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from sales.dealings import DealState, DealWords
from sales.kinds import Kind
from sales.tellings import Entry
from storage.dealings.deals import open_deals
from storage.tables.dealings import OpportunityRow
from storage.tables.tellings import EntryRow, TellingRow

_NO_WORDS = DealWords()
_TITLE = 120
"""As much of a message that is about one customer is kept to know the opportunity by."""


def project_deals(session: Session, row: TellingRow, told: Iterable[Entry | None]) -> None:
    """Write what is told now; an order that was taken back leaves the opportunity open that it had won."""
    entries = tuple(told)
    if row.is_new and not any(entry and entry.kind is Kind.OPPORTUNITY for entry in entries):
        return
    words = dict(enumerate(entries))
    alone = len({entry.customer for entry in entries if entry}) == 1
    for entry in session.exec(select(EntryRow).where(col(EntryRow.telling_id) == row.id).order_by(col(EntryRow.id))):
        _write(session, row, entry, words.get(entry.slot), title=row.text if alone else entry.text)
        _turn_won(session, entry)


def _write(session: Session, row: TellingRow, entry: EntryRow, told: Entry | None, *, title: str) -> None:
    deal = session.exec(select(OpportunityRow).where(col(OpportunityRow.entry_id) == entry.id)).first()
    if not entry.live or entry.kind != Kind.OPPORTUNITY or not entry.customer_id:
        if deal is not None:
            deal.live = False
            session.add(deal)
        return
    if deal is None:
        deal = _opened(session, row, entry)
    if deal.customer_id != entry.customer_id:
        deal.customer_id, deal.joined_id = entry.customer_id, None
    _say(deal, entry, (told.deal if told else None) or _NO_WORDS)
    deal.title = " ".join(title.split())[:_TITLE]
    session.add(deal)
    session.flush()


def _opened(session: Session, row: TellingRow, entry: EntryRow) -> OpportunityRow:
    """The same sum again is the same opportunity; what else may be, is asked."""
    known = open_deals(session, entry.customer_id or 0)
    sums = {(one.expected.minor, one.expected.currency): one.id for one in known if one.expected}
    return OpportunityRow(
        customer_id=entry.customer_id or 0,
        member_id=row.member_id,
        entry_id=entry.id,
        title="",
        stage=_NO_WORDS.stage,
        opened_at=row.said_at,
        joined_id=sums.get((entry.amount_minor or 0, entry.currency or "")),
    )


def _say(deal: OpportunityRow, entry: EntryRow, words: DealWords) -> None:
    """What was set by hand since stays, unless the message says otherwise now."""
    fresh = deal.id is None
    deal.live = True
    deal.expected_minor, deal.currency = entry.amount_minor, entry.currency
    deal.stage = words.stage if fresh else deal.stage
    deal.source = deal.source or words.source
    deal.expected_day = words.day or deal.expected_day


def _turn_won(session: Session, entry: EntryRow) -> None:
    stands = entry.live and entry.kind == Kind.ORDER
    for deal in session.exec(select(OpportunityRow).where(col(OpportunityRow.won_by_entry_id) == entry.id)):
        deal.state = DealState.WON if stands else DealState.OPEN
        session.add(deal)
