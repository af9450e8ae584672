"""What is said of a birthday or of another day to greet on: the person, and what was really told of them."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from sales.birthdays import age_on, falls_on
from sales.kinds import CONTACTS, Calendar, Kind, Sentiment
from storage.care.about.company_days import company_day
from storage.complaints.joining import open_ones
from storage.tables.care import ReminderRow
from storage.tables.customers import ContactRow
from storage.tables.facts import FactRow
from storage.tables.tellings import EntryContactRow, EntryRow

_YEAR = timedelta(days=365)
_HAN = re.compile(r"[\u3400-\u9fff]")
_LANGUAGES = {"en": re.compile(r"\benglish\b|英语|英文", re.IGNORECASE), "zh": re.compile(r"\bchinese\b|中文|汉语")}
_SPEAKS = ("preferences", "likes")


def birthday(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: the person is gone, wants no greetings, or another day was told since."""
    person = session.get(ContactRow, row.subject_id)
    if person is None or not _to_greet(person) or not person.birthday:
        return None
    calendar = Calendar(person.calendar) if person.calendar else None
    if not falls_on(person.birthday, calendar, row.day):
        return None
    told = {
        "birthday": person.birthday,
        "calendar": person.calendar or "",
        "age": age_on(person.birthday, calendar, row.day),
    }
    return {**told, **_person(session, person, row)}


def anniversary(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: it was taken back, or the person is gone or wants no greetings."""
    fact = session.get(FactRow, row.subject_id)
    if fact is not None and fact.contact_id is None:
        return company_day(session, row, fact) if fact.live else None
    person = session.get(ContactRow, fact.contact_id) if fact and fact.contact_id else None
    if fact is None or person is None or not fact.live or not _to_greet(person):
        return None
    return {"since": fact.value, "years": row.day.year - int(fact.value[:4]), **_person(session, person, row)}


def _to_greet(person: ContactRow) -> bool:
    return person.greetings and not person.withdrawn


def _person(session: Session, person: ContactRow, row: ReminderRow) -> Mapping[str, Any]:
    likes = _told(session, person, "likes")
    return {
        "name": person.name,
        "phone": person.phone or "",
        "language": _language(session, person),
        "likes": likes[0] if likes else "",
        "met": _met(session, person, row),
        "said": _glad_of(session, person, row),
    }


def _told(session: Session, person: ContactRow, *fields: str) -> list[str]:
    """Of the person and of the customer, the newest first."""
    about = (col(FactRow.contact_id) == person.id) | col(FactRow.contact_id).is_(None)
    facts = select(FactRow.value).where(
        col(FactRow.customer_id) == person.customer_id, about, col(FactRow.field).in_(fields), col(FactRow.live)
    )
    return list(session.exec(facts.order_by(col(FactRow.at).desc(), col(FactRow.id).desc())))


def _language(session: Session, person: ContactRow) -> str:
    """As they were said to prefer it, else by the script of their name."""
    for words in _told(session, person, *_SPEAKS):
        for language, spoken in _LANGUAGES.items():
            if spoken.search(words):
                return language
    return "zh" if _is_chinese(person.name) else "en"


def _is_chinese(words: str) -> bool:
    return _HAN.search(words) is not None


def _met(session: Session, person: ContactRow, row: ReminderRow) -> str:
    """The day on which they were last visited or called, not longer ago than a year."""
    met = _taken_part(person, row).where(col(EntryRow.kind).in_(sorted(CONTACTS)), col(EntryRow.attempt).is_(False))
    entry = session.exec(met.limit(1)).first()
    return entry.on_day.isoformat() if entry else ""


def _glad_of(session: Session, person: ContactRow, row: ReminderRow) -> str:
    """The last good thing that they said, word by word as it was told; none while a complaint of theirs is open."""
    if open_ones(session, person.customer_id, but=(0, 0)):
        return ""
    said = _taken_part(person, row).where(
        col(EntryRow.kind) == Kind.FEEDBACK, col(EntryRow.sentiment) == Sentiment.POSITIVE, col(EntryRow.text) != ""
    )
    entry = session.exec(said.limit(1)).first()
    return entry.text if entry else ""


def _taken_part(person: ContactRow, row: ReminderRow) -> SelectOfScalar[EntryRow]:
    return (
        select(EntryRow)
        .join(EntryContactRow, col(EntryContactRow.entry_id) == col(EntryRow.id))
        .where(
            col(EntryContactRow.contact_id) == person.id,
            col(EntryRow.live),
            col(EntryRow.on_day) <= row.day,
            col(EntryRow.on_day) > row.day - _YEAR,
        )
        .order_by(col(EntryRow.on_day).desc(), col(EntryRow.id).desc())
    )
