"""A store on a file of its own, filled before it is measured, and gone afterwards."""

import asyncio
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path

from storage.migrating import migrate
from storage.store import Session, Store, open_store


def measure_filled(fill: Callable[[Session], object], measure: Callable[[Store], Coroutine[None, None, None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder)}/rapport.db"
        migrate(url)
        store = open_store(url)
        with store.transaction() as session:
            fill(session)
        asyncio.run(measure(store))
        store.close()
