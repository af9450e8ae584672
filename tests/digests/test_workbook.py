"""The workbook of a digest: what its reader may see, in their language, with real days and sums."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from sqlmodel import Session, col, select

from bot.jobs.digest_workbooks import DigestWorkbooks
from papers.worker import Worker
from sales.customers import Stage
from sales.digests import Asked, Pace, until
from sales.kinds import Category, Kind
from sales.people import Role
from storage.company import people
from storage.figures.rates import remember_currency
from storage.queues.jobs import Job
from storage.store import Store
from storage.tables.customers import CustomerRow
from storage.tables.dealings import ReceivableRow
from storage.tables.events import EventRow
from storage.tables.foresight import CustomerScoreRow
from storage.tables.imports import PaperRow
from storage.tables.people import MemberRow, MembershipRow
from storage.tables.queues import OutboxRow
from storage.tables.tellings import ComplaintRow
from tests.people.company import customer_of, found_company
from tests.people.entries import put_entry

NOW = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
TODAY = date(2026, 3, 5)
YESTERDAY = TODAY - timedelta(days=1)
WEEK = Asked(Pace.WEEK, until(Pace.WEEK, TODAY))


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def _happened(session: Session) -> dict[str, int]:
    """At =Acme, which is Anna's in East, and at Max's Globex in West."""
    remember_currency(session, "CNY")
    company = found_company(session)
    for number, (owner, name) in enumerate((("Anna", "=Acme"), ("Max", "Globex")), start=1):
        customer_of(company, owner, name)
        who, sums = company[owner].id, {"amount_minor": 90_050 * number, "currency": "CNY"}
        put_entry(session, who, (number, Kind.VISIT), YESTERDAY, NOW)
        put_entry(session, who, (number, Kind.ORDER), YESTERDAY, NOW, **sums)
        about = {"category": Category.DELIVERY, "severity": "high"}
        entry = put_entry(session, who, (number, Kind.COMPLAINT), YESTERDAY, NOW, **about)
        told = ComplaintRow(entry_id=entry.id or 0, customer_id=number, promised_day=TODAY, state="promised")
        owed = ReceivableRow(customer_id=number, number="7", due_day=YESTERDAY, open_minor=1_234, currency="CNY")
        worth = CustomerScoreRow(customer_id=number, scored_on=TODAY, currency="CNY", lost=0.5, value_minor=5_000_000)
        session.add_all([told, owed, worth])
        session.get_one(CustomerRow, number).stage = Stage.SLIPPING
    session.get_one(MemberRow, company["Boris"].id).language = "zh"
    return company.members


async def make(store: Store, worker: Worker, member: int) -> str:
    job = Job(1, f"book:{member}", "digest.book", {**WEEK.facts, "member": member, "chat": member})
    await DigestWorkbooks(store, worker, lambda: NOW).make(job)
    return job.key


async def book_of(store: Store, key: str) -> Workbook:
    return load_workbook(BytesIO(await store.read(lambda session: session.get_one(PaperRow, key).content)))


def values(book: Workbook, sheet: str) -> list[list[Any]]:
    return [[_value(cell) for cell in row] for row in book[sheet].iter_rows()]


def _value(cell: Any) -> Any:  # noqa: ANN401 - as openpyxl has it
    """A day is kept as its first moment."""
    return cell.value.date() if cell.is_date else cell.value


async def test_a_manager_gets_what_they_may_see_in_their_language(any_store: Store, worker: Worker) -> None:
    company = await any_store.write(_happened)
    book = await book_of(any_store, await make(any_store, worker, company["Boris"]))
    assert book.sheetnames == ["汇总", "看每人", "按天", "投诉", "订单", "逾期", "好久没下单"]
    day = YESTERDAY
    assert values(book, "订单") == [
        ["日期", "客户", "业务员", "金额", "币种"],
        [day, "=Acme", "Anna", 900.5, "CNY"],
    ]
    assert values(book, "投诉")[1][:8] == [
        day,
        "=Acme",
        "Anna",
        "严重",
        "交货",
        "…",
        "已答应时间",
        TODAY,
    ]
    assert values(book, "逾期")[1] == [day, 1, "=Acme", "Anna", "7", 12.34, "CNY"]
    assert values(book, "好久没下单")[1] == ["=Acme", "Anna", None, None, 50, 50_000, "CNY"]
    assert values(book, "按天")[-1] == [day, 1, 0, 0, 1, 900.5, 0, 1, 0]
    assert [row[:2] for row in values(book, "看每人")[1:]] == [["Anna", 1], ["Rita", 0], ["小李", 0]]
    figures = {row[0]: row[1:] for row in values(book, "汇总")}
    assert (figures["团队"], figures["订单金额，CNY"]) == (["East", None], [900.5, 0])


async def test_headings_stay_filter_and_can_be_read_and_nothing_runs(any_store: Store, worker: Worker) -> None:
    company = await any_store.write(_happened)
    book = await book_of(any_store, await make(any_store, worker, company["Dora"]))
    assert {sheet.freeze_panes for sheet in book.worksheets} == {"A2"}
    assert book["Orders"].auto_filter.ref == "A1:E3"
    assert book["Orders"].column_dimensions["B"].width >= len("Customer") + 2
    name, amount, day = book["Orders"]["B2"], book["Orders"]["D2"], book["Orders"]["A2"]
    assert (name.data_type, name.quotePrefix, amount.number_format, day.is_date) == ("s", True, "#,##0.00", True)
    assert [row[1] for row in values(book, "Orders")[1:]] == ["=Acme", "Globex"]


async def test_who_leads_nobody_any_more_is_told_so_and_the_trail_tells_of_it(any_store: Store, worker: Worker) -> None:
    company = await any_store.write(_happened)
    await any_store.write(partial(_demote, member=company["Boris"]))
    key = await make(any_store, worker, company["Boris"])
    told = await any_store.read(lambda session: [one.facts["text"] for one in session.exec(select(OutboxRow))])
    assert told == ["这些不归你导出：单发 /export，就能拿到你能看到的全部。"]
    assert await any_store.read(lambda session: session.get(PaperRow, key)) is None
    deeds = await any_store.read(lambda session: [one.action for one in session.exec(select(EventRow))])
    assert "export.refused" in deeds


def _demote(session: Session, *, member: int) -> None:
    place = session.exec(select(MembershipRow).where(col(MembershipRow.member_id) == member)).one()
    people.add_place(session, member=member, role=Role.REP, team=place.team_id)
    session.delete(place)
