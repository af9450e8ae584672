"""Reads what the echo of a message shows: the message itself and the short ones that were added to it."""

from datetime import date, datetime, timedelta

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from sales.complaints import Step
from sales.kinds import Kind
from sales.people import Member
from sales.tellings import Party
from sales.views import Echo, Part
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, ComplaintStepRow, EntryRow, TellingRow
from storage.told.journal import told_by
from storage.told.names import with_names

CONTEXT = timedelta(minutes=30)
"""How long a short message that names nobody still belongs to the customer told of before."""


def echo(session: Session, *, head: int) -> Echo | None:
    """What the echo of this telling says now."""
    return _echo(session, select(TellingRow).where(col(TellingRow.head_id) == head))


def echo_of(session: Session, *, chat: int, message: int) -> Echo | None:
    """What the echo that shows this message says now."""
    head = select(TellingRow.head_id).where(col(TellingRow.chat_id) == chat, col(TellingRow.message_id) == message)
    return _echo(session, select(TellingRow).where(col(TellingRow.head_id) == head.scalar_subquery()))


def _echo(session: Session, shown: SelectOfScalar[TellingRow]) -> Echo | None:
    rows = session.exec(shown.order_by(col(TellingRow.id))).all()
    if not rows:
        return None
    parts = tuple(_part(session, row) for row in rows)
    numbers = [row.id for row in rows]
    complaint = _complaint(session, numbers) if any(map(_complains, parts)) else None
    concerns = complaint is None and any(map(_concerns, parts))
    joined = _day_of(session, numbers, Step.JOIN, Step.PROMISE) if concerns else None
    live = [row.id for row in rows if not row.undone]
    closed = select(FollowUpRow.action).where(col(FollowUpRow.closed_by_telling).in_(live))
    return Echo(
        head=rows[0].head_id or 0,
        parts=parts,
        promise=complaint.id if complaint and not complaint.promise_asked else None,
        promised=complaint.promised_day if complaint else None,
        joined=joined,
        answered=_day_of(session, numbers, Step.ANSWER) if any(map(_answers, parts)) else None,
        closed=tuple(session.exec(closed)),
    )


def _complains(part: Part) -> bool:
    return any(entry is not None and entry.kind is Kind.COMPLAINT for entry in part.told.entries)


def _concerns(part: Part) -> bool:
    """It brings news of an open complaint, or promises its customer an answer."""
    return _complains(part) or any(plan is not None and plan.answers for plan in part.told.follow_ups)


def _answers(part: Part) -> bool:
    return any(entry is not None and entry.answers is not None for entry in part.told.entries)


def _part(session: Session, row: TellingRow) -> Part:
    made = select(CustomerRow.name).where(col(CustomerRow.telling_id) == row.id)
    return Part(
        telling=row.id or 0,
        told=with_names(session, told_by(session, row)),
        undone=row.undone,
        new=frozenset(session.exec(made)),
        said=row.text,
        by=session.get_one(MemberRow, row.member_id).name,
        at=row.said_at,
    )


def _complaint(session: Session, tellings: list[int | None]) -> ComplaintRow | None:
    told = (
        select(ComplaintRow)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .where(col(EntryRow.telling_id).in_(tellings), col(EntryRow.live))
    )
    return session.exec(told.order_by(col(ComplaintRow.id))).first()


def _day_of(session: Session, tellings: list[int | None], *which: Step) -> date | None:
    """The day of the complaint that they took such a step of."""
    first = (
        select(col(EntryRow.on_day))
        .join(ComplaintRow, col(ComplaintRow.entry_id) == col(EntryRow.id))
        .join(ComplaintStepRow, col(ComplaintStepRow.complaint_id) == col(ComplaintRow.id))
        .where(col(ComplaintStepRow.telling_id).in_(tellings), col(ComplaintStepRow.live))
        .where(col(ComplaintStepRow.step).in_(which))
    )
    return session.exec(first.order_by(col(ComplaintStepRow.id))).first()


def last_undoable(session: Session, *, head: int) -> int | None:
    """The newest message of an echo that is not undone: what "undo" takes back."""
    live = select(TellingRow.id).where(col(TellingRow.head_id) == head, col(TellingRow.undone).is_(False))
    return session.exec(live.order_by(col(TellingRow.id).desc())).first()


def last_undone(session: Session, *, head: int) -> int | None:
    """The oldest message of an echo that is undone: what "redo" puts back."""
    undone = select(TellingRow.id).where(col(TellingRow.head_id) == head, col(TellingRow.undone))
    return session.exec(undone.order_by(col(TellingRow.id))).first()


def talked_of(session: Session, *, member: Member, moment: datetime) -> tuple[int, Party] | None:
    """The echo and the one customer of the member's last message, if that was within the last half hour."""
    recent = (
        select(TellingRow)
        .where(col(TellingRow.member_id) == member.id, col(TellingRow.said_at) <= moment)
        .where(col(TellingRow.said_at) >= moment - CONTEXT, col(TellingRow.undone).is_(False))
        # What a button told by itself has no echo that could be amended.
        .where(col(TellingRow.message_id) > 0)
    )
    row = session.exec(recent.order_by(col(TellingRow.said_at).desc(), col(TellingRow.id).desc())).first()
    parties = told_by(session, row).parties if row else ()
    return (row.head_id or 0, parties[0]) if row and len(parties) == 1 and parties[0].id else None


def parties(session: Session, *, head: int) -> tuple[Party, ...]:
    """List the customers that an echo speaks of."""
    shown = echo(session, head=head)
    told = [party for part in shown.parts if not part.undone for party in part.told.parties] if shown else []
    return tuple(dict.fromkeys(told))


def recent_parties(session: Session, *, member: Member, limit: int = 8) -> tuple[Party, ...]:
    """List the customers that the member told of last, each once."""
    told = select(TellingRow).where(col(TellingRow.member_id) == member.id, col(TellingRow.undone).is_(False))
    rows = session.exec(told.order_by(col(TellingRow.said_at).desc(), col(TellingRow.id).desc()).limit(4 * limit))
    seen = dict.fromkeys(party for row in rows for party in told_by(session, row).parties if party.id)
    return tuple(seen)[:limit]
