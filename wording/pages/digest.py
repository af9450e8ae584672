"""The digest on a page: the chat's own lines, and a table of everybody's work."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sales.digests import Digest, Pace, Work
from sales.measures import MONEY, Measure
from sales.money import Money
from wording.cards.digests.digest import digest as digest_card
from wording.page_words import Page
from wording.target_words import MEASURES
from wording.voice import Voice

COLUMNS = (Measure.VISITS, Measure.CALLS, Measure.NEW_CUSTOMERS, Measure.ORDERED, Measure.PAID)
PACES = {Pace.DAY: Page.DAY, Pace.WEEK: Page.WEEK, Pace.MONTH: Page.MONTH, Pace.QUARTER: Page.QUARTER}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the one it is compared with, empty where that was nothing."""

    now: str
    was: str


@dataclass(frozen=True, slots=True)
class Line:
    """`customer` is whom it opens, 0 where it names nobody; `number` stands before it then."""

    text: str
    number: str = ""
    customer: int = 0


@dataclass(frozen=True, slots=True)
class DigestPage:
    """`heads` are over the columns of `rows`: a name with its figures."""

    title: str
    lines: tuple[Line, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Figure, ...]], ...]


def digest_page(view: Digest, voice: Voice) -> DigestPage:
    title, *lines = digest_card(view, voice, whole=True).text.splitlines()
    heads = tuple(voice.say(MEASURES[measure]) for measure in COLUMNS)
    return DigestPage(
        title, tuple(_lines(lines, view)), heads, tuple(_row(work, view.currency, voice) for work in view.reps)
    )


def _lines(lines: Sequence[str], view: Digest) -> Iterator[Line]:
    """What needs the reader stands first, numbered."""
    needs = len(view.needs)
    for line, need in zip(lines, view.needs, strict=False):
        number, _, words = line.partition(" ")
        yield Line(words, number, need.about)
    yield from map(Line, lines[needs:])


def _row(work: Work, currency: str, voice: Voice) -> tuple[str, tuple[Figure, ...]]:
    return work.name, tuple(_figure(work, measure, currency, voice) for measure in COLUMNS)


def _figure(work: Work, measure: Measure, currency: str, voice: Voice) -> Figure:
    now, was = (_number(counts.get(measure, 0), measure, currency, voice) for counts in (work.now, work.before))
    return Figure(now, voice.say(Page.BEFORE, was=was) if work.before.get(measure) else "")


def _number(number: int, measure: Measure, currency: str, voice: Voice) -> str:
    """Sums without cents: it is the size that counts."""
    if measure not in MONEY:
        return str(number)
    return voice.money(Money.of(round(Money(number, currency).value), currency))
