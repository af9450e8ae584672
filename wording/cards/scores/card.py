"""The scores of a customer: each in a line, and behind its button why it is so."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from sales.cards import Button, Card, Row
from sales.scores.score_card import Night, Score, ScoreCard
from wording.cards.history import back_to_card
from wording.cards.scores.abc import class_lines
from wording.cards.scores.credit_advice import credit_lines
from wording.cards.scores.lifetime_value import lifetime_lines
from wording.cards.scores.loyalty import loyalty_lines
from wording.cards.scores.rating import rating_lines
from wording.cards.scores.rfm import rfm_lines
from wording.cards.scores.stage import stage_lines
from wording.catalogue import sentence
from wording.layout import in_rows, lay_out
from wording.terms import STAGES
from wording.voice import Voice
from wording.wild_text import NAME, short

LABELS = {
    Score.CLASS: sentence("Class"),
    Score.RFM: "RFM",
    Score.STAGE: sentence("Stage"),
    Score.LIFETIME: sentence("Worth"),
    Score.LOYALTY: sentence("Loyalty"),
    Score.RATING: sentence("Rating"),
    Score.CREDIT: sentence("Credit"),
}
_IN_A_ROW = 4
_Lines = Callable[[], Iterable[str]]


def score_card(view: ScoreCard, voice: Voice) -> Card:
    why = _explained(view, voice)
    if view.why is not None and view.why in why:
        return lay_out([_name(view, voice), *why[view.why]()], *_under_one(view, voice))
    heads = [next(iter(lines())) for lines in why.values()]
    buttons = [_why(view, score, voice) for score in why]
    return lay_out(
        [_head(view, voice), *heads, voice.say("Tap one to see why.")],
        *in_rows(buttons, _IN_A_ROW),
        (*_rate(view, voice), back_to_card(view.customer.id, voice)),
    )


def _explained(view: ScoreCard, voice: Voice) -> Mapping[Score, _Lines]:
    """The lines of each score that the reader may see, the first of which says it all."""
    found: dict[Score, _Lines] = {}
    if view.night is not None:
        found |= _of_the_night(view.night, voice)
    found[Score.LOYALTY] = lambda: loyalty_lines(view.loyalty, voice)
    found[Score.RATING] = lambda: rating_lines(view.rating, voice)
    if (credit := view.credit) is not None:
        found[Score.CREDIT] = lambda: credit_lines(credit, voice)
    return found


def _of_the_night(night: Night, voice: Voice) -> Mapping[Score, _Lines]:
    return {
        Score.CLASS: lambda: class_lines(night.grade, voice),
        Score.RFM: lambda: rfm_lines(night.rfm, night.currency, voice),
        Score.STAGE: lambda: _stage(night, voice),
        Score.LIFETIME: lambda: lifetime_lines(night.life, night.currency, voice),
    }


def _stage(night: Night, voice: Voice) -> Iterator[str]:
    """What somebody says comes first; what was worked out stands below it."""
    if night.stage_by_hand is not None:
        said = voice.join([voice.say(STAGES[night.stage_by_hand]), voice.say("set by hand")])
        yield voice.labelled(voice.say("Stage"), said)
        yield voice.say("Worked out it would be %(points)s.", points=voice.say(STAGES[night.stage.stage]))
    yield from stage_lines(night.stage, voice)


def _name(view: ScoreCard, voice: Voice) -> str:
    return voice.say("%(name)s (%(code)s)", name=short(view.customer.name, NAME), code=view.customer.code)


def _head(view: ScoreCard, voice: Voice) -> str:
    if view.night is None:
        return voice.join([_name(view, voice), voice.say("not scored yet: that is done every night")])
    return voice.join([_name(view, voice), voice.say("as of %(day)s", day=voice.day(view.night.on))])


def _why(view: ScoreCard, score: Score, voice: Voice) -> Button:
    return Button(voice.say(LABELS[score]), "scores", {"customer": view.customer.id, "why": score.value})


def _under_one(view: ScoreCard, voice: Voice) -> Iterator[Row]:
    back = Button(voice.say("Back"), "scores", {"customer": view.customer.id})
    asks = view.why in (Score.RATING, Score.LOYALTY)
    yield (*(_rate(view, voice) if asks else ()), back)


def _rate(view: ScoreCard, voice: Voice) -> Row:
    """Only managers are asked."""
    return (Button(voice.say("Rate: 7 taps"), "rate", {"customer": view.customer.id}),) if view.rates else ()
