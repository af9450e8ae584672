"""Puts comments on record, and finds them again by the update that they came with."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from sales.comments import EntryPlace
from sales.hands import Hand
from storage.company.audit import Subject, note
from storage.tables.comments import CommentRow


@dataclass(frozen=True, slots=True)
class NewComment:
    """Words for somebody about an entry; without words it is thanks. `arrival` is the number of the update."""

    place: EntryPlace
    to: int
    text: str
    arrival: int
    answers: int | None = None


def keep(session: Session, comment: NewComment, by: Hand) -> None:
    """On the trail, without its words: they stand with the entry."""
    place = comment.place
    row = CommentRow(
        telling_id=place.telling,
        slot=place.slot,
        member_id=by.member or 0,
        to_id=comment.to,
        text=comment.text,
        answers_id=comment.answers,
        arrival=comment.arrival,
        at=by.now,
    )
    session.add(row)
    session.flush()
    note(session, "telling.commented" if comment.text else "telling.thanked", Subject("telling", place.telling), by)


def find(session: Session, arrival: int) -> CommentRow | None:
    return session.exec(select(CommentRow).where(col(CommentRow.arrival) == arrival)).first()


@dataclass(frozen=True, slots=True)
class Heard:
    """A comment of `by` that somebody was told."""

    id: int
    place: EntryPlace
    by: int


def addressed(session: Session, member: int, comment: int) -> Heard | None:
    """A comment that is meant for this member."""
    return _heard(session.get(CommentRow, comment), member)


def came_by(session: Session, member: int, arrival: int) -> Heard | None:
    """The comment of that update, if it is meant for this member."""
    return _heard(find(session, arrival), member)


def _heard(row: CommentRow | None, member: int) -> Heard | None:
    if row is None or row.to_id != member:
        return None
    return Heard(row.id or 0, EntryPlace(row.telling_id, row.slot), row.member_id)


def has_thanked(session: Session, member: int, place: EntryPlace) -> bool:
    there = select(CommentRow.id).where(
        col(CommentRow.telling_id) == place.telling,
        col(CommentRow.slot) == place.slot,
        col(CommentRow.member_id) == member,
        col(CommentRow.text) == "",
    )
    return session.exec(there).first() is not None
