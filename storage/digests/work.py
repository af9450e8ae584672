"""How much was done in a period and in the one before it, by rep and by team, and who told nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from sqlmodel import Session, col, select

from sales.digests import WORKED, Asked, Pace, Work
from sales.measures import Measure, Period
from sales.people import Member
from storage.bulk import in_parts
from storage.digests.led import Led, names_of, on_leave
from storage.digests.tallies import Tallies, tallies
from storage.tables.tellings import EntryRow

_Numbers = Counter[Measure]
_NONE: _Numbers = Counter()


def by_rep(session: Session, reader: Member, asked: Asked, led: Led, today: date) -> tuple[Work, tuple[Work, ...]]:
    """For whoever reads of nothing else."""
    return of_reps(session, tallies(session, reader, asked, today), asked.pace, led)


def of_reps(session: Session, found: Tallies, pace: Pace, led: Led) -> tuple[Work, tuple[Work, ...]]:
    """All together, and a line for each who sells there or did something at the customers that the reader sees."""
    now, before = (_by(found, is_now=is_now, of_team=False) for is_now in (True, False))
    met = {rep for rep in (*now, *before) if rep is not None} - led.reps.keys()
    names = {**led.reps, **names_of(session, met)}
    work = partial(_work, pace=pace)
    lines = (work(name, now.get(rep, _NONE), before.get(rep, _NONE), rep=rep) for rep, name in names.items())
    return work("", _sum(now.values()), _sum(before.values())), tuple(sorted(lines, key=lambda line: line.name))


def of_teams(found: Tallies, pace: Pace, led: Led) -> Iterator[Work]:
    """A line for each of several teams; what hangs on no team counts in the total alone."""
    now, before = (_by(found, is_now=is_now, of_team=True) for is_now in (True, False))
    for group in led.groups:
        done, was = (_sum(each[team] for team in group.within & each.keys()) for each in (now, before))
        line = _work(group.name, done, was, pace)
        if line.now or line.before:
            yield line


def _by(found: Tallies, *, is_now: bool, of_team: bool) -> dict[int | None, _Numbers]:
    each: dict[int | None, _Numbers] = {}
    for cell, number in found.cells.items():
        if cell.is_now is is_now and number:
            each.setdefault(cell.team if of_team else cell.rep, Counter())[cell.measure] += number
    return each


def _sum(each: Iterable[_Numbers]) -> _Numbers:
    total: _Numbers = Counter()
    for numbers in each:
        total.update(numbers)
    return total


def _work(name: str, now: _Numbers, before: _Numbers, pace: Pace, rep: int = 0) -> Work:
    """A day is compared with an average working day."""
    if pace is Pace.DAY:
        before = Counter({measure: round(number / WORKED) for measure, number in before.items()})
    return Work(name, now, before, rep)


def silent(session: Session, period: Period, led: Led) -> Iterator[str]:
    """Who sells there, is not on leave, and told nothing of these days."""
    told = on_leave(session)
    for part in in_parts(sorted(led.reps)):
        days = col(EntryRow.on_day).between(period.first, period.last)
        wanted = select(EntryRow.member_id).where(col(EntryRow.member_id).in_(part), days, col(EntryRow.live))
        told |= set(session.exec(wanted.distinct()))
    yield from (name for number, name in led.reps.items() if number not in told)
