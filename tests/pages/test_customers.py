"""The list of customers and a customer's own page: who sees what, by what it is searched, and at what cost."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event
from sqlmodel import Session

from sales.page_views import CustomersFound, Search
from sales.segments import Chosen, Segment, segment_of
from storage.cards.looking_through import PAGE, looked_through
from storage.cards.names import learn_alias
from storage.store import Store
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow
from tests.pages.conftest import House
from tests.people.company import NOON, Company, customer_of

TODAY = NOON.date()


def names(found: CustomersFound) -> list[str]:
    return [line.customer.name for line in found.lines]


def found(company: Company, who: str, words: str = "", *chosen: Chosen) -> list[str]:
    return names(looked_through(company.session, company[who], Search(words, segment_of(chosen)), TODAY))


@pytest.fixture
def filled(company: Company) -> Company:
    """Anna's Acme with another name and class A, 恒大钢铁 who is slipping, Max's Globex, and 100 % Cotton."""
    acme = customer_of(company, "Anna", "Acme Tools")
    learn_alias(company.session, company["Anna"], customer=acme, name="The Anvil Shop")
    company.session.get_one(CustomerRow, acme).grade = "A"
    hengda = customer_of(company, "小李", "恒大钢铁")
    company.session.get_one(CustomerRow, hengda).stage = "slipping"
    customer_of(company, "Max", "Globex")
    customer_of(company, "Anna", "100% Cotton")
    company.session.add(CustomerFiguresRow(customer_id=acme, last_order=date(2026, 2, 2), currency="USD"))
    company.session.flush()
    return company


@pytest.mark.parametrize(
    ("who", "words", "chosen", "there"),
    [
        ("Boris", "", (), ["100% Cotton", "Acme Tools", "恒大钢铁"]),
        ("Max", "", (), ["Globex"]),
        ("Boris", "tools ACME", (), ["Acme Tools"]),
        ("Boris", "anvil", (), ["Acme Tools"]),
        ("Boris", "恒大", (), ["恒大钢铁"]),
        ("Boris", "0%", (), ["100% Cotton"]),
        ("Boris", "_", (), []),
        ("Boris", "globex", (), []),
        ("Boris", "", (Chosen("grade", ("A",)),), ["Acme Tools"]),
        ("Boris", "", (Chosen("stage", ("slipping",)),), ["恒大钢铁"]),
        ("Boris", "acme", (Chosen("stage", ("slipping",)),), []),
        ("Carl", "", (Chosen("grade", ("A",)),), []),
    ],
)
def test_what_is_found(filled: Company, who: str, words: str, chosen: tuple[Chosen, ...], there: list[str]) -> None:
    assert found(filled, who, words, *chosen) == there


def test_by_code_and_by_owner(filled: Company) -> None:
    [line] = looked_through(filled.session, filled["Boris"], Search("acme"), TODAY).lines
    assert (line.grade, line.stage, line.ordered, line.owner) == ("A", "prospect", date(2026, 2, 2), "Anna")
    assert found(filled, "Boris", line.customer.code.lower()) == ["Acme Tools"]
    assert found(filled, "Boris", "", Chosen("owner", (str(filled.members["小李"]),))) == ["恒大钢铁"]


def test_who_may_not_see_the_class_and_the_orders_reads_none(filled: Company) -> None:
    [line] = looked_through(filled.session, filled["Carl"], Search("acme"), TODAY).lines
    assert (line.customer.name, line.grade, line.stage, line.ordered) == ("Acme Tools", None, None, None)


def test_pages_follow_each_other_without_gaps(company: Company) -> None:
    for number in range(2 * PAGE + 3):
        customer_of(company, "Anna", ("same name", f"Éclair {number % 7}", "acme")[number % 3])
    read: list[int] = []
    search = Search()
    while True:
        page = looked_through(company.session, company["Boris"], search, TODAY)
        read += [line.customer.id for line in page.lines]
        if page.more is None:
            break
        search = Search(after=page.more)
    assert page.total == len(read) == len(set(read)) == 2 * PAGE + 3


@contextmanager
def counted(store: Store) -> Iterator[list[str]]:
    """The statements that are run on the reading connections meanwhile."""
    said: list[str] = []

    def note(*about: object) -> None:
        said.append(str(about[2]))

    event.listen(store._engines.read, "before_cursor_execute", note)  # noqa: SLF001 - the store shows only the writing one
    yield said
    event.remove(store._engines.read, "before_cursor_execute", note)  # noqa: SLF001


@pytest.mark.parametrize(
    ("page", "most"), [("customers", 14), ("complaints", 9), ("slipping", 14), ("team", 14), ("digest", 40)]
)
async def test_as_many_questions_for_a_thousand_customers_as_for_ten(house: House, page: str, most: int) -> None:
    await house.sign_in("Boris")
    counts = []
    for more in (10, 990):
        with house.store.transaction() as session:
            company = house.company(session)
            for number in range(more):
                customer_of(company, "Anna", f"{more} {number}")
        with counted(house.store) as said:
            answer = await house.browser.get(f"/pages/{page}")
        assert answer.status == 200
        counts.append(len(said))
    assert counts[0] == counts[1] <= most


async def test_a_customer_s_page_and_the_way_back(house: House) -> None:
    with house.store.transaction() as session:
        company = house.company(session)
        acme, globex = customer_of(company, "Anna", "Acme <Tools>"), customer_of(company, "Max", "Globex")
    await house.sign_in("Boris")
    listed = await house.browser.post("/pages/customers", {"words": "acme", "grade": "Z", "after": "-1"})
    assert "Acme &lt;Tools&gt;" in listed.text
    assert re.search(r'name="words" value="acme"', listed.text)
    page = await house.browser.post("/pages/customer", {"customer": str(acme), "words": "acme"})
    assert "<h1>Acme &lt;Tools&gt;</h1>" in page.text
    assert re.search(r'name="words" value="acme"', page.text), "the list that one came from"
    for wrong in (str(globex), "0", "-1", "x", "9" * 30, ""):
        gone = await house.browser.post("/pages/customer", {"customer": wrong})
        assert (gone.path, "Globex" in gone.text) == ("/pages/customers", False)
    assert (await house.browser.get("/pages/customer")).path == "/pages/customers"


async def test_a_sign_that_no_database_takes_is_left_out(house: House) -> None:
    await house.sign_in("Boris")
    listed = await house.browser.post("/pages/customers", {"words": "ac\0me"})
    assert (listed.status, 'name="words" value="acme"' in listed.text) == (200, True)


def test_nobody_chooses_by_what_they_may_not_see(session: Session, company: Company) -> None:
    customer_of(company, "Max", "Globex")
    hidden = Search(segment=Segment((Chosen("owner", (str(company.members["Max"]),)),)))
    assert names(looked_through(session, company["Boris"], hidden, TODAY)) == []
