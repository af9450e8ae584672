"""What is asked in the evening, once all is told, and that it is one thing."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from reminders import evening_questions
from reminders.evening_questions import Question, question
from reminders.fact_questions import look
from reminders.fact_questions import put as put_facts
from sales.drafts import Draft
from sales.tellings import Telling
from storage.tables.facts import FactAskedRow
from storage.tables.followups import DraftRow
from storage.tables.people import MemberRow
from storage.told import drafts
from tests.freshness.office import Office
from tests.people.company import NOON

# By the clocks of Shanghai.
TEN = NOON - timedelta(hours=10)
EVENING = NOON - timedelta(hours=2)
MINUTE = timedelta(minutes=1)
DAY = EVENING.date()


def asked_by(office: Office) -> Question | None:
    return question(office.session, office.anna, day=DAY, now=EVENING)


def facts_asked(session: Session) -> list[str]:
    return [row.field for row in session.exec(select(FactAskedRow).order_by(col(FactAskedRow.id)))]


@pytest.mark.parametrize(("wants_wrap", "asked"), [(True, []), (False, ["grade"])])
def test_by_day_only_those_who_want_no_wrap_are_asked(office: Office, wants_wrap: bool, asked: list[str]) -> None:  # noqa: FBT001 - a table
    office.session.get_one(MemberRow, office.anna.id).habits = {"kinds": {"wrap": wants_wrap}}
    put_facts(office.session, found=look(office.session, now=TEN), now=TEN)
    office.log(at=TEN)
    put_facts(office.session, found=look(office.session, now=TEN + MINUTE), now=TEN + MINUTE)
    assert facts_asked(office.session) == asked


def test_what_lacks_is_asked_in_the_evening_once(office: Office) -> None:
    office.log(at=TEN)
    found = asked_by(office)
    assert found is not None
    for _ in range(2):
        evening_questions.put(office.session, found, now=EVENING)
    assert facts_asked(office.session) == ["grade"]
    assert asked_by(office) is None


def test_what_was_left_open_comes_first_and_the_rest_in_turn(office: Office) -> None:
    office.log(at=TEN)
    for message in (901, 902):
        draft = Draft(chat=office.anna.chat or 0, message=message, moment=TEN, text="visited", telling=Telling())
        drafts.keep(office.session, draft=draft, member=office.anna, now=TEN, state="later")
    found = asked_by(office)
    assert found is not None
    evening_questions.put(office.session, found, now=EVENING)
    rows = office.session.exec(select(DraftRow).order_by(col(DraftRow.message_id))).all()
    assert [(row.message_id, row.state) for row in rows] == [(901, "open"), (902, "queued")]
    assert facts_asked(office.session) == []
