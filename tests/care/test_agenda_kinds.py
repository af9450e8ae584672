"""Which customers come up to be seen, to be asked for money, to be called after an order: on both engines."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event
from sqlmodel import Session, col, select

from sales.drafts import Draft
from sales.hands import Hand
from sales.kinds import Kind
from sales.people import Member
from sales.tellings import Entry, Party, Telling
from storage.care import reminders
from storage.care.planners import PLANNERS
from storage.care.planning.look import Look
from storage.plans.agenda import agenda
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow, ReceivableRow
from storage.told import journal
from tests.reminders.office import DAY, MONDAY, REMIND_AT, TODAY, hire, promise

LOOK = Look(MONDAY, TODAY, ZoneInfo("UTC"))
LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)


@pytest.fixture
def anna(session: Session) -> Member:
    return hire(session, "Anna")


def known(session: Session, owner: Member, name: str = "Acme Tools", **more: Any) -> Party:  # noqa: ANN401 - columns
    values = {"grade": "A", "touched_on": TODAY - 20 * DAY, "created_at": LONG_AGO, **more}
    row = CustomerRow.model_validate({"name": name, "owner_id": owner.id, "team_id": owner.team, **values})
    session.add(row)
    session.flush()
    return Party(name, row.id)


def planned(session: Session, kind: str, look: Look = LOOK) -> list[str]:
    found = list(PLANNERS[kind](session, look))
    reminders.plan(session, found)
    return [one.occasion for one in found]


def visited(session: Session, anna: Member, acme: Party, on: date = TODAY, kind: Kind = Kind.VISIT) -> int:
    draft = Draft(
        chat=anna.chat or 0,
        message=500 + on.toordinal(),
        moment=MONDAY,
        text="was there",
        telling=Telling(entries=(Entry(kind, acme, on, "20 pumps"),)),
    )
    return journal.record(session, draft=draft, by=journal.By(anna, MONDAY, REMIND_AT))


def shown(session: Session, anna: Member) -> list[str]:
    return [line.kind for line in agenda(session, anna, now=MONDAY).care]


@pytest.mark.parametrize(
    ("more", "occasions"),
    [
        pytest.param({}, ["2026-02-10:1"], id="an A customer after twenty days of fourteen"),
        pytest.param({"touched_on": TODAY - 13 * DAY}, [], id="thirteen days are in time"),
        pytest.param({"touched_on": TODAY - 14 * DAY}, ["2026-02-16:1"], id="fourteen are not"),
        pytest.param({"touched_on": TODAY - 30 * DAY}, ["2026-01-31:2"], id="a second time"),
        pytest.param({"grade": "B"}, [], id="a B customer has thirty"),
        pytest.param({"grade": None}, [], id="no class, no days"),
        pytest.param({"touched_on": None}, ["2025-01-01:30"], id="never touched: since it is on record"),
        pytest.param({"touched_on": None, "owned_on": TODAY - DAY}, [], id="got yesterday"),
        pytest.param({"stage": "lost"}, [], id="lost"),
        pytest.param({"relation": "supplier"}, [], id="a supplier"),
        pytest.param({"withdrawn": True}, [], id="withdrawn"),
        pytest.param({"owner_id": None}, [], id="in the pool"),
    ],
)
def test_whom_nobody_touched(session: Session, anna: Member, more: dict[str, Any], occasions: list[str]) -> None:
    known(session, anna, **more)
    assert planned(session, "cadence") == occasions


def test_whoever_is_planned_for_is_thought_of(session: Session, anna: Member) -> None:
    promise(session, anna, TODAY + 5 * DAY, party=known(session, anna))
    assert planned(session, "cadence") == []


def test_a_visit_ends_it_and_an_undo_brings_it_back(session: Session, anna: Member) -> None:
    acme = known(session, anna, touched_on=None)
    planned(session, "cadence")
    assert shown(session, anna) == ["cadence"]

    telling = visited(session, anna, acme)
    assert shown(session, anna) == []
    assert session.exec(select(ReminderRow.state)).one() == "withdrawn"

    journal.undo(session, telling=telling, by=journal.By(anna, MONDAY, REMIND_AT))
    assert shown(session, anna) == ["cadence"]


def test_the_next_stretch_takes_the_place_of_the_one_before(session: Session, anna: Member) -> None:
    known(session, anna)
    planned(session, "cadence")
    later = Look(MONDAY + 14 * DAY, TODAY + 14 * DAY, LOOK.zone)
    assert planned(session, "cadence", later) == ["2026-02-10:2"]
    assert len(agenda(session, anna, now=MONDAY + 14 * DAY).care) == 1


def test_not_again_is_kept(session: Session, anna: Member) -> None:
    known(session, anna)
    planned(session, "cadence")
    number = session.exec(select(ReminderRow.id)).one() or 0
    reminders.answer(session, number, answer="never", by=Hand(anna.id, MONDAY))
    assert planned(session, "cadence", Look(MONDAY + 99 * DAY, TODAY + 99 * DAY, LOOK.zone)) == []


def test_overdue_money_is_one_line_a_week(session: Session, anna: Member) -> None:
    acme = known(session, anna)
    for number, due in (("1", TODAY - DAY), ("2", TODAY - 9 * DAY), ("3", TODAY)):
        values = {"customer_id": acme.id, "number": number, "due_day": due, "open_minor": 5000, "currency": "EUR"}
        session.add(ReceivableRow.model_validate(values))
    session.flush()
    assert planned(session, "overdue_payment") == ["2026-03-02"]
    [line] = agenda(session, anna, now=MONDAY).care
    assert (line.about["sums"], line.about["invoices"], line.about["since"]) == ([(10000, "EUR")], 2, "2026-02-21")

    reminders.answer(session, line.id, answer="done", by=Hand(anna.id, MONDAY))
    for days, again in ((1, 0), (6, 0), (8, 1)):
        look = Look(MONDAY + days * DAY, TODAY + days * DAY, LOOK.zone)
        assert len(planned(session, "overdue_payment", look)) == again


def test_what_is_paid_is_no_line_any_more(session: Session, anna: Member) -> None:
    acme = known(session, anna)
    values = {"customer_id": acme.id, "number": "1", "due_day": TODAY - DAY, "open_minor": 5000, "currency": "EUR"}
    row = ReceivableRow.model_validate(values)
    session.add(row)
    session.flush()
    planned(session, "overdue_payment")
    row.live = False
    session.flush()
    assert shown(session, anna) == []


@pytest.mark.parametrize(
    ("days", "occasions"),
    [(2, []), (3, ["3"]), (6, ["3"]), (7, []), (29, []), (30, ["30"]), (33, ["30"]), (34, [])],
)
@pytest.mark.parametrize("booked", [False, True])
def test_after_an_order(
    session: Session,
    anna: Member,
    days: int,
    occasions: list[str],
    booked: bool,  # noqa: FBT001 - a table
) -> None:
    acme, day = known(session, anna), TODAY - days * DAY
    if booked:
        values = {"customer_id": acme.id, "number": "7", "on_day": day, "amount_minor": 1, "currency": "EUR"}
        session.add(BookedOrderRow.model_validate(values))
        session.flush()
    else:
        visited(session, anna, acme, day, Kind.ORDER)
    assert planned(session, "after_order") == [f"{day}:{after}" for after in occasions]


def _statements(session: Session, anna: Member) -> int:
    sent: list[str] = []

    def keep(*work: object) -> None:
        sent.append(str(work[2]))

    bind = session.get_bind()
    event.listen(bind, "before_cursor_execute", keep)
    agenda(session, anna, now=MONDAY)
    event.remove(bind, "before_cursor_execute", keep)
    return len(sent)


def test_an_agenda_takes_as_many_statements_for_few_customers_as_for_many(session: Session, anna: Member) -> None:
    for number in range(12):
        known(session, anna, f"A{number}")
    planned(session, "cadence")
    few = _statements(session, anna)
    for number in range(300):
        known(session, anna, f"B{number}")
    planned(session, "cadence")
    assert session.exec(select(ReminderRow.id).where(col(ReminderRow.kind) == "cadence")).all()
    session.expire_all()
    assert _statements(session, anna) <= few + 1
    assert agenda(session, anna, now=MONDAY).more_care > timedelta(days=200).days
