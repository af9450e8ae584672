"""The exchange rates: what one unit is worth from which day on, what has none, and how to set one."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from sales.cards import Button, Card
from sales.exchange import Rate
from sales.rate_views import RatesCard
from wording.catalogue import sentence
from wording.layout import in_rows, lay_out
from wording.voice import Voice

_UNPRICED = 5
"""So many currencies without a rate are named."""
_IN_A_ROW = 2


class Refused(StrEnum):
    """Why words are no rate, and what to write instead."""

    HOW = sentence("I could not read a rate in that.\nPlease write it like /rates USD 7.12 from 1 Nov.")
    NO_SUCH = sentence("I don't know the currency %(currency)s.\nPlease write its three letters, like USD.")
    OWN = sentence("%(currency)s is what you count in: it needs no rate.\nPlease name another currency.")
    OTHER = sentence("You count in %(currency)s.\nPlease tell me how many %(currency)s one unit is worth.")
    ABSURD = sentence("A rate is more than 0 and less than a million.\nPlease write it like /rates USD 7.12.")
    TOO_FAR = sentence("%(day)s is too far away.\nPlease take a day from 1990 to a year from now.")


def rates(view: RatesCard, voice: Voice) -> Card:
    buttons = [_delete(one, voice) for one in view.rates]
    undo = (Button(voice.say("Undo"), "rate_restore", _about(view.dropped)),) if view.dropped else ()
    return lay_out(_lines(view, voice), *in_rows(buttons, _IN_A_ROW), undo)


def _lines(view: RatesCard, voice: Voice) -> Iterator[str]:
    if view.dropped:
        yield voice.say("Deleted: %(rate)s", rate=_rate(view.dropped, view.into, voice))
    yield voice.say("Exchange rates into %(currency)s", currency=view.into)
    yield from (_rate(one, view.into, voice) for one in view.rates)
    if not view.rates:
        yield voice.say("None is set.")
    if view.more:
        yield voice.count("and %(count)s older one", "and %(count)s older ones", view.more)
    yield from (_left_out(currency, count, voice) for currency, count in view.unpriced[:_UNPRICED])
    yield voice.say("To set one, write: /rates USD 7.12 from 1 Nov")


def _rate(rate: Rate, into: str, voice: Voice) -> str:
    values = {"currency": rate.currency, "value": _plain(rate.value), "into": into, "day": voice.day(rate.since)}
    return voice.say("1 %(currency)s = %(value)s %(into)s from %(day)s", **values)


def _left_out(currency: str, count: int, voice: Voice) -> str:
    return "⚠ " + voice.count(
        "%(count)s order in %(currency)s is not counted: no rate",
        "%(count)s orders in %(currency)s are not counted: no rate",
        count,
        currency=currency,
    )


def _delete(rate: Rate, voice: Voice) -> Button:
    what = voice.join([rate.currency, voice.day(rate.since)])
    return Button(voice.say("Delete %(what)s", what=what), "rate_drop", _about(rate))


def _about(rate: Rate) -> dict[str, str]:
    return {"currency": rate.currency, "since": rate.since.isoformat(), "value": _plain(rate.value)}


def _plain(value: Decimal) -> str:
    """Digits without an exponent or idle zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
