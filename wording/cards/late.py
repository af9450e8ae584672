"""After downtime: how long the bot was away, and the reminders that are late, in one message."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sales.cards import Argument, Button, Card
from sales.care.late_bundle import LateBundle
from sales.care.views import CareView
from sales.views import Reminder
from wording.cards.care.kinds import WORDS
from wording.layout import IN_A_ROW, in_rows, lay_out
from wording.sentences import Said
from wording.told_lines import action_words
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

KEPT = timedelta(hours=24)
"""How long Telegram keeps what was sent to a bot that is away."""
SHOWN = 16


@dataclass(frozen=True, slots=True)
class _Line:
    """A numbered line and what its digit opens."""

    words: str
    action: str
    args: dict[str, Argument]


def late(view: LateBundle, voice: Voice) -> Card:
    lines = [_follow_up(one, voice) for one in view.reminders] + [_other(one, voice) for one in view.others]
    shown = lines[:SHOWN]
    each = [Button(str(number), line.action, line.args) for number, line in enumerate(shown, 1)]
    all_today = (Button(voice.say("All into today"), "all_today"),) if shown else ()
    return lay_out(_told(view, lines, voice), *in_rows(each, IN_A_ROW), all_today)


def _told(view: LateBundle, lines: Sequence[_Line], voice: Voice) -> Iterator[str]:
    yield voice.say("I'm back: away %(span)s", span=voice.span(view.since, view.until))
    if view.until - view.since > KEPT:
        yield voice.say(Said.AWAY_LONG, moment=voice.moment(view.until - KEPT))
    else:
        yield voice.say("Your messages are safe.")
    late = len(lines)
    if late:
        yield voice.count("%(count)s reminder is late:", "%(count)s reminders are late:", late)
    yield from (f"{number} {line.words}" for number, line in enumerate(lines[:SHOWN], 1))
    if late > SHOWN:
        yield voice.count("%(count)s more: /today", "%(count)s more: /today", late - SHOWN)


def _follow_up(view: Reminder, voice: Voice) -> _Line:
    customer = short(view.what.customer.name, NAME_IN_LIST) if view.what.customer else ""
    words = _due(voice.labelled(customer, action_words(view.what, voice)), view.late, voice)
    return _Line(words, "open_follow_up", {"follow_up": view.id})


def _other(view: CareView, voice: Voice) -> _Line:
    return _Line(_due(WORDS[view.kind].headline(view, voice), view.late, voice), "care_open", {"reminder": view.id})


def _due(what: str, moment: datetime | None, voice: Voice) -> str:
    return voice.say("%(what)s, due %(moment)s", what=what, moment=voice.clock(moment)) if moment else what
