"""When days of the year come round: by the sun and the moon, over ten years, and whichever way they are looked for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunardate import LunarDate

from sales.birthdays import age_on, birthday_parts, falls_on, next_birthday, told_days
from sales.festivals import FESTIVALS, coming
from sales.kinds import Calendar

TEN_YEARS = st.dates(date(2024, 1, 1), date(2034, 12, 31))
SOLAR = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: f"--{day:%m-%d}")
LUNAR = st.builds("--{:02}{}-{:02}".format, st.integers(1, 12), st.sampled_from(["", "+"]), st.integers(1, 30))
A_YEAR, A_LONG_LUNAR_YEAR = timedelta(days=366), timedelta(days=385)


@given(SOLAR, TEN_YEARS)
def test_by_the_sun_each_year_has_one(told: str, today: date) -> None:
    found = next_birthday(told, Calendar.SOLAR, today)
    assert found
    assert today <= found <= today + A_YEAR
    assert found.strftime("--%m-%d") == told or (told, found.strftime("%m-%d")) == ("--02-29", "02-28")


@given(LUNAR, TEN_YEARS)
def test_by_the_moon_each_lunar_year_has_one(told: str, today: date) -> None:
    found, parts = next_birthday(told, Calendar.LUNAR, today), birthday_parts(told)
    assert found
    assert parts
    assert today <= found <= today + A_LONG_LUNAR_YEAR
    moon = LunarDate.from_solar_date(found.year, found.month, found.day)
    assert moon.month == parts.month
    assert moon.day in {parts.day, min(parts.day, 29)}
    assert parts.leap or not moon.is_leap_month


@given(st.one_of(st.tuples(SOLAR, st.just(Calendar.SOLAR)), st.tuples(LUNAR, st.just(Calendar.LUNAR))), TEN_YEARS)
def test_what_is_looked_for_is_what_is_shown(told: tuple[str, Calendar], today: date) -> None:
    value, calendar = told
    day = next_birthday(value, calendar, today)
    assert day
    assert falls_on(value, calendar, day)
    listed = told_days(today, 3).get((calendar, value.removeprefix("--")))
    assert listed == (day if day <= today + timedelta(days=3) else None)


@pytest.mark.parametrize(
    ("told", "calendar", "today", "day"),
    [
        pytest.param("--02-29", "solar", date(2027, 2, 1), date(2027, 2, 28), id="29 February in a common year"),
        pytest.param("2000-02-29", "solar", date(2028, 2, 1), date(2028, 2, 29), id="29 February in a leap year"),
        pytest.param("--06+-10", "lunar", date(2025, 7, 1), date(2025, 8, 3), id="the leap month itself"),
        pytest.param("--06+-10", "lunar", date(2026, 7, 1), date(2026, 7, 23), id="the plain month without it"),
        pytest.param("--12-30", "lunar", date(2026, 1, 1), date(2026, 2, 16), id="day 30 where the year has none"),
        pytest.param("--01-01", "lunar", date(2026, 1, 1), date(2026, 2, 17), id="new year by the moon"),
    ],
)
def test_days_that_not_every_year_has(told: str, calendar: str, today: date, day: date) -> None:
    assert next_birthday(told, Calendar(calendar), today) == day


@pytest.mark.parametrize(
    ("told", "calendar", "age"),
    [
        ("1980-03-04", Calendar.SOLAR, 46),
        ("1980-03-04", None, 46),
        ("--03-04", Calendar.SOLAR, None),
        ("1979-12-20", Calendar.LUNAR, 46),
        ("soon", Calendar.SOLAR, None),
    ],
)
def test_how_old_somebody_turns(told: str, calendar: Calendar | None, age: int | None) -> None:
    assert age_on(told, calendar, date(2026, 2, 7) if calendar is Calendar.LUNAR else date(2026, 3, 4)) == age


def test_festivals_of_a_year() -> None:
    found = {festival.name: day for festival, day in coming(date(2026, 1, 2), 365)}
    assert found == {
        "spring": date(2026, 2, 17),
        "dragon_boat": date(2026, 6, 19),
        "mid_autumn": date(2026, 9, 25),
        "national_day": date(2026, 10, 1),
        "christmas": date(2026, 12, 25),
        "new_year": date(2027, 1, 1),
    }
    assert FESTIVALS["spring"].next(date(2026, 2, 17)) == date(2026, 2, 17)
