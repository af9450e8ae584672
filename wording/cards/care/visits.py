"""A visit that is planned: what to know before it, and how it went."""

from collections.abc import Iterator

from sales.care.views import CareView
from sales.money import Money
from wording.layout import IN_A_ROW
from wording.voice import Voice
from wording.wild_text import NAME, WORDS, short


def brief_headline(view: CareView, voice: Voice) -> str:
    when = voice.day_and_time(view.day, view.about.get("at"))
    return voice.say("Visit %(customer)s: %(when)s", customer=short(view.customer, NAME), when=when)


def brief_lines(view: CareView, voice: Voice) -> Iterator[str]:
    about = view.about
    yield voice.join([short(about.get("contacts") or "", NAME), short(about.get("phone") or "", NAME)])
    for day, words in about.get("complaints", ())[:IN_A_ROW]:
        yield short(voice.say("Open complaint, %(day)s: %(words)s", day=voice.day(day), words=words), WORDS)
    for day, words in about.get("plans", ())[:IN_A_ROW]:
        yield "➜ " + short(voice.labelled(voice.day(day), words), WORDS)
    for day, name in about.get("birthdays", ()):
        yield "🎂 " + voice.labelled(short(name, NAME), voice.day(day))
    for minor, currency in about.get("overdue", ()):
        yield voice.say("Overdue: %(amount)s", amount=voice.money(Money(minor, currency)))


def brief_reason(view: CareView, voice: Voice) -> str:
    return voice.say("You planned to go there; this comes before it.")


def outcome_headline(view: CareView, voice: Voice) -> str:
    customer = short(view.customer, NAME)
    return voice.say("How did it go at %(customer)s? %(day)s", customer=customer, day=voice.day(view.day))


def outcome_lines(view: CareView, voice: Voice) -> Iterator[str]:
    yield voice.say("Just reply, I'll log it.")


def outcome_reason(view: CareView, voice: Voice) -> str:
    return voice.say("You planned to go there, and told nothing of it yet.")
