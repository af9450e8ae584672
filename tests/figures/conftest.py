"""A rep who tells, and the worker process of a night."""

from collections.abc import Iterator

import pytest

from papers.worker import Worker
from sales.drafts import Draft
from storage.store import Session
from storage.told import journal
from storage.told.journal import By
from tests.journal.conftest import anna, by

__all__ = ["anna", "by", "told_by"]


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def told_by(session: Session, *, draft: Draft, by: By) -> None:
    journal.record(session, draft=draft, by=by)
