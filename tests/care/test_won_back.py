"""Who was lost and ordered again is told of once, to the owner with a question and to the manager: on both engines."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from sales.customers import Stage
from sales.hands import Hand
from sales.people import Member, Role
from sales.scores.stage_reasons import LossCause, ReturnCause
from storage.care import reminders
from storage.care.planners import PLANNERS
from storage.care.planning.look import Look
from storage.care.reminders import State
from storage.care.views import ABOUT
from storage.foresight import silences
from storage.foresight.silences import Word
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow, StageChangeRow
from tests.reminders.office import BERLIN, DAY, MONDAY, TODAY, hire

NIGHT = datetime(2026, 3, 2, 1, tzinfo=UTC)


@pytest.fixture
def anna(session: Session) -> Member:
    return hire(session, "Anna")


def came_back(session: Session, anna: Member) -> int:
    """Lost a month ago, and back by an order of yesterday."""
    row = CustomerRow(name="Acme", owner_id=anna.id, team_id=anna.team, created_at=NIGHT, stage=Stage.WON_BACK)
    session.add(row)
    session.flush()
    number = row.id or 0
    session.add(CustomerFiguresRow(customer_id=number, orders=5, last_order=TODAY - DAY, currency="USD"))
    for stage, days, cause in ((Stage.LOST, 30, LossCause.SILENT), (Stage.WON_BACK, 0, ReturnCause.BY_THEMSELVES)):
        day = TODAY - days * DAY
        session.add(StageChangeRow(customer_id=number, on_day=day, stage=stage, cause=cause, at=NIGHT))
        session.flush()
    return number


def planned(session: Session, days: int = 0) -> list[str]:
    look = Look(NIGHT + timedelta(days=days), TODAY + timedelta(days=days), BERLIN)
    found = list(PLANNERS["won_back"](session, look))
    reminders.plan(session, found)
    return [one.occasion for one in found]


def shown(session: Session) -> list[tuple[int | None, bool]]:
    """To whom, and whether they are asked; None is the owner."""
    rows = session.exec(select(ReminderRow).order_by(col(ReminderRow.id)))
    return [(row.member_id, about["asks"]) for row in rows if (about := ABOUT["won_back"](session, row))]


def cause(session: Session) -> str | None:
    wanted = select(StageChangeRow.cause).where(col(StageChangeRow.stage) == Stage.WON_BACK)
    return session.exec(wanted).one()


def test_the_owner_is_asked_and_the_manager_told_once(session: Session, anna: Member) -> None:
    boris = hire(session, "Boris", role=Role.MANAGER)
    came_back(session, anna)
    assert planned(session) == ["owner", str(boris.id)]
    planned(session, 1)
    assert shown(session) == [(None, True), (boris.id, False)]
    assert planned(session, 3) == []


def test_an_order_that_is_taken_back_was_no_return(session: Session, anna: Member) -> None:
    acme = came_back(session, anna)
    planned(session)
    session.get_one(CustomerFiguresRow, acme).last_order = TODAY - 200 * DAY
    assert shown(session) == []


def test_what_brought_them_back_is_kept_and_can_be_taken_back(session: Session, anna: Member) -> None:
    acme = came_back(session, anna)
    planned(session)
    row, by = session.exec(select(ReminderRow)).one(), Hand(anna.id, MONDAY)
    row.state = State.TOLD
    assert silences.came_back(session, reminder=row.id or 0, cause=ReturnCause.OFFER, by=by)
    assert not silences.came_back(session, reminder=row.id or 0, cause=ReturnCause.VISIT, by=by)
    assert cause(session) == "offer"
    silences.forget(session, reminder=row.id or 0, word=Word(acme, TODAY, by))
    assert reminders.take_back(session, row.id or 0)
    assert cause(session) == "by_themselves"
