"""Why a follow-up came, and what becomes of one that is moved again and again."""

from datetime import timedelta

import pytest

from sales.cards import Button
from tests.reminders.chatting import Chatting
from tests.reminders.office import ACTION, BERLIN, DAY, MONDAY, row_of
from wording.cards.reminder import reminder
from wording.voice import Voice

VOICE = Voice("en", BERLIN, MONDAY.date())


def labels(chat: Chatting) -> list[str]:
    card = reminder(chat.shown, VOICE)
    return [button.label for row in card.rows for button in row if isinstance(button, Button)]


def moved(chat: Chatting, follow_up: int, times: int) -> None:
    for _ in range(times):
        chat.press("snooze_tomorrow", follow_up=follow_up)
        chat.now += DAY


@pytest.mark.parametrize(("times", "asked"), [(1, False), (2, False), (3, True), (4, True)])
def test_at_the_third_move_the_card_asks_whether_to_drop_it(
    chat: Chatting, follow_up: int, times: int, *, asked: bool
) -> None:
    moved(chat, follow_up, times)

    assert row_of(chat.session, follow_up).moves == times
    assert ("Keep it" in labels(chat)) is asked
    assert ("drop it?" in reminder(chat.shown, VOICE).text) is asked


def test_kept_it_counts_anew(chat: Chatting, follow_up: int) -> None:
    moved(chat, follow_up, 3)
    chat.press("keep", follow_up=follow_up)

    assert row_of(chat.session, follow_up).moves == 0
    assert "Keep it" not in labels(chat)


def test_dropped_it_is_closed(chat: Chatting, follow_up: int) -> None:
    moved(chat, follow_up, 3)
    chat.press("drop", follow_up=follow_up)

    assert chat.shown.stage == "dropped"


def test_an_hour_is_no_move(chat: Chatting, follow_up: int) -> None:
    chat.press("snooze_hour", follow_up=follow_up)

    assert row_of(chat.session, follow_up).moves == 0


def test_a_move_that_is_taken_back_does_not_count(chat: Chatting, follow_up: int) -> None:
    chat.press("snooze_tomorrow", follow_up=follow_up)
    chat.press("reopen", follow_up=follow_up)

    assert row_of(chat.session, follow_up).moves == 0


def test_why_this_says_who_told_it_and_when(chat: Chatting, follow_up: int) -> None:
    chat.press("why", follow_up=follow_up)
    why = chat.shown.why

    assert why is not None
    assert (why.by, why.at, why.text) == (chat.member.name, MONDAY - timedelta(days=1), ACTION)
    assert "Anna told me Sun 1 Mar, 09:00:" in reminder(chat.shown, VOICE).text

    chat.press("back", follow_up=follow_up)
    assert chat.shown.stage == "due"
