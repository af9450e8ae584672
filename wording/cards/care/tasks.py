"""What a reminder asks to be done, as it stands on the list of whoever it is handed on to."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sales.care.views import CareView
from wording.cards.care import customers
from wording.cards.care.celebrations import anniversary_headline, person
from wording.voice import Voice
from wording.wild_text import WORDS, short


def _see_them(_: CareView, voice: Voice) -> str:
    return voice.say("visit or call them, nobody was there for long")


def _ask_for_money(view: CareView, voice: Voice) -> str:
    return voice.say("ask about %(sums)s that are overdue", sums=customers.sums(view, voice))


def _ask_after_order(view: CareView, voice: Voice) -> str:
    if view.about.get("after") == customers.CALL_BACK:
        return voice.say("call back, do they need more?")
    return voice.say("ask whether the order arrived well")


def _renew(view: CareView, voice: Voice) -> str:
    day = voice.day(view.day)
    if view.about.get("kind") == "quote":
        return voice.say("talk about the quote, it holds until %(day)s", day=day)
    return voice.say("talk about the contract, it ends %(day)s", day=day)


def _answer_them(view: CareView, voice: Voice) -> str:
    return voice.say("answer what they asked: “%(question)s”", question=short(str(view.about.get("asks") or ""), WORDS))


def _see_to_a_gift(view: CareView, voice: Voice) -> str:
    return voice.say("a gift for %(name)s, birthday %(day)s", name=person(view), day=voice.day(view.day))


def _greet(view: CareView, voice: Voice) -> str:
    """By its date: "today" would be wrong tomorrow."""
    dated = anniversary_headline(replace(view, stage="handed"), voice)
    return voice.say("greet them: %(occasion)s", occasion=dated)


TASKS: Mapping[str, Callable[[CareView, Voice], str]] = {
    "agreement_ends": _renew,
    "cadence": _see_them,
    "silent_prospect": _see_them,
    "overdue_payment": _ask_for_money,
    "after_order": _ask_after_order,
    "unanswered": _answer_them,
    "birthday_gift": _see_to_a_gift,
    "anniversary": _greet,
}
"""The kinds that can be handed on."""
