"""Reads in a made-up list of 50,000 customers as .xlsx, beside openpyxl and one executemany without any checks."""

import asyncio
import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook

from bot.importing.engine import Engine
from papers.worker import Worker
from sales.people import Role
from storage.bulk import add_rows
from storage.company.people import add_place, ensure_company
from storage.importing import runs
from storage.migrating import migrate
from storage.store import Session, Store, open_store
from storage.tables.customers import CustomerRow
from storage.tables.imports import ImportRow
from storage.tables.people import MemberRow

ROWS = 50_000
HEADINGS = (
    "客户名称",
    "业务员",
    "联系人",
    "电话",
    "邮箱",
    "等级",
    "地区",
    "行业",
    "信用额度",
    "账期",
    "生日",
    "地址",
    "标签",
)
_SHORT = "甲乙丙丁戊己庚辛壬癸金木水火土"
_NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def main() -> None:
    rows = int(os.environ.get("ROWS", ROWS))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "customers.xlsx"
        write_list(file, rows)
        print(f"{rows} customers, {len(HEADINGS)} columns, {file.stat().st_size / 1e6:.1f} MB of .xlsx")
        for name in ("ours", "resembling", "baseline"):
            run = [sys.executable, "-m", "benchmarks.import_customers", name, str(file), folder]
            print(subprocess.run(run, check=True, capture_output=True, text=True).stdout, end="")  # noqa: S603 - our own


def write_list(file: Path, rows: int) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADINGS)
    for row in made_up(rows):
        sheet.append(row)
    book.save(file)


def made_up(rows: int) -> Iterator[list[object]]:
    for number in range(rows):
        name = "".join(_SHORT[number // 15**place % 15] for place in range(4))
        yield [
            f"{name}贸易{number}有限公司",
            f"业务员{number % 40}",
            f"王{name}",
            f"138{number:08}",
            f"buyer{number}@example.com",
            "ABC"[number % 3],
            ("华东", "华南", "华北")[number % 3],
            "机械",
            f"{number % 90 + 10}万",
            f"月结{30 + number % 3 * 15}天",
            f"{1960 + number % 40}/{number % 12 + 1}/{number % 28 + 1}",
            f"上海市浦东新区碧波路{number}号",
            "重点;老客户",
        ]


def ours(file: Path, folder: Path) -> None:
    url = f"sqlite:///{folder}/ours.db"
    migrate(url)
    store, worker = open_store(url), Worker(patience=600)
    engine = Engine(store, worker, lambda: _NOW, "CNY", _tell_nobody)
    number = _begun(store, file)
    watch = _Watch()
    asyncio.run(engine.read(number, file))
    read = watch.seconds
    asyncio.run(engine.apply(number))
    applied = watch.seconds
    asyncio.run(engine.undo(number))
    undone = watch.seconds
    with store.transaction() as session:
        counts = runs.counts_of(session.get_one(ImportRow, number))
    most = watch.stop()
    assert counts.new == counts.rows, counts
    print(
        f"  import: {applied:.1f} s ({counts.rows / applied:,.0f} rows/s): read and weighed in {read:.1f} s, "
        f"put on record in {applied - read:.1f} s; taken back in {undone - applied:.1f} s; "
        f"at most {most} MB with the worker process"
    )
    worker.close()
    store.close()
    spent = os.times()
    print(f"  of the CPU {spent.user + spent.system:.1f} s here, {spent.children_user:.1f} s in the worker process")


def resembling(file: Path, folder: Path) -> None:
    """The same list where each of its names is on record already in another way: the most that weighing can cost."""
    url = f"sqlite:///{folder}/resembling.db"
    migrate(url)
    store, worker = open_store(url), Worker(patience=600)
    engine = Engine(store, worker, lambda: _NOW, "CNY", _tell_nobody)
    number = _begun(store, file)
    with store.transaction() as session:
        names = (str(row[0]).replace("有限公司", "公司") for row in made_up(int(os.environ.get("ROWS", ROWS))))
        add_rows(session, CustomerRow, [{"name": name, "created_at": _NOW} for name in names])
    watch = _Watch()
    asyncio.run(engine.read(number, file))
    with store.transaction() as session:
        counts = runs.counts_of(session.get_one(ImportRow, number))
    assert counts.resembling == counts.rows, counts
    print(f"  all of them like customers on record: read and weighed in {watch.seconds:.1f} s, {watch.stop()} MB")
    worker.close()
    store.close()


def _begun(store: Store, file: Path) -> int:
    with store.transaction() as session:
        team = ensure_company(session, name="Company", zone="Asia/Shanghai")
        row = MemberRow(name="Ada", language="zh", zone="Asia/Shanghai")
        session.add(row)
        session.flush()
        add_place(session, member=row.id or 0, role=Role.ADMIN, team=team)
        return runs.begin(session, sent=runs.Sent(row.id or 0, 0, "", "", file.name), now=_NOW)


def _tell_nobody(session: Session, row: ImportRow) -> None:
    """Nobody waits for it."""


def baseline(file: Path, folder: Path) -> None:
    """What a script would do: every cell into one table, nothing looked up, nothing undone."""
    watch = _Watch()
    rows = load_workbook(file, read_only=True).worksheets[0].iter_rows(min_row=2, values_only=True)
    with sqlite3.connect(f"{folder}/baseline.db") as connection:
        connection.execute(f"CREATE TABLE customer ({', '.join(f'c{n}' for n in range(len(HEADINGS)))})")
        connection.executemany(f"INSERT INTO customer VALUES ({', '.join('?' * len(HEADINGS))})", rows)  # noqa: S608 - marks
    seconds = watch.seconds
    print(f"  openpyxl + executemany, unchecked: {seconds:.1f} s ({ROWS / seconds:,.0f} rows/s), {watch.stop()} MB")


class _Watch:
    """Seconds, and the most memory that this process and its children held together."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self._most = 0
        self._stop = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)
        self._looking.start()

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self._start

    def stop(self) -> int:
        self._stop.set()
        self._looking.join()
        return self._most // 1024

    def _look(self) -> None:
        while not self._stop.wait(0.2):
            self._most = max(self._most, sum(map(_resident, _with_children(os.getpid()))))


def _with_children(process: int) -> list[int]:
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return []
    return [process, *(each for child in told for each in _with_children(int(child)))]


def _resident(process: int) -> int:
    """In kilobytes; a process that has just gone holds none."""
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)


if __name__ == "__main__":
    {"ours": ours, "resembling": resembling, "baseline": baseline}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
