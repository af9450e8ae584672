"""Prospects whom nobody has seen become lines of the agenda, a few a day: on both engines."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session

from sales.hands import Hand
from sales.people import Member
from sales.tellings import Party
from storage.care import reminders
from storage.care.planners import PLANNERS
from storage.care.planning.look import Look
from storage.company.company_settings import set_company
from storage.company.habits import keep_kind
from storage.plans.agenda import agenda
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow
from tests.reminders.office import DAY, MONDAY, TODAY, hire, promise

LONG_AGO = datetime(2026, 1, 20, 12, tzinfo=UTC)


@pytest.fixture
def anna(session: Session) -> Member:
    member = hire(session, "Anna")
    keep_kind(session, member=member.id, kind="silent_prospect", wanted=True)
    return member


def prospect(session: Session, owner: Member, name: str = "Acme", **more: Any) -> int:  # noqa: ANN401 - columns
    values = {"owner_id": owner.id, "team_id": owner.team, "created_at": LONG_AGO, **more}
    row = CustomerRow.model_validate({"name": name, **values})
    session.add(row)
    session.flush()
    return row.id or 0


def planned(session: Session, days: int = 0) -> list[int]:
    look = Look(MONDAY + timedelta(days=days), TODAY + timedelta(days=days), ZoneInfo("UTC"))
    found = list(PLANNERS["silent_prospect"](session, look))
    reminders.plan(session, found)
    return [one.subject_id for one in found]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        pytest.param({}, True, id="nobody was there for 41 days of 30"),
        pytest.param({"created_at": MONDAY - 29 * DAY}, False, id="on record for 29 days"),
        pytest.param({"owned_on": TODAY - 5 * DAY}, False, id="the owner got them five days ago"),
        pytest.param({"touched_on": TODAY - 40 * DAY}, False, id="somebody was there once"),
        pytest.param({"grade": "C"}, False, id="who has a class has a line of its own"),
        pytest.param({"stage": "active"}, False, id="no prospect"),
        pytest.param({"relation": "supplier"}, False, id="a supplier"),
        pytest.param({"withdrawn": True}, False, id="off the books"),
    ],
)
def test_who_comes_up(session: Session, anna: Member, more: dict[str, Any], *, told: bool) -> None:
    prospect(session, anna, **more)
    assert bool(planned(session)) is told


def test_who_ordered_is_no_silent_prospect(session: Session, anna: Member) -> None:
    session.add(CustomerFiguresRow(customer_id=prospect(session, anna), orders=1, currency="USD"))
    session.flush()
    assert planned(session) == []


def test_a_few_a_day_who_waits_for_longest_first_and_again_each_time_the_days_go_by(
    session: Session, anna: Member
) -> None:
    new, old, older = (prospect(session, anna, str(days), created_at=MONDAY - days * DAY) for days in (35, 38, 40))
    assert [planned(session, days) for days in (0, 0, 1, 2)] == [[older, old], [], [new], []]
    assert planned(session, 25) == [older, old]


def test_a_plan_ends_it_and_no_days_for_the_class_mean_none(session: Session, anna: Member) -> None:
    acme = prospect(session, anna)
    promise(session, anna, TODAY + 3 * DAY, party=Party("Acme", acme))
    assert planned(session) == []
    prospect(session, anna, "Beta")
    set_company(session, name="cadence", value={"A": 14}, by=Hand(anna.id, MONDAY))
    assert planned(session) == []


def test_a_visit_takes_the_line_away(session: Session, anna: Member) -> None:
    acme = prospect(session, anna)
    planned(session)
    assert [line.kind for line in agenda(session, anna, now=MONDAY).care] == ["silent_prospect"]
    session.get_one(CustomerRow, acme).touched_on = TODAY
    session.flush()
    assert agenda(session, anna, now=MONDAY).care == ()
