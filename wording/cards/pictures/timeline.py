"""The chart of a customer: orders by day or by month, contacts, and when the next order is to be expected."""

from collections.abc import Iterator
from datetime import date, timedelta

from babel.dates import format_date

from sales.cards import Button, Card
from sales.money import Money
from sales.pictures.bars import Bars, Stretch, bars, month_after
from sales.pictures.facts import CustomerCourse
from sales.pictures.scale import Tick, steps, top
from sales.pictures.timeline import Bar, DayTick, Marks, Span, Timeline
from wording.layout import lay_out
from wording.sums import in_short
from wording.voice import Voice
from wording.wild_text import NAME, short

_YEAR, _BEFORE = timedelta(days=365), timedelta(days=14)
_FARTHEST = _YEAR
"""How far the chart reaches into the days to come."""
_MOST_TICKS = 8


def chart_card(view: CustomerCourse, voice: Voice) -> Card:
    """What stands under the chart; where there is nothing to draw it says so."""
    # A picture cannot turn into a card in place.
    back = Button(voice.say("Card"), "open_customer", {"customer": view.customer})
    if view.is_empty:
        lines = [voice.say("Nothing to draw yet: no order, visit or call in the last two years.")]
    else:
        lines = [_orders(view, voice), _next(view, voice)]
    return lay_out([short(view.name, NAME), *lines], (back,))


def _orders(view: CustomerCourse, voice: Voice) -> str:
    if not view.orders:
        return voice.say("No order in the last two years")
    count = voice.count(
        "%(count)s day with orders in the last two years",
        "%(count)s days with orders in the last two years",
        len(view.orders),
    )
    total = sum(one.minor for one in view.orders)
    return voice.join([count, voice.money(Money(total, view.currency)) if total > 0 else ""])


def _next(view: CustomerCourse, voice: Voice) -> str:
    if view.expected is None:
        return ""
    first, last = (voice.day(day) for day in view.expected)
    if view.expected[1] < voice.today:
        return voice.say("An order was to be expected from %(first)s to %(last)s", first=first, last=last)
    return voice.say("The next order is to be expected from %(first)s to %(last)s", first=first, last=last)


def timeline(view: CustomerCourse, voice: Voice) -> Timeline:
    first, last = _window(view, voice.today)
    drawn = bars([one for one in view.orders if one.day >= first])
    high = top([one.height for one in drawn.each])
    return Timeline(
        short(view.name, NAME),
        _measure(drawn, voice),
        first,
        last,
        DayTick(voice.today, voice.say("today")),
        tuple(_days(first, last, voice)),
        tuple(_bar(one, high, drawn, (view.currency, voice)) for one in drawn.each),
        high,
        tuple(Tick(at, _height(at, drawn, view.currency, voice)) for at in _heights(high, drawn)),
        (
            Marks(voice.say("Visited"), _since(first, view.visits)),
            Marks(voice.say("Phoned"), _since(first, view.calls)),
        ),
        _expected(view, last, voice),
    )


def _since(first: date, days: tuple[date, ...]) -> tuple[date, ...]:
    return tuple(day for day in days if day >= first)


def _window(view: CustomerCourse, today: date) -> tuple[date, date]:
    """Two years, or one where nothing is older; to the right as far as the next order is to be expected."""
    every = [*(one.day for one in view.orders), *view.visits, *view.calls]
    year = today - _YEAR
    first = year if min(every) >= year else view.since
    expected = view.expected[1] if view.expected else today
    return first, min(max(today, expected) + _BEFORE, today + _FARTHEST)


def _measure(drawn: Bars, voice: Voice) -> str:
    if drawn.priced:
        return voice.say("Orders by month, by amount") if drawn.monthly else voice.say("Orders by amount")
    if not drawn.each:
        return voice.say("No orders")
    return voice.say("Orders by month") if drawn.monthly else voice.say("Orders")


def _bar(one: Stretch, high: float, drawn: Bars, told: tuple[str, Voice]) -> Bar:
    """One that is cut off says how high it is."""
    return Bar(one.first, one.last, one.height, _height(one.height, drawn, *told) if one.height > high else "")


def _heights(high: float, drawn: Bars) -> tuple[float, ...]:
    """Of numbers the whole ones only."""
    return tuple(at for at in steps(high) if drawn.priced or at == int(at)) if drawn.each else ()


def _height(at: float, drawn: Bars, currency: str, voice: Voice) -> str:
    if at == 0 or not drawn.priced:
        return f"{at:.0f}"
    return in_short(Money(round(at), currency), voice.language)


def _days(first: date, last: date, voice: Voice) -> Iterator[DayTick]:
    """Firsts of months, of which so many as can be read; January says its year."""
    apart = next(months for months in (1, 2, 3, 4, 6) if (last - first).days / 30 / months <= _MOST_TICKS)
    day, told = month_after(first), False
    while day < last:
        if (day.month - 1) % apart == 0:
            year = "" if told and day.month != 1 else "\n" + format_date(day, voice.say("y"), locale=voice.language)
            yield DayTick(day, format_date(day, "LLL", locale=voice.language) + year)
            told = True
        day = month_after(day)


def _expected(view: CustomerCourse, last: date, voice: Voice) -> Span | None:
    if view.expected is None or view.expected[0] > last:
        return None
    start, end = view.expected
    days = (voice.plain_date(day, with_year=day.year != voice.today.year) for day in (start, end))
    if end < voice.today:
        label = voice.say("order expected, %(first)s – %(last)s", **dict(zip(("first", "last"), days, strict=True)))
    else:
        label = voice.say("next order, %(first)s – %(last)s", **dict(zip(("first", "last"), days, strict=True)))
    return Span(start, min(end, last), label)
