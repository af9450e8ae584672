"""Quotes and contracts on record: brought in line with what is told, and read for the card."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from sales.dealings import AgreementKind, OnPaper
from sales.money import Money
from sales.tellings import Agreement
from storage.tables.dealings import AgreementRow
from storage.tables.tellings import TellingRow

SHOWN = 6
"""As many stand on a card, the newest of them."""


def project_agreements(session: Session, row: TellingRow, told: Iterable[Agreement | None]) -> None:
    """Write what is told now, slot by slot."""
    rows = _slots(session, row)
    for gone in rows.values():
        gone.live = False
    for slot, paper in enumerate(told):
        if paper is not None and paper.customer and paper.customer.id:
            target = rows.get(slot) or _new(row, slot, paper)
            _write(target, paper, paper.customer.id)
            session.add(target)


def _slots(session: Session, row: TellingRow) -> dict[int, AgreementRow]:
    if row.is_new:
        return {}
    there = select(AgreementRow).where(col(AgreementRow.telling_id) == row.id)
    return {one.slot or 0: one for one in session.exec(there)}


def _new(row: TellingRow, slot: int, paper: Agreement) -> AgreementRow:
    return AgreementRow(
        telling_id=row.id,
        slot=slot,
        member_id=row.member_id,
        customer_id=0,
        kind=paper.kind,
        on_day=paper.on,
    )


def _write(target: AgreementRow, paper: Agreement, customer: int) -> None:
    target.customer_id, target.kind, target.live = customer, paper.kind, True
    target.on_day, target.valid_until = paper.on, paper.until
    target.amount_minor = paper.amount.minor if paper.amount else None
    target.currency = paper.amount.currency if paper.amount else None


def on_paper(session: Session, customer: int) -> tuple[OnPaper, ...]:
    """The newest quotes and contracts of a customer."""
    live = select(AgreementRow).where(col(AgreementRow.customer_id) == customer, col(AgreementRow.live))
    newest = live.order_by(col(AgreementRow.on_day).desc(), col(AgreementRow.id).desc()).limit(SHOWN)
    return tuple(map(_on_paper, session.exec(newest)))


def _on_paper(row: AgreementRow) -> OnPaper:
    amount = Money(row.amount_minor, row.currency or "") if row.amount_minor is not None else None
    return OnPaper(AgreementKind(row.kind), row.on_day, amount, row.valid_until, row.title)
