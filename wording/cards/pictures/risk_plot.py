"""Who may be lost: a dot for everybody, and the ten of whom most would be lost by name."""

from collections.abc import Iterator

from sales.cards import Button, Card
from sales.money import Money, exponent
from sales.pictures.facts import AtRisk, Risks
from sales.pictures.risk_plot import Numbered, RiskPlot
from sales.pictures.scale import Tick, powers
from wording.cards.pictures.segment_map import not_scored
from wording.cards.scores.figures import percent
from wording.layout import digits, lay_out
from wording.sums import in_short
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


def risk_card(view: Risks | None, voice: Voice) -> Card:
    """What stands under the plot: the numbers open the cards."""
    if view is None:
        return lay_out([voice.say("No customer is scored yet."), not_scored(voice)])
    if not view.points:
        return lay_out([voice.say("None of your customers bought for a known sum in the last two years.")])
    lines = [
        _head(view, voice),
        *(f"{number}. {_line(one, view.currency, voice)}" for number, one in enumerate(view.named, 1)),
        _without(view, voice),
    ]
    return lay_out(
        lines,
        *digits("open_customer", [{"customer": one.customer} for one in view.named]),
        (Button(voice.say("Map"), "map"),),
    )


def _head(view: Risks, voice: Voice) -> str:
    if not view.named:
        return voice.say("Nobody seems to be slipping away, as of %(day)s", day=voice.day(view.day))
    return voice.say("Of these most may be lost, as of %(day)s", day=voice.day(view.day))


def _line(one: AtRisk, currency: str, voice: Voice) -> str:
    return voice.labelled(short(one.name, NAME_IN_LIST), _words(one, currency, voice))


def _words(one: AtRisk, currency: str, voice: Voice) -> str:
    a_year = voice.say("%(sum)s a year", sum=in_short(Money(one.minor, currency), voice.language))
    return voice.join([percent(one.lost, voice), a_year])


def _without(view: Risks, voice: Voice) -> str:
    return _left_out(view.without, voice) if view.without else ""


def _left_out(number: int, voice: Voice) -> str:
    return voice.count(
        "Not drawn: %(count)s customer who bought nothing for two years",
        "Not drawn: %(count)s customers who bought nothing for two years",
        number,
    )


def risk_plot(view: Risks, voice: Voice) -> RiskPlot:
    minor = 10 ** exponent(view.currency)
    sums = [bought / minor for _, bought in view.points]
    across = powers(min(sums), max(sums))
    return RiskPlot(
        voice.say("Who may be lost"),
        voice.count(
            "%(count)s customer, as of %(day)s",
            "%(count)s customers, as of %(day)s",
            len(sums),
            day=voice.day(view.day),
        ),
        voice.say("bought in the better of two years"),
        voice.say("chance that no order comes for now"),
        tuple(Tick(at, in_short(Money(round(at * minor), view.currency), voice.language)) for at in across),
        tuple(Tick(at, f"{at:.0%}") for at in _QUARTERS),
        tuple((bought, lost) for bought, (lost, _) in zip(sums, view.points, strict=True)),
        tuple(_named(view, minor, voice)),
    )


def _named(view: Risks, minor: int, voice: Voice) -> Iterator[Numbered]:
    for number, one in enumerate(view.named, 1):
        words = _words(one, view.currency, voice)
        yield Numbered(number, one.minor / minor, one.lost, short(one.name, NAME), words)
