"""Which agenda a chat shows, and who heard something since: the card follows what was told and done."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, func, select

from sales.people import Member
from storage.care.daily_hours import MORNING, WRAP
from storage.queues.outbox import Shown, key_of, message_of
from storage.tables.queues import OutboxRow

KINDS = ("morning", "agenda")


@dataclass(frozen=True, slots=True)
class Heard:
    """Up to which message was looked, and to whom anything was sent since the look before."""

    upto: int
    members: frozenset[int]


def newest(session: Session) -> int:
    return session.exec(select(func.max(OutboxRow.id))).one() or 0


def heard_since(session: Session, after: int) -> Heard:
    """Whoever tells or taps is answered: that is the sign that their agenda may read otherwise."""
    rows = session.exec(
        select(OutboxRow.id, OutboxRow.member_id, OutboxRow.kind)
        .where(col(OutboxRow.id) > after)
        .order_by(col(OutboxRow.id))
    ).all()
    upto = max((number or 0 for number, _, _ in rows), default=after)
    return Heard(upto, frozenset(member for _, member, kind in rows if member is not None and kind not in KINDS))


def wrap_card(session: Session, member: Member, day: date) -> Shown | None:
    """The evening's wrap of that day, once it is in the chat."""
    number = message_of(session, WRAP.key(day, member.id))
    shown = key_of(session, member.chat, number) if number is not None and member.chat is not None else None
    return shown if shown and shown.kind == "wrap" else None


def last_card(session: Session, member: Member, day: date) -> Shown | None:
    """The newest agenda in their chat, from the morning's on; None: there is none, or a line is open in its place."""
    first = message_of(session, MORNING.key(day, member.id))
    if first is None or member.chat is None:
        return None
    newest = select(func.max(OutboxRow.message_id)).where(
        col(OutboxRow.lane) == member.chat, col(OutboxRow.message_id) >= first, col(OutboxRow.kind).in_(KINDS)
    )
    number = session.exec(newest).one()
    shown = key_of(session, member.chat, number) if number else None
    return shown if shown and shown.kind in KINDS else None
