"""What is due: the list of /today, its lines opened in place, and late ones taken into today."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Outcome
from handlers.plans.listing import agenda_shown
from handlers.prepared import Prepared
from handlers.told.submitting import ask_now
from sales.moments import local_day, local_moment
from sales.reminder_cards import AgendaCard, LateCard, ReminderCard, list_card
from storage.plans import followups
from storage.plans.followups import Plan, Standing
from storage.queues import outbox
from storage.told import drafts
from wording.sentences import Said, Toast

_A_DAY = timedelta(days=1)
_TODAY, _TOMORROW, _WEEK = {"today", "今天"}, {"tomorrow", "明天"}, {"week", "this week", "本周", "这周", "一周"}


def today(desk: Desk, args: Args) -> Outcome:
    """/today, and the question what is due; a question that was put off is asked again below it."""
    shown = agenda_shown(desk, AgendaCard())
    waiting = drafts.put_off(desk.session, member=desk.member)
    if not waiting or drafts.open_one(desk.session, member=desk.member):
        return Outcome(messages=(shown,))
    asked = ask_now(desk, replace(waiting[0].draft, card=""))
    return replace(asked, messages=(shown, *asked.messages))


def spoken(desk: Desk, rest: str, prepared: Prepared) -> Outcome:
    """/agenda, /agenda tomorrow, /agenda week."""
    words = rest.strip().casefold()
    if words in _TOMORROW:
        return _of(desk, AgendaCard(day=desk.today + _A_DAY))
    if words in _WEEK:
        return week(desk, {})
    return today(desk, {}) if not words or words in _TODAY else desk.say(Said.WHICH_AGENDA)


def week(desk: Desk, args: Args) -> Outcome:
    """Today and the six days after it."""
    return _of(desk, AgendaCard(day=desk.today, days=7))


def _of(desk: Desk, card: AgendaCard) -> Outcome:
    return Outcome(messages=(agenda_shown(desk, card),))


def open_follow_up(desk: Desk, args: Args) -> Outcome:
    """A digit of a list opens its line in place."""
    standing = followups.find(desk.session, desk.member, int(args["follow_up"]))
    if standing is None:
        return desk.toast(Toast.NOT_ALLOWED)
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.message)
    within = list_card(shown.kind, shown.facts) if shown else None
    late = isinstance(within, LateCard)
    card = ReminderCard(standing.id, standing.due_at, standing.what.day, late=late, within=within)
    return Outcome(messages=(desk.reply("follow_up", card.facts, edits=shown.key if shown else None),))


def all_today(desk: Desk, args: Args) -> Outcome:
    """What was late while the bot was away becomes today's; the list of today takes the bundle's place."""
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.message)
    bundle = list_card(shown.kind, shown.facts) if shown else None
    late = bundle.follow_ups if isinstance(bundle, LateCard) else ()
    found = [standing for number in late if (standing := followups.find(desk.session, desk.member, number))]
    agenda = desk.reply("agenda", AgendaCard().facts, edits=shown.key if shown else None)
    return Outcome(tuple(_into_today(desk, found)), (agenda,), desk.voice.say(Toast.CHANGED))


def _into_today(desk: Desk, found: Iterable[Standing]) -> Iterable[Change]:
    """It is on today's list; nothing is pushed a second time, except at a clock time that is still to come."""
    for standing in found:
        day = local_day(desk.now, standing.zone)
        if standing.open and standing.what.day is not None and standing.what.day < day:
            moment = local_moment(day, standing.what.at or desk.house.remind_at, standing.zone)
            plan = Plan(moment if moment > desk.now else standing.due_at, day)
            yield partial(followups.snooze, follow_up=standing.id, plan=plan, by=desk.hand)
