"""Somebody cannot be told any more: what is open there, and the button to take it over."""

from sales.cards import Button, Card
from sales.care.unreached import Unreached
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
    lines = [
        voice.join(
            [
                voice.day(one.day) if one.day else "",
                voice.labelled(short(one.customer, NAME_IN_LIST), short(one.action, NAME)),
            ]
        )
        for one in view.lines
    ]
    take = Button(voice.say("I'll take them"), "take_plans", {"from": view.member})
    return lay_out([head, *lines], (take,))
