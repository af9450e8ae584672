"""Pushes that are held back: paused, turned off, over the day's number, and a grave complaint that breaks through."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from reminders.pushes import carry_out, decide, look
from sales.people import Member
from storage.care import agenda_lines, pauses
from storage.care.reminders import Planned, plan
from storage.company.habits import habits_of, keep_habit, keep_kind
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow
from tests.reminders.office import DAY, HOUR, MONDAY, customer, hire, queued

NOON = MONDAY + 3 * HOUR
"""Twelve in Berlin."""


def planned(session: Session, owner: Member, count: int = 1, kind: str = "visit_outcome") -> list[int]:
    """Reminders of the owner's customers, due on Monday at nine."""
    numbers: list[int | None] = []
    for place in range(count):
        party = customer(session, owner, f"Customer {owner.name} {place}")
        plan(
            session,
            [
                Planned(
                    kind=kind,
                    subject_id=party.id or 0,
                    occasion="1",
                    day=MONDAY.date(),
                    due_at=MONDAY,
                    customer_id=party.id,
                    member_id=owner.id,
                )
            ],
        )
        numbers += session.exec(select(ReminderRow.id).where(col(ReminderRow.customer_id) == party.id)).all()
    return [number for number in numbers if number]


def swept(session: Session, now: datetime = MONDAY) -> None:
    carry_out(session, verdicts=list(decide(look(session, now=now), now)), now=now)
    session.expire_all()


def states(session: Session) -> list[str]:
    return list(session.exec(select(ReminderRow.state).order_by(col(ReminderRow.id))))


def test_it_is_told_in_time(session: Session, anna: Member) -> None:
    planned(session, anna)
    swept(session)
    assert [row.due_at for row in queued(session)] == [MONDAY]


def test_it_waits_for_the_end_of_the_noon_rest(session: Session, anna: Member) -> None:
    planned(session, anna)
    swept(session, NOON)
    assert [row.due_at for row in queued(session)] == [NOON + 1.5 * HOUR]


def test_what_is_over_the_number_is_a_line_of_the_agenda(session: Session, anna: Member) -> None:
    keep_habit(session, member=anna.id, name="a_day", value=2)
    planned(session, anna, 4)
    swept(session)
    assert states(session) == ["told", "told", "open", "open"]
    swept(session, NOON)
    assert len(queued(session)) == 2


@pytest.mark.parametrize("until", [None, date(2026, 3, 3)])
def test_a_pause_holds_it_back(session: Session, anna: Member, until: date | None) -> None:
    planned(session, anna)
    pauses.pause(session, member=anna.id, kind="visit_outcome", customer=None, until=until)
    swept(session)
    assert states(session) == ["waiting"]
    [pause] = pauses.pauses(session, [anna.id])
    pauses.go_on(session, pause=pause.id)
    swept(session)
    assert states(session) == ["told"]


def test_a_pause_that_is_over_holds_nothing_back(session: Session, anna: Member) -> None:
    planned(session, anna)
    pauses.pause(session, member=anna.id, kind="", customer=None, until=MONDAY.date())
    swept(session)
    assert states(session) == ["told"]


def test_a_pause_of_one_customer_is_for_that_one(session: Session, anna: Member) -> None:
    first, _ = planned(session, anna, 2)
    row = session.get_one(ReminderRow, first)
    pauses.pause(session, member=anna.id, kind="", customer=row.customer_id, until=None)
    swept(session)
    assert states(session) == ["waiting", "told"]


def test_a_kind_that_was_turned_off_is_not_told(session: Session, anna: Member) -> None:
    planned(session, anna)
    keep_kind(session, member=anna.id, kind="visit_outcome", wanted=False)
    swept(session)
    assert queued(session) == []


def test_the_latest_word_of_a_pause_counts(session: Session, anna: Member) -> None:
    for until in (None, date(2026, 3, 9)):
        pauses.pause(session, member=anna.id, kind="birthday", customer=None, until=until)
    assert [one.until for one in pauses.pauses(session, [anna.id])] == [date(2026, 3, 9)]


def test_one_broken_record_stops_nobody_else(session: Session, anna: Member) -> None:
    """SuiteCRM 10188: one deleted person stopped everybody's reminders."""
    ben = hire(session, "Ben")
    planned(session, ben)
    planned(session, anna)
    session.get_one(MemberRow, ben.id).zone = "Nowhere/Atlantis"
    session.flush()
    swept(session)
    assert [row.member_id for row in queued(session)] == [anna.id]


def test_a_paused_line_is_on_no_agenda(session: Session, anna: Member) -> None:
    [number] = planned(session, anna, kind="overdue_payment")
    there = agenda_lines._there(anna, habits_of(session, anna.id), MONDAY + DAY)  # noqa: SLF001 - its query
    wanted = select(ReminderRow.id).join(CustomerRow, isouter=True).where(*there)
    assert session.exec(wanted).all() == [number]
    pauses.pause(session, member=anna.id, kind="overdue_payment", customer=None, until=MONDAY.date() + timedelta(7))
    assert session.exec(wanted).all() == []


@pytest.mark.parametrize(("count", "kinds"), [(3, ["visit_outcome"] * 3), (4, ["agenda"]), (40, ["agenda"])])
def test_a_heap_of_late_ones_is_one_list(session: Session, anna: Member, count: int, kinds: list[str]) -> None:
    planned(session, anna, count)
    swept(session, MONDAY + 2 * HOUR)
    swept(session, NOON)
    assert [row.kind for row in queued(session)] == kinds
    assert set(states(session)) == {"told" if count == 3 else "open"}


def test_a_heap_that_is_found_at_night_is_listed_in_the_morning(session: Session, anna: Member) -> None:
    planned(session, anna, 5)
    swept(session, MONDAY + 16 * HOUR)
    assert [row.due_at for row in queued(session)] == [MONDAY + 22 * HOUR]
