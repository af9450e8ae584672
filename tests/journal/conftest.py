"""A team of one, a journal, and a few words to tell it."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from sales.drafts import Draft
from sales.kinds import Kind
from sales.people import Member, Place, Role
from sales.tellings import Entry, Party, Telling
from storage.company.people import ensure_company
from storage.store import Session
from storage.tables.people import MemberRow, MembershipRow
from storage.told.journal import By

MONDAY = datetime(2026, 3, 2, 2, tzinfo=UTC)
SINGAPORE = ZoneInfo("Asia/Singapore")


@pytest.fixture
def anna(session: Session) -> Member:
    return employ(session)


def employ(session: Session) -> Member:
    """Anna, a rep of the team East."""
    team = ensure_company(session, name="East", zone=SINGAPORE.key)
    row = MemberRow(name="Anna", telegram_id=7, chat_id=7, language="en", zone=SINGAPORE.key)
    session.add(row)
    session.flush()
    session.add(MembershipRow(member_id=row.id or 0, team_id=team, role="rep"))
    session.flush()
    return Member(row.id or 0, "Anna", 7, "en", SINGAPORE, (Place(Role.REP, team, frozenset({team})),))


@pytest.fixture
def by(anna: Member) -> By:
    return By(anna, MONDAY, time(9))


def draft(*entries: Entry, message: int = 1) -> Draft:
    """What a message told, ready to be recorded."""
    return Draft(chat=7, message=message, moment=MONDAY, text="as it was said", telling=Telling(entries))


def visit(customer: str | Party = "Acme", on: date = date(2026, 3, 2)) -> Entry:
    return Entry(Kind.VISIT, customer if isinstance(customer, Party) else Party(customer), on)
