"""What is proposed for a week from what is on record, on both engines."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from sqlalchemy import event
from sqlmodel import Session, select

from sales.hands import Hand
from sales.visit_plans.plan import PlanState
from sales.visit_plans.reasons import Cause, text_of
from storage.company.habits import keep_habit
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow
from storage.tables.visit_plans import VisitStopRow
from storage.visit_plans.keeping import accept, drop, move, own_stop, propose, propose_anew
from storage.visit_plans.proposing import proposals
from storage.visit_plans.reading import week_plan
from tests.people.company import NOON, Company, customer_of
from tests.visit_plans.books import (
    HONGQIAO,
    LONG_AGO,
    MONDAY,
    NEXT,
    PUDONG,
    SUZHOU,
    away,
    complains,
    known,
    promises,
    says,
    scored,
    visits,
)

WEEK = [NEXT + timedelta(days=number) for number in range(7)]


def proposed(company: Company, owner: str = "Anna") -> dict[str, tuple[date, str]]:
    """By the customer's name: the day, and the reasons."""
    names = {row.id: row.name for row in company.session.exec(select(CustomerRow))}
    found = proposals(company.session, [company[owner].id], NEXT, MONDAY)
    return {names[one.customer]: (one.day, text_of(one.reasons)) for each in found for one in each.visits}


def reasons(company: Company, owner: str = "Anna") -> dict[str, str]:
    return {name: told for name, (_, told) in proposed(company, owner).items()}


def test_who_is_proposed_and_why(company: Company) -> None:
    """Each reason alone, and whom nobody need visit; the week ends on Friday the 13th."""
    known(company, "Anna", "A due", grade="A", touched_on=date(2026, 2, 27))
    known(company, "Anna", "A seen", grade="A", touched_on=date(2026, 2, 28))
    known(company, "Anna", "B due", grade="B", touched_on=date(2026, 2, 1))
    known(company, "Anna", "Never seen", grade="C", owned_on=date(2025, 12, 1))
    known(company, "Anna", "Lately mine", grade="A", touched_on=date(2026, 1, 1), owned_on=date(2026, 3, 1))
    known(company, "Anna", "Gone quiet", stage="slipping", touched_on=date(2026, 2, 20))
    known(company, "Anna", "Quiet but seen", stage="slipping", touched_on=MONDAY)
    scored(company, known(company, "Anna", "Orders soon", touched_on=date(2026, 2, 20)), date(2026, 3, 12))
    scored(company, known(company, "Anna", "Orders later", touched_on=date(2026, 2, 20)), date(2026, 3, 20))
    complains(company, "Anna", known(company, "Anna", "Angry", touched_on=MONDAY))
    complains(company, "Anna", known(company, "Anna", "Put right", touched_on=MONDAY), "resolved")
    promises(company, "Anna", known(company, "Anna", "Promised", touched_on=MONDAY), WEEK[3])
    known(company, "Anna", "Lost", stage="lost")
    known(company, "Anna", "Supplier", relation="supplier")
    known(company, "Rita", "Not hers")

    assert reasons(company) == {
        "A due": "unseen:14:14",
        "B due": "unseen:40:30",
        "Never seen": "never:102:90",
        "Gone quiet": "slipping",
        "Orders soon": "expected:2026-03-12",
        "Angry": "complaint",
        "Promised": "promise:2026-03-12",
    }
    assert proposed(company)["Promised"][0] == WEEK[3]


def test_visits_that_are_planned_stand_by_themselves(company: Company) -> None:
    """And who is visited soon after is thought of already."""
    there = known(company, "Anna", "There", grade="A")
    promises(company, "Anna", there, WEEK[1], "visit")
    near = known(company, "Anna", "Next door", grade="A")
    says(company, there, "place", SUZHOU)
    says(company, near, "place", "31.301,120.601")
    promises(company, "Anna", known(company, "Anna", "Soon after", grade="A"), NEXT + timedelta(days=9), "visit")

    assert proposed(company) == {"Next door": (WEEK[1], reasons(company)["Next door"])}
    shown = week_plan(company.session, company["Anna"], company["Anna"], NEXT)
    assert [(one.name, one.day, one.follow_up is not None) for one in shown.stops] == [("There", WEEK[1], True)]


