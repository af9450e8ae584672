"""Whose customers spoke of something, and in which words."""

import re
from collections.abc import Iterator

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from sales.kinds import Kind, Sentiment
from sales.people import Member
from sales.rights import Part
from sales.themes import QUOTED, Asker, ThemeAsked, ThemeDone, ThemeNews
from storage.cards.visibility import visible
from storage.company import people
from storage.company.covers import covers_of
from storage.tables.customers import CustomerRow
from storage.tables.tellings import EntryRow
from storage.themes.keeping import about_of, find

_HAN = re.compile(r"[一-鿿]")


def to_tell(session: Session, by: Member, about: ThemeAsked) -> list[Member]:
    """The owners of customers who asked, or who stands in for them, as far as they can be written to."""
    asked = (
        select(CustomerRow.owner_id)
        .join(EntryRow, col(EntryRow.customer_id) == col(CustomerRow.id))
        .where(visible(by, Part.ENTRIES), col(CustomerRow.owner_id).is_not(None), *_spoke(about))
        .distinct()
    )
    owners = {owner for owner in session.exec(asked) if owner is not None}
    covers = covers_of(session, owners)
    whom = {covers.get(owner, owner) for owner in owners}
    return [one for one in people.members(session) if one.id in whom and one.chat is not None]


def news(session: Session, reader: Member, arrival: int) -> ThemeNews | None:
    """None: there is no such thing, or none of the reader's customers asked for it (any more)."""
    row = find(session, arrival)
    doer = people.member(session, row.member_id) if row else None
    if row is None or doer is None:
        return None
    askers = list(_askers(session, reader, doer, about_of(row)))
    if not askers:
        return None
    shown = ThemeDone(row.arrival, about_of(row), row.note, undone=row.undone)
    return ThemeNews(shown, doer.name, tuple(askers[:QUOTED]), max(0, len(askers) - QUOTED))


def done_by(session: Session, reader: Member, arrival: int) -> ThemeDone | None:
    """As who did it reads it; None: it was somebody else."""
    row = find(session, arrival)
    if row is None or row.member_id != reader.id:
        return None
    told = tuple(member.name for member in to_tell(session, reader, about_of(row)))
    return ThemeDone(row.arrival, about_of(row), row.note, told, undone=row.undone)


def _askers(session: Session, reader: Member, doer: Member, about: ThemeAsked) -> Iterator[Asker]:
    """Each customer once, with what they said last."""
    rows = session.exec(
        select(CustomerRow.id, CustomerRow.name, EntryRow.text)
        .join(EntryRow, col(EntryRow.customer_id) == col(CustomerRow.id))
        .where(visible(doer, Part.ENTRIES), visible(reader, Part.ENTRIES), *_spoke(about))
        .where(col(CustomerRow.owner_id).in_([reader.id, *sorted(reader.covers)]))
        .order_by(col(EntryRow.on_day).desc(), col(EntryRow.id).desc())
    )
    found: set[int] = set()
    for number, name, words in rows:
        if number is not None and number not in found:
            found.add(number)
            yield Asker(number, name, words, "zh" if _HAN.search(name) else "en")


def _spoke(about: ThemeAsked) -> tuple[ColumnElement[bool], ...]:
    """Praise asks for nothing."""
    feels = col(EntryRow.sentiment)
    return (
        col(EntryRow.live).is_(True),
        col(EntryRow.kind) == Kind.FEEDBACK,
        col(EntryRow.category) == about.category,
        col(EntryRow.on_day).between(about.period.first, about.period.last),
        feels.is_(None) | (feels != Sentiment.POSITIVE),
    )
