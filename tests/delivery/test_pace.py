"""How fast the bot speaks."""

from datetime import UTC, datetime, timedelta

import pytest

from delivery.pace import History, earliest, may_send
from sales.message_rules import Priority

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
ANNA, BORIS, CARL, GROUP = 1, 2, 3, -100


def at(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def sent_at_full_speed(chats: list[int], priority: Priority, seconds: int) -> list[datetime]:
    """Play a sender that always sends as soon as it may."""
    history, moments, now = History(), [], NOW
    while now < at(seconds):
        for chat in chats:
            if may_send(history, chat, priority, now):
                history.note_sent(chat, priority, now)
                moments.append(now)
        now += timedelta(milliseconds=20)
    return moments


def test_pushes_keep_to_25_a_second() -> None:
    moments = sent_at_full_speed(list(range(1, 200)), Priority.BROADCAST, 4)
    assert len(moments) == 100
    assert all(later - first >= timedelta(seconds=1) for first, later in zip(moments, moments[25:], strict=False))


@pytest.mark.parametrize(
    ("chat", "priority", "seconds", "count"),
    [
        pytest.param(ANNA, Priority.REMINDER, 10, 10, id="reminders: one a second"),
        pytest.param(ANNA, Priority.REPLY, 1, 4, id="replies: a short burst"),
        pytest.param(ANNA, Priority.REPLY, 60, 60, id="replies: one a second in the long run"),
        pytest.param(GROUP, Priority.REPLY, 59, 20, id="a group: 20 a minute"),
        pytest.param(GROUP, Priority.ALERT, 120, 40, id="a group: 40 in two minutes"),
    ],
)
def test_one_chat(chat: int, priority: Priority, seconds: int, count: int) -> None:
    assert len(sent_at_full_speed([chat], priority, seconds)) == count


def test_replies_do_not_wait_for_pushes() -> None:
    history = History()
    for chat in range(1, 26):
        history.note_sent(chat, Priority.BROADCAST, NOW)
    assert not may_send(history, 500, Priority.ALERT, NOW)
    assert may_send(history, 500, Priority.REPLY, NOW)


def test_a_flood_wait_holds_that_chat_only() -> None:
    history = History()
    history.note_hold(ANNA, at(60), NOW)
    assert earliest(history, ANNA, Priority.REPLY) == at(60)
    assert may_send(history, BORIS, Priority.REPLY, NOW)
    assert may_send(history, ANNA, Priority.REPLY, at(60))


def test_flood_waits_in_several_chats_hold_everybody() -> None:
    history = History()
    for seconds, chat in enumerate((ANNA, BORIS, CARL)):
        history.note_hold(chat, at(30 + seconds), at(seconds))
    assert earliest(history, 500, Priority.REPLY) == at(32)


def test_flood_waits_far_apart_hold_nobody_else() -> None:
    history = History()
    for seconds, chat in ((0, ANNA), (20, BORIS), (40, CARL)):
        history.note_hold(chat, at(seconds + 5), at(seconds))
    assert may_send(history, 500, Priority.REPLY, at(40))


def test_what_is_past_is_forgotten() -> None:
    history = History()
    history.note_sent(ANNA, Priority.REPLY, NOW)
    history.note_hold(BORIS, at(5), NOW)
    history.forget(at(61))
    assert (history.chats, history.holds, history.floods) == ({}, {}, {})
