"""The buttons under a reminder: each changes the follow-up and shows, on the same card, how it stands now."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Message, Outcome
from handlers.plans.giving import news_of_done
from handlers.plans.listing import list_shown
from sales.hands import Hand
from sales.moments import in_an_hour, later_today, local_day, local_moment, next_monday
from sales.reminder_cards import Facts, ReminderCard, list_card, reminder_card
from storage.plans import followups
from storage.plans.followups import Ending, Plan, Standing
from storage.queues import outbox
from wording.sentences import Said, Toast

_TOMORROW = timedelta(days=1)
_THREE_DAYS = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Tapped:
    """A follow-up and the card on which its button was pressed; `key` names that message, None if it is unknown."""

    desk: Desk
    standing: Standing
    card: ReminderCard
    key: str | None

    @property
    def hand(self) -> Hand:
        return self.desk.hand

    def show(self, card: ReminderCard | None = None) -> Message:
        """The card as it stands once all is stored."""
        return self.desk.reply("follow_up", (card or self.card).facts, edits=self.key)

    def refuse(self, toast: Toast) -> Outcome:
        """Nothing changes, but the card may be out of date."""
        return Outcome(messages=(self.show(),), toast=self.desk.voice.say(toast))


def tapped_on(desk: Desk, args: Args, act: Callable[[Tapped], Outcome]) -> Outcome:
    """Look at the follow-up again: it may have been handed over since the button was made."""
    standing = followups.find(desk.session, desk.member, int(args["follow_up"]))
    if standing is None:
        return desk.toast(Toast.NOT_ALLOWED)
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.message)
    tapped = Tapped(desk, standing, _card(shown, standing), shown.key if shown else None)
    return act(tapped) if _is_of_now(standing, args) else tapped.refuse(Toast.ALREADY_CLOSED)


def _is_of_now(standing: Standing, args: Args) -> bool:
    """A button for a time that is over, of what comes again, must not touch the next one."""
    return "of" not in args or standing.what.day is None or args["of"] == standing.what.day.isoformat()


def _card(shown: outbox.Shown | None, standing: Standing) -> ReminderCard:
    if shown and shown.kind == "follow_up":
        return replace(reminder_card(shown.facts), fresh=False)
    within = list_card(shown.kind, shown.facts) if shown else None
    return ReminderCard(standing.id, standing.due_at, standing.what.day, within=within)


def done(desk: Desk, args: Args) -> Outcome:
    return tapped_on(desk, args, partial(_finish, ending=Ending.DONE, toast=Toast.DONE))


def drop(desk: Desk, args: Args) -> Outcome:
    return tapped_on(desk, args, partial(_finish, ending=Ending.DROPPED, toast=Toast.DROPPED))


def _finish(tapped: Tapped, *, ending: Ending, toast: Toast) -> Outcome:
    if not tapped.standing.open:
        return tapped.refuse(Toast.ALREADY_CLOSED)
    if tapped.standing.what.repeats and ending is Ending.DONE:
        return _go_on(tapped, "done", toast)
    change = partial(followups.finish, follow_up=tapped.standing.id, ending=ending, by=tapped.hand)
    news = news_of_done(tapped.desk, tapped.standing) if ending is Ending.DONE else ()
    return Outcome((change,), (tapped.show(), *news), tapped.desk.voice.say(toast))


def skip_once(desk: Desk, args: Args) -> Outcome:
    """Leave this time out; the next one comes."""
    return tapped_on(desk, args, partial(_go_on, deed="skipped", toast=Toast.SKIPPED))


def _go_on(tapped: Tapped, deed: str, toast: Toast) -> Outcome:
    if not tapped.standing.open:
        return tapped.refuse(Toast.ALREADY_CLOSED)
    desk, now = tapped.desk, tapped.standing
    change = partial(followups.go_on, follow_up=now.id, deed=deed, remind_at=desk.house.remind_at, by=tapped.hand)
    # The card is put back to this time by Undo, wherever it had been put off to.
    card = replace(tapped.card, planned=now.due_at, day=now.what.day, ended=deed, picking=False)
    news = news_of_done(desk, now) if deed == "done" else ()
    return Outcome((change,), (tapped.show(card), *news), desk.voice.say(toast))


def snooze_hour(desk: Desk, args: Args) -> Outcome:
    """The reminder moves; the day for which it was promised does not."""
    return tapped_on(desk, args, lambda tapped: _snooze(tapped, Plan(in_an_hour(desk.now))))


def snooze_tomorrow(desk: Desk, args: Args) -> Outcome:
    return tapped_on(desk, args, lambda tapped: _move(tapped, _today(tapped) + _TOMORROW))


def snooze_monday(desk: Desk, args: Args) -> Outcome:
    return tapped_on(desk, args, lambda tapped: _move(tapped, next_monday(_today(tapped))))


def snooze_three(desk: Desk, args: Args) -> Outcome:
    """Three days from today."""
    return tapped_on(desk, args, lambda tapped: _move(tapped, _today(tapped) + _THREE_DAYS))


def snooze_to(desk: Desk, args: Args) -> Outcome:
    return tapped_on(desk, args, lambda tapped: move_to(tapped, date.fromisoformat(str(args["day"]))))


def move_to(tapped: Tapped, day: date) -> Outcome:
    """Move it to a day that somebody picked; one that is over, as on an old grid, is asked for again."""
    if day >= _today(tapped):
        return _move(tapped, day)
    refused = tapped.desk.say(Said.PAST_DAY, day=tapped.desk.voice.day(day))
    return replace(refused, messages=(*refused.messages, tapped.show(replace(tapped.card, picking=True))))


def snooze_until(tapped: Tapped, day: date, moment: datetime) -> Outcome:
    """To a clock time that somebody told."""
    return _snooze(tapped, Plan(moment, day))


def _move(tapped: Tapped, day: date) -> Outcome:
    """To that day at its own clock time, else at the usual one; later today where today's has passed."""
    desk, standing = tapped.desk, tapped.standing
    moment = local_moment(day, standing.what.at or desk.house.remind_at, standing.zone)
    return _snooze(tapped, Plan(moment if moment > desk.now else later_today(desk.now, standing.zone), day))


