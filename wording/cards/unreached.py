"""Somebody cannot be told any more: what is open there, and the button to take it over."""

from sales.cards import Button, Card
from sales.care.coming import PlannedLine
from sales.care.unreached import Unreached
from sales.care.views import CareView
from wording.cards.care.kinds import WORDS
from wording.layout import lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short


def unreached(view: Unreached, voice: Voice) -> Card:
    head = voice.count(
        "%(name)s cannot be reached: %(count)s open, take it over?",
        "%(name)s cannot be reached: %(count)s open, take them over?",
        view.total,
        name=short(view.name, NAME),
    )
    lines = (_line(one, voice) for one in view.lines)
    take = Button(voice.say("I'll take them"), "take_plans", {"from": view.member})
    return lay_out([head, *lines], (take,))


def _line(line: PlannedLine | CareView, voice: Voice) -> str:
    if isinstance(line, CareView):
        return WORDS[line.kind].headline(line, voice)
    what = voice.labelled(short(line.customer, NAME_IN_LIST), short(line.action, NAME))
    return voice.join([voice.day(line.day) if line.day else "", what])