def test_everything_promised_on_one_day_leaves_the_others(company: Company) -> None:
    for number in range(9):
        promises(company, "Anna", known(company, "Anna", f"Promised {number}"), WEEK[0], "visit")
    for number in range(9):
        known(company, "Anna", f"Due {number}", grade="A")

    days = [day for day, _ in proposed(company).values()]
    assert {day: days.count(day) for day in days} == dict.fromkeys(WEEK[1:5], 2)
    shown = week_plan(company.session, company["Anna"], company["Anna"], NEXT).stops
    assert [one.day for one in shown] == [WEEK[0]] * 9


def test_towns_have_their_days(company: Company) -> None:
    places = {"P1": PUDONG, "P2": "31.221,121.541", "S1": SUZHOU, "S2": "31.302,120.602", "H": HONGQIAO}
    for name, place in places.items():
        number = known(company, "Anna", name, grade="A")
        says(company, number, "place", "0,0", NOON - timedelta(days=1))
        says(company, number, "place", place)
    says(company, known(company, "Anna", "Null", grade="A"), "place", "0,0")
    far = known(company, "Anna", "Antipodes", grade="A")
    says(company, far, "place", "-34.6,-58.4")

    days = {name: day for name, (day, _) in proposed(company).items()}
    assert days["S1"] == days["S2"]
    assert days["P1"] == days["P2"]
    assert days["S1"] != days["P1"]
    assert proposed(company)["Antipodes"][1].startswith(Cause.FAR)
    assert "Null" in days


@pytest.mark.parametrize(("told", "wanted", "expected"), [(4, None, 8), (1, None, 4), (4, 3, 6), (1, 99, 16)])
def test_as_many_a_day_as_usual(company: Company, told: int, wanted: int | None, expected: int) -> None:
    """Two days are left of the week: the others are leave and a weekend."""
    for number in range(20):
        known(company, "Anna", f"C{number}", grade="A")
    seen = [known(company, "Rita", f"R{number}") for number in range(told)]
    for day in (date(2026, 2, 10), date(2026, 2, 11)):
        for customer in seen:
            visits(company, "Anna", customer, day)
    away(company, "Anna", WEEK[0], WEEK[2])
    if wanted:
        keep_habit(company.session, member=company["Anna"].id, name="visits_a_day", value=wanted)

    days = [day for day, _ in proposed(company).values()]
    assert len(days) == expected
    assert set(days) == {WEEK[3], WEEK[4]}


def test_nothing_to_go_by(company: Company) -> None:
    """No customers; a week of leave; no working days."""
    assert proposed(company) == {}
    known(company, "Anna", "Acme", grade="A")
    away(company, "Anna", WEEK[0], WEEK[6])
    assert list(proposals(company.session, [company["Anna"].id], NEXT, MONDAY)) == []
    golden_week = date(2026, 10, 5)
    known(company, "Rita", "Globex", grade="A")
    found = list(proposals(company.session, [company["Rita"].id], golden_week, golden_week))
    assert all(one.day >= date(2026, 10, 8) for each in found for one in each.visits)
    assert found


def test_a_plan_is_kept_accepted_and_changed(company: Company) -> None:
    anna, session = company["Anna"], company.session
    by = Hand(anna.id, NOON)
    for name in ("Acme", "Globex", "Initech"):
        known(company, "Anna", name, grade="A")
    propose(session, member=anna.id, week=NEXT, today=MONDAY, by=by)
    known(company, "Anna", "Umbrella", grade="A")
    propose(session, member=anna.id, week=NEXT, today=MONDAY, by=by)
    first = shown(company)
    propose_anew(session, member=anna.id, week=NEXT, today=MONDAY, by=by)
    again = shown(company)
    accept(session, member=anna.id, week=NEXT, by=by)
    propose_anew(session, member=anna.id, week=NEXT, today=MONDAY, by=by)
    acme, globex = (stop_of(company, name) for name in ("Acme", "Globex"))
    drop(session, stop=acme, dropped=True)
    move(session, stop=globex, day=WEEK[4])
    visits(company, "Anna", stop_row(session, globex).customer_id, WEEK[0])

    assert sorted(first) == ["Acme", "Globex", "Initech"]
    assert sorted(again) == ["Acme", "Globex", "Initech", "Umbrella"]
    plan = week_plan(session, anna, anna, NEXT)
    assert plan.state is PlanState.ACCEPTED
    assert {one.name: (one.day == WEEK[4], one.visited) for one in plan.stops}["Globex"] == (True, True)
    assert "Acme" not in {one.name for one in plan.stops}
    assert own_stop(session, company["Rita"], globex) is None


