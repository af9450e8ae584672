"""`rapport erase`: a person is written down, erased, and nowhere in the file any more."""

import json
from pathlib import Path

import pytest
from sqlmodel import col, select

from storage.store import Store
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.events import EventRow
from storage.tables.tellings import TellingRow
from tests.command_line.conftest import Rapport
from tests.people.company import NOON, customer_of, found_company

TRACES = ("sarah lee", "9123 4567", "91234567", "sarah@acme.example")


@pytest.fixture
def sarah(store: Store) -> None:
    with store.transaction() as session:
        company = found_company(session)
        for name, phone in (("Acme", "+6591234567"), ("Globex", None)):
            at = customer_of(company, "Anna", name)
            session.add(ContactRow(customer_id=at, name="Max" if phone is None else "Sarah Lee", phone=phone))
        for number, text in enumerate(("Met Sarah Lee, 9123 4567, sarah@acme.example", "Met Max")):
            session.add(
                TellingRow(
                    chat_id=1004, message_id=number, member_id=4, said_at=NOON, zone="UTC", text=f"{text} {'…' * 4000}"
                )
            )


@pytest.mark.usefixtures("sarah")
def test_nothing_of_the_person_is_left_in_the_file(rapport: Rapport, store: Store, folder: Path) -> None:
    database = Path(store_file(store))
    result = rapport("erase", "sarah lee", "--export", "sarah.json", "--yes")
    assert result.exit_code == 0, result.output
    assert "Erased: P-" in result.output
    kept = json.loads((folder / "sarah.json").read_text("utf-8"))
    assert kept["contact"][0]["phone"] == "+6591234567"
    assert (folder / "sarah.json").stat().st_mode & 0o777 == 0o600
    files = [file.read_bytes().lower() for file in database.parent.glob(f"{database.name}*")]
    assert [trace for trace in TRACES[:2] for file in files if trace.encode() in file] == []
    with store.transaction() as session:
        names = session.exec(select(ContactRow.name).order_by(col(ContactRow.id))).all()
        assert names[0].startswith("P-")
        assert names[1] == "Max"
        assert session.exec(select(EventRow.action)).all() == ["person.exported", "person.erased"]


def store_file(store: Store) -> str:
    with store.transaction() as session:
        return str(session.connection().engine.url.database)


@pytest.mark.usefixtures("sarah")
def test_one_who_thinks_better_of_it_erases_nothing(rapport: Rapport, store: Store) -> None:
    result = rapport("erase", "Sarah Lee", input="n\n")
    assert result.exit_code == 1
    with store.transaction() as session:
        assert "Sarah Lee" in session.exec(select(ContactRow.name)).all()


@pytest.mark.usefixtures("sarah")
def test_a_name_that_nobody_has(rapport: Rapport) -> None:
    assert "There is nobody called Atlantis on record." in rapport("erase", "Atlantis", "--yes").output


@pytest.mark.usefixtures("sarah")
def test_of_several_the_customer_tells_which(rapport: Rapport, store: Store) -> None:
    with store.transaction() as session:
        globex = session.exec(select(CustomerRow.id).where(col(CustomerRow.name) == "Globex")).one()
        session.add(ContactRow(customer_id=globex or 0, name="Sarah Lee"))
    result = rapport("erase", "Sarah Lee", "--yes")
    assert "There are several: Sarah Lee (Acme); Sarah Lee (Globex)." in result.output
    assert rapport("erase", "Sarah Lee", "--at", "globex", "--yes").exit_code == 0
