"""Lists whose lines open in place: /today, and the bundle after the bot was away."""

from datetime import time

from handlers.desk import Desk
from handlers.plans.agenda import today
from sales.hands import Hand
from sales.reminder_cards import LateCard
from storage.plans.agenda import agenda
from storage.plans.followup_views import late_bundle
from storage.plans.followups import Ending, finish
from tests.reminders.chatting import HOUSE, Chatting, due
from tests.reminders.office import BERLIN, DAY, HOUR, MONDAY, TODAY, promise
from wording.voice import Voice


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
    assert [line.id for line in agenda(session, anna, now=chat.now).due] == [late, at_five]
    # What has passed is on the list and is not pushed a second time; a clock time that is to come still counts.
    assert (due(chat, late), due(chat, at_five)) == ("Mon 02 Mar 09:00", "Tue 03 Mar 17:00")


def test_the_list_of_today_is_asked_for(chat: Chatting) -> None:
    said = chat.hears("/today", at=MONDAY)
    voice = Voice("en", BERLIN, TODAY)
    [message] = today(Desk(chat.session, chat.member, said, MONDAY, HOUSE, voice), {}).messages

    assert (message.kind, message.edits) == ("agenda", None)
