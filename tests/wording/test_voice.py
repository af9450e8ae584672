"""Days, moments, sums and terms, as an English and a Chinese listener hear them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from sales.kinds import Calendar, Category, Kind, Sentiment, Severity
from sales.money import Money
from sales.people import Role
from tests.wording.shown import CHINESE, ENGLISH, NOON, TUESDAY
from wording.birthdays import birthday


@pytest.mark.parametrize(
    ("day", "english", "chinese"),
    [
        pytest.param(date(2026, 11, 24), "Tue 24 Nov", "11月24日 周二", id="today"),
        pytest.param(date(2026, 1, 1), "Thu 1 Jan", "1月1日 周四", id="the first of this year"),
        pytest.param(date(2026, 9, 6), "Sun 6 Sep", "9月6日 周日", id="a Sunday"),
        pytest.param(date(2027, 1, 4), "Mon 4 Jan 2027", "2027年1月4日 周一", id="next year"),
        pytest.param(date(2025, 12, 31), "Wed 31 Dec 2025", "2025年12月31日 周三", id="last year"),
        pytest.param(date(2028, 2, 29), "Tue 29 Feb 2028", "2028年2月29日 周二", id="a leap day"),
    ],
)
def test_a_day_has_its_weekday_and_another_year_its_year(day: date, english: str, chinese: str) -> None:
    assert (ENGLISH.day(day), CHINESE.day(day)) == (english, chinese)


@pytest.mark.parametrize(
    ("moment", "english", "chinese"),
    [
        pytest.param(NOON, "Tue 24 Nov, 12:00", "11月24日 周二 12:00", id="in the listener's zone"),
        pytest.param(
            datetime(2026, 11, 24, 17, 5, tzinfo=UTC), "Wed 25 Nov, 01:05", "11月25日 周三 01:05", id="next day"
        ),
        pytest.param(
            datetime(2026, 12, 31, 16, tzinfo=UTC), "Fri 1 Jan 2027, 00:00", "2027年1月1日 周五 00:00", id="year"
        ),
    ],
)
def test_a_moment_is_local(moment: datetime, english: str, chinese: str) -> None:
    assert (ENGLISH.moment(moment), CHINESE.moment(moment)) == (english, chinese)


def test_a_moment_of_today_by_the_clock_alone() -> None:
    assert ENGLISH.clock(NOON) == "12:00"
    assert ENGLISH.clock(NOON - timedelta(1)) == "Mon 23 Nov, 12:00"


@pytest.mark.parametrize(
    ("hours", "english", "chinese"),
    [
        (2, "12:00–14:00, Tue 24 Nov", "11月24日 周二 12:00–14:00"),
        (14, "Tue 24 Nov, 12:00 – Wed 25 Nov, 02:00", "11月24日 周二 12:00 至 11月25日 周三 02:00"),
    ],
)
def test_a_span(hours: int, english: str, chinese: str) -> None:
    until = NOON + timedelta(hours=hours)
    assert (ENGLISH.span(NOON, until), CHINESE.span(NOON, until)) == (english, chinese)


@pytest.mark.parametrize(
    ("value", "currency", "english", "chinese"),
    [
        ("120000", "CNY", "¥120,000", "¥12万"),
        ("412000", "CNY", "¥412,000", "¥41.2万"),
        ("62400", "EUR", "€62,400", "€6.24万"),
        ("123456", "CNY", "¥123,456", "¥123,456"),
        ("9999", "CNY", "¥9,999", "¥9,999"),
        ("10000", "CNY", "¥10,000", "¥1万"),
        ("120000000", "CNY", "¥120,000,000", "¥1.2亿"),
        ("100000000000", "CNY", "¥100,000,000,000", "¥1,000亿"),
        ("12.50", "SGD", "S$12.50", "S$12.50"),
        ("12.05", "HKD", "HK$12.05", "HK$12.05"),
        ("340", "USD", "US$340", "US$340"),
        ("340", "AUD", "A$340", "A$340"),
        ("5000", "JPY", "JP¥5,000", "JP¥5,000"),
        ("50000", "JPY", "JP¥50,000", "JP¥5万"),
        ("1.5", "KWD", "KWD 1.500", "KWD 1.500"),
        ("-20000", "CNY", "-¥20,000", "-¥2万"),
        ("0", "GBP", "£0", "£0"),
    ],
)
def test_a_sum_says_its_currency_and_nothing_that_is_not_exact(
    value: str, currency: str, english: str, chinese: str
) -> None:
    money = Money.of(value, currency)
    assert (ENGLISH.money(money), CHINESE.money(money)) == (english, chinese)


def test_a_sum_beyond_all_sums_is_still_written() -> None:
    assert ENGLISH.money(Money(10**40, "JPY")) == "JP¥" + f"{10**40:,}"


@pytest.mark.parametrize(
    ("value", "calendar", "english", "chinese"),
    [
        ("--03-12", None, "12 Mar", "3月12日"),
        ("--02-29", Calendar.SOLAR, "29 Feb", "2月29日"),
        ("1980-03-12", Calendar.SOLAR, "12 Mar 1980", "1980年3月12日"),
        ("--10-17", Calendar.LUNAR, "lunar 10/17", "农历十月十七"),
        ("1980-01-01", Calendar.LUNAR, "lunar 1/1", "农历正月初一"),
        ("--11-10", Calendar.LUNAR, "lunar 11/10", "农历冬月初十"),
        ("--12-20", Calendar.LUNAR, "lunar 12/20", "农历腊月二十"),
        ("--08-21", Calendar.LUNAR, "lunar 8/21", "农历八月廿一"),
        ("--12-30", Calendar.LUNAR, "lunar 12/30", "农历腊月三十"),
        ("--13-40", Calendar.LUNAR, "--13-40", "--13-40"),
        ("1981-02-29", None, "1981-02-29", "1981-02-29"),
        ("in spring", None, "in spring", "in spring"),
    ],
)
def test_a_birthday(value: str, calendar: Calendar | None, english: str, chinese: str) -> None:
    assert (birthday(value, calendar, ENGLISH), birthday(value, calendar, CHINESE)) == (english, chinese)


def test_plural_forms() -> None:
    one, many = "%(count)s customer", "%(count)s customers"
    assert [ENGLISH.count(one, many, number) for number in (0, 1, 2)] == ["0 customers", "1 customer", "2 customers"]
    assert [CHINESE.count(one, many, number) for number in (1, 2)] == ["1家客户", "2家客户"]


def test_all_terms_have_a_word() -> None:
    for voice in (ENGLISH, CHINESE):
        words = [
            *map(voice.kind, Kind),
            *map(voice.kind_within, Kind),
            *map(voice.category, Category),
            *map(voice.severity, Severity),
            *map(voice.sentiment, Sentiment),
            *map(voice.role, Role),
        ]
        assert all(words)
    assert CHINESE.kind(Kind.PAYMENT) == "回款"


def test_a_day_with_a_time() -> None:
    assert ENGLISH.day_and_time(TUESDAY, time(9, 5)) == "Tue 24 Nov, 09:05"
    assert CHINESE.day_and_time(TUESDAY, None) == "11月24日 周二"
