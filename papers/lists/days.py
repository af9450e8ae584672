"""Days as people write them in a column: by what form, and in which order where only the whole column can tell."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from unicodedata import normalize

from papers.lists.rows import Cell

_FIRST_SERIAL, _LAST_SERIAL = 10_000, 80_000
# Excel counts from here: it believes that 1900 was a leap year.
_EXCEL = date(1899, 12, 30)
_MONTHS, _CENTURY, _PIVOT = 12, 100, 70
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"(?P<name>{'|'.join(_NAMES)})[a-z]*\.?"
_TIME = r"(?:[ t]\s*\d{1,2}[:.时]\d{2}.*)?"
_FORMS = tuple(
    re.compile(form + _TIME)
    for form in (
        r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?",
        r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})",
        rf"(?:[a-z]{{3,9}},?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_NAME},?[\s-]+(?P<year>\d{{4}}|\d\d)",
        rf"{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}|\d\d)",
        r"(?P<day>\d{1,2})\.\s*(?P<month>\d{1,2})\.\s*(?P<year>\d{4}|\d\d)",
    )
)
_EITHER = re.compile(r"(?P<one>\d{1,2})\s*[-/]\s*(?P<other>\d{1,2})\s*[-/]\s*(?P<year>\d{4}|\d\d)" + _TIME)


@dataclass(slots=True)
class DayOrder:
    """What a column's values tell of their order: 13/4 is day first, 4/13 month first, 3/4 either."""

    day_first: int = 0
    month_first: int = 0
    either: str = ""

    def hear(self, cell: Cell) -> None:
        found = _EITHER.fullmatch(_plain(cell)) if isinstance(cell, str) else None
        if not found:
            return
        one, other = int(found["one"]), int(found["other"])
        if one > _MONTHS >= other:
            self.day_first += 1
        elif other > _MONTHS >= one:
            self.month_first += 1
        elif one != other and not self.either:
            self.either = cell if isinstance(cell, str) else ""

    @property
    def decided(self) -> bool | None:
        """True: day first; None: nobody can tell. Where both were seen the more frequent wins, the rest are faults."""
        if not self.day_first and not self.month_first:
            return None if self.either else True
        return self.day_first >= self.month_first


def read_day(cell: Cell, *, day_first: bool) -> date | None:
    """The day; Excel's own numbers count as days."""
    if isinstance(cell, int | float) or _is_serial(cell):
        return _of_serial(float(cell))
    plain = _plain(cell)
    for form in _FORMS:
        if found := form.fullmatch(plain):
            return _of_parts(found.groupdict())
    found = _EITHER.fullmatch(plain)
    if not found:
        return None
    day, month = (found["one"], found["other"]) if day_first else (found["other"], found["one"])
    return _of_parts({"year": found["year"], "month": month, "day": day})


def both_ways(words: str) -> tuple[date | None, date | None]:
    """What the words mean with the day first, and with the month first."""
    return read_day(words, day_first=True), read_day(words, day_first=False)


def _plain(cell: Cell) -> str:
    return normalize("NFKC", str(cell)).strip().casefold()


def _is_serial(cell: str) -> bool:
    return re.fullmatch(r"\d{5}(\.\d+)?", cell.strip()) is not None


def _of_serial(number: float) -> date | None:
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return _EXCEL + timedelta(int(number))
    whole = f"{number:.0f}"
    return read_day(f"{whole[:4]}-{whole[4:6]}-{whole[6:]}", day_first=True) if len(whole) == len("20260304") else None


def _of_parts(parts: dict[str, str | None]) -> date | None:
    name = parts.get("name")
    month = _NAMES.index(name) + 1 if name else int(parts["month"] or 0)
    year = int(parts["year"] or 0)
    if year < _CENTURY:
        year += 1900 if year >= _PIVOT else 2000
    try:
        return date(year, month, int(parts["day"] or 0))
    except ValueError:
        return None
