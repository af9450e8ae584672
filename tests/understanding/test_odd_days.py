"""Days that no calendar has, and days beyond anybody's plans."""

from datetime import date, datetime

import pytest

from understanding.directory import Directory
from understanding.findings import Moment
from understanding.message.odd_days import is_far_said, missing_day
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


@pytest.mark.parametrize(
    "said", ["call Acme on 9999-12-31", "9999年12月31日给银行打电话", "31 Dec 9999, then"]
)
def test_the_last_day_that_there_is_can_be_read(said: str) -> None:
    assert understand(said, Moment(datetime(2026, 3, 2, 10).astimezone(), "SGD"), Directory(())) is not None
