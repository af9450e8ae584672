"""The chain of seals over the audit trail: each holds the one before, so that nothing can be changed unnoticed."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.company.audit import digest_of
from storage.tables.events import EventDetailRow, EventRow
from storage.tables.settings import SettingRow

_HEAD = "audit_head"
_AT_A_TIME = 1000


@dataclass(frozen=True, slots=True)
class Head:
    """The newest sealed event: its place in the chain and its seal."""

    place: int = 0
    seal: str = ""


def oldest_unsealed(session: Session) -> datetime | None:
    """The moment of the first event that has no seal yet."""
    first = session.exec(_waiting(1)).first()
    return first.at if first else None


def seal_new(session: Session) -> Head | None:
    """Give the next events their places and seals; None: there were none.

    The order of sealing makes the chain, for ids of two replicas may become visible out of their order.
    """
    head, row = _locked_head(session)
    events = session.exec(_waiting(_AT_A_TIME)).all()
    if not events:
        return None
    for event in events:
        head = Head(head.place + 1, sealed(head.seal, event))
        event.place, event.seal = head.place, head.seal
        session.add(event)
    row.value = json.dumps([head.place, head.seal])
    session.add(row)
    session.flush()
    return head


def sealed(before: str, event: EventRow) -> str:
    """SHA-256 over the seal before, the event's fields and the digest of its words."""
    fields = [
        event.id,
        event.at.astimezone(UTC).isoformat(),
        event.member_id,
        event.action,
        event.subject,
        event.subject_id,
        event.words_digest,
    ]
    return hashlib.sha256(f"{before}\n{json.dumps(fields)}".encode()).hexdigest()


def first_broken(session: Session) -> int:
    """The place of the first event that was changed, put in or taken out since it was sealed; 0: the chain is whole."""
    here = Head()
    for event, detail in _chain(session):
        expected = Head(here.place + 1, sealed(here.seal, event))
        if (event.place, event.seal) != (expected.place, expected.seal) or not _says_the_same(event, detail):
            return expected.place
        here = expected
    head, _ = _head(session)
    return 0 if head == here else here.place + 1


def _says_the_same(event: EventRow, detail: EventDetailRow | None) -> bool:
    """Words that were erased say nothing against the event."""
    return detail is None or digest_of(detail.words, detail.salt) == event.words_digest


def _chain(session: Session) -> Iterator[tuple[EventRow, EventDetailRow | None]]:
    """A thousand at a time, so that the memory stays flat."""
    wanted = (
        select(EventRow, EventDetailRow)
        .join(EventDetailRow, col(EventDetailRow.event_id) == col(EventRow.id), isouter=True)
        .where(col(EventRow.place).is_not(None))
        .order_by(col(EventRow.place))
        .limit(_AT_A_TIME)
        .execution_options(populate_existing=True)
    )
    page = session.exec(wanted).all()
    while page:
        yield from page
        page = session.exec(wanted.where(col(EventRow.place) > page[-1][0].place)).all()


def _waiting(limit: int) -> SelectOfScalar[EventRow]:
    return select(EventRow).where(col(EventRow.place).is_(None)).order_by(col(EventRow.id)).limit(limit)


def _locked_head(session: Session) -> tuple[Head, SettingRow]:
    """No other replica seals before we are through."""
    head, row = _head(session, lock=True)
    return head, row or SettingRow(name=_HEAD, value="")


def _head(session: Session, *, lock: bool = False) -> tuple[Head, SettingRow | None]:
    wanted = select(SettingRow).where(col(SettingRow.name) == _HEAD)
    row = session.exec(
        wanted.with_for_update() if lock else wanted, execution_options={"populate_existing": True}
    ).first()
    return (Head(*json.loads(row.value)), row) if row else (Head(), None)
