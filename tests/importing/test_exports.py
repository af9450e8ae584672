"""What a member takes along: only what they may see, nothing that runs, and the template comes back as it went."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook
from sqlmodel import Session, select

from bot.jobs.exporting import Exporting
from papers.lists.reading import ListRead, Wish, read_list
from papers.lists.segments import Segment, read_segment
from papers.lists.templates import template_rows
from papers.spreadsheets import write_sheet
from sales.field_values import Customs
from sales.lists import ListKind
from storage.exports.addresses import SEGMENTS
from storage.queues.jobs import Job
from storage.tables.events import EventRow
from storage.tables.imports import PaperRow
from storage.tables.queues import OutboxRow
from tests.importing.conftest import Desk
from tests.people.company import NOON
from wording.cards.list_files import template
from wording.voice import Voice

LIST = (
    "Customer,Sales rep,Contact,Phone,Class,Region,Credit limit,Payment terms,No mailings,Greetings,Address\n"
    "Acme,Anna,Sarah,+65 6555 0123,A,East,1234.50,30,,,1 High St\n"
    "=HYPERLINK(1),Anna,Tom,,A,East,,,,no,\n"
    "Globex,Max,Eva,,A,East,,,,,2 Low St\n"
    "Hansa,Anna,Ida,,A,East,,,yes,,\n"
    "Nord,Anna,Jon,,B,East,,,,,\n"
)


async def exported(desk: Desk, who: str, **facts: object) -> dict[str, list[tuple[Any, ...]]]:
    await desk.take_in("Ada", LIST)
    member = desk.members[who]
    job = Job(
        1, f"export:{who}", "export", {"member": member, "chat": member, "addresses": False, "segment": {}, **facts}
    )
    await Exporting(desk.store, desk.engine.worker, lambda: NOON).make(job)
    content = await desk.store.read(lambda session: session.get_one(PaperRow, job.key).content)
    book = load_workbook(BytesIO(content))
    return {sheet.title: [tuple(row) for row in sheet.iter_rows()] for sheet in book.worksheets}


def values(rows: list[tuple[Any, ...]], heading: str) -> list[Any]:
    headings = [cell.value for cell in rows[0]]
    return [row[headings.index(heading)].value for row in rows[1:]]


async def test_a_rep_gets_their_own_and_a_director_all(desk: Desk) -> None:
    assert values((await exported(desk, "Anna"))["Customers"], "Customer name") == [
        "Acme",
        "=HYPERLINK(1)",
        "Hansa",
        "Nord",
    ]
    assert "Globex" in values((await exported(desk, "Ada"))["Customers"], "Customer name")


async def test_nothing_runs_and_sums_and_days_are_what_they_are(desk: Desk) -> None:
    sheets = await exported(desk, "Anna")
    customers, contacts = sheets["Customers"], sheets["Contacts"]
    name = customers[2][1]
    assert (name.data_type, name.quotePrefix) == ("s", True)
    assert values(customers, "Credit limit")[0] == 1234.5
    assert values(customers, "Payment terms")[0] == 30
    assert values(customers, "On record since")[0].date() == NOON.date()
    assert values(contacts, "Phone")[0] == "+6565550123"


async def test_it_is_sent_once_and_stands_on_the_trail(desk: Desk) -> None:
    await exported(desk, "Anna")

    def kept(session: Session) -> tuple[list[str], list[str]]:
        events = [row.action for row in session.exec(select(EventRow)) if row.action == "export.made"]
        return [row.kind for row in session.exec(select(OutboxRow))], events

    assert await desk.store.read(kept) == (["paper"], ["export.made"])


async def test_addresses_of_a_segment_without_those_who_want_none(desk: Desk) -> None:
    sheets = await exported(desk, "Ada", addresses=True, segment={"grade": "A", "region": "east"})
    assert values(sheets["Addresses"], "Customer name") == ["Acme", "Globex"]
    assert values(sheets["Addresses"], "Contact") == ["Sarah", "Eva"]


@pytest.mark.parametrize(
    ("words", "segment"),
    [
        ("", Segment()),
        ("addresses", Segment(addresses=True)),
        ("addresses class A region East", Segment(True, {"grade": "A", "region": "East"})),
        ("addresses region Hong Kong class a", Segment(True, {"grade": "A", "region": "Hong Kong"})),
        ("地址 等级 A类 地区 华东", Segment(True, {"grade": "A", "region": "华东"})),
        ("pictures", None),
        ("addresses of everybody", None),
        ("addresses class", None),
    ],
)
def test_a_segment_in_words(words: str, segment: Segment | None) -> None:
    assert read_segment(words, SEGMENTS) == segment


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_template_is_understood_when_it_comes_back(tmp_path: Path, language: str) -> None:
    columns, rows = template_rows(language)
    title, headings = template(columns, Voice(language, ZoneInfo("Asia/Shanghai"), date(2026, 3, 2)))
    (tmp_path / "list.xlsx").write_bytes(write_sheet(title, headings, rows))
    found = read_list(tmp_path / "list.xlsx", Wish(Customs("CN", "CNY")), tmp_path / "out")
    assert isinstance(found, ListRead)
    assert (found.kind, list(found.columns.values())) == (ListKind.CUSTOMERS, columns)
    assert '"fault"' not in (tmp_path / "out").read_text("utf-8")
    assert (tmp_path / "out").read_text("utf-8").count("[]]") == 2
