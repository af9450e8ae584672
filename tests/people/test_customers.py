"""Looking customers up: names, other names, directories and pages."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from storage.cards import customer_cards, customer_list, directory, names
from storage.cards.directory import Listed
from storage.store import Store
from storage.tables.customers import ContactRow, CustomerRow
from tests.people.company import Company, customer_of


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session


@pytest.fixture
def acme(company: Company) -> int:
    return customer_of(company, "Anna", "Acme Tools Ltd.")


def contact(session: Session, customer: int, name: str) -> ContactRow:
    row = ContactRow(customer_id=customer, name=name)
    session.add(row)
    session.flush()
    return row


@pytest.mark.parametrize("said", ["Acme Tools Ltd.", "acme  tools ltd.", " ACME TOOLS LTD. ", "ac tools"])
def test_a_customer_is_found_by_name_and_alias(session: Session, company: Company, acme: int, said: str) -> None:
    names.learn_alias(session, company["Anna"], customer=acme, name="AC Tools")
    assert [one.id for one in names.by_name(session, company["Anna"], said)] == [acme]


def test_an_alias_is_learnt_once(session: Session, company: Company, acme: int) -> None:
    learnt = [
        names.learn_alias(session, company["Anna"], customer=acme, name=name)
        for name in ("AC", " ac ", "acme tools ltd.", " ")
    ]
    assert learnt == [True, False, False, False]


def test_the_directory_holds_all_names(session: Session, company: Company, acme: int) -> None:
    names.learn_alias(session, company["Anna"], customer=acme, name="AC")
    contact(session, acme, "Sarah Lee")
    contact(session, acme, "Tom").withdrawn = True
    session.flush()
    assert directory.directory(session, company["Anna"]) == [Listed(acme, "Acme Tools Ltd.", ("AC",), ("Sarah Lee",))]


def test_the_stamp_changes_with_everything_in_the_directory(session: Session, company: Company, acme: int) -> None:
    anna = company["Anna"]
    stamps = [directory.directory_stamp(session, anna)]

    def changed() -> None:
        session.flush()
        stamps.append(directory.directory_stamp(session, anna))

    names.learn_alias(session, anna, customer=acme, name="AC")
    changed()
    person = contact(session, acme, "Sarah Lee")
    changed()
    person.withdrawn = True
    changed()
    session.get_one(CustomerRow, acme).name = "Acme Ltd."
    changed()
    session.get_one(CustomerRow, acme).owner_id = company.members["Max"]
    changed()
    customer_of(company, "Anna", "Globex")
    changed()
    assert len(set(stamps)) == len(stamps)


def test_the_stamp_stays_while_nothing_changes(session: Session, company: Company, acme: int) -> None:
    assert acme
    first = directory.directory_stamp(session, company["Anna"])
    customer_of(company, "Max", "Not Anna's")
    assert directory.directory_stamp(session, company["Anna"]) == first


def test_pages_are_sorted_by_name_and_end_at_the_last(session: Session, company: Company) -> None:
    for name in ("beta", "Alpha", "Delta", "cobalt", "Echo"):
        customer_of(company, "Anna", name)
    second = customer_list.page(session, company["Anna"], page=2, size=2)
    beyond = customer_list.page(session, company["Anna"], page=9, size=2)
    assert [one.name for one, _ in second.lines] == ["cobalt", "Delta"]
    assert (beyond.page, beyond.pages, beyond.total) == (3, 3, 5)


def test_somebody_without_customers_has_one_empty_page(session: Session, company: Company) -> None:
    empty = customer_list.page(session, company["Anna"], page=1, size=10)
    assert (empty.page, empty.pages, empty.total, empty.lines) == (1, 1, 0, ())


def test_a_card_of_a_customer_without_history(session: Session, company: Company, acme: int) -> None:
    card = customer_cards.card(session, company["Boris"], acme)
    assert card is not None
    assert (card.owner, card.entries, card.open, card.complaints) == ("Anna", (), (), 0)
