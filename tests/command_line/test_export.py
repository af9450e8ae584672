"""`rapport export`: what went in comes out, and what was taken back does not."""

import json
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from sqlmodel import Session

from sales.drafts import Draft
from sales.kinds import Calendar, Category, Field, Kind, Sentiment, Severity
from sales.money import Money
from sales.people import Member
from sales.tellings import Entry, Fact, FollowUp, Item, Party, Telling
from storage.cards import names
from storage.store import Store
from storage.told import journal
from storage.told.journal import By
from tests.command_line.conftest import Rapport
from tests.people.company import found_company

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
ACME, DAY = Party("Acme <Tools> 恒大"), date(2026, 11, 21)
TOLD = Telling(
    (
        Entry(Kind.VISIT, ACME, DAY, "met her", contacts=("Sarah Lee",)),
        Entry(Kind.ORDER, ACME, DAY, "12 boxes", amount=Money.of("340.50", "USD"), items=(Item("box", "12", "pcs"),)),
        Entry(Kind.PAYMENT, ACME, DAY, "paid", amount=Money.of(1200, "JPY")),
        Entry(Kind.COMPLAINT, ACME, DAY, "late", category=Category.DELIVERY, severity=Severity.HIGH),
        Entry(Kind.FEEDBACK, ACME, DAY, "pricey", sentiment=Sentiment.NEGATIVE),
        Entry(Kind.CALL, None, DAY, "nobody there", attempt=True),
    ),
    (
        FollowUp(ACME, date(2026, 11, 25), "send a quote", at=time(15), who="Tom", contacts=("Sarah Lee",)),
        FollowUp(ACME, None, "call"),
    ),
    (Fact("Sarah Lee", Field.BIRTHDAY, "--08-15", Calendar.LUNAR, ACME),),
)

Lines = dict[str, list[dict[str, object]]]


def tell(session: Session, member: Member, message: int, told: Telling) -> int:
    draft = Draft(chat=1004, message=message, moment=NOW, text="…", telling=told)
    return journal.record(session, draft=draft, by=By(member, NOW, time(9)))


@pytest.fixture
def exported(rapport: Rapport, store: Store, folder: Path) -> Lines:
    with store.transaction() as session:
        anna = found_company(session)["Anna"]
        tell(session, anna, 11, TOLD)
        undone = tell(session, anna, 12, Telling((Entry(Kind.VISIT, Party("Gone Ltd."), DAY, "…"),), (), ()))
        journal.undo(session, telling=undone, by=By(anna, NOW, time(9)))
        names.learn_alias(session, anna, customer=1, name="AC")
    result = rapport("export", "--out", "out/here")
    assert result.exit_code == 0
    return {
        file.stem: [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        for file in (folder / "out" / "here").iterdir()
    }


def test_there_is_a_file_for_each(exported: Lines) -> None:
    assert {name: len(lines) for name, lines in exported.items()} == {
        "customers": 1,
        "contacts": 1,
        "entries": 6,
        "followups": 2,
        "complaints": 1,
    }


def test_each_line_names_the_contract(exported: Lines) -> None:
    assert {line["contract"] for lines in exported.values() for line in lines} == {1}


def test_entries_have_the_contracts_fields(exported: Lines) -> None:
    visit, order, payment, complaint, feedback, call = exported["entries"]
    assert visit == {
        "contract": 1,
        "id": 1,
        "kind": "visit",
        "customer": "Acme <Tools> 恒大",
        "on": "2026-11-21",
        "contacts": ["Sarah Lee"],
        "amount": None,
        "items": [],
        "attempt": False,
        "text": "met her",
        "member": "Anna",
        "chat": 1004,
        "message": 11,
        "said_at": "2026-11-21T08:00:00+00:00",
    }
    assert order["amount"] == {"value": 340.5, "currency": "USD"}
    assert order["items"] == [{"text": "box", "quantity": "12", "unit": "pcs"}]
    assert payment["amount"] == {"value": 1200, "currency": "JPY"}
    assert (complaint["category"], complaint["severity"]) == ("delivery", "high")
    assert feedback["sentiment"] == "negative"
    assert (call["customer"], call["attempt"]) == (None, True)


def test_follow_ups(exported: Lines) -> None:
    first, second = exported["followups"]
    assert (first["due"], first["who"], first["contacts"]) == ("2026-11-25T15:00", "Tom", ["Sarah Lee"])
    assert (first["state"], first["owner"]) == ("open", "Anna")
    assert second["due"] is None


def test_customers_contacts_and_complaints(exported: Lines) -> None:
    (customer,), (contact,), (complaint,) = exported["customers"], exported["contacts"], exported["complaints"]
    assert (customer["name"], customer["aliases"], customer["owner"]) == ("Acme <Tools> 恒大", ["AC"], "Anna")
    assert (contact["name"], contact["birthday"], contact["calendar"]) == ("Sarah Lee", "--08-15", "lunar")
    assert (complaint["entry"], complaint["state"], complaint["taken_by"]) == (4, "open", None)


def test_an_export_of_nothing_is_empty_files(rapport: Rapport, folder: Path) -> None:
    assert rapport("export", "--out", "out").exit_code == 0
    assert {file.read_text() for file in (folder / "out").iterdir()} == {""}


def test_a_folder_that_cannot_be_made(rapport: Rapport, folder: Path) -> None:
    (folder / "out").write_text("a file")
    result = rapport("export", "--out", "out/here")
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 1
    assert "out" in result.stderr


def test_a_database_away(rapport: Rapport) -> None:
    result = rapport("export", "--out", "out", RAPPORT_DATABASE_URL="postgresql://me:secret@127.0.0.1:9/rapport")
    assert result.exit_code == 3
    assert "RAPPORT_DATABASE_URL" in result.stderr
    assert "Traceback" not in result.output
    assert "secret" not in result.output
