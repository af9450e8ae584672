"""Visits that are planned: when the brief and the question come, and when they have lost their point."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from sales.care.kinds import EVE_OF_VISIT
from sales.hands import Hand
from storage.care import rezoning
from storage.care.about import visits as about
from storage.care.planning.look import Look
from storage.care.planning.visits import briefs, outcomes, plan_visits
from storage.company.habits import keep_kind
from storage.plans import followups
from storage.plans.followups import Move, Plan
from storage.tables.care import ReminderRow
from storage.tables.customers import ContactRow
from storage.tables.followups import FollowUpRow
from tests.reminders.office import BERLIN, DAY, HOUR, MONDAY, SUNDAY, TODAY, customer, hire, promise, row_of

TEN = time(10)


def _visit(session: Session, at: time | None = TEN) -> FollowUpRow:
    anna = hire(session, "Anna")
    row = row_of(session, promise(session, anna, TODAY, at, customer(session, anna)))
    row.purpose = "visit"
    plan_visits(session, [row], SUNDAY)
    return row


def _planned(session: Session) -> dict[str, datetime]:
    rows = session.exec(select(ReminderRow).order_by(col(ReminderRow.id)))
    return {row.kind: row.due_at for row in rows}


def test_an_hour_before_and_after_its_clock_time(session: Session) -> None:
    _visit(session)
    # Ten o'clock in Berlin is nine in UTC.
    assert _planned(session) == {"visit_brief": MONDAY, "visit_outcome": MONDAY + 2 * HOUR}


def test_in_the_morning_and_at_the_hour_of_the_wrap_where_no_time_was_told(session: Session) -> None:
    _visit(session, None)
    half = timedelta(minutes=30)
    assert _planned(session) == {
        "visit_brief": MONDAY - half,
        "visit_outcome": MONDAY + 9 * HOUR - half / 2,
    }


def test_who_wants_it_has_the_brief_the_evening_before_unless_that_is_over(session: Session) -> None:
    row = _visit(session)
    keep_kind(session, member=row.owner_id, kind=EVE_OF_VISIT, wanted=True)
    eve = MONDAY - 24 * HOUR + 9 * HOUR - timedelta(minutes=15)
    looks = (eve - HOUR, eve)
    found = [next(one.due_at for one in briefs(session, Look(now, TODAY, BERLIN))) for now in looks]
    assert found == [eve, MONDAY]


def test_birthdays_there_within_a_week_are_told_before_the_visit(session: Session) -> None:
    row = _visit(session)
    born = {"Ann": "1980-03-09", "Bea": "--03-02", "Cid": "1980-03-10", "Dan": "1980-03-05"}
    for name, birthday in born.items():
        there = ContactRow(customer_id=row.customer_id or 0, name=name, birthday=birthday, calendar="solar")
        there.greetings = name != "Dan"
        session.add(there)
    session.flush()
    brief = session.exec(select(ReminderRow).where(col(ReminderRow.kind) == "visit_brief")).one()
    told = about.brief(session, brief)
    assert told is not None
    assert told["birthdays"] == [(TODAY, "Bea"), (TODAY + timedelta(days=7), "Ann")]


def test_the_daily_look_finds_the_same_and_plans_nothing_twice(session: Session) -> None:
    row = _visit(session)
    look = Look(SUNDAY, TODAY, BERLIN)
    found = [*briefs(session, look), *outcomes(session, look)]
    assert {one.kind: one.due_at for one in found} == _planned(session)
    plan_visits(session, [row], SUNDAY)
    assert len(session.exec(select(ReminderRow)).all()) == 2


def test_what_was_moved_or_settled_has_lost_its_point(session: Session) -> None:
    row = _visit(session)
    brief = session.exec(select(ReminderRow).where(col(ReminderRow.kind) == "visit_brief")).one()
    assert about.brief(session, brief) is not None
    by = Hand(row.owner_id, SUNDAY)
    followups.snooze(session, follow_up=row.id or 0, plan=Plan(MONDAY + DAY, TODAY + DAY), by=by)
    assert about.brief(session, brief) is None
    followups.snooze(session, follow_up=row.id or 0, plan=Plan(MONDAY, TODAY), by=by)
    assert about.brief(session, brief) is not None
    followups.finish(session, follow_up=row.id or 0, ending=followups.Ending.DONE, by=by)
    assert about.brief(session, brief) is None


def test_who_travels_is_told_by_the_clocks_there(session: Session) -> None:
    row = _visit(session)
    rezoning.replan(session, move=Move(row.owner_id, BERLIN, ZoneInfo("Asia/Tokyo")), now=SUNDAY)
    assert _planned(session)["visit_brief"] == datetime(2026, 3, 2, 0, tzinfo=UTC)
