"""Reads what came after a member's last digest, of the days that it told of."""

from datetime import datetime, timedelta

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from sales.comments import EntryPlace
from sales.digests import Pace, read_asked
from sales.kinds import Kind
from sales.late_news import Evening, LateLine, LateNews
from sales.people import Member
from storage.cards.visibility import entry_visible
from storage.queues.queue import State
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow
from storage.tables.queues import OutboxRow
from storage.tables.tellings import EntryRow, RevisionRow

_SHOWN = 8
_LONG_AGO = timedelta(days=5)
"""A digest from before a long weekend is remembered, an older one is not."""
_OF_EVENINGS = {Pace.DAY, Pace.WEEK}


def last_evening(session: Session, member: Member, now: datetime) -> Evening | None:
    """The last digest of a day or a week that came by itself; None where a morning has told of it since."""
    keys = col(OutboxRow.key)
    put = (
        select(OutboxRow)
        .where(col(OutboxRow.member_id) == member.id, col(OutboxRow.due_at) >= now - _LONG_AGO)
        .where(or_(keys.startswith("digest:"), keys.startswith("late_news:")))
        .order_by(col(OutboxRow.due_at).desc(), col(OutboxRow.id).desc())
    )
    for row in session.exec(put):
        if row.kind == "late_news" or row.settled_at is None:
            return None
        if row.kind == "digest" and (asked := read_asked(row.facts)).pace in _OF_EVENINGS:
            return Evening(asked.period.last, asked.period, row.settled_at, row.state == State.SENT)
    return None


def late_news(session: Session, reader: Member, evening: Evening) -> LateNews:
    """What others told and was put on record since then, the newest first.

    Said before, but heard after it: so it is where there was no net, or the bot was away.
    """
    asked = (
        col(EntryRow.on_day).between(evening.period.first, evening.period.last),
        col(EntryRow.kind).in_([kind.value for kind in Kind]),
        col(EntryRow.live),
        col(EntryRow.member_id) != reader.id,
        col(RevisionRow.number) == 1,
        col(RevisionRow.at) > evening.since,
        entry_visible(reader),
    )
    rows = session.exec(
        select(EntryRow, CustomerRow.name, MemberRow.name)
        .join(RevisionRow, col(RevisionRow.telling_id) == col(EntryRow.telling_id))
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
        .join(MemberRow, col(MemberRow.id) == col(EntryRow.member_id))
        .where(*asked)
        .order_by(col(RevisionRow.at).desc(), col(EntryRow.id).desc())
        .limit(_SHOWN)
    )
    lines = [LateLine(EntryPlace(row.telling_id, row.slot), Kind(row.kind), name, by) for row, name, by in rows]
    if len(lines) < _SHOWN:
        return LateNews(evening, tuple(lines))
    counted = (
        select(func.count())
        .select_from(EntryRow)
        .join(RevisionRow, col(RevisionRow.telling_id) == col(EntryRow.telling_id))
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
    )
    return LateNews(evening, tuple(lines), session.exec(counted.where(*asked)).one() - len(lines))
