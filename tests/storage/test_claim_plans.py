"""The database finds what is due by its index, however much has been settled before."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Executable, Table, event, text

from storage.queues.queue_statements import Statements
from storage.store import Session, Store
from storage.tables.queues import InboxRow, JobRow, OutboxRow
from tests.storage.conftest import NOON

Bound = dict[str, Any] | tuple[Any, ...]
TABLES = [model.metadata.tables[name] for model, name in ((InboxRow, "inbox"), (OutboxRow, "outbox"), (JobRow, "job"))]
ASKED: Mapping[str, Any] = {
    "now": NOON,
    "lease_now": NOON,
    "look": 8,
    "urgency": 0,
    "lowest": 3,
    "its_name": "inbox",
    "lanes": [1, 2],
}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_claim_goes_by_the_indexes(any_store: Store, table: Table) -> None:
    statements = Statements(table, {"state": "pending"})
    with any_store.transaction() as session:
        fill(session, table, NOON)
        assert f"{table.name}_due" in plan(session, statements.due)
        assert f"{table.name}_working" in plan(session, statements.abandoned)
        assert f"{table.name}_lane" in plan(session, statements.begin)
        assert f"{table.name}_working" in plan(session, statements.recover)


def fill(session: Session, table: Table, due_at: datetime) -> None:
    """Mostly settled rows, as after a year."""
    more: dict[str, dict[str, Any]] = {
        "inbox": {"update_id": 1},
        "outbox": {"kind": "said", "facts": {}, "if_uncertain": "repeat", "doubts": 0},
        "job": {"kind": "scan", "facts": {}},
    }
    rows = [
        {
            "key": f"k{number}",
            "lane": number % 50,
            "due_at": due_at,
            "state": {0: "pending", 1: "trying"}.get(number % 40, "done"),
            "priority": number % 4,
            "tries": 0,
        }
        for number in range(4000)
    ]
    session.connection().execute(table.insert(), [row | more[table.name] for row in rows])
    session.connection().execute(text("ANALYZE"))


def plan(session: Session, statement: Executable) -> str:
    """How the database would run the very SQL that the queue sends."""
    connection = session.connection()
    sent: list[tuple[str, Bound]] = []

    def note(_conn: object, _cursor: object, sql: str, parameters: Bound, *_more: object) -> None:
        sent.append((sql, parameters))

    event.listen(connection, "before_cursor_execute", note)
    connection.execute(statement, ASKED)
    event.remove(connection, "before_cursor_execute", note)
    sql, parameters = sent[-1]
    explain = "EXPLAIN" if connection.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"
    return str(connection.exec_driver_sql(f"{explain} {sql}", parameters).fetchall())
