"""A team on a page: how far everybody is with their targets, and how complete their cards are."""

from dataclasses import dataclass

from sales.card_figures import Figures, RepFigures
from sales.targets import Progress, Span, Standing
from wording.page_words import Page
from wording.target_words import measure_words, number_words
from wording.voice import Voice

_WHOLE = 100
SPANS = {Span.MONTH: Page.MONTH, Span.QUARTER: Page.QUARTER}


@dataclass(frozen=True, slots=True)
class Goal:
    """A target in words; `percent` at most 100, for the bar; `behind`: less than the days that are over ask for."""

    label: str
    told: str
    percent: int
    behind: bool


@dataclass(frozen=True, slots=True)
class Cards:
    """How complete and how fresh somebody's cards are; `stale` A customers have something stale."""

    name: str
    cards: int
    complete: str
    fresh: str
    stale: int


def goals(standing: Standing, currency: str, voice: Voice) -> tuple[Goal, ...]:
    return tuple(_goal(one, currency, voice) for one in standing.progress)


def _goal(one: Progress, currency: str, voice: Voice) -> Goal:
    measure = one.target.measure
    done, all_ = (
        number_words(measure, number, one.target.currency or currency, voice)
        for number in (one.done, one.target.number)
    )
    label = voice.join((measure_words(measure, voice), voice.say(SPANS[one.target.span])))
    told = voice.say(Page.DONE_OF, done=done, all=all_)
    return Goal(label, told, min(one.percent, _WHOLE), bool(one.lacks))


def cards_of(figures: Figures) -> tuple[Cards, ...]:
    return tuple(map(_cards, figures.reps))


def _cards(rep: RepFigures) -> Cards:
    """Rounded down: only what is whole is called 100. Where nothing is known, nothing can be fresh."""
    complete, fresh = (f"{int(share * _WHOLE)}%" for share in (rep.weights.completeness, rep.weights.freshness))
    return Cards(rep.name, rep.cards, complete, fresh if rep.weights.there else "–", rep.stale)
