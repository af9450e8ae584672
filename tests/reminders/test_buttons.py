"""The buttons under a reminder, pressed one after the other on one card."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.context import context_of
from handlers.desk import Desk
from handlers.heard import Chat, Heard, Person, Press
from handlers.rights import may_press
from sales.hands import Hand
from sales.people import Member
from storage.plans.followup_views import reminder
from storage.plans.followups import Ending, Plan, finish, reopen, snooze
from tests.reminders.chatting import HOUSE, Chatting, due
from tests.reminders.office import BERLIN, DAY, HOUR, MINUTE, MONDAY, TODAY, arrive, hire, promise, row_of
from wording.voice import Voice

NEW_YEARS_EVE = datetime(2026, 12, 31, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("action", "stage", "toast"),
    [
        pytest.param("done", "done", "Well done.", id="done"),
        pytest.param("drop", "dropped", "Dropped.", id="dropped"),
    ],
)
def test_the_card_shows_how_it_ended(chat: Chatting, follow_up: int, action: str, stage: str, toast: str) -> None:
    outcome = chat.press(action, follow_up=follow_up)

    assert (chat.shown.stage, outcome.toast) == (stage, toast)
    assert [message.edits for message in outcome.messages] == ["follow_up:first:8"]


def test_pressed_twice_does_no_harm(chat: Chatting, follow_up: int) -> None:
    chat.press("done", follow_up=follow_up)
    outcome = chat.press("drop", follow_up=follow_up)

    assert (chat.shown.stage, outcome.toast) == ("done", "This is closed already.")
    assert chat.events() == ["follow_up.done"]


def test_reopened_it_waits_again(chat: Chatting, follow_up: int) -> None:
    chat.press("done", follow_up=follow_up)
    outcome = chat.press("reopen", follow_up=follow_up)

    assert (chat.shown.stage, outcome.toast) == ("due", "Open again.")
    assert chat.events() == ["follow_up.done", "follow_up.reopened"]


@pytest.mark.parametrize(
    ("now", "action", "comes"),
    [
        pytest.param(MONDAY, "snooze_hour", "Mon 02 Mar 10:00", id="an hour"),
        pytest.param(MONDAY, "snooze_tomorrow", "Tue 03 Mar 09:00", id="tomorrow"),
        pytest.param(MONDAY, "snooze_monday", "Mon 09 Mar 09:00", id="next Monday"),
        pytest.param(MONDAY + 26 * DAY + 8 * HOUR, "snooze_tomorrow", "Sun 29 Mar 09:00", id="tomorrow in summer time"),
        pytest.param(MONDAY + 26 * DAY + 870 * MINUTE, "snooze_hour", "Sun 29 Mar 00:30", id="past midnight"),
        pytest.param(datetime(2026, 3, 29, 0, 30, tzinfo=UTC), "snooze_hour", "Sun 29 Mar 03:30", id="the gap"),
        pytest.param(NEW_YEARS_EVE, "snooze_tomorrow", "Fri 01 Jan 09:00", id="year end"),
        pytest.param(NEW_YEARS_EVE, "snooze_monday", "Mon 04 Jan 09:00", id="over the year end"),
    ],
)
def test_put_off(chat: Chatting, follow_up: int, now: datetime, action: str, comes: str) -> None:
    chat.now = now
    chat.press(action, follow_up=follow_up)

    assert due(chat, follow_up) == comes
    assert chat.shown.stage == "snoozed"


def test_the_card_says_until_when(chat: Chatting, follow_up: int) -> None:
    outcome = chat.press("snooze_hour", follow_up=follow_up)

    assert outcome.toast == "Moved to Mon 2 Mar, 10:00."
    assert (chat.shown.what.day, chat.shown.what.at) == (TODAY, time(10))


def test_a_clock_time_is_kept_on_another_day(chat: Chatting) -> None:
    follow_up = promise(chat.session, chat.member, TODAY, time(16, 30))
    chat.is_reminded(follow_up)
    chat.press("snooze_tomorrow", follow_up=follow_up)

    assert due(chat, follow_up) == "Tue 03 Mar 16:30"


def test_a_day_is_picked(chat: Chatting, follow_up: int) -> None:
    chat.press("snooze_days", follow_up=follow_up)
    assert chat.shown.stage == "picking"

    chat.press("snooze_to", follow_up=follow_up, day="2026-03-12")
    assert (chat.shown.stage, due(chat, follow_up)) == ("snoozed", "Thu 12 Mar 09:00")


def test_picking_today_means_later_today(chat: Chatting, follow_up: int) -> None:
    chat.now = MONDAY + HOUR
    chat.press("snooze_to", follow_up=follow_up, day=TODAY.isoformat())

    assert due(chat, follow_up) == "Mon 02 Mar 14:00"


def test_a_day_that_is_over_is_refused_in_one_sentence(chat: Chatting, follow_up: int) -> None:
    chat.press("snooze_days", follow_up=follow_up)
    chat.now = MONDAY + 5 * DAY
    outcome = chat.press("snooze_to", follow_up=follow_up, day="2026-03-04")

    assert outcome.changes == ()
    assert "Wed 4 Mar is over already." in str(outcome.messages[0].facts["text"])
    assert chat.shown.stage == "picking"


def test_back_from_the_days_to_the_card(chat: Chatting, follow_up: int) -> None:
    chat.press("snooze_days", follow_up=follow_up)
    chat.press("back", follow_up=follow_up)

    assert chat.shown.stage == "due"


def test_a_snooze_is_taken_back(chat: Chatting, follow_up: int) -> None:
    for action in ("snooze_hour", "snooze_monday", "snooze_tomorrow"):
        chat.press(action, follow_up=follow_up)
    chat.press("reopen", follow_up=follow_up)

    assert (chat.shown.stage, chat.shown.what.day, due(chat, follow_up)) == ("due", TODAY, "Mon 02 Mar 09:00")


def test_what_is_closed_cannot_be_put_off(chat: Chatting, follow_up: int) -> None:
    finish(chat.session, follow_up=follow_up, ending=Ending.DROPPED, by=Hand(chat.member.id, MONDAY))

    for action in ("snooze_hour", "snooze_tomorrow", "snooze_monday", "snooze_days"):
        assert chat.press(action, follow_up=follow_up).toast == "This is closed already."
    assert (chat.shown.stage, due(chat, follow_up)) == ("dropped", "Mon 02 Mar 09:00")


def test_what_was_undone_is_gone(chat: Chatting, follow_up: int) -> None:
    row_of(chat.session, follow_up).state = "undone"

    assert chat.press("reopen", follow_up=follow_up).toast == "This is no longer on record."
    assert chat.shown.stage == "withdrawn"


def test_a_reminder_is_nobody_elses_business(chat: Chatting, follow_up: int) -> None:
    ben = Chatting(chat.session, hire(chat.session, "Ben"))
    ben.is_reminded(follow_up)

    outcome = ben.press("done", follow_up=follow_up)

    assert (outcome.changes, outcome.toast) == ((), "You may not do this any more.")
    assert reminder(ben.session, ben.member, ben.card.facts) is None


def test_a_handed_over_follow_up_is_answered_with_a_toast(chat: Chatting, follow_up: int) -> None:
    row_of(chat.session, follow_up).owner_id = hire(chat.session, "Ben").id

    assert chat.press("snooze_hour", follow_up=follow_up).toast == "You may not do this any more."
    assert chat.press("open_follow_up", follow_up=follow_up).toast == "You may not do this any more."


def test_a_manager_may_press_for_somebody_elsewhere(chat: Chatting, boris: Member) -> None:
    """Tomorrow is the owner's tomorrow, at nine where the owner lives."""
    far = hire(chat.session, "Far", ZoneInfo("Asia/Shanghai"))
    follow_up = promise(chat.session, far, TODAY)
    manager = Chatting(chat.session, boris, now=datetime(2026, 3, 2, 20, tzinfo=UTC))
    manager.is_reminded(follow_up)
    manager.press("snooze_tomorrow", follow_up=follow_up)

    assert manager.shown.owner == "Far"
    assert row_of(chat.session, follow_up).due_at == datetime(2026, 3, 4, 1, tzinfo=UTC)


