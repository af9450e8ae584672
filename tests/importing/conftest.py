"""A company into whose record lists are read, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.importing.engine import Engine
from papers.worker import Worker
from sales.import_views import ImportView
from sales.lists import State
from storage.importing import runs
from storage.store import Store
from storage.tables.imports import ImportRow
from tests.papers.lists.files import text
from tests.people.company import NOON, found_company


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@dataclass
class Desk:
    """Lets people of the company send lists, and looks at what became of them."""

    store: Store
    engine: Engine
    folder: Path
    members: dict[str, int]
    told: list[State] = field(default_factory=list)

    async def send(self, who: str, words: str, **said: object) -> int:
        file = text(self.folder / "list.csv", words)
        sent = runs.Sent(self.members[who], 0, "", "", file.name)
        number = await self.store.write(partial(runs.begin, sent=sent, now=NOON))
        if said:
            await self.store.write(lambda session: runs.answer(session, session.get_one(ImportRow, number), **said))
        await self.engine.read(number, file)
        return number

    async def take_in(self, who: str, words: str, **said: object) -> ImportView:
        number = await self.send(who, words, **said)
        await self.engine.apply(number)
        return await self.view(number)

    async def view(self, number: int) -> ImportView:
        return await self.store.read(lambda session: runs.view(session, session.get_one(ImportRow, number)))


@pytest.fixture
def desk(any_store: Store, worker: Worker, tmp_path: Path) -> Desk:
    with any_store.transaction() as session:
        company = found_company(session)
    told: list[State] = []

    def tell(session: Session, row: ImportRow) -> None:
        assert session
        told.append(State(row.state))

    engine = Engine(any_store, worker, lambda: NOON, "SGD", tell)
    return Desk(any_store, engine, tmp_path, company.members, told)
