"""Why a customer stands at a stage of their life, and the known cause where they were lost or came back."""

from collections.abc import Callable, Iterator

from sales.scores.stage_reasons import LossCause, ReturnCause, StageReason, Why
from wording.cards.scores.figures import percent, trend
from wording.catalogue import sentence
from wording.terms import STAGES
from wording.voice import Voice

CAUSES: dict[LossCause | ReturnCause, str] = {
    LossCause.SILENT: sentence("not known, they fell silent"),
    LossCause.COMPETITOR: sentence("went to a competitor"),
    LossCause.PRICE: sentence("the price"),
    LossCause.QUALITY: sentence("the quality"),
    LossCause.SERVICE: sentence("our service"),
    LossCause.NO_NEED: sentence("no need any more"),
    LossCause.CLOSED: sentence("closed down"),
    LossCause.MOVED: sentence("moved away"),
    LossCause.OTHER: sentence("something else"),
    ReturnCause.BY_THEMSELVES: sentence("not known, they came by themselves"),
    ReturnCause.VISIT: sentence("a visit"),
    ReturnCause.OFFER: sentence("an offer"),
    ReturnCause.PUT_RIGHT: sentence("a complaint was put right"),
    ReturnCause.COMPETITOR_FAILED: sentence("the competitor let them down"),
    ReturnCause.NEW_PERSON: sentence("a new person there"),
    ReturnCause.OTHER: sentence("something else"),
}


def stage_lines(reason: StageReason, voice: Voice) -> Iterator[str]:
    yield voice.labelled(voice.say("Stage"), voice.say(STAGES[reason.stage]))
    yield from _WHY[reason.why](reason, voice)
    if reason.cause is not None:
        yield voice.labelled(voice.say("Cause"), voice.say(CAUSES[reason.cause]))


def _plain(english: str) -> Callable[[StageReason, Voice], Iterator[str]]:
    return lambda _, voice: iter([voice.say(english)])


def _silent(reason: StageReason, voice: Voice) -> Iterator[str]:
    yield _last_order(reason, voice)
    yield from _rhythm(reason, voice)
    if reason.lost is not None:
        chance = percent(reason.lost, voice)
        yield voice.count(
            "The chance that no order comes within %(count)s day: %(chance)s",
            "The chance that no order comes within %(count)s days: %(chance)s",
            reason.within,
            chance=chance,
        )


def _rhythm(reason: StageReason, voice: Voice) -> Iterator[str]:
    if reason.expected is not None:
        days = reason.expected
        yield voice.count(
            "The next one was to be expected within %(count)s day.",
            "The next one was to be expected within %(count)s days.",
            days,
        )
    else:
        yield voice.count(
            "Too few orders to know their rhythm; %(count)s day stands for it.",
            "Too few orders to know their rhythm; %(count)s days stand for it.",
            reason.patience,
        )


def _came_back(reason: StageReason, voice: Voice) -> Iterator[str]:
    yield voice.count(
        "Was lost, and ordered again %(count)s day ago",
        "Was lost, and ordered again %(count)s days ago",
        reason.came_back or 0,
    )


def _began(reason: StageReason, voice: Voice) -> Iterator[str]:
    yield voice.count("First order %(count)s day ago", "First order %(count)s days ago", reason.began or 0)


def _more(reason: StageReason, voice: Voice) -> Iterator[str]:
    yield trend(reason.growth or 1, voice)


def _in_rhythm(reason: StageReason, voice: Voice) -> Iterator[str]:
    yield _last_order(reason, voice)
    if reason.growth is not None:
        yield trend(reason.growth, voice)


def _last_order(reason: StageReason, voice: Voice) -> str:
    return voice.count("Last order %(count)s day ago", "Last order %(count)s days ago", reason.silent or 0)


_WHY: dict[Why, Callable[[StageReason, Voice], Iterator[str]]] = {
    Why.SAID_LOST: _plain(sentence("Somebody said so, and no order came since.")),
    Why.NEVER_ORDERED: _plain(sentence("Has not ordered yet")),
    Why.SILENT_FOR_LONG: _silent,
    Why.OVERDUE: _silent,
    Why.CAME_BACK: _came_back,
    Why.JUST_BEGAN: _began,
    Why.BUYS_MORE: _more,
    Why.IN_RHYTHM: _in_rhythm,
}
