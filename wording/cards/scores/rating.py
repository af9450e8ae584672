"""How good a customer is to have, criterion by criterion, and what nobody knows."""

from collections.abc import Iterator

from sales.scores.rating import BEST, Criterial, Criterion, Rating, Weights
from wording.cards.scores.figures import points
from wording.catalogue import sentence
from wording.voice import Voice

CRITERIA = {
    Criterion.SIZE: sentence("Size"),
    Criterion.FINANCES: sentence("Finances"),
    Criterion.POSITION: sentence("Market position"),
    Criterion.PURCHASING_POWER: sentence("Purchasing power"),
    Criterion.HISTORY: sentence("History with us"),
    Criterion.RELIABILITY: sentence("Pays in time"),
    Criterion.REPUTATION: sentence("Reputation"),
    Criterion.GROWTH: sentence("Growth"),
}


def rating_lines(found: Rating, voice: Voice) -> Iterator[str]:
    yield voice.labelled(voice.say("Rating"), _score(found, voice))
    yield from (_criterion(one, one.value, voice) for one in found.criteria if one.value is not None)
    if found.unknown:
        names = voice.join(voice.say(CRITERIA[one]) for one in found.unknown)
        yield voice.labelled(voice.say("Not known"), names)
        yield voice.say("If all were known: between %(low)s and %(high)s", low=found.low, high=found.high)


def weights_words(weights: Weights, voice: Voice) -> str:
    """What counts in a rating, and how much: "Size 10, Finances 15"."""
    each = ((voice.say(CRITERIA[one]), weights[one]) for one in Criterion)
    return voice.join(voice.say("%(criterion)s %(weight)s", criterion=name, weight=weight) for name, weight in each)


def _score(found: Rating, voice: Voice) -> str:
    known = f"{found.known}%"
    if found.score is None:
        return voice.say("too little is known (%(known)s)", known=known)
    if not found.unknown:
        return points(found.score, voice)
    return voice.say("%(points)s, %(known)s of it known", points=points(found.score, voice), known=known)


def _criterion(one: Criterial, value: int, voice: Voice) -> str:
    told = voice.say("told %(day)s", day=voice.day(one.since)) if one.since else ""
    return voice.labelled(voice.say(CRITERIA[one.criterion]), voice.join([points(value, voice, BEST), told]))
