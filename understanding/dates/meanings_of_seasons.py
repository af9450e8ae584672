"""What phrases for seasons mean."""

from understanding.dates import calendar
from understanding.dates.meanings_of_dates import year_of
from understanding.dates.when import Frame, Grain, Reading, When

_SEASONS = {"spring": (3, 20), "summer": (6, 21), "autumn": (9, 23), "winter": (12, 21)}


def season(name: str) -> Reading:
    return season_year(name, 0)


def season_year(name: str, told: int) -> Reading:
    def read(frame: Frame) -> When | None:
        start = calendar.on(year_of(told, frame), *_SEASONS[name])
        end = start and calendar.add_months(start, 3)
        return When(start, end, Grain.SEASON) if start and end else None

    return read


def rel_season(years: int, name: str) -> Reading:
    return season_year(name, years)


def rel_season_unit(count: int) -> Reading:
    """The next season: the one after today's."""

    def read(frame: Frame) -> When | None:
        years = range(frame.today.year - 2, frame.today.year + 3)
        starts = sorted(one for year in years for day in _SEASONS.values() if (one := calendar.on(year, *day)))
        here = sum(one <= frame.today for one in starts) - 1 + count
        return When(starts[here], starts[here + 1], Grain.SEASON) if 0 <= here < len(starts) - 1 else None

    return read
