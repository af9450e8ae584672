"""How much was done in a period and in the one before it, by rep and by team, and who told nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from sqlmodel import Session, col, select

from sales.digests import WORKED, Asked, Pace, Work, compared
from sales.measures import By, Measure, Period, Tally
from sales.people import Member
from storage.bulk import in_parts
from storage.digests.led import Led, names_of, on_leave
from storage.measures.counting import count
from storage.tables.tellings import EntryRow

_OF_REPS = (
    *(Measure.VISITS, Measure.CALLS, Measure.ORDERS, Measure.ORDERED, Measure.PAID),
    *(Measure.NEW_CUSTOMERS, Measure.COMPLAINTS, Measure.SOLVED, Measure.FEEDBACK),
)
_OF_TEAMS = (Measure.VISITS, Measure.ORDERED)
_Numbers = Mapping[str | None, Counter[Measure]]


def by_rep(session: Session, reader: Member, asked: Asked, led: Led, today: date) -> tuple[Work, tuple[Work, ...]]:
    """All together, and a line for each who sells there or did something at the customers that the reader sees."""
    now, before = _twice(session, reader, asked, (By.REP, _OF_REPS), today)
    met = {int(key) for key in (*now, *before) if key is not None} - led.reps.keys()
    names = {**led.reps, **names_of(session, met)}
    lines = (Work(name, now[str(key)], before[str(key)]) for key, name in names.items())
    return _together("", now, before, {*now, *before}), tuple(sorted(lines, key=lambda line: line.name))


def by_team(session: Session, reader: Member, asked: Asked, led: Led, today: date) -> Iterator[Work]:
    """A line for each of several teams; what hangs on no team counts in the total alone."""
    if not led.groups:
        return
    now, before = _twice(session, reader, asked, (By.TEAM, _OF_TEAMS), today)
    for group in led.groups:
        line = _together(group.name, now, before, set(map(str, group.within)))
        if line.now or line.before:
            yield line


def _together(name: str, now: _Numbers, before: _Numbers, keys: AbstractSet[str | None] | AbstractSet[str]) -> Work:
    """What stands under these keys, in one line."""
    return Work(name, _sum(now, keys), _sum(before, keys))


def _sum(numbers: _Numbers, keys: AbstractSet[str | None] | AbstractSet[str]) -> Counter[Measure]:
    return sum((each for key, each in numbers.items() if key in keys), Counter[Measure]())


def _twice(
    session: Session, reader: Member, asked: Asked, what: tuple[By, tuple[Measure, ...]], today: date
) -> tuple[_Numbers, _Numbers]:
    """Of the period, and of what it is compared with; a day is compared with an average working day."""
    now = _numbers(session, reader, asked.period, what, today)
    before = _numbers(session, reader, compared(asked.pace, asked.period), what, today)
    return now, _a_day_of(before) if asked.pace is Pace.DAY else before


def _numbers(
    session: Session, reader: Member, period: Period, what: tuple[By, tuple[Measure, ...]], today: date
) -> defaultdict[str | None, Counter[Measure]]:
    """One statement a measure, however many reps there are."""
    by, measures = what
    found: defaultdict[str | None, Counter[Measure]] = defaultdict(Counter)
    for measure in measures:
        for one in count(session, reader, Tally(measure, period, by), today):
            found[one.key][measure] = one.number
    return found


def _a_day_of(weeks: _Numbers) -> defaultdict[str | None, Counter[Measure]]:
    usual: defaultdict[str | None, Counter[Measure]] = defaultdict(Counter)
    for key, numbers in weeks.items():
        usual[key] = Counter({measure: round(number / WORKED) for measure, number in numbers.items()})
    return usual


def silent(session: Session, period: Period, led: Led) -> Iterator[str]:
    """Who sells there, is not on leave, and told nothing of these days."""
    told = on_leave(session)
    for part in in_parts(sorted(led.reps)):
        days = col(EntryRow.on_day).between(period.first, period.last)
        wanted = select(EntryRow.member_id).where(col(EntryRow.member_id).in_(part), days, col(EntryRow.live))
        told |= set(session.exec(wanted.distinct()))
    yield from (name for number, name in led.reps.items() if number not in told)
