"""Lists are read in from the command line by the engine and under the rights of the chat."""

from pathlib import Path

import pytest
from sqlmodel import Session, col, select

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


def test_it_says_how_it_is_taken_back_and_is(rapport: Rapport, company: Store, file: str) -> None:
    told = rapport("import", file, "--as", "Boris").output
    assert 'To take it back: rapport undo-import 1 --as "Boris"' in told
    assert "made no import 1" in rapport("undo-import", "1", "--as", "Max").output
    undone = rapport("undo-import", "1", "--as", "Boris")
    assert undone.exit_code == 0
    assert "Taken back: list.csv" in undone.output
    with company.transaction() as session:
        assert live(session) == []
    assert "import 1 was taken back" in rapport("undo-import", "1", "--as", "Boris").output


@pytest.mark.parametrize(
    ("said", "names"),
    [([], ["Acme"]), (["--resembling", "new"], ["Acme", "ACME Ltd"]), (["--resembling", "same"], ["Acme"])],
)
def test_rows_that_look_like_customers_on_record(
    rapport: Rapport, company: Store, file: str, said: list[str], names: list[str]
) -> None:
    rapport("import", file, "--as", "Boris")
    Path(file).write_text("Customer\nACME Ltd\n", "utf-8")
    told = rapport("import", file, "--as", "Boris", *said).output
    assert "Row 2: ACME Ltd looks like Acme." in told
    assert ("say --resembling same" in told) is (not said)
    with company.transaction() as session:
        assert live(session) == names


def live(session: Session) -> list[str]:
    rows = select(CustomerRow).where(col(CustomerRow.withdrawn).is_(False)).order_by(col(CustomerRow.id))
    return [row.name for row in session.exec(rows)]


def test_what_cannot_be_done_is_said_in_a_line(rapport: Rapport, company: Store, file: str, folder: Path) -> None:
    assert company
    assert "nobody of that name" in rapport("import", file, "--as", "Mallory").output
    assert "there is no such file" in rapport("import", "nothing.csv", "--as", "Boris").output
    (folder / "list.csv").write_text("Wer,Wo\nAcme,Bonn\n", "utf-8")
    asked = rapport("import", file, "--as", "Boris")
    assert asked.exit_code == 1
    assert "Or say --kind." in asked.output
