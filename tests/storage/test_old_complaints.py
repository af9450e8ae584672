"""Complaints from before there were steps: upgrading writes down what was done about them, and they live on."""

from datetime import date
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, MetaData
from sqlmodel import Session, col, select

from sales.complaints import Step, Taken
from storage.complaints import steps
from storage.migrating import migrate, migration_config, migration_connection
from storage.store import open_store
from storage.tables.tellings import ComplaintRow, ComplaintStepRow
from tests.complaints.teller import MONDAY

FRIDAY = date(2026, 3, 6)
# What stood on record of each: its state, the promised day, who took it.
OLD = [("open", None, None), ("open", FRIDAY, 1), ("closed", FRIDAY, None), ("closed", None, 1)]
STEPS = {2: ["take", "promise"], 3: ["promise", "close"], 4: ["take", "close"]}
STATES = ["open", "promised", "closed", "closed"]


@pytest.fixture(params=["sqlite", "postgresql"])
def old_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of the version before."""
    url = f"sqlite:///{tmp_path}/old.db"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres").make("old_complaints")
    with migration_connection(url) as connection:
        command.upgrade(migration_config(connection), "0002")
        _fill(connection)
    return url


def _fill(connection: Connection) -> None:
    there = MetaData()
    there.reflect(connection)
    member = {"version": 1, "id": 1, "name": "Anna", "language": "en", "zone": "UTC", "active": True, "reachable": True}
    connection.execute(there.tables["member"].insert(), [member])
    for number, (state, promised, taken_by) in enumerate(OLD, start=1):
        telling = {"version": 1, "id": number, "chat_id": 1, "message_id": number, "member_id": 1, "said_at": MONDAY}
        telling |= {"zone": "UTC", "text": "late", "revision": 1, "undone": False, "card": ""}
        entry = {"version": 1, "id": number, "telling_id": number, "slot": 0, "member_id": 1, "kind": "complaint"}
        entry |= {
            "on_day": MONDAY.date(),
            "moment": MONDAY,
            "zone": "UTC",
            "text": "late",
            "attempt": False,
            "live": True,
        }
        complaint = {"version": 1, "id": number, "entry_id": number, "state": state, "promise_asked": False}
        complaint |= {"promised_day": promised, "taken_by": taken_by}
        connection.execute(there.tables["telling"].insert(), [telling])
        connection.execute(there.tables["entry"].insert(), [entry])
        connection.execute(there.tables["complaint"].insert(), [complaint])


def _steps(session: Session) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in session.exec(
        select(ComplaintStepRow).order_by(col(ComplaintStepRow.complaint_id), col(ComplaintStepRow.id))
    ):
        found.setdefault(row.complaint_id, []).append(row.step)
    return found


def test_what_was_done_becomes_steps_that_lead_where_they_stood(old_url: str) -> None:
    migrate(old_url)
    store = open_store(old_url)
    with store.transaction() as session:
        assert _steps(session) == STEPS
        for number in range(1, len(OLD) + 1):
            # Where it stands is worked out of its steps anew; what is closed nobody takes.
            steps.go(session, complaint=number, step=Taken(Step.TAKE, MONDAY, 1, holder=1))
        rows = session.exec(select(ComplaintRow).order_by(col(ComplaintRow.id))).all()
        assert [row.state for row in rows] == STATES
        assert [row.answer_by is not None for row in rows] == [True, True, False, False]
    store.close()
