"""The words for plans of visits: why somebody is proposed, and what is said when a plan is asked for."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from sales.visit_plans.plan import Stop, last_of
from sales.visit_plans.reasons import Cause, Reason
from wording.catalogue import sentence
from wording.voice import Voice


class PlanSaid(StrEnum):
    """What is said of plans in a sentence."""

    HOW = sentence("Which week?\nPlease write /plan, /plan next week, or /plan 4 a day.")
    HOW_MANY = sentence("I can plan %(fewest)s to %(most)s visits a day.\nPlease write it like: /plan 4 a day.")
    SO_MANY = sentence("I plan up to %(number)s visits a day for you; an accepted plan stays as it is.")
    ACCEPTED = sentence("It stands on your agenda and in your calendar.")
    COMES = sentence("On your last working day of the week I propose whom to visit in the next.")
    COMES_NOT = sentence("I propose no plan by myself any more.\n/plan next week shows one at any time.")


_PLAIN = {
    Cause.COMPLAINT: sentence("complaint open"),
    Cause.SLIPPING: sentence("gone quiet"),
    Cause.NEVER: sentence("no visit yet"),
}


def reason_words(one: Reason, voice: Voice) -> str:
    match one.cause:
        case Cause.UNSEEN:
            return voice.say("%(days)s days, usually %(usual)s", days=one.days, usual=one.usual)
        case Cause.PROMISE if one.day:
            return voice.say("promised for %(day)s", day=voice.day(one.day))
        case Cause.EXPECTED if one.day:
            return voice.say("order expected %(day)s", day=voice.day(one.day))
        case Cause.FAR:
            return voice.say("%(number)s km from the others", number=one.days)
        case cause:
            return voice.say(_PLAIN[cause]) if cause in _PLAIN else ""


def strongest(reasons: Iterable[Reason]) -> Reason | None:
    """The one that a line has room for."""
    return max(reasons, key=lambda one: one.points, default=None)


def stop_words(one: Stop, voice: Voice) -> str:
    """Why it is on the plan, in short."""
    if one.follow_up:
        told = voice.say("as promised")
        return voice.join([told, voice.clock_time(one.at)]) if one.at else told
    reason = strongest(one.reasons)
    return reason_words(reason, voice) if reason else voice.say("your own wish")


def week_words(week: date, voice: Voice) -> str:
    return voice.say("%(first)s – %(last)s", first=voice.day(week), last=voice.day(last_of(week)))
