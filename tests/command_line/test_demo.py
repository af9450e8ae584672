"""The demo's data: the same every time, around any day, and real."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from lunardate import LunarDate
from sqlmodel import col, select

from bot.clock import Clock
from bot.commands.demo import make_demo_at
from bot.demo.cast import Client, clients, phrases
from bot.demo.company import FIRST_PHONE, PHONES
from bot.demo.history import write_history
from bot.demo.story import Message, Story
from bot.settings import Settings
from sales.kinds import Field, Kind
from sales.people import Role
from storage.cards import customer_list
from storage.company import people
from storage.migrating import migrate
from storage.store import Store, open_store
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import EntryRow
from storage.told import journal
from tests.command_line.conftest import Rapport

TODAY = date(2026, 11, 21)


def story(client: Client, today: date = TODAY) -> list[Message]:
    return Story(client, 0, today, phrases()).messages()


def test_there_are_25_customers_in_two_languages() -> None:
    assert Counter(client.language for client in clients()) == {"en": 13, "zh": 12}
    assert {client.owner for client in clients()} == {"Anna", "Boris", "小李"}


def test_a_story_is_the_same_every_time() -> None:
    assert [story(client) for client in clients()] == [story(client) for client in clients()]


@pytest.mark.parametrize("today", [date(2026, 2, 28), date(2028, 2, 29), date(2027, 1, 1), date(2030, 8, 15)])
def test_stories_fit_any_day(today: date) -> None:
    told = [message for client in clients() for message in story(client, today)]
    days = {entry.on for message in told for entry in message.told.entries if entry}
    due = [one.day for message in told for one in message.told.follow_ups if one and one.day]
    assert max(days) <= today
    assert all(day.weekday() < 5 for day in days)
    assert all(day > today for day in due)


def test_everybody_speaks_their_customers_language() -> None:
    for client in clients():
        words = " ".join(entry.text for message in story(client) for entry in message.told.entries if entry)
        foreign = [sign for sign in words if "\u4e00" <= sign <= "\u9fff"]
        assert bool(foreign) is (client.language == "zh")
        assert "{" not in words


def test_birthdays_are_close_in_both_calendars() -> None:
    facts = [
        fact
        for client in clients()
        for message in story(client)
        for fact in message.told.facts
        if fact and fact.field is Field.BIRTHDAY
    ]
    lunar = next(fact for fact in facts if fact.contact == "王总")
    there = LunarDate.from_solar_date(2026, 11, 23)
    assert {fact.calendar for fact in facts} == {"solar", "lunar"}
    assert lunar.value == f"--{there.month:02}-{there.day:02}"
    assert "--11-22" in {fact.value for fact in facts}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Written once: it takes seconds."""
    url = f"sqlite:///{tmp_path_factory.mktemp('demo')}/demo.db"
    migrate(url)
    store = open_store(url)
    with store.transaction() as session:
        write_history(session, today=TODAY, zone="Asia/Shanghai", remind_at=time(9))
    yield store
    store.close()


def test_it_is_all_on_record(written: Store) -> None:
    with written.transaction() as session:
        kinds = Counter(session.exec(select(EntryRow.kind)))
        assert len(session.exec(select(CustomerRow)).all()) == 25
        assert kinds.keys() == set(Kind) - {Kind.NOTE}
        assert len(session.exec(select(ContactRow).where(col(ContactRow.birthday).is_not(None))).all()) >= 10
        follow_ups = session.exec(select(FollowUpRow)).all()
        assert len(follow_ups) >= 10
        assert {row.state for row in follow_ups} == {"open"}
        assert all(row.due_at and row.due_at > datetime(2026, 11, 21, 16, tzinfo=UTC) for row in follow_ups)


def test_no_tap_lands_on_what_was_told_before_the_demo_began(written: Store) -> None:
    """Taps of the wrap are kept below zero by their arrival, beside the year that was made up."""
    with written.transaction() as session:
        told = [journal.by_message(session, FIRST_PHONE + place, -tap) for place in range(3) for tap in range(2000)]
    assert not any(told)


def test_people_match_the_simulators_phones(written: Store) -> None:
    with written.transaction() as session:
        found = [people.member_by_telegram(session, FIRST_PHONE + place) for place in range(len(PHONES))]
        boris, anna, li, stranger = found
        assert boris is not None
        assert anna is not None
        assert li is not None
        assert stranger is None
        assert boris.roles == {Role.MANAGER, Role.ADMIN}
        assert [member.language for member in (boris, anna, li)] == ["en", "en", "zh"]
        totals = [customer_list.page(session, one, page=1, size=5).total for one in (boris, anna, li)]
        assert totals == [25, 10, 10]
        assert [one.name for one in people.managers_of(session, li)] == ["Boris"]


def test_the_command_makes_it_anew(rapport: Rapport, folder: Path) -> None:
    (folder / "data" / "simulator").mkdir(parents=True)
    (folder / "data" / "simulator" / "address.json").write_text("{}")
    result = rapport("demo", "--day", "2026-11-21")
    assert result.exit_code == 0
    assert result.stdout.startswith("sqlite:///data/demo.db: 25 customers and ")
    assert sorted(file.name for file in (folder / "data").iterdir()) == ["demo.db", "simulator"]
    assert sorted(file.name for file in (folder / "data" / "simulator").iterdir()) == ["clock.json"]
    begun = Clock(folder / "data" / "simulator" / "clock.json").now()
    assert timedelta() <= begun - datetime(2026, 11, 21, tzinfo=UTC) < timedelta(minutes=5)


def test_one_that_is_there_is_kept(folder: Path) -> None:
    file = folder / "demo.db"
    file.write_text("mine")
    made = make_demo_at(f"sqlite:///{file}", datetime(2026, 11, 21, tzinfo=UTC), Settings(), keep=True)
    assert made == 0
    assert file.read_text() == "mine"
