"""Puts what was done about feedback on record, takes it back, and finds it again by its update."""

from datetime import date

from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.kinds import Category
from sales.measures import Period
from sales.moments import local_day
from sales.people import Member
from sales.themes import ThemeAsked
from storage.company import people
from storage.company.audit import Subject, note
from storage.tables.themes import ThemeDoneRow


def keep(session: Session, *, about: ThemeAsked, words: str, arrival: int, by: Hand) -> None:
    row = ThemeDoneRow(
        category=about.category,
        first_day=about.period.first,
        last_day=about.period.last,
        note=words,
        member_id=by.member or 0,
        arrival=arrival,
        at=by.now,
    )
    session.add(row)
    session.flush()
    note(session, "theme.done", Subject("theme", row.id), by, words=words)


def take_back(session: Session, *, arrival: int, by: Hand) -> None:
    row = find(session, arrival)
    if row is not None and not row.undone:
        row.undone = True
        session.flush()
        note(session, "theme.undone", Subject("theme", row.id), by)


def find(session: Session, arrival: int) -> ThemeDoneRow | None:
    return session.exec(select(ThemeDoneRow).where(col(ThemeDoneRow.arrival) == arrival)).first()


def about_of(row: ThemeDoneRow) -> ThemeAsked:
    return ThemeAsked(Category(row.category), Period(row.first_day, row.last_day))


def done_since(session: Session, reader: Member, category: Category, first: date) -> date | None:
    """The day on which something was last done about it, by somebody of the same teams, on `first` or later."""
    rows = session.exec(
        select(ThemeDoneRow)
        .where(col(ThemeDoneRow.category) == category, col(ThemeDoneRow.undone).is_(False))
        .where(col(ThemeDoneRow.last_day) >= first)
        .order_by(col(ThemeDoneRow.at).desc(), col(ThemeDoneRow.id).desc())
    ).all()
    days = (local_day(row.at, reader.zone) for row in rows if _concerns(session, reader, row.member_id))
    return next((day for day in days if day >= first), None)


def _concerns(session: Session, reader: Member, doer: int) -> bool:
    """Whoever did it leads people whom the reader leads, too."""
    other = people.member(session, doer)
    if other is None or other.id == reader.id:
        return other is not None
    return other.sees_all or reader.sees_all or bool(other.leads & reader.leads)
