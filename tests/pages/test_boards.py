"""The board of complaints and the list of who slips away, as pages over HTTP."""

from datetime import date, timedelta

import pytest

from sales.complaints import State
from sales.kinds import Kind, Severity
from storage.figures.rates import remember_currency
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow
from tests.pages.conftest import House
from tests.people.company import NOON, Company, customer_of
from tests.people.entries import put_entry


def complain(company: Company, customer: int, words: str, state: State, hours: int) -> None:
    session, anna, about = company.session, company.members["Anna"], (customer, Kind.COMPLAINT)
    entry = put_entry(session, anna, about, NOON.date(), NOON, text=words, severity=Severity.HIGH)
    by = NOON + timedelta(hours=hours)
    session.add(ComplaintRow(entry_id=entry.id or 0, customer_id=customer, state=state, answer_by=by))
    session.flush()


async def test_complaints_stand_by_state_and_the_late_ones_are_marked(house: House) -> None:
    with house.store.transaction() as session:
        company = house.company(session)
        acme, globex = customer_of(company, "Anna", "Acme"), customer_of(company, "Max", "Globex")
        complain(company, acme, "pump <broke> again", State.OPEN, -1)
        complain(company, acme, "wrong invoice", State.PROMISED, 5)
        complain(company, globex, "of another team", State.OPEN, -1)
    await house.sign_in("Boris")
    page = (await house.browser.get("/pages/complaints")).text
    assert "pump &lt;broke&gt; again" in page
    assert "of another team" not in page
    assert page.index("pump") < page.index("wrong invoice")
    assert page.count('class="alarm"') == 1
    late = (await house.browser.post("/pages/complaints", {"only": "late", "page": "99"})).text
    assert ("pump" in late, "wrong invoice" in late) == (True, False)
    mine = (await house.browser.post("/pages/complaints", {"only": "mine"})).text
    assert "No open complaint is yours." in mine
    odd = (await house.browser.post("/pages/complaints", {"only": "all of them", "page": "x"})).text
    assert "wrong invoice" in odd


@pytest.mark.parametrize("who", ["Boris", "Max"])
async def test_who_slips_away_stands_with_what_is_at_stake(house: House, who: str) -> None:
    with house.store.transaction() as session:
        remember_currency(session, "USD")
        session.get_one(MemberRow, house.ids["Boris"]).language = "zh"
        acme = customer_of(house.company(session), "Anna", "Acme")
        session.get_one(CustomerRow, acme).stage = "slipping"
        last, night = date(2026, 1, 1), NOON.date()
        session.add(CustomerFiguresRow(customer_id=acme, orders=5, last_order=last, usual_gap=21, currency="USD"))
        session.add(CustomerScoreRow(customer_id=acme, scored_on=night, currency="USD", value_minor=8_600_000))
    await house.sign_in(who)
    page = (await house.browser.post("/pages/slipping", {"team": str(house.teams["East"])})).text
    if who == "Boris":
        assert "Acme" in page
        assert "60" in page
        assert "8.6万" in page or "86,000" in page
        assert '<html lang="zh">' in page
    else:
        assert "Acme" not in page
        assert "No customer is scored yet." in page
