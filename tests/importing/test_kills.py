"""A process that is killed in the middle of an import leaves it to the next, which makes nothing twice."""

import signal
import subprocess
import sys

from sqlmodel import Session, func, select

from sales.lists import State
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow
from tests.importing.conftest import Desk

ROWS = 2_000


def counted(session: Session) -> list[int]:
    return [session.exec(select(func.count()).select_from(table)).one() for table in (CustomerRow, ContactRow, FactRow)]


async def test_a_killed_import_is_finished_by_another_process(desk: Desk, url: str) -> None:
    rows = "".join(f"Customer {number},Person {number},A\n" for number in range(ROWS))
    number = await desk.send("Boris", "Customer,Contact,Class\n" + rows)
    run = [sys.executable, "-m", "tests.importing.dying", url, str(number)]
    died = subprocess.run(run, check=False, capture_output=True)  # noqa: ASYNC221, S603 - our own, and we wait for it
    assert died.returncode == -signal.SIGKILL
    customers, contacts, facts = await desk.store.read(counted)
    assert 0 < customers < ROWS
    assert (contacts, facts) == (customers, customers)
    await desk.engine.apply(number)
    assert await desk.store.read(counted) == [ROWS, ROWS, ROWS]
    view = await desk.view(number)
    assert (view.state, view.counts.new) == (State.DONE, ROWS)
