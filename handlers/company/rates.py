"""/rates: what other currencies are worth, from which day on; sums are counted anew once one changes."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal, InvalidOperation
from functools import partial

from babel.numbers import is_currency

from handlers.desk import Args, Desk
from handlers.outcome import Change, Facts, Outcome
from handlers.prepared import Prepared
from handlers.reader import Reader
from sales.cards import Card
from sales.exchange import Rate
from sales.people import Role
from sales.rate_views import RatesCard
from storage.figures.rates import all_rates, drop_rate, reporting_currency, set_rate
from storage.figures.unpriced import unpriced
from storage.foresight.errands import recount
from understanding.exchange_rates import RateWords, asked_rate, read_rate
from wording.cards import rates as rates_card
from wording.cards.rates import Refused
from wording.sentences import Toast

SHOWN = 8
_FIRST = date(1990, 1, 1)
_AHEAD = timedelta(days=366)
_MOST = Decimal(1_000_000)
_EXACT = Context(prec=12)
"""More digits than any bank quotes."""


@dataclass(frozen=True, slots=True)
class _No:
    """Words that are no rate, and what is said of them."""

    why: Refused
    currency: str = ""
    day: date | None = None


def rates(desk: Desk, rest: str, prepared: Prepared) -> Outcome:
    """Alone it shows them; with words behind it sets one."""
    if not rest.strip():
        return Outcome(messages=(desk.reply("rates", {}),))
    read = _judged(desk, read_rate(rest, desk.told_at))
    if isinstance(read, _No):
        return _refused(desk, read)
    change = partial(set_rate, rate=read, by=desk.hand)
    return Outcome((change, _again(desk)), (desk.reply("rates", {}),))


def in_words(desk: Desk, text: str) -> Outcome | None:
    """Plain words of an admin that begin as somebody does who tells a rate; None: they tell of something else."""
    rest = asked_rate(text) if Role.ADMIN in desk.member.roles else None
    if rest is None or (rest and read_rate(rest, desk.told_at).currency is None):
        return None
    return rates(desk, rest, Prepared())


def _judged(desk: Desk, read: RateWords) -> Rate | _No:
    into = reporting_currency(desk.session)
    if read.currency is None or read.unread:
        return _No(Refused.HOW)
    value, since = _EXACT.plus(read.value), read.since or desk.today
    if not 0 < value < _MOST:
        return _No(Refused.ABSURD)
    if not _FIRST <= since <= desk.today + _AHEAD:
        return _No(Refused.TOO_FAR, day=since)
    return _not_between(read, into) or Rate(read.currency, since, value)


def _not_between(read: RateWords, into: str) -> _No | None:
    """What is wrong with the two currencies."""
    unknown = next((one for one in (read.currency, read.into) if one and not is_currency(one)), None)
    if unknown:
        return _No(Refused.NO_SUCH, unknown)
    if read.into not in (None, into):
        return _No(Refused.OTHER, into)
    return _No(Refused.OWN, into) if read.currency == into else None


def _refused(desk: Desk, no: _No) -> Outcome:
    return desk.say(no.why, currency=no.currency, day=desk.voice.day(no.day) if no.day else "")


def drop(desk: Desk, args: Args) -> Outcome:
    """Delete one; the card keeps it, so that it can be taken back."""
    rate = _of(args)
    if rate is None or rate not in all_rates(desk.session):
        return desk.toast(Toast.GONE)
    dropping = partial(drop_rate, currency=rate.currency, since=rate.since, by=desk.hand)
    facts: Facts = {name: str(args[name]) for name in ("currency", "since", "value")}
    return _changed(desk, facts, dropping)


def restore(desk: Desk, args: Args) -> Outcome:
    rate = _of(args)
    if rate is None:
        return desk.toast(Toast.GONE)
    return _changed(desk, {}, partial(set_rate, rate=rate, by=desk.hand))


def _changed(desk: Desk, facts: Facts, change: Change) -> Outcome:
    return Outcome((change, _again(desk)), (desk.reply("rates", facts, edits=desk.pressed),))


def _again(desk: Desk) -> Change:
    """Every sum is another one now."""
    return partial(recount, now=desk.now)


def _of(args: Facts) -> Rate | None:
    try:
        value = Decimal(str(args["value"]))
        return Rate(str(args["currency"]), date.fromisoformat(str(args["since"])), value)
    except (KeyError, ValueError, InvalidOperation):
        return None


def laid_out(reader: Reader, facts: Facts) -> Card:
    every = all_rates(reader.session)
    view = RatesCard(
        reporting_currency(reader.session),
        tuple(every[:SHOWN]),
        max(len(every) - SHOWN, 0),
        tuple(unpriced(reader.session).items()),
        _of(facts) if facts else None,
    )
    return rates_card.rates(view, reader.voice)
