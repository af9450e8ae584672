"""Lists are read in from the command line by the engine and under the rights of the chat."""

from pathlib import Path

import pytest
from sqlmodel import Session, select

from storage.store import Store
from storage.tables.customers import CustomerRow
from tests.command_line.conftest import Rapport
from tests.people.company import found_company


@pytest.fixture
def company(store: Store) -> Store:
    with store.transaction() as session:
        found_company(session)
    return store


@pytest.fixture
def file(folder: Path) -> str:
    path = folder / "list.csv"
    path.write_text("Customer,Phone\nAcme,+65 6555 0123\n,1\n", "utf-8")
    return str(path)


def names(session: Session) -> list[str]:
    return [row.name for row in session.exec(select(CustomerRow))]


def test_a_dry_run_only_shows_what_would_become_of_it(rapport: Rapport, company: Store, file: str) -> None:
    told = rapport("import", file, "--as", "Boris", "--dry-run")
    assert told.exit_code == 0
    assert "2 rows, 1 new" in told.output
    assert "Row 3: There is no customer's name." in told.output
    with company.transaction() as session:
        assert names(session) == []


def test_a_list_is_read_in(rapport: Rapport, company: Store, file: str) -> None:
    told = rapport("import", file, "--as", "boris", "--kind", "customers")
    assert told.exit_code == 0
    assert "✓ list.csv is in" in told.output
    with company.transaction() as session:
        assert names(session) == ["Acme"]


def test_what_cannot_be_done_is_said_in_a_line(rapport: Rapport, company: Store, file: str, folder: Path) -> None:
    assert company
    assert "nobody of that name" in rapport("import", file, "--as", "Mallory").output
    assert "there is no such file" in rapport("import", "nothing.csv", "--as", "Boris").output
    (folder / "list.csv").write_text("Wer,Wo\nAcme,Bonn\n", "utf-8")
    asked = rapport("import", file, "--as", "Boris")
    assert asked.exit_code == 1
    assert "Or say --kind." in asked.output
