"""A store whose lease clock is in the test's hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session

from storage.store import Store, open_store

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@dataclass
class LeaseTime:
    """Stands still until somebody says that it passes."""

    now: datetime = NOON

    def passes(self, **units: float) -> None:
        self.now += timedelta(**units)

    def __call__(self, _session: Session) -> datetime:
        return self.now


@pytest.fixture
def lease_time() -> LeaseTime:
    return LeaseTime()


@pytest.fixture
def timed_store(url: str, lease_time: LeaseTime) -> Iterator[Store]:
    """On SQLite and on PostgreSQL; leases end when the test says so."""
    store = open_store(url, lease_time)
    yield store
    store.close()
