"""What stands in a digest's workbook: its sheets, their headings, the summary, and the words above the file."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from sales.complaints import Cause, Remedy, State
from sales.digests import Asked, Digest
from sales.kinds import Category, Severity
from sales.measures import MONEY, Measure
from sales.money import Money
from wording.catalogue import sentence
from wording.list_words import column_label
from wording.question_words import MEASURES
from wording.terms import CATEGORIES, CAUSES, COMPLAINT_STATES, REMEDIES, SEVERITIES
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

Cell = str | date | Decimal | int | None
_SHEETS = {
    "summary": sentence("Summary"),
    "by_rep": sentence("By rep"),
    "by_day": sentence("By day"),
    "complaints": sentence("Complaints"),
    "orders": sentence("Orders"),
    "overdue": sentence("Overdue"),
    "slipping": sentence("Gone quiet"),
}
_LISTED = ("complaints", "orders", "overdue", "slipping")
_HEADINGS = {
    "figure": sentence("Figure"),
    "now": sentence("Now"),
    "before": sentence("Compared with"),
    "text": sentence("Words"),
    "state": sentence("State"),
    "severity": sentence("How grave"),
    "category": sentence("About"),
    "promised": sentence("Promised for"),
    "taken": sentence("Taken by"),
    "closed": sentence("Closed on"),
    "cause": sentence("Cause"),
    "remedy": sentence("Put right by"),
    "days_late": sentence("Days late"),
    "last_order": sentence("Last order"),
    "chance": sentence("Chance to be lost, per cent"),
    "good_year": sentence("Bought in a good year"),
}


def title(name: str, voice: Voice) -> str:
    return voice.say(_SHEETS[name])


def headings(columns: Iterable[str], voice: Voice) -> tuple[str, ...]:
    return tuple(voice.say(_HEADINGS[name]) if name in _HEADINGS else column_label(name, voice) for name in columns)


def measured(measures: Iterable[Measure], currency: str, voice: Voice, *, twice: bool = False) -> Iterator[str]:
    """A heading for each figure; `twice`: and one for what it is compared with."""
    for measure in measures:
        name = _named(measure, currency, voice)
        yield name
        if twice:
            yield voice.say("%(figure)s, compared with", figure=name)


def _named(measure: Measure, currency: str, voice: Voice) -> str:
    name = voice.say(MEASURES[measure])
    return voice.join((name, currency)) if measure in MONEY else name


def summary(view: Digest, measures: Iterable[Measure], voice: Voice) -> Iterator[Sequence[Cell]]:
    """One line a figure, with the days that it is of; what is as of now has no days to be compared with."""
    period = view.asked.period
    yield [voice.say("Teams"), view.whose, None]
    yield [voice.say("First day"), period.first, None]
    yield [voice.say("Last day"), period.last, None]
    for measure in measures:
        now, before = (counts.get(measure, 0) for counts in (view.total.now, view.total.before))
        yield [_named(measure, view.currency, voice), *(_cell(measure, one, view.currency) for one in (now, before))]
    yield [voice.say("Promises due"), view.promises.of, None]
    yield [voice.say("Promises kept"), view.promises.number, None]
    yield [voice.say("Deals won or lost"), view.deals.of, None]
    yield [voice.say("Deals won"), view.deals.number, None]
    yield [voice.say("Answers to complaints that are late now"), view.late, None]
    owed = voice.join((voice.say("Overdue now"), view.currency))
    yield [owed, Money(view.overdue, view.currency).value, None]


def _cell(measure: Measure, number: int, currency: str) -> Cell:
    return Money(number, currency).value if measure in MONEY else number


def in_words(cell: Cell, voice: Voice) -> Cell:
    """What comes from a closed list, in the reader's language; all else as it is."""
    match cell:
        case Severity():
            return voice.say(SEVERITIES[cell])
        case Category():
            return voice.say(CATEGORIES[cell])
        case State():
            return voice.say(COMPLAINT_STATES[cell])
        case Cause():
            return voice.say(CAUSES[cell])
        case Remedy():
            return voice.say(REMEDIES[cell])
        case _:
            return cell


def above(whose: str, asked: Asked, counts: dict[str, int], voice: Voice) -> str:
    """The words with the file: what it is about, and how long its lists are."""
    period = asked.period
    days = voice.say("%(first)s – %(last)s", first=voice.day(period.first), last=voice.day(period.last))
    about = voice.join((short(whose, NAME_IN_LIST), voice.day(period.last) if period.days == 1 else days))
    lists = voice.join(voice.labelled(title(name, voice), str(counts[name])) for name in _LISTED)
    return "\n".join([voice.labelled(voice.say("Excel"), about), lists])
