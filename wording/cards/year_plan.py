"""What stands in the workbook of a year's plan, and the words above it."""

from collections.abc import Iterator, Sequence

from sales.measures import MONEY, By, Measure, Period
from sales.money import Money
from wording.catalogue import sentence
from wording.target_words import measure_words
from wording.voice import Voice

TITLES = {By.REGION: sentence("By region"), By.REP: sentence("By rep")}
_NAMES = {By.REGION: sentence("Region"), By.REP: sentence("Rep")}


def title(by: By, voice: Voice) -> str:
    return voice.say(TITLES[by])


def headings(by: By, months: Sequence[Period], voice: Voice) -> tuple[str, ...]:
    ends = (voice.say("Twelve months"), voice.say("Growth, to be changed"), voice.say("Plan of the year"))
    return (voice.say(_NAMES[by]), voice.say("Figure"), *(f"{month.first:%Y-%m}" for month in months), *ends)


def figure(measure: Measure, currency: str, voice: Voice) -> str:
    words = measure_words(measure, voice)
    return voice.say("%(what)s, %(currency)s", what=words, currency=currency) if measure in MONEY else words


def name(written: str, voice: Voice) -> str:
    return written or voice.say("not known")


def total(voice: Voice) -> str:
    return voice.say("Together")


def numbers(measure: Measure, months: Sequence[int], currency: str) -> Iterator[int]:
    """Sums in whole units: a plan has no cents."""
    return (round(Money(one, currency).value) if measure in MONEY else one for one in months)


def above(months: Period, voice: Voice) -> str:
    lines = (
        voice.say("The plan of the year, from %(first)s – %(last)s.", first=_month(months), last=_last(months)),
        voice.say("Change the growth, and plan and sums follow."),
    )
    return "\n".join(lines)


def _month(months: Period) -> str:
    return f"{months.first:%Y-%m}"


def _last(months: Period) -> str:
    return f"{months.last:%Y-%m}"


def nothing(voice: Voice) -> str:
    return voice.say(
        "The last twelve months have nothing to plan from yet.\nTell me of visits and orders, and ask again."
    )
