"""The seven questions of a rating, with what can be tapped: from 1, the worst, to 5."""

from sales.scores.loyalty import Part
from sales.scores.rating import Asked, Criterion, field_of
from wording.cards.scores.loyalty import PARTS
from wording.cards.scores.rating import CRITERIA
from wording.catalogue import sentence
from wording.voice import Voice
from wording.wild_text import NAME, short

QUESTIONS = {
    Asked.SIZE: sentence("How big is %(customer)s for its trade?"),
    Asked.FINANCES: sentence("How sound are the finances of %(customer)s?"),
    Asked.POSITION: sentence("How does %(customer)s stand in its market?"),
    Asked.PURCHASING_POWER: sentence("How much of what we sell could %(customer)s buy?"),
    Asked.REPUTATION: sentence("How do people in the trade speak of %(customer)s?"),
    Asked.GROWTH: sentence("Where is the business of %(customer)s going?"),
    Asked.SHARE: sentence("How much of that does %(customer)s buy from us?"),
}
_ANSWERS = {
    Asked.SIZE: (
        sentence("tiny"),
        sentence("small"),
        sentence("medium"),
        sentence("large"),
        sentence("among the largest"),
    ),
    Asked.FINANCES: (
        sentence("in trouble"),
        sentence("tight"),
        sentence("sound"),
        sentence("strong"),
        sentence("very strong"),
    ),
    Asked.POSITION: (
        sentence("newcomer"),
        sentence("follower"),
        sentence("established"),
        sentence("ahead of most"),
        sentence("market leader"),
    ),
    Asked.PURCHASING_POWER: (
        sentence("hardly anything"),
        sentence("little"),
        sentence("some"),
        sentence("much"),
        sentence("very much"),
    ),
    Asked.REPUTATION: (
        sentence("badly"),
        sentence("with doubts"),
        sentence("neither way"),
        sentence("well"),
        sentence("very well"),
    ),
    Asked.GROWTH: (
        sentence("shrinks fast"),
        sentence("shrinks"),
        sentence("holds steady"),
        sentence("grows"),
        sentence("grows fast"),
    ),
}
_SHARES = ("10%", "10–30%", "30–60%", "60–90%", "90%")


def asked_label(field: str, voice: Voice) -> str:
    """What a field of the rating is about, in a word or two."""
    asked = next(one for one in Asked if field_of(one) == field)
    return voice.say(PARTS[Part.SHARE] if asked is Asked.SHARE else CRITERIA[Criterion(asked.value)])


def rating_question(asked: Asked, customer: str, voice: Voice) -> str:
    return voice.say(QUESTIONS[asked], customer=short(customer, NAME))


def rating_answers(asked: Asked, voice: Voice) -> tuple[tuple[str, int], ...]:
    """Labels with the values that they stand for."""
    if asked is Asked.SHARE:
        least, *between, most = _SHARES
        labels = [voice.say("under %(share)s", share=least), *between, voice.say("over %(share)s", share=most)]
    else:
        labels = [voice.say(one) for one in _ANSWERS[asked]]
    return tuple((label, value) for value, label in enumerate(labels, 1))
