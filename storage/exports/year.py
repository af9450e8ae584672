"""What the last twelve months brought, by region and by rep, within what the member who asks may see."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from sales.measures import By, Measure, Period, Tally
from sales.people import Member
from sales.year_plan import FIGURES, MONTHS, YearLine, months_before
from storage.digests.led import names_of
from storage.measures.counting import count


def lines(session: Session, member: Member, by: By, today: date) -> tuple[YearLine, ...]:
    """The biggest first; one statement for each figure and month, however many customers there are."""
    found: dict[str | None, dict[Measure, list[int]]] = {}
    for measure in FIGURES:
        for number, period in enumerate(months_before(today)):
            for one in count(session, member, Tally(measure, period, by), today):
                every = found.setdefault(one.key, {figure: [0] * MONTHS for figure in FIGURES})
                every[measure][number] = one.number
    names = _names(session, [key for key in found if key is not None], by)
    made = (YearLine(names.get(key or "", key or ""), actuals) for key, actuals in found.items())
    return tuple(sorted(made, key=lambda line: (-line.size, line.name)))


def _names(session: Session, keys: Sequence[str], by: By) -> dict[str, str]:
    if by is not By.REP:
        return {}
    return {str(number): name for number, name in names_of(session, {int(key) for key in keys}).items()}


def span(today: date) -> Period:
    """From the first to the last day of what is counted."""
    every = months_before(today)
    return Period(every[0].first, every[-1].last)
