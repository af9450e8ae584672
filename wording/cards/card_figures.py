"""How complete and fresh the cards are: of oneself, or rep by rep; and those that lack most, to open."""

from collections.abc import Iterator

from sales.card_figures import CardFigures, Figures, RepFigures
from sales.cards import Card
from sales.freshness import Weights
from wording.layout import digits, lay_out
from wording.sentences import Said
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

_REPS = 20
"""So many reps fit on a phone's screen, those whose cards lack most."""


def card_figures(view: Figures, voice: Voice, *, leads: bool, looked_at: tuple[int, int] = (0, 0)) -> Card:
    """`looked_at`: how many of the week's cards the reader looked over, of how many."""
    if not view.reps:
        return lay_out(voice.say(Said.NO_CARDS).splitlines())
    done, total = looked_at
    week = voice.say("Looked at this week: %(done)s of %(total)s", done=done, total=total) if total else ""
    lines = [*(_team(view, voice) if leads else _own(view.reps[0], voice)), week, *_neediest(view, voice)]
    return lay_out(lines, *digits("open_customer", [{"customer": card.customer} for card in view.neediest]))


def _own(rep: RepFigures, voice: Voice) -> Iterator[str]:
    yield voice.say("Your cards: %(figures)s", figures=_shares(rep.weights, voice))
    yield voice.join([_customers(rep, voice), _stale(rep, voice)])


def _team(view: Figures, voice: Voice) -> Iterator[str]:
    yield voice.say("The cards of your reps")
    for rep in view.reps[:_REPS]:
        told = voice.join([_shares(rep.weights, voice), _customers(rep, voice), _stale(rep, voice)])
        yield voice.labelled(short(rep.name, NAME_IN_LIST), told)
    if len(view.reps) > _REPS:
        yield voice.count("and %(count)s more rep", "and %(count)s more reps", len(view.reps) - _REPS)


def _shares(weights: Weights, voice: Voice) -> str:
    """Where nothing is known, nothing can be fresh or stale."""
    complete, fresh = _percent(weights.completeness), _percent(weights.freshness)
    if not weights.there:
        return voice.say("nothing on it yet")
    return voice.say("%(complete)s complete, %(fresh)s fresh", complete=complete, fresh=fresh)


def _percent(share: float) -> str:
    """Rounded down: only what is whole is called 100."""
    return f"{int(share * 100)}%"


def _customers(rep: RepFigures, voice: Voice) -> str:
    return voice.count("%(count)s customer", "%(count)s customers", rep.cards)


def _stale(rep: RepFigures, voice: Voice) -> str:
    return voice.count("%(count)s stale A card", "%(count)s stale A cards", rep.stale) if rep.stale else ""


def _neediest(view: Figures, voice: Voice) -> Iterator[str]:
    if view.neediest:
        yield voice.say("— These lack most —")
    yield from (f"{number} {_needy(card, voice)}" for number, card in enumerate(view.neediest, 1))


def _needy(card: CardFigures, voice: Voice) -> str:
    grade = voice.say("class %(grade)s", grade=card.grade) if card.grade else ""
    return voice.join([short(card.name, NAME_IN_LIST), grade, _shares(card.weights, voice)])
