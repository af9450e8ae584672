"""Sets targets and takes them off, on the trail."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.measures import Measure
from sales.targets import Span, Target
from storage.company.audit import Subject, note
from storage.tables.targets import TargetRow


def set_target(session: Session, *, member: int, target: Target, by: Hand) -> None:
    """One for the same measure and span is replaced."""
    row = _row(session, member, target.measure, target.span) or TargetRow(
        member_id=member, measure=target.measure, span=target.span, number=0, at=by.now
    )
    row.number, row.currency, row.set_by, row.at = target.number, target.currency, by.member, by.now
    session.add(row)
    session.flush()
    words = f"{target.measure} {target.number} {target.currency or ''} {target.span}"
    note(session, "target.set", Subject("member", member), by, words=" ".join(words.split()))


def drop_targets(session: Session, *, member: int, measures: Iterable[Measure], span: Span | None, by: Hand) -> None:
    """Of these measures, whatever the span where none is named."""
    theirs = select(TargetRow).where(col(TargetRow.member_id) == member, col(TargetRow.measure).in_(sorted(measures)))
    for row in session.exec(theirs.where(col(TargetRow.span) == span) if span else theirs).all():
        session.delete(row)
        note(session, "target.dropped", Subject("member", member), by, words=f"{row.measure} {row.span}")
    session.flush()


def targets_of(session: Session, members: Iterable[int]) -> dict[int, list[Target]]:
    """By member."""
    found: dict[int, list[Target]] = {}
    rows = select(TargetRow).where(col(TargetRow.member_id).in_(sorted(members))).order_by(col(TargetRow.id))
    for row in session.exec(rows):
        target = Target(Measure(row.measure), Span(row.span), row.number, row.currency)
        found.setdefault(row.member_id, []).append(target)
    return found


def _row(session: Session, member: int, measure: Measure, span: Span) -> TargetRow | None:
    there = select(TargetRow).where(
        col(TargetRow.member_id) == member, col(TargetRow.measure) == measure, col(TargetRow.span) == span
    )
    return session.exec(there).first()
