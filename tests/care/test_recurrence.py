"""How things come again: the days by each rule, and what is no rule."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lunardate import LunarDate

from sales.care.recurrence import (
    WEEKDAYS,
    BadRuleError,
    Frequency,
    Rule,
    anchored,
    latest_until,
    next_after,
    occurrences,
    read_rule,
)

START = date(2026, 3, 2)  # a Monday
FAR = date(2036, 12, 31)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("FREQ=DAILY;INTERVAL=3", ["03-02", "03-05", "03-08", "03-11"], id="every three days"),
        pytest.param("FREQ=WEEKLY;BYDAY=MO,TH", ["03-02", "03-05", "03-09", "03-12"], id="Mondays and Thursdays"),
        pytest.param("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", ["03-02", "03-03", "03-17", "03-31"], id="second Tuesdays"),
        pytest.param("FREQ=WEEKLY", ["03-02", "03-09", "03-16", "03-23"], id="weekly, as it began"),
        pytest.param("FREQ=MONTHLY;BYMONTHDAY=5", ["03-02", "03-05", "04-05", "05-05"], id="每月5号"),
        pytest.param("FREQ=MONTHLY;BYMONTHDAY=31", ["03-02", "03-31", "04-30", "05-31"], id="the 31st or the last"),
        pytest.param("FREQ=MONTHLY;BYMONTHDAY=-1", ["03-02", "03-31", "04-30", "05-31"], id="the last day"),
        pytest.param("FREQ=MONTHLY;BYDAY=-1FR", ["03-02", "03-27", "04-24", "05-29"], id="last Fridays"),
        pytest.param("FREQ=MONTHLY;BYDAY=5MO", ["03-02", "03-30", "06-29", "08-31"], id="fifth Mondays"),
        pytest.param("FREQ=MONTHLY;INTERVAL=3", ["03-02", "06-02", "09-02", "12-02"], id="quarterly, as it began"),
        pytest.param(
            "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=1", ["03-02", "03-19", "04-17", "05-17"], id="农历每月初一"
        ),
        pytest.param(
            "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=30", ["03-02", "03-18", "04-16", "05-16"], id="三十或廿九"
        ),
    ],
)
def test_days(text: str, days: list[str]) -> None:
    rule = read_rule(text, START)
    assert [f"{day:%m-%d}" for day in islice(occurrences(rule, FAR), 4)] == days


def test_the_29th_of_february_is_the_28th_in_common_years() -> None:
    rule = read_rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", date(2028, 2, 29))
    assert list(islice(occurrences(rule, FAR), 5)) == [
        date(2028, 2, 29),
        date(2029, 2, 28),
        date(2030, 2, 28),
        date(2031, 2, 28),
        date(2032, 2, 29),
    ]


def test_a_leap_month_falls_back_to_the_plain_one() -> None:
    rule = read_rule("RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=4L;BYMONTHDAY=5", date(2019, 12, 1))
    days = list(occurrences(rule, date(2024, 1, 1)))[1:]
    # 2020 had a leap fourth month.
    assert days == [LunarDate(2020, 4, 5, True).to_solar_date(), *(_plain(year) for year in (2021, 2022, 2023))]


def _plain(year: int) -> date:
    day: date = LunarDate(year, 4, 5).to_solar_date()
    return day


def test_working_days_leave_holidays_out_and_take_working_weekends_in() -> None:
    free, worked = {date(2026, 3, 4)}, {date(2026, 3, 7)}

    def works(day: date) -> bool:
        return day in worked or (day.weekday() < 5 and day not in free)

    rule = read_rule("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", START)
    days = [f"{day:%m-%d}" for day in islice(occurrences(rule, FAR, works), 6)]
    assert days == ["03-02", "03-03", "03-05", "03-06", "03-07", "03-09"]


def test_the_calendar_has_an_end() -> None:
    assert next_after(read_rule("FREQ=YEARLY", date(9998, 5, 1)), date(9999, 6, 1)) is None
    assert next_after(read_rule("RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=1", START), date(9990, 1, 1)) is None


def test_the_latest_is_the_last_that_is_over() -> None:
    rule = read_rule("FREQ=WEEKLY;BYDAY=MO", START)
    assert latest_until(rule, START, START + timedelta(days=20)) == date(2026, 3, 16)
    assert latest_until(rule, START, START + timedelta(days=6)) is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "never",
            "FREQ=HOURLY",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;INTERVAL=9999",
            "FREQ=MONTHLY;BYMONTHDAY=32",
        ),
        *("FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;COUNT=3", "FREQ=MONTHLY;BYDAY=9FR", "RSCALE=CHINESE;FREQ=DAILY"),
        *("RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1"),
    ],
)
def test_what_is_no_rule(text: str) -> None:
    with pytest.raises(BadRuleError):
        read_rule(text, START)


def _rules() -> st.SearchStrategy[Rule]:
    starts, intervals = st.dates(date(2000, 1, 1), date(2040, 12, 31)), st.integers(1, 40)
    weekdays = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
    one_day = st.integers(0, 6).map(lambda day: (day,))
    month_days = st.sampled_from([-1, *range(1, 32)])
    return st.one_of(
        st.builds(Rule, starts, st.just(Frequency.DAILY), intervals),
        st.builds(Rule, starts, st.just(Frequency.WEEKLY), intervals, weekdays=weekdays),
        st.builds(Rule, starts, st.just(Frequency.MONTHLY), intervals, month_day=month_days),
        st.builds(Rule, starts, st.just(Frequency.MONTHLY), intervals, one_day, st.sampled_from([-1, 1, 2, 3, 4, 5])),
        st.builds(
            Rule, starts, st.just(Frequency.YEARLY), st.integers(1, 5), month=st.integers(1, 12), month_day=month_days
        ),
        st.builds(Rule, starts, st.just(Frequency.MONTHLY), month_day=st.integers(1, 30), lunar=st.just(True)),
    )


@given(_rules(), st.integers(0, 3000))
@settings(max_examples=150, deadline=None)
def test_the_next_day_is_the_first_that_the_rule_names(rule: Rule, ahead: int) -> None:
    """Against a look at every single day."""
    day = rule.start + timedelta(days=ahead)
    found = next_after(rule, day)
    assert found is not None
    assert found > day
    assert names(rule, found)
    assert not any(names(rule, day + timedelta(days=between)) for between in range(1, (found - day).days))


@given(_rules())
@settings(max_examples=100, deadline=None)
def test_a_rule_is_read_as_it_was_written(rule: Rule) -> None:
    assert read_rule(rule.text) == rule
    assert anchored(rule.text, START) == read_rule(rule.text, None).text.replace(f"{rule.start:%Y%m%d}", "20260302")


def names(rule: Rule, day: date) -> bool:
    """Whether the rule falls on this day, by its words alone."""
    months = (day.year - rule.start.year) * 12 + day.month - rule.start.month
    week = (day - timedelta(days=day.weekday()) - rule.start + timedelta(days=rule.start.weekday())).days // 7
    match rule.frequency:
        case _ if rule.lunar:
            return _is_lunar(rule, day)
        case Frequency.DAILY:
            return (day - rule.start).days % rule.interval == 0
        case Frequency.WEEKLY:
            return day.weekday() in rule.weekdays and week % rule.interval == 0
        case Frequency.YEARLY:
            return day.month == rule.month and _in_turn(rule, day) and _on_day(rule, day)
        case Frequency.MONTHLY:
            return months % rule.interval == 0 and (_in_place if rule.weekdays else _on_day)(rule, day)


def _in_turn(rule: Rule, day: date) -> bool:
    return (day.year - rule.start.year) % rule.interval == 0


def _on_day(rule: Rule, day: date) -> bool:
    last = (day + timedelta(days=1)).day == 1
    return day.day == rule.month_day or (last and (rule.month_day < 0 or rule.month_day > day.day))


def _in_place(rule: Rule, day: date) -> bool:
    is_last = (day + timedelta(days=7)).month != day.month
    return day.weekday() in rule.weekdays and (is_last if rule.place < 0 else (day.day + 6) // 7 == rule.place)


def _is_lunar(rule: Rule, day: date) -> bool:
    here, after = (LunarDate.from_solar_date(one.year, one.month, one.day).day for one in (day, day + timedelta(1)))
    return bool(here == rule.month_day or (after == 1 and here < rule.month_day))


def test_weekdays_are_those_of_the_standard() -> None:
    assert [f"{START + timedelta(days=ahead):%a}"[:2].upper() for ahead in range(7)] == list(WEEKDAYS)
