"""What a calendar makes of a rule is what the bot makes of it: every day of six years, by another library."""

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr

from sales.care.calendar_rules import calendar_rule
from sales.care.recurrence import occurrences, read_rule

UNTIL = date(2032, 3, 10)


@pytest.mark.parametrize(
    "rule",
    [
        "DTSTART=20260310;FREQ=DAILY",
        "DTSTART=20260310;FREQ=DAILY;INTERVAL=3",
        "DTSTART=20260310;FREQ=WEEKLY;BYDAY=TU",
        "DTSTART=20260310;FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "DTSTART=20260310;FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,FR",
        "DTSTART=20260305;FREQ=MONTHLY;BYMONTHDAY=5",
        "DTSTART=20260331;FREQ=MONTHLY;BYMONTHDAY=31",
        "DTSTART=20260330;FREQ=MONTHLY;BYMONTHDAY=30",
        "DTSTART=20260331;FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1",
        "DTSTART=20260327;FREQ=MONTHLY;BYDAY=-1FR",
        "DTSTART=20260309;FREQ=MONTHLY;INTERVAL=2;BYDAY=2MO",
        "DTSTART=20260302;FREQ=MONTHLY;BYDAY=1MO",
        "DTSTART=20270228;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "DTSTART=20260505;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=5",
    ],
)
def test_both_find_the_same_days(rule: str) -> None:
    days = list(occurrences(read_rule(rule), UNTIL))
    first = datetime.combine(days[0], datetime.min.time())
    expanded = rrulestr(calendar_rule(rule, days[0]), dtstart=first)
    assert [one.date() for one in expanded.between(first, datetime.combine(UNTIL, first.time()), inc=True)] == days


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        pytest.param("DTSTART=20260319;RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=1", date(2026, 3, 19), id="by the moon"),
        pytest.param("DTSTART=20260310;FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", date(2026, 3, 10), id="working days"),
        pytest.param("DTSTART=20260310;FREQ=WEEKLY;BYDAY=TU", date(2026, 3, 12), id="put off"),
        pytest.param("every now and then", date(2026, 3, 12), id="no rule"),
    ],
)
def test_what_no_calendar_can_say_stands_on_its_next_day(rule: str, day: date) -> None:
    assert calendar_rule(rule, day) == ""


def test_it_goes_on_from_any_of_its_days() -> None:
    rule = "DTSTART=20260310;FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
    assert calendar_rule(rule, date(2026, 3, 10) + timedelta(days=14)) == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
