"""A customer who has gone quiet: the rhythm they had, what becomes of such customers, and the likely cause."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from sales.cards import Button
from sales.care.views import CareView
from sales.scores.stage_reasons import LossCause
from wording.cards.scores.figures import percent
from wording.catalogue import sentence
from wording.days import later_choices
from wording.layout import IN_A_ROW
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short

QUESTIONS = {
    "why": sentence("Why are they quiet?"),
    "until": sentence("When will they order again? I keep quiet until then."),
    "cause": sentence("What made them go to the competitor?"),
    "visit": sentence("On which day?"),
}
_ALL_OF_TEN = 10
_MONTHS = 8
LEFT_FOR = (LossCause.PRICE, LossCause.QUALITY, LossCause.SERVICE)
CAUSES = {
    LossCause.PRICE: sentence("The price"),
    LossCause.QUALITY: sentence("The quality"),
    LossCause.SERVICE: sentence("Our service"),
}


def headline(view: CareView, voice: Voice) -> str:
    return voice.say("%(customer)s has gone quiet", customer=short(view.customer, NAME))


def lines(view: CareView, voice: Voice) -> Iterator[str]:
    yield from silence_lines(view.about, voice)


def silence_lines(about: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Rhythm, what is to be expected, what they no longer reorder, open complaints."""
    yield rhythm(about, voice)
    yield _outlook(about, voice)
    yield from (_item(item, gap, last, voice) for item, gap, last in about.get("items", ()))
    for day, words in about.get("complaints", ()):
        told = short(words, WORDS) or voice.say("a complaint")
        yield voice.say("Still open: %(words)s, %(day)s", words=told, day=voice.day(date.fromisoformat(day)))


def rhythm(about: Mapping[str, Any], voice: Voice) -> str:
    last, gap = about.get("last"), about.get("gap")
    if not last:
        return ""
    days = _days_since(last, voice)
    if gap is None:
        return voice.count("Last order %(count)s day ago", "Last order %(count)s days ago", days)
    if gap == 1:
        return voice.count(
            "Orders nearly every day; last one %(count)s day ago",
            "Orders nearly every day; last one %(count)s days ago",
            days,
        )
    return voice.count(
        "Orders every %(gap)s days or so; last one %(count)s day ago",
        "Orders every %(gap)s days or so; last one %(count)s days ago",
        days,
        gap=gap,
    )


def _days_since(day: str, voice: Voice) -> int:
    return max(0, (voice.today - date.fromisoformat(day)).days)


def _outlook(about: Mapping[str, Any], voice: Voice) -> str:
    """Nobody is so sure that of ten none would order."""
    quiet, within = about.get("of_ten"), about.get("within")
    if quiet is None or within is None:
        return ""
    if quiet >= _ALL_OF_TEN:
        return voice.count(
            "Of 10 customers this quiet, hardly one orders anything in the next %(count)s day",
            "Of 10 customers this quiet, hardly one orders anything in the next %(count)s days",
            within,
        )
    return voice.count(
        "Of 10 customers this quiet, %(quiet)s order nothing in the next %(count)s day",
        "Of 10 customers this quiet, %(quiet)s order nothing in the next %(count)s days",
        within,
        quiet=quiet,
    )


def _item(item: str, gap: int, last: str, voice: Voice) -> str:
    return voice.count(
        "Usually reorders %(item)s every %(gap)s days, now %(count)s",
        "Usually reorders %(item)s every %(gap)s days, now %(count)s",
        _days_since(last, voice),
        item=short(item, NAME_IN_LIST),
        gap=gap,
    )


def reason(view: CareView, voice: Voice) -> str:
    return "\n".join(filter(None, more_lines(view.about, voice)))


def more_lines(about: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    if about.get("lost") is not None:
        yield voice.count(
            "The chance that no order comes within %(count)s day: %(chance)s",
            "The chance that no order comes within %(count)s days: %(chance)s",
            about.get("within") or 0,
            chance=percent(about["lost"], voice),
        )
    if about.get("expected"):
        day = voice.day(date.fromisoformat(about["expected"]))
        yield voice.say("The next one was to be expected by %(day)s.", day=day)
    yield voice.say("Worked out every night from how your customers have ordered; told once for each silence.")


def asking(view: CareView, voice: Voice) -> list[Button]:
    """The answers to what is asked in place."""
    match view.asks:
        case "why":
            return _reasons(view, voice)
        case "until":
            return [_button(voice.day(day), "quiet_season", view, day=day.isoformat()) for day in _seasons(voice)]
        case "cause":
            left = [_button(voice.say(CAUSES[one]), "quiet_lost", view, cause=one.value) for one in LEFT_FOR]
            unknown = _button(voice.say("Not known"), "quiet_lost", view, cause=LossCause.COMPETITOR.value)
            return [*left, unknown]
        case _:
            days = later_choices(voice)[1:IN_A_ROW]
            return [_button(label, "quiet_visit", view, day=day.isoformat()) for label, day in days]


def _reasons(view: CareView, voice: Voice) -> list[Button]:
    return [
        _button(voice.say("It is the season"), "quiet_why", view, asks="until"),
        _button(voice.say("Closed down"), "quiet_lost", view, cause=LossCause.CLOSED.value),
        _button(voice.say("Went to a competitor"), "quiet_why", view, asks="cause"),
        _button(voice.say("Something else"), "quiet_other", view),
    ]


def _button(label: str, action: str, view: CareView, **more: str) -> Button:
    return Button(label, action, {"reminder": view.id, **more})


def _seasons(voice: Voice) -> Iterator[date]:
    """The first of each of the coming months."""
    day = voice.today
    for _ in range(_MONTHS):
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield day
