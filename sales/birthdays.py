"""When a birthday comes round: solar or lunar, with or without a year."""

from datetime import date

from lunardate import LunarDate

from sales.kinds import Calendar

_LAST_DAY_OF_SHORT_LUNAR_MONTH = 29


def next_birthday(value: str, calendar: Calendar | None, today: date) -> date | None:
    """Find the next day, today included; `value` is YYYY-MM-DD or --MM-DD in its calendar. None: no such day.

    29 February is kept on the 28th in common years, the 30th of a lunar month on the 29th where it has no 30th.
    """
    month, day = int(value[-5:-3]), int(value[-2:])
    fall = _lunar if calendar is Calendar.LUNAR else _solar
    coming = (fall(year, month, day) for year in range(today.year - 1, today.year + 3))
    return next((found for found in coming if found and found >= today), None)


def _solar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 2, 28) if (month, day) == (2, 29) else None


def _lunar(year: int, month: int, day: int) -> date | None:
    for tried in (day, min(day, _LAST_DAY_OF_SHORT_LUNAR_MONTH)):
        try:
            solar: date = LunarDate(year, month, tried).to_solar_date()
        except ValueError:
            continue
        return solar
    return None
