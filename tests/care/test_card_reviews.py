"""Once a week whoever leads a team is told how many cards of whom are to be looked at: on both engines."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, select

from sales.drafts import Draft
from sales.hands import Hand
from sales.kinds import Category, Kind, Severity
from sales.people import Member, Role
from sales.tellings import Entry, Party, Telling
from storage.card_reviews import keeping
from storage.care import reminders
from storage.care.planners import PLANNERS
from storage.care.planning.look import Look
from storage.care.views import ABOUT
from storage.company.habits import keep_kind
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.facts import FactRow
from storage.told import journal
from tests.reminders.office import DAY, MONDAY, REMIND_AT, TODAY, hire

LONG_AGO = MONDAY - 900 * DAY


@pytest.fixture
def anna(session: Session) -> Member:
    return hire(session, "Anna")


@pytest.fixture
def boris(session: Session) -> Member:
    return hire(session, "Boris", role=Role.MANAGER)


def known(session: Session, owner: Member, name: str, grade: str = "A", *, stale: bool = False) -> Party:
    row = CustomerRow(name=name, owner_id=owner.id, team_id=owner.team, created_at=MONDAY, grade=grade)
    session.add(row)
    session.flush()
    said = LONG_AGO if stale else MONDAY
    fact = {"customer_id": row.id, "field": "grade", "value": grade, "source": "text", "at": said}
    session.add(FactRow.model_validate(fact))
    session.flush()
    return Party(name, row.id)


def complained(session: Session, anna: Member, party: Party) -> None:
    entry = Entry(Kind.COMPLAINT, party, TODAY, "pump broken", category=Category.QUALITY, severity=Severity.NORMAL)
    draft = Draft(
        chat=anna.chat or 0, message=700, moment=MONDAY, text="pump broken", telling=Telling(entries=(entry,))
    )
    journal.record(session, draft=draft, by=journal.By(anna, MONDAY, REMIND_AT))


def planned(session: Session, today: date = TODAY) -> list[str]:
    found = list(PLANNERS["card_review"](session, Look(MONDAY + (today - TODAY), today, ZoneInfo("UTC"))))
    reminders.plan(session, found)
    return [one.occasion for one in found]


def shown(session: Session, member: Member) -> list[dict[str, Any]]:
    """What the reminders say to this member, as long as they have a point."""
    rows = session.exec(
        select(ReminderRow).where(col(ReminderRow.member_id) == member.id).order_by(col(ReminderRow.id))
    )
    return [dict(about) for row in rows if (about := ABOUT[row.kind](session, row))]


def test_how_many_of_whom_are_to_be_looked_at(session: Session, anna: Member, boris: Member) -> None:
    known(session, anna, "Acme Tools", stale=True)
    known(session, anna, "Fresh Fish")
    known(session, anna, "Beta Bolts", "B", stale=True)
    complained(session, anna, known(session, anna, "Zenith"))
    known(session, boris, "His Own", stale=True)
    assert planned(session) == ["2026-03-02"]
    assert shown(session, boris) == [{"count": 3, "reps": [("Anna", 3)]}]
    assert shown(session, anna) == []


def test_once_a_week(session: Session, anna: Member, boris: Member) -> None:
    known(session, anna, "Acme Tools", stale=True)
    days = [planned(session, TODAY + timedelta(days=number)) for number in range(9)]
    assert days == [["2026-03-02"], *[[]] * 5, ["2026-03-09"], ["2026-03-09"], []]
    assert len(shown(session, boris)) == 2


@pytest.mark.usefixtures("boris")
def test_nothing_to_look_at_is_no_line(session: Session, anna: Member) -> None:
    known(session, anna, "Fresh Fish", "B")
    assert planned(session) == []


def test_whose_turn_it_is_comes_for_who_turned_it_on_alone(session: Session, anna: Member, boris: Member) -> None:
    known(session, anna, "Fresh Fish")
    assert planned(session) == []
    keep_kind(session, member=boris.id, kind="card_review", wanted=True)
    assert planned(session) == ["2026-03-02"]


def test_who_leads_no_a_customers_reads_of_complaints_elsewhere(session: Session, anna: Member, boris: Member) -> None:
    complained(session, anna, known(session, anna, "Zenith", "B"))
    assert (planned(session), shown(session, boris)) == ([], [])


def test_who_does_not_want_it_or_leads_nobody_has_none(session: Session, anna: Member) -> None:
    carla = hire(session, "Carla", role=Role.MANAGER)
    keep_kind(session, member=carla.id, kind="card_review", wanted=False)
    keep_kind(session, member=anna.id, kind="card_review", wanted=True)
    known(session, anna, "Acme Tools", stale=True)
    assert planned(session) == []


def test_it_goes_when_all_were_looked_at(session: Session, anna: Member, boris: Member) -> None:
    known(session, anna, "Acme Tools", stale=True)
    planned(session)
    keeping.draw(session, boris, TODAY)
    assert shown(session, boris) == [{"count": 1, "reps": [("Anna", 1)]}]
    (row,) = keeping.of_week(session, boris.id, TODAY)
    keeping.note_good(session, row.id or 0, Hand(boris.id, MONDAY))
    assert shown(session, boris) == []
