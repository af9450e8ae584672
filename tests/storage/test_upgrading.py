"""What stood in a database of an older version stands in the upgraded one."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.migrating import SCRIPTS, migrate

BEFORE = """
INSERT INTO member (version, id, name, language, zone, active, reachable) VALUES (1, 1, 'Anna', 'en', 'UTC', 1, 1);
INSERT INTO telling (version, id, chat_id, message_id, member_id, said_at, zone, text, revision, undone, card)
  VALUES (1, 1, 1, 1, 1, '2026-03-02 12:00:00', 'UTC', 'Lee: +65 6555 0123', 1, 0, '');
INSERT INTO customer (version, id, name, relation, form, stage, created_at, withdrawn)
  VALUES (1, 1, 'Acme', 'direct', 'company', 'prospect', '2026-03-02 12:00:00', 0);
INSERT INTO contact (version, id, customer_id, name, phone, withdrawn) VALUES (1, 1, 1, 'Lee', '+6565550123', 0);
INSERT INTO contact_fact (telling_id, slot, contact_id, field, value, live) VALUES (1, 0, 1, 'phone', '+6565550123', 1);
INSERT INTO entry (version, telling_id, slot, member_id, customer_id, kind, on_day, moment, zone, text, attempt, live)
  VALUES (1, 1, 0, 1, 1, 'visit', '2026-03-01', '2026-03-02 12:00:00', 'UTC', '', 0, 1),
         (1, 1, 1, 1, 1, 'call', '2026-03-02', '2026-03-02 12:00:00', 'UTC', '', 1, 1);
"""


@pytest.fixture
def first_version(tmp_path: Path) -> Path:
    """The scripts as they were when only the first tables had been laid."""
    shutil.copytree(SCRIPTS, tmp_path / "scripts", ignore=shutil.ignore_patterns("000[2-9]_*.py"))
    return tmp_path / "scripts"


def test_facts_told_of_people_are_kept(tmp_path: Path, first_version: Path) -> None:
    url, database = f"sqlite:///{tmp_path}/rapport.db", tmp_path / "rapport.db"
    migrate(url, first_version)
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(BEFORE)

    migrate(url)

    with closing(sqlite3.connect(database)) as connection:
        facts = connection.execute("SELECT customer_id, contact_id, field, value, source, member_id, live FROM fact")
        assert facts.fetchall() == [(1, 1, "phone", "+6565550123", "text", 1, 1)]
        assert connection.execute("SELECT name, greetings FROM contact").fetchall() == [("Lee", 1)]
        assert connection.execute("SELECT touched_on FROM customer").fetchall() == [("2026-03-01",)]
