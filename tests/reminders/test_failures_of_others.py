"""What went wrong with the reminders of other systems, each by name, and that it does not happen here."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, select

from reminders.followups import FollowUps
from reminders.letters import Away, letters
from sales.birthdays import next_birthday
from sales.care.kinds import REMINDER_KINDS
from sales.kinds import Calendar
from sales.message_kinds import KINDS
from sales.message_rules import Uncertain
from sales.moments import local_day, reminder_moment
from sales.people import Member
from storage.binding import WrongBotError, bind
from storage.care import changed_days
from storage.care.planners import PLANNERS
from storage.care.planning.look import Look
from storage.care.reminders import plan, withdraw
from storage.plans import due_followups
from storage.plans.due_followups import Due, Recipient, Waiting
from storage.queues import outbox
from storage.queues.queue import State
from storage.store import Store
from storage.tables.care import ReminderRow
from storage.tables.customers import ContactRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.queues import WAITING
from tests.reminders.office import BERLIN, HOUR, MONDAY, TODAY, customer, hire, promise, promised, tick, waiting_in


def test_monica_325_every_edit_of_a_birthday_adds_another_reminder(session: Session, anna: Member) -> None:
    """One waits, for the day that holds now (also tests/care/test_planning_birthdays.py)."""
    person = ContactRow(customer_id=customer(session, anna).id or 0, name="S. Lee", calendar="solar")
    session.add(person)
    for day in (3, 3, 4, 5, 5):
        person.birthday = f"1980-03-{day:02}"
        session.flush()
        look = Look(MONDAY - 10 * HOUR, TODAY, BERLIN)
        plan(session, PLANNERS["birthday"](session, look))
        withdraw(session, col(ReminderRow.id).in_(changed_days.pointless(session, look)), now=MONDAY)
    waiting = session.exec(select(ReminderRow).where(col(ReminderRow.state) == "waiting")).all()
    assert [row.day for row in waiting] == [date(2026, 3, 5)]


def test_suitecrm_10188_one_deleted_person_stops_everybodys_reminders(session: Session, anna: Member) -> None:
    """Of pushes: tests/reminders/test_pushes.py."""
    ben = hire(session, "Ben")
    promise(session, ben, TODAY)
    mine = promise(session, anna, TODAY)
    gone = session.get_one(MemberRow, ben.id)
    gone.active, gone.chat_id, gone.zone = False, None, "Nowhere/Atlantis"
    session.flush()
    assert [one.due.follow_up for one in due_followups.waiting(session, now=MONDAY) if one.due.owner == anna.id] == [
        mine
    ]


@pytest.mark.parametrize("kind", ["follow_up", "late", *REMINDER_KINDS])
def test_espocrm_a_hiccup_while_sending_loses_the_reminder(kind: str) -> None:
    """What may not have arrived is sent again and never deleted (also tests/delivery)."""
    assert KINDS[kind].uncertain is Uncertain.REPEAT
    assert State.UNCERTAIN in WAITING


async def test_espocrm_what_was_queued_stays_open_until_somebody_settles_it(store: Store) -> None:
    with store.transaction() as session:
        follow_up = promise(session, hire(session, "Anna"), TODAY)
    await FollowUps(store).sweep(tick(MONDAY))
    with store.transaction() as session:
        assert session.get_one(FollowUpRow, follow_up).state == "open"


def test_chatwoot_7240_after_an_outage_a_hundred_pushes_at_once() -> None:
    """One message tells of all (also tests/reminders/test_letters.py)."""
    anna = Recipient(1, 1001, BERLIN)
    late = [Waiting(Due(number, 1, MONDAY - HOUR), anna) for number in range(100)]
    assert len(letters(late, now=MONDAY, away=Away(MONDAY - 4 * HOUR, MONDAY))) == 1


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Auckland", "Asia/Tokyo", "Pacific/Niue"])
def test_monica_7382_dates_one_day_off_for_zones_ahead_of_utc(zone: str) -> None:
    there, day = ZoneInfo(zone), date(2026, 3, 5)
    moment = reminder_moment(day, None, there, remind_at=time(9), now=datetime(2026, 3, 1, tzinfo=UTC))
    assert local_day(moment, there) == day


def test_monica_7957_a_birthday_on_29_february_comes_every_year() -> None:
    found = [next_birthday("1980-02-29", Calendar.SOLAR, date(year, 1, 1)) for year in (2026, 2027, 2028)]
    assert found == [date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]


def test_bonds_233_a_lunar_birthday_without_a_year_is_no_solar_one() -> None:
    lunar = next_birthday("--08-15", Calendar.LUNAR, date(2026, 3, 1))
    assert lunar == date(2026, 9, 25)
    assert lunar != next_birthday("--08-15", Calendar.SOLAR, date(2026, 3, 1))


def test_odoo_a_copied_database_keeps_sending(session: Session) -> None:
    """It is bound to its bot, and another token is refused (also tests/storage/test_binding.py)."""
    bind(session, 7)
    with pytest.raises(WrongBotError):
        bind(session, 8)


async def test_suitecrm_9118_two_schedulers_on_one_table(any_store: Store) -> None:
    """Whoever comes second finds it told (a whole month: tests/reminders/test_month.py)."""
    with any_store.transaction() as session:
        anna = hire(session, "Anna")
    promised(any_store, anna)
    await asyncio.gather(*(FollowUps(any_store).sweep(tick(MONDAY + timedelta(seconds=n))) for n in range(4)))
    assert len(waiting_in(any_store)) == 1


def test_a_key_is_sent_once_however_often_it_is_put(session: Session) -> None:
    one = outbox.Sending(key="birthday:1", chat=1, kind="said", due_at=MONDAY, facts={"text": "Hello"})
    assert [outbox.put(session, one) for _ in range(3)] == [True, False, False]