def _today(tapped: Tapped) -> date:
    """A manager may press for somebody who lives by other clocks."""
    return local_day(tapped.desk.now, tapped.standing.zone)


def _snooze(tapped: Tapped, plan: Plan) -> Outcome:
    if not tapped.standing.open:
        return tapped.refuse(Toast.ALREADY_CLOSED)
    change = partial(followups.snooze, follow_up=tapped.standing.id, plan=plan, by=tapped.hand)
    voice = tapped.desk.voice
    moved = voice.say(Toast.MOVED, moment=voice.moment(plan.due_at or tapped.desk.now))
    return Outcome((change,), (tapped.show(replace(tapped.card, picking=False)),), moved)


def snooze_days(desk: Desk, args: Args) -> Outcome:
    """Show the days to pick from."""
    return tapped_on(desk, args, _pick)


def _pick(tapped: Tapped) -> Outcome:
    if not tapped.standing.open:
        return tapped.refuse(Toast.ALREADY_CLOSED)
    return Outcome(messages=(tapped.show(replace(tapped.card, picking=True)),))


def back(desk: Desk, args: Args) -> Outcome:
    """From the days to the card, from the card to the list that it was opened from."""
    return tapped_on(desk, args, _back)


def _back(tapped: Tapped) -> Outcome:
    within = tapped.card.within
    if tapped.card.picking or tapped.card.why or tapped.card.handing or within is None:
        return Outcome(messages=(tapped.show(replace(tapped.card, picking=False, why=False, handing=False)),))
    return Outcome(messages=(list_shown(tapped.desk, within, edits=tapped.key),))


def why(desk: Desk, args: Args) -> Outcome:
    """Who set it, when and in which words; its rule and the last contact."""
    return tapped_on(desk, args, lambda tapped: Outcome(messages=(tapped.show(replace(tapped.card, why=True)),)))


def keep(desk: Desk, args: Args) -> Outcome:
    """It was moved three times and shall stay."""
    return tapped_on(desk, args, _keep)


def _keep(tapped: Tapped) -> Outcome:
    change = partial(followups.keep, follow_up=tapped.standing.id)
    return Outcome((change,), (tapped.show(),), tapped.desk.voice.say(Toast.SAVED))


def reopen(desk: Desk, args: Args) -> Outcome:
    """Take back how it ended: closed becomes open, put off becomes due as before."""
    return tapped_on(desk, args, _reopen)


def _reopen(tapped: Tapped) -> Outcome:
    standing, card = tapped.standing, tapped.card
    if not standing.open and standing.state not in followups.CLOSED:
        return tapped.refuse(Toast.GONE)
    plan = Plan(card.planned, card.day) if standing.open and card.planned else None
    change = partial(followups.reopen, follow_up=standing.id, by=tapped.hand, plan=plan)
    return Outcome(
        (change,), (tapped.show(replace(card, picking=False, ended="")),), tapped.desk.voice.say(Toast.REOPENED)
    )


def log(desk: Desk, args: Args) -> Outcome:
    """Ask what happened; the answer is logged and closes the reminder."""
    return tapped_on(desk, args, _ask)


def _ask(tapped: Tapped) -> Outcome:
    desk = tapped.desk
    facts: Facts = {"text": desk.voice.say(Said.LOG_NOW), "follow_up": tapped.standing.id, "card": tapped.key}
    return Outcome(messages=(replace(desk.reply("said", facts), reply_to=desk.heard.message),))
