"""What is told in a frame moved to the date that was named before: "the day after", 第二天."""

from understanding.dates.meanings_of_clocks import Told
from understanding.dates.meanings_of_days import offset
from understanding.dates.meanings_of_periods import rel_month, rel_week
from understanding.dates.meanings_of_times import day_clock, day_part
from understanding.dates.when import Reading


def hence_clock(days: int, told: Told) -> Reading:
    return day_clock(offset(days), told)


def hence_part(days: int, name: str) -> Reading:
    return day_part(offset(days), name)


def next_unit(unit: str) -> Reading:
    return rel_month(1) if unit == "month" else rel_week(1)
