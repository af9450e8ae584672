"""Birthdays and other days on which people are greeted, with a greeting that is ready to forward."""

from collections.abc import Container, Iterator
from datetime import date

from sales.cards import Button, Card, Copy, Row
from sales.care.views import CareView
from sales.kinds import Calendar
from wording.birthdays import birthday
from wording.catalogue import sentence
from wording.greetings import greeting
from wording.layout import COPIED, lay_out, units
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

FESTIVALS = {
    "spring": sentence("Spring Festival"),
    "dragon_boat": sentence("Dragon Boat Festival"),
    "mid_autumn": sentence("Mid-Autumn Festival"),
    "national_day": sentence("National Day"),
    "christmas": sentence("Christmas"),
    "new_year": sentence("New Year"),
}
_WHOSE_BIRTHDAY = (
    sentence("Today: birthday of %(name)s 🎂"),
    sentence("Tomorrow: birthday of %(name)s 🎂"),
    sentence("Birthday of %(name)s, %(day)s"),
    sentence("birthday of %(name)s, %(day)s"),
)
_WHOSE_ANNIVERSARY = (
    sentence("Today: anniversary of %(name)s 🎉"),
    sentence("Tomorrow: anniversary of %(name)s 🎉"),
    sentence("Anniversary of %(name)s, %(day)s"),
    sentence("anniversary of %(name)s, %(day)s"),
)
_NAMED = sentence("%(name)s, %(day)s")
_FESTIVAL = (sentence("Today: %(name)s 🎉"), sentence("Tomorrow: %(name)s 🎉"), _NAMED, _NAMED)
Sentences = tuple[str, str, str, str]
"""For today, for tomorrow, for any other day, and within the line that says what was done about it."""


def headline(view: CareView, voice: Voice) -> str:
    return _dated(_WHOSE_BIRTHDAY, view, voice, name=person(view))


def gift_headline(view: CareView, voice: Voice) -> str:
    """As a line of the agenda, too: whose it is, where, and when."""
    who = voice.join([person(view), short(view.customer, NAME_IN_LIST)])
    return voice.say("A gift for %(who)s? Birthday %(day)s 🎂", who=who, day=voice.day(view.day))


def anniversary_headline(view: CareView, voice: Voice) -> str:
    if company := _of_company(view, voice):
        return _dated(_FESTIVAL, view, voice, name=company)
    return _dated(_WHOSE_ANNIVERSARY, view, voice, name=person(view))


def _of_company(view: CareView, voice: Voice) -> str:
    """How many years a customer is with us, or old; "" where it is a day of a person."""
    years, customer = int(view.about.get("years") or 0), short(view.customer, NAME_IN_LIST)
    match view.about.get("field"):
        case "founded":
            return voice.count(
                "%(customer)s, %(count)s year old", "%(customer)s, %(count)s years old", years, customer=customer
            )
        case "partner_since":
            return voice.count(
                "%(count)s year with %(customer)s", "%(count)s years with %(customer)s", years, customer=customer
            )
        case _:
            return ""


def anniversary_left_out(view: CareView) -> Container[str]:
    """That no greetings are wanted is said of a person."""
    return ("greet_never",) if view.about.get("field") else ()


def festival_headline(view: CareView, voice: Voice) -> str:
    name = FESTIVALS.get(str(view.about.get("festival")), FESTIVALS["new_year"])
    return _dated(_FESTIVAL, view, voice, name=voice.say(name))


def _dated(sentences: Sentences, view: CareView, voice: Voice, *, name: str) -> str:
    ahead = (view.day - voice.today).days
    *near, other, within = sentences
    if view.stage not in ("due", "why"):
        return voice.say(within, name=name, day=voice.day(view.day))
    return voice.say(near[ahead] if ahead in (0, 1) else other, name=name, day=voice.day(view.day))


def person(view: CareView) -> str:
    return short(str(view.about.get("name") or view.person), NAME_IN_LIST) or "?"


def lines(view: CareView, voice: Voice) -> Iterator[str]:
    """Where and when, by the moon, too; how old; how to reach them; then the greeting."""
    yield voice.join([short(view.customer, NAME), voice.day(view.day), _by_the_moon(view, voice), _age(view, voice)])
    yield short(str(view.about.get("phone") or ""), NAME)
    yield f"“{words(view, voice)}”"


def gift_lines(view: CareView, voice: Voice) -> Iterator[str]:
    yield voice.join([_by_the_moon(view, voice), _age(view, voice)])
    likes = str(view.about.get("likes") or "")
    yield voice.say("Likes %(what)s", what=short(likes)) if likes else ""


def anniversary_lines(view: CareView, voice: Voice) -> Iterator[str]:
    if since := str((view.about.get("field") and view.about.get("since")) or ""):
        yield voice.say("Since %(day)s", day=voice.plain_date(date.fromisoformat(since), with_year=True))
        yield f"“{words(view, voice)}”"
        return
    years = view.about.get("years")
    count = voice.count("%(count)s year", "%(count)s years", years) if isinstance(years, int) and years > 0 else ""
    yield voice.join([short(view.customer, NAME), voice.day(view.day), count])
    yield short(str(view.about.get("phone") or ""), NAME)
    yield f"“{words(view, voice)}”"


def festival_lines(view: CareView, voice: Voice) -> Iterator[str]:
    count = view.about.get("count")
    yield voice.day(view.day)
    if isinstance(count, int):
        yield voice.count("%(count)s of your customers keeps it:", "%(count)s of your customers keep it:", count)
    yield voice.join(short(str(name), NAME_IN_LIST) for name in view.about.get("customers", ()))
    yield f"“{words(view, voice)}”"


def _by_the_moon(view: CareView, voice: Voice) -> str:
    """By the sun the day says it all."""
    by_moon = view.about.get("calendar") == Calendar.LUNAR
    return birthday(str(view.about.get("birthday")), Calendar.LUNAR, voice) if by_moon else ""


def _age(view: CareView, voice: Voice) -> str:
    age = view.about.get("age")
    return voice.say("turns %(age)s", age=age) if isinstance(age, int) and age > 0 else ""


def words(view: CareView, voice: Voice) -> str:
    """The greeting of the chosen template."""
    anniversary = str(view.about.get("field") or "anniversary")
    occasion = {"festival": str(view.about.get("festival")), "anniversary": anniversary}.get(view.kind, "birthday")
    return greeting(occasion, view.about, view.choice, voice)


def alone(view: CareView, voice: Voice) -> Card:
    return lay_out([words(view, voice)])


def ways_to_send(view: CareView, voice: Voice) -> Row:
    """A button copies at most 256 signs; what is longer comes as a message of its own."""
    text, about = words(view, voice), {"reminder": view.id, "choice": view.choice}
    fits = units(text) <= COPIED
    first = Copy(voice.say("Copy"), text) if fits else Button(voice.say("On its own"), "greet_apart", about)
    another = Button(voice.say("Another one"), "greet_another", {**about, "choice": view.choice + 1})
    return (first, another, Button(voice.say("Sent"), "greet_sent", about))


def reason(_: CareView, voice: Voice) -> str:
    return voice.say("The birthday is on the card, and nobody asked for no greetings.")


def anniversary_reason(_: CareView, voice: Voice) -> str:
    return voice.say("The day is on the card, and nobody asked for no greetings.")


def festival_reason(_: CareView, voice: Voice) -> str:
    return voice.say("You asked for festivals. Who keeps one I tell by the country of the phone numbers.")
