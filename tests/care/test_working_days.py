"""Working days with public holidays and make-up days, quiet hours, and working time that goes by."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from sales.care.habits import BadHabitError, Habits, Span, read_habits, spans_of
from sales.care.working_days import after_working_time, first_loud_moment, next_working_day, works, zone_country

SHANGHAI = ZoneInfo("Asia/Shanghai")
HABITS = Habits()
NINE_TO_SIX = Span(time(9), time(18))

DAYS = [
    ("a Friday", date(2026, 3, 6), "CN", True),
    ("a Saturday", date(2026, 3, 7), "CN", False),
    ("the Saturday that makes up for the Spring Festival", date(2026, 2, 14), "CN", True),
    ("the same Saturday in Singapore", date(2026, 2, 14), "SG", False),
    ("New Year's Eve by the moon", date(2026, 2, 16), "CN", False),
    ("Chinese New Year in Germany", date(2026, 2, 17), "DE", True),
    ("a holiday where none are kept", date(2026, 1, 1), "", True),
    ("a country that nobody knows", date(2026, 1, 1), "XX", True),
]


@pytest.mark.parametrize(("day", "country", "worked"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_days(day: date, country: str, *, worked: bool) -> None:
    assert works(day, HABITS, country) is worked


def test_the_next_working_day() -> None:
    assert next_working_day(date(2026, 2, 16), HABITS, "CN") == date(2026, 2, 24)
    assert next_working_day(date(2026, 2, 24), HABITS, "CN") == date(2026, 2, 24)
    assert next_working_day(date(2026, 3, 7), Habits(workdays=frozenset({6})), "") == date(2026, 3, 7)


def test_the_country_of_a_zone() -> None:
    assert zone_country("Asia/Shanghai") == "CN"
    assert zone_country("Asia/Kuala_Lumpur") == "MY"
    assert zone_country("UTC") == ""


def test_quiet_hours_end_in_every_zone() -> None:
    for zone in sorted(available_timezones()):
        there = ZoneInfo(zone)
        for month in (1, 3, 6, 10, 11):
            night = datetime(2026, month, 1, 2, 30, tzinfo=there)
            moment = first_loud_moment(night, HABITS, there)
            assert night <= moment <= night + timedelta(hours=6)
            assert not HABITS.is_quiet(moment.astimezone(there).time())


def test_working_time_stands_still_at_night_and_on_holidays() -> None:
    friday_at_four = datetime(2026, 2, 13, 16, tzinfo=SHANGHAI)
    for hours, ends in (
        (1, datetime(2026, 2, 13, 17, tzinfo=SHANGHAI)),
        (2, datetime(2026, 2, 13, 18, tzinfo=SHANGHAI)),
        (3, datetime(2026, 2, 14, 10, tzinfo=SHANGHAI)),
        (12, datetime(2026, 2, 24, 10, tzinfo=SHANGHAI)),
    ):
        found = after_working_time(friday_at_four, timedelta(hours=hours), NINE_TO_SIX, habits=HABITS, zone=SHANGHAI)
        assert found == ends.astimezone(UTC)


@pytest.mark.parametrize("text", ["00:00-12:00, 12:00-00:00", "08:00-08:00", "morning", "25:00-07:00", "22:00"])
def test_quiet_hours_that_make_no_sense(text: str) -> None:
    with pytest.raises(BadHabitError):
        spans_of(text)
    assert read_habits({"quiet": text}) == HABITS


def test_what_a_member_chose() -> None:
    chosen = read_habits(
        {
            "agenda": "07:45",
            "wrap": "18:10",
            "quiet": "21:00-08:00",
            "workdays": "1246",
            "country": "SG",
            "a_day": 5,
            "kinds": {"agreement_ends": True, "birthday": "perhaps"},
        }
    )
    assert chosen == Habits(
        agenda_at=time(7, 45),
        wrap_at=time(18, 10),
        quiet=(Span(time(21), time(8)),),
        workdays=frozenset({1, 2, 4, 6}),
        country="SG",
        a_day=5,
        kinds={"agreement_ends": True},
    )
    assert chosen.wants("agreement_ends")
    assert read_habits({"agenda": 7, "workdays": "", "a_day": -1, "kinds": [], "country": None}) == HABITS
