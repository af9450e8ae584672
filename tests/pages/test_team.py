"""The page of a team: its sellers, their targets and cards, as far as the reader leads them."""

import re

import pytest

from sales.hands import Hand
from sales.kinds import Kind
from sales.measures import Measure
from sales.targets import Span, Target
from storage.figures.rates import remember_currency
from storage.tables.access import AbsenceRow
from storage.targets.keeping import set_target
from tests.pages.conftest import House
from tests.people.company import NOON, customer_of
from tests.people.entries import put_entry


@pytest.fixture
async def filled(house: House) -> House:
    """Anna (two customers, one visit of four), 小李 (on leave) and Rita sell in East and South, Max in West."""
    with house.store.transaction() as session:
        remember_currency(session, "USD")
        company, anna = house.company(session), house.ids["Anna"]
        about = (customer_of(company, "Anna", "Acme"), Kind.VISIT)
        customer_of(company, "Anna", "Initech")
        customer_of(company, "Max", "Globex")
        put_entry(session, anna, about, NOON.date(), NOON)
        target = Target(Measure.VISITS, Span.MONTH, 4)
        set_target(session, member=anna, target=target, by=Hand(house.ids["Boris"], NOON))
        day = NOON.date()
        session.add(AbsenceRow(member_id=house.ids["小李"], first_day=day, last_day=day, state="active", asked_at=NOON))
    await house.sign_in("Boris")
    return house


def rows(page: str) -> dict[str, str]:
    found = re.findall(r'<tr><th scope="row">([^<]+)(.*?)</tr>', page, re.DOTALL)
    return {name: " ".join(re.sub(r"<[^>]*>", " ", rest).split()) for name, rest in found}


async def test_who_sells_for_the_reader(filled: House) -> None:
    page = (await filled.browser.get("/pages/team")).text
    assert rows(page) == {"Anna": "East 2", "Rita": "East, West 0", "小李": "away South 0"}
    assert 'aria-label="Customers of Anna: 2"' in page


async def test_the_work_of_the_month_is_fetched_and_each_opens(filled: House) -> None:
    """Rita, who sells in West, too, is a seller of the reader; Boris, who made a visit himself, is none."""
    with filled.store.transaction() as session:
        about = (customer_of(filled.company(session), "Anna", "Padma"), Kind.VISIT)
        put_entry(session, filled.ids["Boris"], about, NOON.date(), NOON)
    page = (await filled.browser.post("/pages/team", {"part": "work"})).text
    assert page.count('action="/pages/seller"') == 3
    assert rows(page)["Boris"].startswith("1 ")
    assert rows(re.sub("<(form|button)[^>]*>", "", page))["Anna"] == "1 0 3 US$0 US$0"
    anna = filled.ids["Anna"]
    opened = (await filled.browser.post("/pages/seller", {"seller": str(anna)})).text
    assert "<h1>Anna</h1>" in opened
    assert f'value="{anna}">Customers of Anna: 3' in opened
    counted = (await filled.browser.post("/pages/seller", {"seller": str(anna), "part": "work"})).text
    assert rows(counted) == {"This week": "1 0 3 US$0 US$0", "This month": "1 0 3 US$0 US$0"}
    assert "Visits made, This month: 1 of 4" in counted


async def test_nobody_opens_who_sells_for_others(filled: House) -> None:
    for said in (str(filled.ids["Max"]), "0", "x"):
        answer = await filled.browser.post("/pages/seller", {"seller": said, "part": "work"})
        assert "<h1>Team</h1>" in answer.text


async def test_targets_are_fetched(filled: House) -> None:
    page = (await filled.browser.post("/pages/team", {"part": "targets"})).text
    assert "Visits made, This month: 1 of 4" in page
    assert '<progress max="100" value="25">' in page
    assert page.count("No targets are set") == 2


async def test_cards_are_fetched(filled: House) -> None:
    page = (await filled.browser.post("/pages/team", {"part": "cards"})).text
    assert rows(page[page.index('id="cards"') :]) == {"Anna": "2 0% – 0"}


async def test_the_number_of_customers_leads_to_them(filled: House) -> None:
    page = (await filled.browser.post("/pages/customers", {"owner": str(filled.ids["Anna"])})).text
    assert set(re.findall(r'name="customer" value="\d+">([^<]+)', page)) == {"Acme", "Initech"}
