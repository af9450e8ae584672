"""Puts an import on record and is killed within a transaction: `python -m tests.importing.dying URL NUMBER`."""

import asyncio
import os
import signal
import sys
from typing import NoReturn

from bot.importing.engine import Engine
from papers.worker import Worker
from storage.store import Session, open_store
from storage.tables.imports import ImportRow
from tests.people.company import NOON


def die(session: Session, row: ImportRow) -> NoReturn:
    assert session
    assert row
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


if __name__ == "__main__":
    engine = Engine(open_store(sys.argv[1]), Worker(), lambda: NOON, "SGD", die)
    asyncio.run(engine.apply(int(sys.argv[2])))
