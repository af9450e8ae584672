"""The digest's page: comes at once, fetches its figures and its picture, and reads its days from a form."""

import base64
import re
from datetime import timedelta

import pytest

from sales.complaints import State
from sales.kinds import Kind
from storage.tables.tellings import ComplaintRow
from tests.pages.conftest import House
from tests.people.company import NOON, customer_of
from tests.people.entries import put_entry

FIGURES = {"part": "figures"}


@pytest.fixture
async def told(house: House) -> House:
    """Anna made a visit today; Max, of another team, made one, too."""
    with house.store.transaction() as session:
        company = house.company(session)
        for who in ("Anna", "Max"):
            about = (customer_of(company, who, f"Customer of {who}"), Kind.VISIT)
            put_entry(session, company.members[who], about, NOON.date(), NOON)
    await house.sign_in("Boris")
    return house


def row(page: str, name: str) -> list[str]:
    found = re.search(rf'<th scope="row">{name}</th>(.*?)</tr>', page)
    assert found, page
    return re.findall(r'<td class="number">([^<]*)', found[1])


async def test_the_figures_of_those_whom_the_reader_leads(told: House) -> None:
    page = (await told.browser.post("/pages/digest", FIGURES)).text
    assert "<h2>East, Mon 2 Mar" in page
    assert row(page, "Anna")[0] == "1"
    assert "Max" not in page


@pytest.mark.parametrize(
    ("form", "title"),
    [
        ({}, "East, Mon 2 Mar"),
        ({"pace": "month"}, "East, Sun 1 Mar – Mon 2 Mar"),
        ({"pace": "month", "before": "1"}, "East, Sun 1 Feb – Sat 28 Feb"),
        ({"pace": "year", "before": "no"}, "East, Mon 2 Mar"),
    ],
)
async def test_which_days(told: House, form: dict[str, str], title: str) -> None:
    page = (await told.browser.post("/pages/digest", {**FIGURES, **form})).text
    assert f"<h2>{title}" in page


async def test_what_needs_the_reader_opens_its_customer_and_leads_back_to_the_same_days(told: House) -> None:
    with told.store.transaction() as session:
        company = told.company(session)
        acme = customer_of(company, "Anna", "Acme")
        entry = put_entry(session, company.members["Anna"], (acme, Kind.COMPLAINT), NOON.date(), NOON)
        by = NOON - timedelta(hours=1)
        session.add(ComplaintRow(entry_id=entry.id or 0, customer_id=acme, state=State.OPEN, answer_by=by))
    page = (await told.browser.post("/pages/digest", {**FIGURES, "pace": "month"})).text
    assert re.search(
        rf'<li><form.*name="pace" value="month".*value="{acme}">1 Acme: answer due 19:00, not given<', page
    )
    about = {"customer": str(acme), "from": "digest", "pace": "month"}
    card = (await told.browser.post("/pages/customer", about)).text
    assert re.search(r'action="/pages/digest">.*name="pace" value="month"', card)


async def test_the_picture_stands_in_the_page_itself(told: House) -> None:
    page = (await told.browser.post("/pages/digest", {"part": "picture"})).text
    found = re.search(r'<img src="data:image/png;base64,([^"]+)" alt="The digest', page)
    assert found
    assert base64.b64decode(found[1]).startswith(b"\x89PNG")
