"""The seven questions of a rating on one card: one after the other, with a way back to the one before."""

from collections.abc import Iterator

from sales.cards import Button, Card, Row
from sales.fields import UNKNOWN
from sales.scores.rating import Asked
from sales.scores.rating_round import RatingRound
from wording.cards.scores.rating import rating_lines
from wording.cards.scores.rating_questions import rating_answers, rating_question
from wording.layout import in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, short

_IN_A_ROW = 2


def rating_round(view: RatingRound, voice: Voice) -> Card:
    if view.asked is None:
        return _done(view, voice)
    place = voice.say("Question %(number)s of %(of)s", number=view.place, of=len(Asked))
    question = rating_question(view.asked, view.customer.name, voice)
    known = _known(view, voice)
    return lay_out([place, question, known], *_answers(view, view.asked, voice), _ways(view, voice))


def _known(view: RatingRound, voice: Voice) -> str:
    """What was answered last."""
    answers = rating_answers(view.asked, voice) if view.asked else ()
    said = next((label for label, value in answers if value == view.last), "")
    return voice.say("Until now: %(answer)s", answer=said) if said else ""


def _answers(view: RatingRound, asked: Asked, voice: Voice) -> Iterator[Row]:
    about = {"customer": view.customer.id, "asked": asked.value, "again": int(view.again)}
    buttons = [
        Button(label, "rate_set", {**about, "value": str(value)}) for label, value in rating_answers(asked, voice)
    ]
    unknown = Button(voice.say("Don't know"), "rate_set", {**about, "value": UNKNOWN})
    yield from in_rows([*buttons, unknown], _IN_A_ROW)


def _ways(view: RatingRound, voice: Voice) -> Row:
    about = {"customer": view.customer.id}
    scores = Button(voice.say("Scores"), "scores", about)
    if view.before is None:
        return (scores,)
    before = {**about, "asked": view.before.value, "again": int(view.again)}
    return Button(voice.say("Back"), "rate", before), scores


def _done(view: RatingRound, voice: Voice) -> Card:
    about = {"customer": view.customer.id}
    thanks = voice.say("✓ Rated: %(customer)s", customer=short(view.customer.name, NAME))
    again = Button(voice.say("Answer again"), "rate", {**about, "asked": next(iter(Asked)).value, "again": 1})
    return lay_out([thanks, *rating_lines(view.rating, voice)], (again, Button(voice.say("Scores"), "scores", about)))
