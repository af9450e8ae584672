"""Asks whether two people with one number or address are one."""

from sales.cards import Argument, Button, Card
from sales.merging import What
from sales.phones import phone_shown
from wording.layout import lay_out
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short


def same_reach(reach: tuple[str, str, str, str], two: tuple[What, int, int], voice: Voice) -> Card:
    """`reach`: the value, the person it was told of, the other one and where that one is."""
    value, name, other, at = reach
    what, one, second = two
    said = voice.say(
        "%(value)s of %(name)s also stands on %(other)s, %(customer)s.",
        value=phone_shown(value),
        name=short(name, NAME_IN_LIST),
        other=short(other, NAME_IN_LIST),
        customer=short(at, NAME_IN_LIST),
    )
    same = voice.say("Same person") if what is What.CONTACT else voice.say("Same customer")
    about: dict[str, Argument] = {"what": what, "one": one, "two": second}
    return lay_out([said], (Button(same, "merge_with", about), Button(voice.say("Keep both"), "keep_both", {})))
