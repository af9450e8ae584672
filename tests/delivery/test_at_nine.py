"""Many pushes due at the same moment: urgent ones leave first, and Telegram's own limits refuse none."""

import asyncio

from delivery.pace import PUSHES_A_SECOND
from storage.queues.outbox import Sending
from tests.bot.stage import Stage
from tests.delivery.test_sending import started
from tests.delivery.watched_limits import WatchedLimits

MANY, URGENT = 40, 6


def push(stage: Stage, chat: int, kind: str) -> Sending:
    due = stage.here.clock.now()
    return Sending(key=f"at nine:{chat}", chat=chat, kind=kind, facts={"text": "now"}, due_at=due)


async def test_at_nine_urgent_pushes_go_first_and_none_is_refused(stage: Stage) -> None:
    people = await asyncio.gather(*(started(stage, f"rep {number}") for number in range(MANY)))
    chats = [person.id for person in people]
    urgent = chats[-URGENT:]
    watched = stage.telegram.telegram.limiter = WatchedLimits()
    await stage.send(*(push(stage, chat, "complaint" if chat in urgent else "follow_up") for chat in chats))
    await stage.settled()

    assert watched.refused == []
    assert sorted(watched.sent) == sorted(chats)
    # Those of the same second are on the wire side by side; the urgent ones were put last.
    assert set(urgent) <= set(watched.sent[:PUSHES_A_SECOND])
