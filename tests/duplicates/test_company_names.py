"""Near-same names of the whole company: read once, then only what is new; always true of what stands on record now."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlmodel import Session

from handlers.duplicates.company_names import CompanyNames
from sales.known import About, Statement
from storage.cards.facts import set_fact
from storage.duplicates.company_names import NOTHING_READ, names_since
from storage.duplicates.merging import Two, merge_customers
from storage.tables.customers import AliasRow, CustomerRow
from tests.duplicates.records import hand
from tests.people.company import Company, customer_of


@pytest.fixture
def names() -> CompanyNames:
    return CompanyNames()


def near(names: CompanyNames, company: Company, who: str, name: str) -> list[tuple[str, bool]]:
    found = names.near(company.session, company[who], name)
    return [(one.customer.name, one.customer.seen) for one in found]


def test_those_of_others_are_found_and_marked(company: Company, names: CompanyNames) -> None:
    customer_of(company, "Max", "Globex Trading")
    customer_of(company, "Anna", "Acme Tools")
    assert near(names, company, "Anna", "Globex Trading Ltd") == [("Globex Trading", False)]
    assert near(names, company, "Anna", "Acme Tool") == [("Acme Tools", True)]
    assert near(names, company, "Anna", "Acme Oil") == []


def test_what_comes_later_is_known(company: Company, names: CompanyNames, session: Session) -> None:
    acme = customer_of(company, "Anna", "Acme Tools")
    assert near(names, company, "Anna", "The Yellow Shed") == []
    session.add(AliasRow(customer_id=acme, name="Yellow Shed"))
    session.flush()
    assert near(names, company, "Anna", "The Yellow Shed") == [("Acme Tools", True)]
    set_fact(session, Statement("name", "Globex"), of=About(acme), by=hand(company))
    assert near(names, company, "Anna", "Globex Ltd") == [("Globex", True)]
    assert near(names, company, "Anna", "Acme Tools Ltd") == []


def test_the_withdrawn_are_nobody_and_the_merged_live_on(
    company: Company, names: CompanyNames, session: Session
) -> None:
    one, other = customer_of(company, "Anna", "Acme Tools"), customer_of(company, "Anna", "Globex")
    gone = customer_of(company, "Anna", "Padma")
    near(names, company, "Anna", "Padma Ltd")
    session.get_one(CustomerRow, gone).withdrawn = True
    merge_customers(session, Two(one, other), choices={}, by=hand(company))
    assert near(names, company, "Anna", "Padma Ltd") == []
    assert near(names, company, "Anna", "Globex Ltd") == [("Acme Tools", True)]


@contextmanager
def counted(session: Session) -> Iterator[list[str]]:
    """The statements that are run meanwhile."""
    seen: list[str] = []

    def note(*args: object) -> None:
        seen.append(str(args[2]))

    event.listen(session.connection(), "before_cursor_execute", note)
    yield seen
    event.remove(session.connection(), "before_cursor_execute", note)


def test_only_what_is_new_is_listed(company: Company, session: Session) -> None:
    for number in range(500):
        session.add(CustomerRow(name=f"Acme {number}", created_at=hand(company).now))
    session.flush()
    every, mark = names_since(session, NOTHING_READ)
    assert len(every) == 500
    with counted(session) as seen:
        assert names_since(session, mark) == ((), mark)
    assert len(seen) == 3
    new = customer_of(company, "Anna", "Globex")
    fresh, _ = names_since(session, mark)
    assert new in {one.customer for one in fresh}
    assert len(fresh) <= 101
