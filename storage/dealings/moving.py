"""Moves opportunities on: the stage, the source, the day, won or lost; each step is on the trail."""

from datetime import date

from sqlmodel import Session, col, select

from sales.dealings import DealSource, DealStage, DealState
from sales.hands import Hand
from storage.company.audit import Subject, note
from storage.tables.dealings import DealAnswerRow, OpportunityRow


def set_stage(session: Session, *, deal: int, stage: DealStage, by: Hand) -> None:
    """By hand it may go back, too: whatever was told of it says the same from now on."""
    for row in _all_of(session, deal):
        row.stage = stage
        session.add(row)
    _note(session, deal, by, f"stage: {stage}")


def set_source(session: Session, *, deal: int, source: DealSource, by: Hand) -> None:
    row = session.get_one(OpportunityRow, deal)
    row.source = source
    session.add(row)
    _note(session, deal, by, f"source: {source}")


def set_day(session: Session, *, deal: int, day: date, by: Hand) -> None:
    for row in _all_of(session, deal):
        row.expected_day = day
        session.add(row)
    _note(session, deal, by, f"day: {day}")


def close(session: Session, *, deal: int, state: DealState, by: Hand, reason: str | None = None) -> None:
    """Won or lost, by hand; open again."""
    row = session.get_one(OpportunityRow, deal)
    row.state, row.reason = state, reason
    row.closed_at = None if state is DealState.OPEN else by.now
    row.won_by_entry_id = None
    session.add(row)
    _note(session, deal, by, f"{state}: {reason}" if reason else state.value)


def won_by(session: Session, *, deal: int, entry: int, by: Hand) -> None:
    """An order ends it; should that be undone, it is open again."""
    row = session.get_one(OpportunityRow, deal)
    row.state, row.closed_at, row.won_by_entry_id, row.reason = DealState.WON, by.now, entry, None
    session.add(row)
    answer(session, entry=entry, deal=deal, by=by)
    _note(session, deal, by, "won")


def join(session: Session, *, deal: int, entry: int, by: Hand) -> None:
    """What this entry tells is of an opportunity that was known."""
    row = session.exec(select(OpportunityRow).where(col(OpportunityRow.entry_id) == entry)).first()
    if row is not None and row.id != deal:
        row.joined_id = deal
        session.add(row)
    answer(session, entry=entry, deal=deal, by=by)


def answer(session: Session, *, entry: int, deal: int | None, by: Hand) -> None:
    """It was asked, and is not asked again."""
    row = session.get(DealAnswerRow, entry) or DealAnswerRow(entry_id=entry, member_id=by.member, at=by.now)
    row.deal_id = deal
    session.add(row)
    session.flush()


def _all_of(session: Session, deal: int) -> list[OpportunityRow]:
    whole = (col(OpportunityRow.id) == deal) | (col(OpportunityRow.joined_id) == deal)
    return list(session.exec(select(OpportunityRow).where(whole)))


def _note(session: Session, deal: int, by: Hand, words: str) -> None:
    session.flush()
    note(session, "deal.changed", Subject("deal", deal), by, words=words)
