"""Days that no calendar has, and days beyond anybody's plans."""

from datetime import date, datetime

import pytest

from sales.kinds import Calendar
from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.message.odd_days import is_far_said, missing_day, reminded_of_nothing, without_year
from understanding.message.odd_hours import missing_hour, without_hour
from understanding.reading import understand

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("Sarah's birthday is 30 February", "30 February"),
        ("on the 31st of April", "31st of April"),
        ("Feb 30", "Feb 30"),
        ("29 February", ""),
        ("30 April", ""),
        ("31 May", ""),
        ("31 marchers", ""),
        ("2月30日", "2月30日"),
        ("十一月三十一号", "十一月三十一号"),
        ("2月29日", ""),
        ("12月31日", ""),
        ("四月三十", ""),
        ("农历四月三十", ""),
        ("农历闰四月初八", ""),
        ("农历四月三十一", "农历四月三十一"),
        ("农历十三月初一", "农历十三月初一"),
        ("农历腊月三十", ""),
    ],
)
def test_what_no_calendar_has(said: str, missing: str) -> None:
    assert missing_day(said) == missing


@pytest.mark.parametrize(
    ("said", "far"),
    [("1 Jan 9999", True), ("9999年1月1日", True), ("9999-12-31", True), ("5 May 2036", False), ("5 May 2037", True)],
)
def test_what_is_too_far_ahead(said: str, far: bool) -> None:  # noqa: FBT001 - a table
    assert is_far_said(said, TODAY) is far


@pytest.mark.parametrize("said", ["call Acme on 9999-12-31", "9999年12月31日给银行打电话", "31 Dec 9999, then"])
def test_the_last_day_that_there_is_can_be_read(said: str) -> None:
    assert understand(said, Moment(datetime(2026, 3, 2, 10).astimezone(), "SGD"), Directory(())) is not None


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ("call Acme on 5 May 9999", "call Acme"),
        ("call Acme 5 May 9999 about the valves", "call Acme about the valves"),
        ("call Acme about invoice 9999 on 5 May", "call Acme about invoice 9999"),
        ("remind me on 1 Jan 9999 to call Acme", "call Acme"),
        ("9999年5月5日给华信打电话", "给华信打电话"),
    ],
)
def test_a_year_that_is_left_over_is_not_to_be_done(said: str, action: str) -> None:
    known = Directory([Known(1, "Acme Tools"), Known(2, "华信机械")])
    [found] = understand(said, Moment(datetime(2026, 3, 2, 10).astimezone(), "SGD"), known).follow_ups
    assert without_year(found, said) == action


@pytest.mark.parametrize(
    ("said", "missing", "left"),
    [
        ("call Acme at 25:00", "25:00", "call Acme"),
        ("call Acme at 14:75", "14:75", "call Acme"),
        ("25点给华信打电话", "25点", "给华信打电话"),
        ("明天30:00给华信打电话", "30:00", "明天给华信打电话"),
        ("call Acme at 24:00", "", "call Acme at 24:00"),
        ("split it 60:40 with Acme", "", "split it 60:40 with Acme"),
        ("送30点积分", "", "送30点积分"),
    ],
)
def test_hours_that_no_day_has(said: str, missing: str, left: str) -> None:
    assert (missing_hour(said), without_hour(said)) == (missing, left)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Remind me yesterday", date(2026, 3, 1)),
        ("昨天提醒我", date(2026, 3, 1)),
        ("remind me yesterday to call Acme", None),
        ("remind me tomorrow", None),
        ("it was yesterday", None),
    ],
)
def test_a_wish_to_be_reminded_of_nothing(said: str, day: date | None) -> None:
    assert reminded_of_nothing(said, datetime(2026, 3, 2, 10).astimezone()) == day


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("lunar leap April 4", "--04+-04"),
        ("lunar April 4", "--04-04"),
        ("4th of leap April 1960, lunar", "1960-04+-04"),
        ("the 4th day of the 4th leap month, lunar calendar", "--04+-04"),
        ("lunar leap month 4/4", "--04+-04"),
        ("lunar month 8 day 15", "--08-15"),
    ],
)
def test_lunar_birthdays_in_english(said: str, value: str) -> None:
    moment = Moment(datetime(2026, 3, 2, 10).astimezone(), "SGD")
    found = understand(f"Mr Lee's birthday at Acme is {said}", moment, Directory([Known(1, "Acme")]))
    assert [(one.value, one.calendar) for one in found.facts] == [(value, Calendar.LUNAR)]
