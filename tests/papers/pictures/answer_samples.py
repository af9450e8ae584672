"""Answers of all sorts, as their chart shows them: many, long, absurd, compared, below nothing."""

from datetime import date, timedelta

from sales.measures import By, Measure, Period, Tally
from sales.question_views import Figure, Numbers
from sales.questions import Counting
from sales.segment_views import Names
from tests.papers.pictures.samples import CHINESE, LONG, STRANGE, TODAY

NAMES = Names({1: "Anna", 2: "小李", 3: LONG, 4: STRANGE, 5: CHINESE, 6: "Ben Lee", 7: "王伟"}, {}, {})
YEAR = Period(date(2026, 1, 1), TODAY)
BEFORE = Period(date(2025, 1, 1), date(2025, 12, 31))


def numbers(measure: Measure, by: By, *figures: Figure, against: Period | None = None) -> Numbers:
    total = Figure(None, sum(one.number for one in figures), 17 if against else None)
    shown = () if by is By.NOTHING else figures
    return Numbers(Counting(Tally(measure, YEAR, by), against), total, "CNY", shown, len(shown))


_MONTHS = [date(2024 + month // 12, month % 12 + 1, 1).isoformat() for month in range(24)]
_DAYS = [(TODAY - timedelta(days=ago)).isoformat() for ago in range(24)]
NUMBERED = {
    "two years by month": numbers(
        Measure.ORDERED, By.MONTH, *(Figure(key, 10**6 * n) for n, key in enumerate(_MONTHS))
    ),
    "days of visits": numbers(Measure.VISITS, By.DAY, *(Figure(key, n % 5) for n, key in enumerate(_DAYS))),
    "reps against before": numbers(
        Measure.ORDERED, By.REP, *(Figure(str(n), 7**n, 5**n * 3) for n in range(8, 0, -1)), against=BEFORE
    ),
    "shares against before": numbers(
        Measure.COVERAGE, By.REP, Figure("1", 100, 0), Figure("2", 33, None), Figure(None, 0, 12), against=BEFORE
    ),
    "now and before": numbers(Measure.ORDERED, By.NOTHING, Figure(None, 1_250_000), against=BEFORE),
    "absurd sums": numbers(Measure.ORDERED, By.REP, *(Figure(str(n), 10 ** (22 - n), 1) for n in range(1, 8))),
    "below nothing": numbers(
        Measure.ORDERED, By.REP, *(Figure(str(n), -500 * n, 100) for n in range(1, 8)), against=BEFORE
    ),
    "waiting": numbers(Measure.ANSWER_TIME, By.REP, *(Figure(str(n), 40**n) for n in range(1, 8))),
}
