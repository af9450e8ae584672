import asyncio
from collections.abc import Iterator

import pytest

from storage.store import Session, Store, open_store
from storage.wake import ring

LONG, SHORT = 20.0, 0.01


@pytest.fixture
def other(url: str) -> Iterator[Store]:
    """Another process, as far as the database can tell."""
    store = open_store(url)
    yield store
    store.close()


async def test_a_ring_wakes_those_who_sleep(any_store: Store) -> None:
    asleep = [asyncio.ensure_future(any_store.sleep_until_rung("outbox", LONG)) for _ in range(2)]
    await asyncio.sleep(0)

    await any_store.write(_ring)

    assert await asyncio.gather(*asleep) == [True, True]


async def test_a_ring_before_anybody_sleeps_is_not_lost(any_store: Store) -> None:
    await any_store.write(_ring)

    assert await any_store.sleep_until_rung("outbox", LONG)


async def test_work_that_was_rolled_back_wakes_nobody(any_store: Store) -> None:
    with pytest.raises(ValueError, match="no"):
        await any_store.write(_ring_and_fail)

    assert not await any_store.wake.wait("outbox", SHORT)


async def test_another_bell_wakes_nobody(any_store: Store) -> None:
    await any_store.write(_ring)

    assert not await any_store.wake.wait("inbox", SHORT)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_another_process_hears_it_too(any_store: Store, other: Store) -> None:
    # The first sleep starts the listening, which rings once in case something was missed before.
    assert await other.sleep_until_rung("outbox", LONG)
    asleep = asyncio.ensure_future(other.sleep_until_rung("outbox", LONG))
    await asyncio.sleep(0)

    await any_store.write(_ring)

    assert await asleep


def _ring(session: Session) -> None:
    ring(session, "outbox")


def _ring_and_fail(session: Session) -> None:
    ring(session, "outbox")
    raise ValueError("no")
