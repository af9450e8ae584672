"""`rapport doctor`: every fault is one line that says how to mend it."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select
from typer.testing import Result

from bot.commands import doctor
from bot.commands.verdicts import Grade
from sales.hands import Hand
from storage import binding
from storage.company.audit import Subject, note
from storage.company.audit_chain import seal_new
from storage.queues.inbox import INBOX
from storage.store import Store
from storage.tables.events import EventRow
from storage.tables.queues import InboxRow
from tests.command_line.conftest import Loopback, Rapport

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def wrong(result: Result) -> list[str]:
    assert "Traceback" not in result.output
    return [line.removeprefix("WRONG ") for line in result.output.splitlines() if line.startswith("WRONG")]


def test_all_is_well(rapport: Rapport, store: Store, loopback: Loopback) -> None:
    with store.transaction() as session:
        binding.bind(session, loopback.simulator.telegram.world.bot.id)
    result = rapport("doctor", **loopback.environment)
    assert wrong(result) == []
    assert result.exit_code == 0
    assert "knows the bot: @rapport_bot" in result.output
    assert "up to date" in result.output
    assert "nothing was given up" in result.output


def test_without_a_token_that_is_said(rapport: Rapport, store: Store) -> None:
    assert store
    result = rapport("doctor")
    assert result.exit_code == 0
    assert "no token: `rapport run` starts the demo" in result.output


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("RAPPORT_TOKEN", "12345", "RAPPORT_TOKEN is 12… (5 characters); allowed:"),
        ("RAPPORT_TIMEZONE", "Mars/Olympus", "RAPPORT_TIMEZONE is 'Mars/Olympus'; allowed:"),
        ("RAPPORT_REMIND_AT", "25:00", "RAPPORT_REMIND_AT is '25:00'; allowed:"),
    ],
)
def test_a_wrong_setting(rapport: Rapport, setting: str, value: str, said: str) -> None:
    result = rapport("doctor", **{setting: value})
    assert result.exit_code == 1
    assert wrong(result)[0].startswith(said)


def test_no_database_yet_and_none_is_made(rapport: Rapport, folder: Path) -> None:
    result = rapport("doctor")
    assert result.exit_code == 1
    assert "there is no database at data/rapport.db yet" in wrong(result)[0]
    assert not (folder / "data").exists()


def at_default_place(folder: Path) -> Path:
    (folder / "data").mkdir()
    return folder / "data" / "rapport.db"


def test_an_empty_database(rapport: Rapport, folder: Path) -> None:
    sqlite3.connect(at_default_place(folder)).close()
    at_file = folder / "data" / "rapport.db"
    at_file.touch()
    assert "is empty" in wrong(rapport("doctor"))[0]


def test_a_file_that_is_no_database(rapport: Rapport, folder: Path) -> None:
    at_default_place(folder).write_text("Dear diary, " * 1000)
    assert "is no database of ours" in wrong(rapport("doctor"))[0]


def test_another_revision(rapport: Rapport, store: Store, folder: Path) -> None:
    store.close()
    with sqlite3.connect(folder / "data" / "rapport.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'older'")
    connection.close()
    assert "the database is at revision older, not" in wrong(rapport("doctor"))[0]


def test_a_database_that_does_not_answer(rapport: Rapport) -> None:
    result = rapport("doctor", RAPPORT_DATABASE_URL="postgresql://me:secret@127.0.0.1:9/rapport")
    assert "does not answer" in wrong(result)[0]
    assert "secret" not in result.output


def test_postgresql_is_well(rapport: Rapport, postgres_url: str) -> None:
    result = rapport("doctor", RAPPORT_DATABASE_URL=postgres_url)
    assert wrong(result) == []
    assert "SQLite" not in result.output


def test_a_token_that_telegram_refuses(rapport: Rapport, store: Store, loopback: Loopback) -> None:
    assert store
    token = "123456789:" + "A" * 35
    result = rapport("doctor", **loopback.environment | {"RAPPORT_TOKEN": token})
    assert "refuses RAPPORT_TOKEN" in wrong(result)[0]
    assert token not in result.output


def test_telegram_out_of_reach(rapport: Rapport, store: Store) -> None:
    assert store
    token = "123456789:" + "A" * 35
    result = rapport("doctor", RAPPORT_TOKEN=token, RAPPORT_API_URL="http://127.0.0.1:9")
    assert "http://127.0.0.1:9 does not answer" in wrong(result)[0]
    assert token not in result.output


def test_a_database_of_another_bot(rapport: Rapport, store: Store, loopback: Loopback) -> None:
    with store.transaction() as session:
        binding.bind(session, 7)
    assert "the database belongs to bot 7" in wrong(rapport("doctor", **loopback.environment))[0]


def test_a_webhook_elsewhere_is_told(rapport: Rapport, store: Store, loopback: Loopback) -> None:
    assert store
    environment = loopback.environment | {
        "RAPPORT_WEBHOOK_URL": "https://bot.example/hook",
        "RAPPORT_WEBHOOK_SECRET": "s",
    }
    assert "updates go to nowhere, not to https://bot.example/hook" in rapport("doctor", **environment).output


def test_a_trail_that_was_tampered_with(rapport: Rapport, store: Store, loopback: Loopback) -> None:
    with store.transaction() as session:
        for customer in (1, 2, 3):
            note(session, "customer.seen", Subject("customer", customer), Hand(None, NOW))
        seal_new(session)
    assert wrong(rapport("doctor", **loopback.environment)) == []

    with store.transaction() as session:
        session.exec(select(EventRow).where(col(EventRow.place) == 2)).one().subject_id = 7
    result = rapport("doctor", **loopback.environment)
    assert result.exit_code == 1
    assert "number 2 was changed, put in or taken out" in wrong(result)[0]


def given_up(store: Store) -> None:
    with store.transaction() as session:
        row = InboxRow(key="1:1:x", lane=1, update_id=1, payload="{}", due_at=NOW, state="trouble", tries=3)
        row.trouble, row.settled_at = "Traceback …\nValueError: no such thing", NOW
        session.add(row)


def test_what_was_given_up_is_listed_and_tried_again(rapport: Rapport, store: Store) -> None:
    given_up(store)
    first = rapport("doctor")
    assert wrong(first) == ["inbox: 1 rows were given up → mend the cause, then `rapport doctor --replay`"]
    assert "inbox 1 (1:1:x), 3 tries: ValueError: no such thing" in first.output
    second = rapport("doctor", "--replay")
    assert "inbox: 1 rows are tried again" in second.output
    assert second.exit_code == 0
    with store.transaction() as session:
        assert INBOX.troubles(session) == []


def test_a_broken_invariant(rapport: Rapport, store: Store) -> None:
    with store.transaction() as session:
        session.add(InboxRow(key="1:1:x", lane=1, update_id=1, due_at=NOW, state="done"))
    result = rapport("doctor")
    assert result.exit_code == 1
    assert wrong(result)[0].startswith("inbox settled")


def test_a_clock_that_went_back(rapport: Rapport, store: Store) -> None:
    with store.transaction() as session:
        ahead = NOW + timedelta(days=9_999)
        session.add(InboxRow(key="1:1:x", lane=1, update_id=1, due_at=NOW, state="done", settled_at=ahead))
    assert "the clock went back" in wrong(rapport("doctor"))[0]


def test_a_clock_in_the_past() -> None:
    (verdict,) = doctor.examine_clock(datetime(1970, 1, 1, tzinfo=UTC))
    assert verdict.grade is Grade.WRONG
    assert "1970-01-01" in verdict.what