def test_a_visit_from_before_the_plan_ticks_nothing_off(company: Company) -> None:
    """Seen on Monday, proposed on Wednesday: whoever is to go there again has not been there."""
    anna, session = company["Anna"], company.session
    acme = known(company, "Anna", "Acme", grade="A")
    propose(session, member=anna.id, week=MONDAY, today=MONDAY, by=Hand(anna.id, NOON + timedelta(days=2)))
    visits(company, "Anna", acme, MONDAY)
    assert [one.visited for one in week_plan(session, anna, anna, MONDAY).stops] == [False]
    visits(company, "Anna", acme, MONDAY + timedelta(days=2))
    assert [one.visited for one in week_plan(session, anna, anna, MONDAY).stops] == [True]


def shown(company: Company, reader: str = "Anna") -> list[str]:
    plan = week_plan(company.session, company[reader], company["Anna"], NEXT)
    return [one.name for one in plan.stops]


def stop_of(company: Company, name: str) -> int:
    plan = week_plan(company.session, company["Anna"], company["Anna"], NEXT)
    return next(one.stop or 0 for one in plan.stops if one.name == name)


def stop_row(session: Session, stop: int) -> VisitStopRow:
    return session.get_one(VisitStopRow, stop)


def test_a_reader_sees_of_a_plan_what_they_see_of_customers(company: Company) -> None:
    known(company, "Anna", "Acme", grade="A")
    elsewhere = known(company, "Anna", "Globex", grade="A")
    company.session.get_one(CustomerRow, elsewhere).team_id = company.teams["West"]
    propose(company.session, member=company["Anna"].id, week=NEXT, today=MONDAY, by=Hand(None, NOON))
    assert [sorted(shown(company, reader)) for reader in ("Anna", "Boris", "Max", "Dora")] == [
        ["Acme", "Globex"],
        ["Acme"],
        ["Globex"],
        ["Acme", "Globex"],
    ]


@contextmanager
def statements(session: Session) -> Iterator[list[str]]:
    sent: list[str] = []

    def note(*args: object) -> None:
        sent.append(str(args[2]))

    bind = session.connection()
    event.listen(bind, "before_cursor_execute", note)
    yield sent
    event.remove(bind, "before_cursor_execute", note)


def _unseen(name: str, owner: int | None) -> CustomerRow:
    return CustomerRow(name=name, owner_id=owner, grade="A", created_at=LONG_AGO, touched_on=date(2026, 1, 1))


def test_a_hundred_reps_take_no_more_statements_than_one(company: Company) -> None:
    session = company.session
    reps = [MemberRow(name=f"Rep {number}", language="en", zone="Asia/Shanghai") for number in range(100)]
    session.add_all(reps)
    session.flush()
    session.add_all(_unseen(f"C{one}", rep.id) for rep in reps for one in range(3))
    session.flush()
    numbers = [rep.id or 0 for rep in reps]
    company.session.expire_all()
    with statements(session) as for_one:
        [one] = proposals(session, numbers[:1], NEXT, MONDAY)
    with statements(session) as for_all:
        every = list(proposals(session, numbers, NEXT, MONDAY))

    assert one.size == 3
    assert [each.size for each in every] == [3] * 100
    assert len(for_all) == len(for_one)


def test_a_rep_with_thousands_of_customers_has_a_week_like_others(company: Company) -> None:
    """What nobody ever saw and has just come stands in nobody's way."""
    customer_of(company, "Anna", "New")
    session, anna = company.session, company["Anna"]
    session.add_all(
        CustomerRow(name=f"C{number}", owner_id=anna.id, team_id=anna.team, created_at=NOON) for number in range(2_000)
    )
    known(company, "Anna", "Acme", grade="C", touched_on=date(2025, 10, 1))
    assert list(reasons(company)) == ["Acme"]