def test_logging_asks_what_happened(chat: Chatting, follow_up: int) -> None:
    outcome = chat.press("log", follow_up=follow_up)

    [hint] = outcome.messages
    assert (hint.kind, hint.facts["follow_up"], hint.reply_to) == ("said", follow_up, 8)
    assert row_of(chat.session, follow_up).state == "open"


@pytest.mark.parametrize(
    ("later", "edited", "answers"),
    [
        pytest.param(MINUTE, False, True, id="the next words"),
        pytest.param(HOUR, False, False, id="words an hour later"),
        pytest.param(MINUTE, True, False, id="an older message, edited now"),
    ],
)
def test_plain_words_answer_what_was_asked(
    chat: Chatting, follow_up: int, later: timedelta, *, edited: bool, answers: bool
) -> None:
    chat.press("log", follow_up=follow_up)

    said = chat.hears("met them", at=MONDAY + later)
    context = context_of(chat.session, replace(said, edited=edited), chat.member)

    assert (context.follow_up, context.card) == ((follow_up, "follow_up:first:8") if answers else (None, ""))


def test_words_after_something_else_was_said_answer_nothing(chat: Chatting, follow_up: int) -> None:
    chat.press("log", follow_up=follow_up)
    chat.gets("said", {"text": "Good to see you."})
    arrive(chat.session, "said:first:9", 900)

    assert context_of(chat.session, chat.hears("met them", at=MONDAY), chat.member).follow_up is None


def test_with_nothing_said_before_words_stand_alone(chat: Chatting) -> None:
    assert context_of(chat.session, chat.hears("met them", at=MONDAY), chat.member).follow_up is None


def test_what_is_settled_cannot_be_settled_again(chat: Chatting, follow_up: int) -> None:
    by = Hand(chat.member.id, MONDAY)
    assert finish(chat.session, follow_up=follow_up, ending=Ending.DONE, by=by)

    assert not finish(chat.session, follow_up=follow_up, ending=Ending.DROPPED, by=by)
    assert not snooze(chat.session, follow_up=follow_up, plan=Plan(MONDAY + HOUR), by=by)
    row_of(chat.session, follow_up).state = "undone"
    assert not reopen(chat.session, follow_up=follow_up, by=by)


def test_a_card_that_nobody_remembers_is_answered_with_a_new_one(chat: Chatting, follow_up: int) -> None:
    stray = Chatting(chat.session, chat.member)
    outcome = stray.press("done", follow_up=follow_up)

    assert [message.edits for message in outcome.messages] == [None]
    assert row_of(chat.session, follow_up).state == "done"


def test_the_right_is_looked_up_at_every_press(chat: Chatting, follow_up: int, boris: Member) -> None:
    ben = hire(chat.session, "Ben")

    def may(member: Member) -> bool:
        heard = Heard(Person(1, "x"), Chat(1), 1, MONDAY, Press("t", "c"), 1)
        desk = Desk(chat.session, member, heard, MONDAY + MINUTE, HOUSE, Voice("en", BERLIN, TODAY))
        return may_press(desk, "done", {"follow_up": follow_up})

    assert (may(chat.member), may(boris), may(ben)) == (True, True, False)
