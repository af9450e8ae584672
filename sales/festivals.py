"""Festivals on which customers are greeted: when they come round, and in which countries they are kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sales.birthdays import next_birthday
from sales.kinds import Calendar


@dataclass(frozen=True, slots=True)
class Festival:
    """`on` is written like a birthday without a year; `countries` are ISO codes."""

    name: str
    on: str
    countries: frozenset[str]
    calendar: Calendar = Calendar.SOLAR

    def next(self, today: date) -> date | None:
        """The next one, today included."""
        return next_birthday(self.on, self.calendar, today)


_CHINA = frozenset({"CN", "HK", "MO"})
_CHINESE = _CHINA | {"TW"}
_LUNAR_NEW_YEAR = _CHINESE | {"SG", "MY"}
_CHRISTMAS = frozenset(
    "AT AU BE BR CA CH CZ DE DK ES FI FR GB GR HU IE IT LU MX NL NO NZ PH PL PT RO SE SK US".split()  # noqa: SIM905
)
_NEW_YEAR = _CHRISTMAS | {"SG", "MY", "HK", "JP", "KR", "IN", "TH", "VN", "ID", "AE", "TR", "ZA"}
_ALL = (
    Festival("spring", "--01-01", _LUNAR_NEW_YEAR, Calendar.LUNAR),
    Festival("dragon_boat", "--05-05", _CHINESE, Calendar.LUNAR),
    Festival("mid_autumn", "--08-15", _LUNAR_NEW_YEAR, Calendar.LUNAR),
    Festival("national_day", "--10-01", _CHINA),
    Festival("christmas", "--12-25", _CHRISTMAS),
    Festival("new_year", "--01-01", _NEW_YEAR),
)
FESTIVALS = {festival.name: festival for festival in _ALL}


def coming(first: date, days: int) -> Iterator[tuple[Festival, date]]:
    """Those within so many days from `first` on, each with its day."""
    last = first + timedelta(days=days)
    for festival in _ALL:
        day = festival.next(first)
        if day is not None and day <= last:
            yield festival, day
