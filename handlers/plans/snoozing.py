"""A reminder that is put off in words: "snooze until Friday", 推迟到周五."""

from dataclasses import replace

from handlers.desk import Desk
from handlers.outcome import Outcome
from handlers.plans.followup_buttons import Tapped, move_to, snooze_until
from handlers.prepared import Prepared
from handlers.told.refused_days import refused_day
from handlers.told.resolving import names_anybody
from sales.moments import local_moment
from sales.reminder_cards import ReminderCard
from storage.plans import followups
from understanding.answers import day_ahead
from understanding.message.odd_days import puts_off
from wording.sentences import Said


def put_off(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """Move the reminder that these words answer; None: they are about something else."""
    context, found = prepared.context.came or prepared.context, prepared.findings
    if not puts_off(text):
        return None
    if context.follow_up is None:
        return None if found.entries or names_anybody(found) else desk.say(Said.SNOOZE_WHAT)
    standing = followups.find(desk.session, desk.member, context.follow_up)
    if standing is None or not standing.open:
        return None
    card = ReminderCard(standing.id, standing.due_at, standing.what.day)
    tapped = Tapped(desk, standing, card, None)
    if refused := refused_day(desk, text):
        return refused
    told = day_ahead(text, desk.told_at)
    if told is None:
        asked = desk.say(Said.SNOOZE_WHEN)
        return replace(asked, messages=(*asked.messages, tapped.show(replace(card, picking=True))))
    day, at = told
    moment = local_moment(day, at, standing.zone) if at else None
    return snooze_until(tapped, day, moment) if moment and moment > desk.now else move_to(tapped, day)
