"""After downtime: how long the bot was away, and the reminders that are late, in one message."""

from collections.abc import Iterator
from datetime import timedelta

from sales.cards import Button, Card
from sales.views import LateBundle, Reminder
from wording.layout import digits, lay_out
from wording.sentences import Said
from wording.told_lines import action_words
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

KEPT = timedelta(hours=24)
"""How long Telegram keeps what was sent to a bot that is away."""
SHOWN = 16


def late(view: LateBundle, voice: Voice) -> Card:
    shown = view.reminders[:SHOWN]
    all_today = (Button(voice.say("All into today"), "all_today"),) if shown else ()
    return lay_out(_lines(view, voice), *digits("open_follow_up", [{"follow_up": one.id} for one in shown]), all_today)


def _lines(view: LateBundle, voice: Voice) -> Iterator[str]:
    yield voice.say("I'm back: away %(span)s", span=voice.span(view.since, view.until))
    if view.until - view.since > KEPT:
        yield voice.say(Said.AWAY_LONG, moment=voice.moment(view.until - KEPT))
    else:
        yield voice.say("Your messages are safe.")
    late = len(view.reminders)
    if late:
        yield voice.count("%(count)s reminder is late:", "%(count)s reminders are late:", late)
    yield from (f"{number} {_line(one, voice)}" for number, one in enumerate(view.reminders[:SHOWN], 1))
    if late > SHOWN:
        yield voice.count("%(count)s more: /today", "%(count)s more: /today", late - SHOWN)


def _line(view: Reminder, voice: Voice) -> str:
    customer = short(view.what.customer.name, NAME_IN_LIST) if view.what.customer else ""
    what = voice.labelled(customer, action_words(view.what, voice))
    return voice.say("%(what)s, due %(moment)s", what=what, moment=voice.clock(view.late)) if view.late else what
