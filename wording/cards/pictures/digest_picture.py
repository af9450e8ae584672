"""The page under a digest in words: who did how much, orders and payments, complaints, and what may be lost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from babel.dates import format_date

from sales.cards import Card
from sales.digests import Asked, Pace
from sales.measures import By
from sales.money import Money
from sales.pictures.digest_facts import Answers, DigestFacts, RepDays, Slipping, column_of, columns, shown, stretches
from sales.pictures.digest_picture import BarLine, BarList, DigestPicture, HeatMap, HeatRow, Pairs
from sales.pictures.folding import NAMED, Folded, Team, folded
from sales.pictures.scale import Tick, steps, top
from wording.layout import lay_out
from wording.sums import in_short
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_OWNERS = 6
_WEEKDAYS = 14
"""Of more columns than that only the Mondays have room for a label."""


def picture_card(view: DigestFacts, voice: Voice) -> Card:
    """What stands under the picture."""
    words = voice.labelled(voice.say("Picture"), voice.join((short(view.whose, NAME_IN_LIST), _days(view, voice))))
    empty = voice.say("Nothing to draw: nothing was told of these days.") if view.is_empty else ""
    return lay_out([words, empty])


def _days(view: DigestFacts, voice: Voice) -> str:
    days = view.asked.period
    if days.first == days.last:
        return voice.day(days.last)
    return voice.say("%(first)s – %(last)s", first=voice.day(days.first), last=voice.day(days.last))


def digest_picture(view: DigestFacts, voice: Voice) -> DigestPicture:
    days = shown(view.asked)
    drawn = voice.say("Days shown: %(first)s – %(last)s", first=voice.day(days.first), last=voice.day(days.last))
    title = voice.join((short(view.whose, NAME), _days(view, voice)))
    return DigestPicture(
        title, drawn, _activity(view, voice), _sums(view, voice), _complaints(view, voice), _at_risk(view, voice)
    )


def _activity(view: DigestFacts, voice: Voice) -> HeatMap:
    title = voice.say("Visits and calls by day, and in all")
    if view.asked.pace is Pace.QUARTER:
        title = voice.say("Visits and calls by week, and in all")
    if not view.reps:
        return HeatMap(title, (), (), 0, voice.say("Nobody sells in this team yet."))
    people, at = folded(view.reps), columns(view.asked)
    rows = tuple(_rows(people, view.asked, voice))
    note = ""
    if people.teams:
        note = voice.say(
            "The %(named)s busiest and %(named)s quietest of %(all)s; of the others the average of one",
            named=NAMED,
            all=len(view.reps),
        )
    high = top([cell for row in rows for cell in row.cells])
    return HeatMap(title, tuple(_labels(at, view.asked.pace, voice)), rows, high, note)


def _rows(people: Folded, asked: Asked, voice: Voice) -> Iterator[HeatRow]:
    yield from (_row(rep, asked) for rep in people.busiest)
    for team in people.teams:
        name = voice.say("%(team)s, %(number)s more", team=short(team.name, NAME_IN_LIST), number=team.people)
        if not team.name:
            name = voice.say("%(number)s others", number=team.people)
        cells = _cells(team, asked)
        yield HeatRow(name, cells, f"⌀ {sum(cells):.0f}", folded=True)
    yield from (_row(rep, asked) for rep in people.quietest)


def _row(rep: RepDays, asked: Asked) -> HeatRow:
    return HeatRow(short(rep.name, NAME_IN_LIST), _cells(rep, asked), str(rep.total))


def _cells(one: RepDays | Team, asked: Asked) -> tuple[float, ...]:
    """A column of weeks holds all days of the week."""
    found = dict.fromkeys(columns(asked), 0.0)
    for day, number in one.numbers.items():
        column = column_of(asked, day)
        if column in found:
            found[column] += number
    return tuple(found.values())


def _labels(at: Sequence[date], pace: Pace, voice: Voice) -> Iterator[str]:
    for day in at:
        if pace is not Pace.QUARTER and len(at) <= _WEEKDAYS:
            yield f"{format_date(day, 'EEEEE', locale=voice.language)}\n{day.day}"
        else:
            yield voice.plain_date(day, with_year=False) if day.weekday() == 0 else ""


def _sums(view: DigestFacts, voice: Voice) -> Pairs:
    by, firsts, _ = stretches(view.asked)
    names = (voice.say("Orders"), voice.say("Payments"))
    title = {
        By.DAY: voice.say("Orders and payments by day"),
        By.WEEK: voice.say("Orders and payments by week"),
        By.MONTH: voice.say("Orders and payments by month"),
    }[by]
    pairs = tuple((float(view.ordered.get(day, 0)), float(view.paid.get(day, 0))) for day in firsts)
    if not any(map(any, pairs)):
        return Pairs(title, names, note=voice.say("None on record in these days."))
    high, low = (top([sign * one for pair in pairs for one in pair if sign * one > 0]) for sign in (1, -1))
    heights = sorted({*_heights(high, high + low), *(-at for at in _heights(low, high + low))})
    ticks = tuple(Tick(at, in_short(Money(round(at), view.currency), voice.language)) for at in heights)
    return Pairs(
        title, names, tuple(_stretches(firsts, by, voice)), pairs, -low, high, ticks, _cut(pairs, high, low, voice)
    )


def _heights(end: float, whole: float) -> Iterable[float]:
    """The steps of the whole axis, on one side of nothing."""
    every = steps(whole)
    step = every[1] if len(every) > 1 else whole
    return (number * step for number in range(int(end / step) + 1)) if step else ()


def _cut(pairs: Iterable[tuple[float, float]], high: float, low: float, voice: Voice) -> str:
    every = [one for pair in pairs for one in pair]
    if max(every) <= high and min(every) >= -low:
        return ""
    return voice.say("One bar is cut off, so that the others can be read.")


def _stretches(firsts: Iterable[date], by: By, voice: Voice) -> Iterator[str]:
    for day in firsts:
        if by is By.MONTH:
            yield format_date(day, "LLL", locale=voice.language)
        else:
            yield voice.plain_date(day, with_year=False)


def _complaints(view: DigestFacts, voice: Voice) -> BarList:
    its, title = view.answers, voice.say("Complaints told in these days")
    if not its.told:
        return BarList(title, note=voice.say("None."))
    return BarList(title, tuple(_share(name, number, its.told) for name, number in _became(its, voice)))


def _share(name: str, number: int, told: int) -> BarLine:
    return BarLine(name, number / told, f"{number} · {number / told:.0%}" if number < told else str(number))


def _became(its: Answers, voice: Voice) -> Iterator[tuple[str, int]]:
    yield voice.say("told"), its.told
    yield voice.say("answered in time"), its.in_time
    yield voice.say("promised"), its.promised
    yield voice.say("put right"), its.solved
    yield voice.say("still open"), its.open


def _at_risk(view: DigestFacts, voice: Voice) -> BarList:
    title = voice.say("Slipping customers: bought in a good year")
    if not view.slipping:
        return BarList(title, note=voice.say("Nobody is slipping away, as far as is known."))
    named, rest = view.slipping[:_OWNERS], view.slipping[_OWNERS:]
    lines = [_slipping(one, short(one.owner, NAME_IN_LIST) or voice.say("in the pool"), view, voice) for one in named]
    if rest:
        more = Slipping("", sum(one.customers for one in rest), sum(one.minor for one in rest))
        line = _slipping(more, voice.say("%(number)s others", number=len(rest)), view, voice)
        lines.append(replace(line, share=None))
    return BarList(title, tuple(lines))


def _slipping(one: Slipping, name: str, view: DigestFacts, voice: Voice) -> BarLine:
    customers = voice.count("%(count)s customer", "%(count)s customers", one.customers)
    words = voice.join((in_short(Money(one.minor, view.currency), voice.language), customers))
    return BarLine(name, one.minor / (view.slipping[0].minor or 1), words)
