"""Tellings on record: every message keeps its revisions, and the cards show what the latest one says."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from sqlalchemy import or_
from sqlmodel import Session, col, select

from sales.drafts import Draft
from sales.hands import Hand
from sales.kinds import Kind
from sales.people import Member
from sales.tellings import NOTHING_TOLD, Source, Telling
from storage.cards.living import living_telling
from storage.cards.parties import settle, withdraw_unused
from storage.plans.recurring import advance, turn_back
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import RevisionRow, TellingRow
from storage.told.bodies import TELLINGS
from storage.told.projection import project

_A_MONTH = timedelta(days=31)
"""A plan that is older was forgotten, and has not come about by a visit now."""


@dataclass(frozen=True, slots=True)
class By:
    """Who changes a telling and when; `remind_at` is the local time of reminders for days without a clock time."""

    member: Member
    now: datetime
    remind_at: time


@dataclass(frozen=True, slots=True)
class Revision:
    """A new state of a telling. `text` None keeps the words."""

    told: Telling
    source: Source
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """A telling as it stands on record. `card` is the outbox key of the message that shows its echo."""

    id: int
    head: int
    chat: int
    message: int
    member: int
    moment: datetime
    card: str
    undone: bool
    told: Telling


def find(session: Session, telling: int) -> Recorded | None:
    """Find a telling by its id."""
    row = session.get(TellingRow, telling)
    return _recorded(session, row) if row else None


def by_message(session: Session, chat: int, message: int) -> Recorded | None:
    """Find the telling that a message of a chat made."""
    row = _row(session, chat, message)
    return _recorded(session, row) if row else None


def _recorded(session: Session, row: TellingRow) -> Recorded:
    return Recorded(
        id=row.id or 0,
        head=row.head_id or 0,
        chat=row.chat_id,
        message=row.message_id,
        member=row.member_id,
        moment=row.said_at,
        card=row.card,
        undone=row.undone,
        told=told_by(session, row),
    )


def record(session: Session, *, draft: Draft, by: By) -> int:
    """Put a message on record and return its id; a message that is there already is left as it is."""
    there = _row(session, draft.chat, draft.message)
    if there is not None:
        return there.id or 0
    row = TellingRow(
        chat_id=draft.chat,
        message_id=draft.message,
        member_id=by.member.id,
        said_at=draft.moment,
        zone=by.member.zone.key,
        text=draft.text,
        card=draft.card,
    )
    session.add(row)
    session.flush()
    row.head_id = draft.head or row.id
    _revise(session, row, Revision(draft.telling, draft.source), by)
    for closed in dict.fromkeys([draft.closes, *_visited(session, row)]):
        _close(session, closed, row, by)
    return row.id or 0


def amend(session: Session, *, telling: int, revision: Revision, by: By) -> None:
    """Give a telling a new revision.

    An amendment after an undo is kept in the history; the telling stays undone.
    """
    _revise(session, session.get_one(TellingRow, telling), revision, by)


def undo(session: Session, *, telling: int, by: By) -> None:
    """Take everything that a telling stored off the cards; twice does no harm."""
    _turn(session, telling, by, undone=True)


def redo(session: Session, *, telling: int, by: By) -> None:
    """Put an undone telling back as it was."""
    _turn(session, telling, by, undone=False)


def _turn(session: Session, telling: int, by: By, *, undone: bool) -> None:
    row = session.get_one(TellingRow, telling)
    if row.undone is undone:
        return
    told = told_by(session, row)
    row.undone = undone
    _append(session, row, Revision(told, Source.UNDO if undone else Source.REDO), by)
    shown = NOTHING_TOLD if undone else told
    project(session, row, shown, before=told, at=(by.now, None))
    withdraw_unused(session, telling, shown)
    _reopen(session, telling, reopen=undone)


def _revise(session: Session, row: TellingRow, revision: Revision, by: By) -> None:
    before = told_by(session, row)
    settled = settle(session, revision.told, member=by.member, telling=row, now=by.now)
    row.text = row.text if revision.text is None else revision.text
    _append(session, row, replace(revision, told=settled), by)
    if not row.undone:
        project(session, row, settled, before=before, at=(by.now, by.remind_at))
    if not row.is_new:
        withdraw_unused(session, row.id or 0, NOTHING_TOLD if row.undone else settled)


def _append(session: Session, row: TellingRow, revision: Revision, by: By) -> None:
    row.revision += 1
    session.add(
        RevisionRow(
            telling_id=row.id or 0,
            number=row.revision,
            at=by.now,
            member_id=by.member.id,
            source=revision.source,
            text=row.text,
            body=TELLINGS.write(revision.told),
        )
    )


def told_by(session: Session, row: TellingRow) -> Telling:
    """What the telling says in its latest revision, undone or not."""
    if not row.revision:
        return NOTHING_TOLD
    newest = select(RevisionRow.body).where(
        col(RevisionRow.telling_id) == row.id, col(RevisionRow.number) == row.revision
    )
    body = session.exec(newest).first()
    return living_telling(session, TELLINGS.read(body)) if body else NOTHING_TOLD


def _row(session: Session, chat: int, message: int) -> TellingRow | None:
    told = select(TellingRow).where(col(TellingRow.chat_id) == chat, col(TellingRow.message_id) == message)
    return session.exec(told).first()


def _visited(session: Session, row: TellingRow) -> list[int | None]:
    """The visits that were planned, and are told of by this message."""
    made = [one for one in told_by(session, row).entries if one and one.kind is Kind.VISIT and not one.attempt]
    found: list[int | None] = []
    for visit in made:
        planned = select(FollowUpRow.id).where(
            col(FollowUpRow.customer_id) == (visit.customer.id if visit.customer else None),
            col(FollowUpRow.state) == "open",
            col(FollowUpRow.purpose) == "visit",
            col(FollowUpRow.telling_id) != row.id,
            or_(col(FollowUpRow.owner_id) == row.member_id, col(FollowUpRow.given_to) == row.member_id),
            col(FollowUpRow.day).between(visit.on - _A_MONTH, visit.on),
        )
        found += session.exec(planned.order_by(col(FollowUpRow.day), col(FollowUpRow.id))).all()
    return found


def _close(session: Session, follow_up: int | None, row: TellingRow, by: By) -> None:
    """The follow-up that this message answers is done; one that comes again goes on to its next time."""
    waiting = session.get(FollowUpRow, follow_up) if follow_up else None
    if waiting is not None and waiting.state == "open":
        if not advance(session, waiting, deed="done", remind_at=by.remind_at, by=Hand(by.member.id, by.now)):
            waiting.state, waiting.closed_at = "done", by.now
        waiting.closed_by_telling = row.id


def _reopen(session: Session, telling: int, *, reopen: bool) -> None:
    """An undone answer leaves the follow-up open again."""
    for row in session.exec(select(FollowUpRow).where(col(FollowUpRow.closed_by_telling) == telling)):
        if row.rule and row.was_day:
            turn_back(row)
        else:
            row.state = "open" if reopen else "done"
