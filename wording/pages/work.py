"""What everybody did, as a table: a line each, every number with the one that it is compared with."""

from collections.abc import Sequence
from dataclasses import dataclass

from sales.digests import Work
from sales.measures import MONEY, Measure
from sales.money import Money
from wording.page_words import Page
from wording.target_words import MEASURES
from wording.voice import Voice

COLUMNS = (Measure.VISITS, Measure.CALLS, Measure.NEW_CUSTOMERS, Measure.ORDERED, Measure.PAID)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the one it is compared with, empty where that was nothing."""

    head: str
    now: str
    was: str


@dataclass(frozen=True, slots=True)
class WorkRow:
    """`member` is who did it, 0 for a team."""

    name: str
    member: int
    figures: tuple[Figure, ...]


def heads(voice: Voice) -> tuple[str, ...]:
    """What stands over the columns."""
    return tuple(voice.say(MEASURES[measure]) for measure in COLUMNS)


def work_rows(lines: Sequence[Work], currency: str, voice: Voice) -> tuple[WorkRow, ...]:
    return tuple(
        WorkRow(one.name, one.member, tuple(_figure(one, measure, currency, voice) for measure in COLUMNS))
        for one in lines
    )


def _figure(work: Work, measure: Measure, currency: str, voice: Voice) -> Figure:
    now, was = (_number(counts.get(measure, 0), measure, currency, voice) for counts in (work.now, work.before))
    told = voice.say(Page.BEFORE, was=was) if work.before.get(measure) else ""
    return Figure(voice.say(MEASURES[measure]), now, told)


def _number(number: int, measure: Measure, currency: str, voice: Voice) -> str:
    """Sums without cents: it is the size that counts."""
    if measure not in MONEY:
        return str(number)
    return voice.money(Money.of(round(Money(number, currency).value), currency))
