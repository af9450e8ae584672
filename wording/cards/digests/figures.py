"""How much was done, in words: each figure with the one that it is compared with."""

from collections.abc import Iterable, Iterator

from sales.digest_sections import Section
from sales.digests import Digest, Pace, Work
from sales.measures import MONEY, Measure
from sales.money import Money
from wording.sums import in_short
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

ACTIVITY = (Measure.VISITS, Measure.CALLS, Measure.NEW_CUSTOMERS)
SUMS = (Measure.ORDERED, Measure.PAID)
_LARGE = 10_000


def when(view: Digest, voice: Voice) -> str:
    """The day, or from which day to which; on a Monday the week is a day, too."""
    period = view.asked.period
    if period.first == period.last:
        return voice.day(period.last)
    return voice.say("%(first)s – %(last)s", first=voice.day(period.first), last=voice.day(period.last))


def figures(work: Work, measures: Iterable[Measure], view: Digest, voice: Voice) -> str:
    """What is nothing now and was nothing before is left out."""
    return voice.join(_figures(work, measures, view, voice))


def _figures(work: Work, measures: Iterable[Measure], view: Digest, voice: Voice) -> Iterator[str]:
    for measure in measures:
        now, before = work.now.get(measure, 0), work.before.get(measure, 0)
        what, was = _named(measure, now, view, voice), _bare(measure, before, view, voice)
        if before and view.asked.pace is Pace.DAY:
            yield voice.say("%(what)s (usual %(was)s)", what=what, was=was)
        elif before:
            yield voice.say("%(what)s (before %(was)s)", what=what, was=was)
        elif now:
            yield what


def _named(measure: Measure, number: int, view: Digest, voice: Voice) -> str:
    match measure:
        case Measure.ORDERED:
            return voice.say("orders %(sum)s", sum=_bare(measure, number, view, voice))
        case Measure.PAID:
            return voice.say("paid %(sum)s", sum=_bare(measure, number, view, voice))
        case Measure.CALLS:
            return voice.count("%(count)s call", "%(count)s calls", number)
        case Measure.NEW_CUSTOMERS:
            return voice.count("%(count)s new customer", "%(count)s new customers", number)
        case _:
            return voice.count("%(count)s visit", "%(count)s visits", number)


def _bare(measure: Measure, number: int, view: Digest, voice: Voice) -> str:
    """Sums without cents: it is the size that counts."""
    return sum_words(number, view, voice) if measure in MONEY else str(number)


def sum_words(minor: int, view: Digest, voice: Voice) -> str:
    """From ten thousand on in short, as in "S$412.3K"."""
    whole = Money.of(round(Money(minor, view.currency).value), view.currency)
    return in_short(whole, voice.language) if abs(whole.value) >= _LARGE else voice.money(whole)


def team_line(team: Work, view: Digest, voice: Voice) -> str:
    measures = (Measure.VISITS, *([Measure.ORDERED] if Section.MONEY in view.sections else []))
    return voice.labelled(short(team.name, NAME_IN_LIST), figures(team, measures, view, voice))


def named_by(words: str, owner: str, voice: Voice) -> str:
    """As in "Globex, S$900 (Anna)"."""
    return voice.say("%(words)s (%(owner)s)", words=words, owner=short(owner, NAME_IN_LIST)) if owner else words


def and_more(names: str, more: int, voice: Voice) -> str:
    return voice.say("%(names)s and %(more)s more", names=names, more=more) if more else names
