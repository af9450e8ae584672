"""Finds the logs after which a fact may be asked for: of somebody just met, the rep's last word, nothing urgent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exists, func
from sqlmodel import Session, col, select

from sales.fact_questions import DAY, has_enough
from sales.kinds import CONTACTS, Kind
from sales.people import Member
from storage.company import asked
from storage.freshness import asking
from storage.tables.followups import DraftRow, FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import EntryRow, TellingRow
from storage.told.log_hints import asked_to_tell

PAUSE = timedelta(seconds=15)
"""The echo is read first; a rep who writes on in the meantime is not interrupted."""
TOO_LATE = timedelta(minutes=2)
"""By then the rep has left: what was told while the bot was away is not asked about."""
AT_ONCE = 200
"""The most logs of one look; the next one takes those that follow."""


_OF_A_DAY = 20


@dataclass(frozen=True, slots=True)
class Log:
    """A message on record, and whose it is."""

    telling: int
    member: int
    chat: int
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Logs:
    """The logs to look at, and up to which id everything is looked at then."""

    logs: tuple[Log, ...]
    upto: int


def newest(session: Session) -> int:
    """The id of the last log on record."""
    return session.exec(select(func.max(col(TellingRow.id)))).one() or 0


def ripe(session: Session, *, after: int, now: datetime) -> Logs:
    """Those behind `after` that were stored a moment ago, and that nothing of the same rep follows."""
    later = select(TellingRow.id).where(col(TellingRow.id) > after).order_by(col(TellingRow.id)).limit(AT_ONCE)
    rows = session.exec(select(TellingRow).where(col(TellingRow.id).in_(later)).order_by(col(TellingRow.id))).all()
    unripe = next((place for place, row in enumerate(rows) if row.said_at > now - PAUSE), len(rows))
    looked = rows[:unripe]
    last = {row.member_id: row for row in looked if row.said_at > now - TOO_LATE}
    found = (row for row in last.values() if not row.undone and not _wrote_on(session, row))
    logs = tuple(Log(row.id or 0, row.member_id, row.chat_id, row.said_at) for row in found)
    return Logs(logs, looked[-1].id or 0 if looked else after)


def _wrote_on(session: Session, row: TellingRow) -> bool:
    newer = select(TellingRow.id).where(
        col(TellingRow.member_id) == row.member_id,
        col(TellingRow.said_at) >= row.said_at,
        col(TellingRow.id) > row.id,
    )
    return session.exec(newer.limit(1)).first() is not None


def customers_of(session: Session, log: Log) -> Sequence[int]:
    """Who was visited or called; nobody where the card speaks of a complaint, which is what matters then."""
    head = select(TellingRow.head_id).where(col(TellingRow.id) == log.telling).scalar_subquery()
    shown = (
        select(EntryRow)
        .join(TellingRow, col(TellingRow.id) == col(EntryRow.telling_id))
        .where(col(TellingRow.head_id) == head, col(EntryRow.live))
        .order_by(col(EntryRow.slot))
    )
    entries = session.exec(shown).all()
    if any(entry.kind == Kind.COMPLAINT for entry in entries):
        return ()
    own = (entry for entry in entries if entry.telling_id == log.telling)
    met = [entry.customer_id for entry in own if entry.kind in CONTACTS and not entry.attempt and entry.customer_id]
    return list(dict.fromkeys(met))


def is_busy(session: Session, member: Member, log: Log, now: datetime) -> bool:
    """Whether something else waits for the member's answer, or they were asked enough, or want no questions."""
    return is_occupied(session, member, log, now) or _answers_reminder(session, log)


def is_occupied(session: Session, member: Member, log: Log, now: datetime) -> bool:
    """Whatever the log did."""
    return (
        log.chat != member.chat
        or not _wants(session, member)
        or _has_draft(session, member)
        or asked.open_question(session, member=member.id, now=now) is not None
        or asked_to_tell(session, chat=log.chat, moment=now) is not None
        or has_enough(asking.of_member(session, member.id, since=now - DAY), now)
    )


def between(session: Session, member: Member, since: datetime, until: datetime) -> list[Log]:
    """What the member told in that time and did not take back, the newest first."""
    told = select(TellingRow).where(
        col(TellingRow.member_id) == member.id,
        col(TellingRow.said_at) >= since,
        col(TellingRow.said_at) < until,
        col(TellingRow.undone).is_(False),
    )
    rows = session.exec(told.order_by(col(TellingRow.id).desc()).limit(_OF_A_DAY))
    return [Log(row.id or 0, row.member_id, row.chat_id, row.said_at) for row in rows]


def _answers_reminder(session: Session, log: Log) -> bool:
    """Whoever did what they were reminded of was interrupted once already."""
    closed = exists().where(col(FollowUpRow.closed_by_telling) == log.telling)
    return session.exec(select(closed)).one()


def _wants(session: Session, member: Member) -> bool:
    row = session.get_one(MemberRow, member.id)
    return row.asked_for_facts and row.reachable


def _has_draft(session: Session, member: Member) -> bool:
    waiting = exists().where(col(DraftRow.member_id) == member.id, col(DraftRow.state).in_(["open", "queued"]))
    return session.exec(select(waiting)).one()
