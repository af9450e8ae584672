"""Who is shown next week's plan at the end of a week, and in which words a calendar has it."""

from datetime import UTC, date, datetime, timedelta

import icalendar
from sqlmodel import Session, col, select

from papers.calendar_file import Imprint, calendar_file
from reminders.visit_plans import VisitPlans
from sales.care.calendar import Sort
from sales.hands import Hand
from storage.care.calendar_notes import noted
from storage.company.habits import keep_habit, keep_kind
from storage.queues.queue import State
from storage.store import Store
from storage.tables.queues import OutboxRow
from storage.tables.visit_plans import VisitPlanRow
from storage.ticks import Tick
from storage.visit_plans.accepted import to_visit
from storage.visit_plans.keeping import accept, propose
from storage.visit_plans.planned import on_plans
from storage.visit_plans.reading import week_plan
from tests.people.company import NOON, Company, found_company
from tests.visit_plans.books import MONDAY, NEXT, PUDONG, away, known, promises, says, visits
from wording.cards.calendar import events
from wording.voice import Voice

FRIDAY = datetime(2026, 3, 6, 9, 45, tzinfo=UTC)
"""A quarter to six in Shanghai."""
THURSDAY = FRIDAY - timedelta(days=1)


async def test_reps_with_a_week_to_plan_are_told_once(any_store: Store) -> None:
    members = await any_store.write(_with_customers)
    assert await told(any_store, members, FRIDAY - timedelta(minutes=1)) == []
    assert await told(any_store, members, THURSDAY) == ["小李"]
    assert await told(any_store, members, FRIDAY) == ["Anna", "小李"]
    assert await told(any_store, members, FRIDAY + timedelta(minutes=5)) == ["Anna", "小李"]


def _with_customers(session: Session) -> dict[str, int]:
    """Rita has too few, Max wants none, 小李 works to Thursday."""
    company = found_company(session)
    for owner, number in (("Anna", 3), ("Rita", 2), ("Max", 3), ("小李", 3)):
        for one in range(number):
            known(company, owner, f"{owner} {one}", grade="A")
    keep_kind(session, member=company.members["Max"], kind="visit_plan", wanted=False)
    keep_habit(session, member=company.members["小李"], name="workdays", value="1234")
    return company.members


async def told(store: Store, members: dict[str, int], now: datetime) -> list[str]:
    """Sweep, and say to whom a plan is on its way; each has one on record."""
    await VisitPlans(store).sweep(Tick(now, now))
    names = {number: name for name, number in members.items()}
    waiting, planned = await store.read(_waiting)
    assert sorted(waiting) == sorted(planned)
    return sorted(names[number] for number in waiting)


def _waiting(session: Session) -> tuple[list[int], list[int]]:
    rows = session.exec(
        select(OutboxRow.member_id).where(col(OutboxRow.kind) == "visit_plan", col(OutboxRow.state) == State.PENDING)
    )
    plans = session.exec(select(VisitPlanRow.member_id).where(col(VisitPlanRow.week) == NEXT))
    return [number or 0 for number in rows], list(plans)


async def test_who_accepted_already_or_is_away_is_left_in_peace(any_store: Store) -> None:
    members = await any_store.write(_settled)
    await VisitPlans(any_store).sweep(Tick(FRIDAY, FRIDAY))
    waiting, _ = await any_store.read(_waiting)
    assert waiting == [members["Rita"]]


def _settled(session: Session) -> dict[str, int]:
    company = found_company(session)
    for owner in ("Anna", "Rita", "小李"):
        for one in range(3):
            known(company, owner, f"{owner} {one}", grade="A")
    for owner in ("Anna", "Rita"):
        plan(company, owner)
    accept(session, member=company.members["Anna"], week=NEXT, by=Hand(None, NOON))
    away(company, "小李", date(2026, 3, 5), date(2026, 3, 6), "active")
    return company.members


def plan(company: Company, owner: str) -> None:
    propose(company.session, member=company.members[owner], week=NEXT, today=MONDAY, by=Hand(None, NOON))


def test_an_accepted_plan_stands_on_the_agenda_until_they_were_visited(company: Company) -> None:
    session, anna = company.session, company["Anna"]
    acme, globex = (known(company, "Anna", name, grade="A") for name in ("Acme", "Globex"))
    promised = known(company, "Anna", "Initech", grade="A")
    promises(company, "Anna", promised, NEXT, "visit")
    plan(company, "Anna")
    last = NEXT + timedelta(days=6)
    assert to_visit(session, anna, NEXT, last) == ()
    assert on_plans(session, NEXT, last) == set()
    accept(session, member=anna.id, week=NEXT, by=Hand(None, NOON))
    assert sorted(one.name for one in to_visit(session, anna, NEXT, last)) == ["Acme", "Globex"]
    assert on_plans(session, NEXT, last) == {acme, globex}
    assert to_visit(session, anna, NEXT + timedelta(days=7), last + timedelta(days=7)) == ()
    visits(company, "Anna", acme, NEXT)
    assert [one.name for one in to_visit(session, anna, NEXT, last)] == ["Globex"]


def test_a_calendar_shows_where_the_visits_are(company: Company) -> None:
    session, anna = company.session, company["Anna"]
    acme, globex = known(company, "Anna", "Acme", grade="A"), known(company, "Anna", "Globex", grade="A")
    says(company, acme, "place", PUDONG)
    says(company, acme, "address", "88 Century Avenue, Pudong")
    promises(company, "Anna", globex, NEXT, "visit")
    says(company, globex, "place", PUDONG)
    plan(company, "Anna")
    assert [one.sort for one in noted(session, anna, today=MONDAY)] == [Sort.VISIT]
    accept(session, member=anna.id, week=NEXT, by=Hand(None, NOON))

    there = noted(session, anna, today=MONDAY)
    content = calendar_file(events(there, Voice("zh", anna.zone, MONDAY)), Imprint("R", "bot", NOON))
    shown = {str(one["summary"]): one.to_ical().decode() for one in icalendar.Calendar.from_ical(content).events}
    day = next(one.day for one in week_plan(session, anna, anna, NEXT).stops if one.stop)
    stop = shown["Acme：计划拜访"].splitlines()
    assert "GEO:31.22;121.54" in stop
    assert "LOCATION:88 Century Avenue\\, Pudong" in stop
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}" in stop
    assert "GEO:31.22;121.54" in shown["Globex：send the new quote"].splitlines()
    assert noted(session, company["Rita"], today=MONDAY) == ()
