"""The buttons under a reminder, pressed one after the other on one card, on both engines."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, select

from handlers.desk import Desk, House
from handlers.heard import Chat, Heard, Person, Press
from handlers.outcome import Outcome
from handlers.recording import carry_out
from handlers.rights import may_press
from handlers.routes import BUTTONS
from sales.people import Member
from sales.reminder_cards import LateCard, ReminderCard
from sales.views import Reminder
from storage.followup_views import agenda, late_bundle, reminder
from storage.followups import Ending, Hand, finish
from storage.tables.events import EventRow
from storage.tables.queues import OutboxRow
from tests.reminders.office import (
    BERLIN,
    DAY,
    HOUR,
    MINUTE,
    MONDAY,
    REMIND_AT,
    arrive,
    hire,
    promise,
    put,
    row_of,
)
from wording.voice import Voice

TODAY = date(2026, 3, 2)
NEW_YEARS_EVE = datetime(2026, 12, 31, 9, tzinfo=UTC)
HOUSE = House(currency="EUR", remind_at=REMIND_AT, language="en", bot="rapport_bot")


class Chatting:
    """One member before one card: presses its buttons and sees what the card shows then."""

    def __init__(self, session: Session, member: Member, now: datetime = MONDAY) -> None:
        self.session = session
        self.member = member
        self.now = now
        self._card = 7
        self._arrivals = 0

    def gets(self, kind: str, facts: dict[str, str | int | None]) -> None:
        """A message comes; the presses that follow are on it."""
        self._card += 1
        key = f"{kind}:first:{self._card}"
        put(self.session, key, self.member.chat or 0, kind, facts)
        arrive(self.session, key, self._card)

    def is_reminded(self, follow_up: int) -> None:
        row = row_of(self.session, follow_up)
        self.gets("follow_up", ReminderCard(follow_up, row.due_at, row.day, fresh=True).facts)

    def press(self, action: str, **args: str | int) -> Outcome:
        self._arrivals += 1
        heard = Heard(
            person=Person(self.member.chat or 0, self.member.name),
            chat=Chat(self.member.chat or 0),
            message=self._card,
            moment=self.now,
            what=Press("token", "callback"),
            arrival=self._card * 1000 + self._arrivals,
        )
        voice = Voice("en", self.member.zone, self.now.astimezone(self.member.zone).date())
        outcome = BUTTONS[action](Desk(self.session, self.member, heard, self.now, HOUSE, voice), args)
        carry_out(self.session, outcome, self.now)
        for message in outcome.messages:
            arrive(self.session, message.key, self._card if message.edits else self._card + 500)
        return outcome

    @property
    def card(self) -> OutboxRow:
        """What the card shows now."""
        shown = select(OutboxRow).where(col(OutboxRow.message_id) == self._card).order_by(col(OutboxRow.id).desc())
        row = self.session.exec(shown).first()
        assert row is not None
        return row

    @property
    def shown(self) -> Reminder:
        view = reminder(self.session, self.member, self.card.facts)
        assert view is not None
        return view

    def events(self) -> list[str]:
        return list(self.session.exec(select(EventRow.action).order_by(col(EventRow.id))))


@pytest.fixture
def chat(session: Session, anna: Member) -> Chatting:
    return Chatting(session, anna)


@pytest.fixture
def follow_up(chat: Chatting) -> int:
    """Due on Monday at nine, and Anna has been reminded."""
    number = promise(chat.session, chat.member, TODAY)
    chat.is_reminded(number)
    return number


def due(chat: Chatting, follow_up: int) -> str:
    """When the reminder comes again, by the owner's clocks."""
    moment = row_of(chat.session, follow_up).due_at
    return f"{moment.astimezone(BERLIN):%a %d %b %H:%M}" if moment else "never"


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


def test_a_card_that_nobody_remembers_is_answered_with_a_new_one(chat: Chatting, follow_up: int) -> None:
    stray = Chatting(chat.session, chat.member)
    outcome = stray.press("done", follow_up=follow_up)

    assert [message.edits for message in outcome.messages] == [None]
    assert row_of(chat.session, follow_up).state == "done"


def test_a_line_of_today_opens_in_place_and_leads_back(chat: Chatting, follow_up: int) -> None:
    chat.gets("agenda", {})
    chat.press("open_follow_up", follow_up=follow_up)
    assert (chat.shown.stage, chat.shown.listed) == ("due", True)

    chat.press("snooze_days", follow_up=follow_up)
    chat.press("back", follow_up=follow_up)
    assert (chat.shown.stage, chat.shown.listed) == ("due", True)

    chat.press("done", follow_up=follow_up)
    assert (chat.shown.stage, chat.shown.listed) == ("done", True)

    chat.press("back", follow_up=follow_up)
    assert chat.card.kind == "agenda"


def test_a_line_of_the_bundle_opens_in_place_and_leads_back(chat: Chatting, follow_up: int) -> None:
    bundle = LateCard(MONDAY - HOUR, MONDAY + HOUR, (follow_up,), fresh=True)
    chat.gets("late", bundle.facts)
    chat.press("open_follow_up", follow_up=follow_up)
    assert (chat.shown.late, chat.shown.listed) == (MONDAY, True)

    chat.press("done", follow_up=follow_up)
    chat.press("back", follow_up=follow_up)
    view = late_bundle(chat.session, chat.member, chat.card.facts)
    assert view is not None
    assert (view.since, view.reminders) == (MONDAY - HOUR, ())


def test_late_ones_are_taken_into_today(chat: Chatting) -> None:
    session, anna = chat.session, chat.member
    late, at_five, closed = (promise(session, anna, TODAY, at) for at in (None, time(17), None))
    finish(session, follow_up=closed, ending=Ending.DONE, by=Hand(anna.id, MONDAY))
    chat.now = MONDAY + DAY + 2 * HOUR
    chat.gets("late", LateCard(MONDAY - HOUR, chat.now, (late, at_five, closed)).facts)

    chat.press("all_today")

    assert chat.card.kind == "agenda"
    assert [line.id for line in agenda(session, anna, TODAY + timedelta(days=1)).due] == [late, at_five]
    # What has passed is on the list and is not pushed a second time; a clock time that is to come still counts.
    assert (due(chat, late), due(chat, at_five)) == ("Mon 02 Mar 09:00", "Tue 03 Mar 17:00")


def test_the_right_is_looked_up_at_every_press(chat: Chatting, follow_up: int, boris: Member) -> None:
    ben = hire(chat.session, "Ben")

    def may(member: Member) -> bool:
        heard = Heard(Person(1, "x"), Chat(1), 1, MONDAY, Press("t", "c"), 1)
        desk = Desk(chat.session, member, heard, MONDAY + MINUTE, HOUSE, Voice("en", BERLIN, TODAY))
        return may_press(desk, "done", {"follow_up": follow_up})

    assert (may(chat.member), may(boris), may(ben)) == (True, True, False)
