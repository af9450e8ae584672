"""The plan of a year as a workbook: within what who asks may see, and with sums that follow the growth."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet
from sqlmodel import Session, col, select

from bot.jobs.year_plans import YearPlans
from papers.worker import Worker
from papers.year_book import Line, YearSheet, write_year
from sales.kinds import Kind
from sales.year_plan import months_before
from storage.figures.rates import remember_currency
from storage.queues.jobs import Job
from storage.store import Store
from storage.tables.customers import CustomerRow
from storage.tables.events import EventRow
from storage.tables.imports import PaperRow
from storage.tables.queues import OutboxRow
from tests.people.company import customer_of, found_company
from tests.people.entries import put_entry
from tests.visit_plans.books import says

NOW = datetime(2026, 3, 16, 9, tzinfo=UTC)
LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def test_the_twelve_whole_months_before_this_one() -> None:
    months = months_before(date(2026, 3, 31))
    assert (months[0].first, months[-1].last, len(months)) == (date(2025, 3, 1), date(2026, 2, 28), 12)


def sheet_of(*lines: Line) -> Worksheet:
    headings = ("Region", "Figure", *(f"M{number}" for number in range(12)), "Sum", "Growth", "Plan")
    content = write_year([YearSheet("By region", headings, lines, "Together")])
    return load_workbook(BytesIO(content))["By region"]


def worked_out(sheet: Worksheet, place: str) -> float:
    """What a spreadsheet program shows there: the few functions that the book uses."""
    told = sheet[place].value
    if not isinstance(told, str) or not told.startswith("="):
        return float(told or 0)
    match told[1:].partition("("):
        case "SUM", _, rest:
            return sum(worked_out(sheet, one) for one in cells(rest.rstrip(")")))
        case "SUMIFS", _, rest:
            summed, where, wanted = rest.rstrip(")").replace("$", "").split(",")
            pairs = zip(cells(summed), cells(where), strict=True)
            return sum(worked_out(sheet, one) for one, other in pairs if sheet[other].value == sheet[wanted].value)
        case _:
            total, growth = told[1:].rstrip(")").split("*(1+")
            return worked_out(sheet, total) * (1 + worked_out(sheet, growth))


def cells(span: str) -> list[str]:
    first, top, last, bottom = range_boundaries(span)
    rows, columns = range(int(top or 0), int(bottom or 0) + 1), range(int(first or 0), int(last or 0) + 1)
    return [f"{chr(64 + column)}{row}" for row in rows for column in columns]


def test_plan_and_sums_follow_the_growth() -> None:
    east = [Line("East", "Orders", tuple(range(12))), Line("East", "Visits", (1,) * 12)]
    sheet = sheet_of(*east, Line("=cmd|West", "Orders", (10,) * 12))
    assert [worked_out(sheet, f"O{row}") for row in (2, 3, 4)] == [66, 12, 120]
    sheet["P2"], sheet["P4"] = 0.5, 0.1
    assert round(worked_out(sheet, "Q2") + worked_out(sheet, "Q4"), 6) == 99 + 132
    assert (sheet["A5"].value, sheet["B5"].value, sheet["B6"].value) == ("Together", "Orders", "Visits")
    assert round(worked_out(sheet, "Q5"), 6) == 231
    assert worked_out(sheet, "O6") == worked_out(sheet, "Q6") == 12
    assert sheet["P5"].value == "=IF(O5=0,0,Q5/O5-1)"
    assert sheet["A4"].data_type == "s"


def _happened(session: Session) -> dict[str, int]:
    """Anna sells in East, Max in West; what is of this month, or older than a year, is not counted."""
    remember_currency(session, "CNY")
    company = found_company(session)
    for owner, name, region in (("Anna", "Acme", "Pudong"), ("Max", "Globex", "")):
        customer = customer_of(company, owner, name)
        session.get_one(CustomerRow, customer).created_at = LONG_AGO
        if region:
            says(company, customer, "region", region)
        for day in (date(2025, 2, 28), date(2025, 3, 1), date(2026, 2, 28), date(2026, 3, 1)):
            put_entry(session, company[owner].id, (customer, Kind.ORDER), day, NOW, amount_minor=100_00, currency="CNY")
            put_entry(session, company[owner].id, (customer, Kind.VISIT), day, NOW)
    return company.members


async def made(store: Store, worker: Worker, member: int) -> dict[str, list[list[Any]]]:
    job = Job(1, f"year:{member}", "year_plan", {"member": member, "chat": member})
    await YearPlans(store, worker, lambda: NOW).make(job)
    content = await store.read(lambda session: session.get_one(PaperRow, job.key).content)
    book = load_workbook(BytesIO(content))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


async def test_who_asks_gets_what_they_may_see(any_store: Store, worker: Worker) -> None:
    members = await any_store.write(_happened)
    everything = await made(any_store, worker, members["Dora"])
    east = await made(any_store, worker, members["Boris"])

    assert list(everything) == ["By region", "By rep"]
    assert {row[0] for row in everything["By region"][1:]} == {"Pudong", "not known", "Together"}
    assert {row[0] for row in everything["By rep"][1:]} == {"Anna", "Max", "Together"}
    assert {row[0] for row in east["By rep"][1:]} == {"Anna", "Together"}
    orders, paid, visits, new = east["By region"][1:5]
    assert (orders[1], orders[2:14]) == ("Orders in money, CNY", [100, *([0] * 10), 100])
    assert (visits[1], sum(visits[2:14]), sum(paid[2:14]), sum(new[2:14])) == ("Visits made", 2, 0, 0)


async def test_without_anything_to_go_by_or_a_team_there_is_a_sentence(store: Store, worker: Worker) -> None:
    members = await store.write(lambda session: found_company(session).members)
    for name in ("Boris", "Anna"):
        job = Job(1, f"year:{name}", "year_plan", {"member": members[name], "chat": members[name]})
        await YearPlans(store, worker, lambda: NOW).make(job)
    said, noted = await store.read(_said)
    assert [words.splitlines()[0] for words in said] == [
        "The last twelve months have nothing to plan from yet.",
        "Only managers and administrators can do that.",
    ]
    assert noted == ["export.refused"]


def _said(session: Session) -> tuple[list[str], list[str]]:
    rows = session.exec(select(OutboxRow).order_by(col(OutboxRow.id)))
    deeds = session.exec(select(EventRow.action).where(col(EventRow.action).startswith("export")))
    return [str(row.facts["text"]) for row in rows], list(deeds)
