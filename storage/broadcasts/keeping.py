"""Puts on record what was said to a team, who was told and who read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from sales.hands import Hand
from storage.company.audit import Subject, note
from storage.tables.broadcasts import BroadcastReaderRow, BroadcastRow


@dataclass(frozen=True, slots=True)
class NewBroadcast:
    """Words to a team; `arrival` is the number of the update by which they were sent."""

    team: int
    text: str
    arrival: int


def keep(session: Session, broadcast: NewBroadcast, readers: Iterable[int], by: Hand) -> None:
    """On the trail, without the words."""
    row = BroadcastRow(
        member_id=by.member or 0, team_id=broadcast.team, text=broadcast.text, arrival=broadcast.arrival, at=by.now
    )
    session.add(row)
    session.flush()
    session.add_all(BroadcastReaderRow(broadcast_id=row.id or 0, member_id=one) for one in sorted(set(readers)))
    session.flush()
    note(session, "team.told", Subject("team", broadcast.team), by)


def find(session: Session, arrival: int) -> BroadcastRow | None:
    return session.exec(select(BroadcastRow).where(col(BroadcastRow.arrival) == arrival)).first()


def readers(session: Session, broadcast: BroadcastRow) -> list[BroadcastReaderRow]:
    there = select(BroadcastReaderRow).where(col(BroadcastReaderRow.broadcast_id) == broadcast.id)
    return list(session.exec(there.order_by(col(BroadcastReaderRow.member_id))))


def reader(session: Session, broadcast: BroadcastRow, member: int) -> BroadcastReaderRow | None:
    """None: it was not meant for them."""
    return session.get(BroadcastReaderRow, (broadcast.id or 0, member))


def note_read(session: Session, arrival: int, by: Hand) -> None:
    row = find(session, arrival)
    told = reader(session, row, by.member or 0) if row else None
    if told is not None and told.read_at is None:
        told.read_at = by.now
        session.flush()


def note_reminded(session: Session, arrival: int, now: datetime) -> None:
    row = find(session, arrival)
    if row is not None:
        row.reminded_at = now
        session.flush()
