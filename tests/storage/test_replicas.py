"""Two replicas on one database, at the same time."""

import asyncio
from dataclasses import dataclass, field
from functools import partial

from storage.queues import inbox
from storage.queues.inbox import INBOX, Arrival, Update
from storage.queues.leases import Replica
from storage.queues.queue import Claimed, State, Wanted
from storage.store import Session, Store, open_store
from tests.storage.conftest import NOON

CHATS = 25
UPDATES = 300


@dataclass
class Diary:
    """Who worked on what; a chat that two hold at once, or an order that is not kept, shows here."""

    seen: dict[int, list[int]] = field(default_factory=dict)
    busy: set[int] = field(default_factory=set)
    meetings: int = 0

    def open(self, chat: int) -> None:
        self.meetings += chat in self.busy
        self.busy.add(chat)

    def note(self, update: Update) -> None:
        self.seen.setdefault(update.chat, []).append(update.update_id)


async def test_no_chat_is_in_two_hands_and_its_order_is_kept(any_store: Store, url: str) -> None:
    other = open_store(url)
    arrivals = [Arrival(number, number * 7 % CHATS, "{}") for number in range(UPDATES)]
    await any_store.write(lambda session: inbox.put_many(session, 7, arrivals, NOON))
    diary = Diary()

    await asyncio.gather(
        *(
            replica(store, f"{name}-{number}", diary)
            for name, store in (("a", any_store), ("b", other))
            for number in range(3)
        )
    )
    other.close()

    assert diary.meetings == 0
    assert sum(len(numbers) for numbers in diary.seen.values()) == UPDATES
    assert all(numbers == sorted(numbers) for numbers in diary.seen.values())
    assert await any_store.read(INBOX.counts) == {State.DONE: UPDATES}


async def replica(store: Store, name: str, diary: Diary) -> None:
    wanted = Wanted(Replica(name), lanes=4)
    while not await store.read(_all_done):
        for first in await store.write(partial(INBOX.claim, wanted=wanted, now=NOON)):
            await work_through(store, first, diary)


async def work_through(store: Store, first: Claimed[Update], diary: Diary) -> None:
    diary.open(first.held.lane)
    following: Claimed[Update] | None = first
    while following:
        diary.note(following.row)
        last = following
        following = await store.write(partial(_finish, claimed=last, diary=diary))


def _finish(session: Session, claimed: Claimed[Update], diary: Diary) -> Claimed[Update] | None:
    INBOX.finish(session, claimed, NOON)
    following = INBOX.advance(session, claimed.held, NOON)
    if following is None:
        # Before the lane can be anybody else's.
        diary.busy.discard(claimed.held.lane)
    return following


def _all_done(session: Session) -> bool:
    return INBOX.counts(session).get(State.DONE) == UPDATES
