"""What is to be done again and again; what others do so is no plan of ours."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.message.notice import notice
from understanding.message.recurrence_days import Frequency, Rule
from understanding.message.recurring import recurrence
from understanding.reading import understand

SAID = tomllib.loads((Path(__file__).parent / "said" / "recurrences.toml").read_text("utf-8"))
MOMENT = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai")), "CNY")
PLACES = Directory(
    Known(key, name) for key, name in enumerate(["Acme Tools", "Globex Trading", "Northgate Bakery", "华信机械"])
)
ROWS = [pytest.param(row, id=row[0]) for some in (SAID, SAID["unseen"]) for row in (*some["en"], *some["zh"])]


@pytest.mark.parametrize("row", ROWS)
def test_the_rule_and_its_first_day_are_in_the_words(row: list[str]) -> None:
    said, *means = row
    noticed = notice(said, MOMENT, PLACES)
    found = {(one.rule, str(one.first)) for clause in noticed.clauses if (one := recurrence(noticed, clause))}
    assert found == ({tuple(means)} if means else set())


@pytest.mark.parametrize(
    ("rule", "today", "first"),
    [
        pytest.param(Rule(Frequency.MONTHLY, month_day=31), date(2026, 4, 1), date(2026, 4, 30), id="no 31 April"),
        pytest.param(Rule(Frequency.MONTHLY), date(2026, 1, 31), date(2026, 2, 28), id="a month from 31 January"),
        pytest.param(
            Rule(Frequency.MONTHLY, 3, month_day=-1), date(2026, 3, 31), date(2026, 6, 30), id="a quarter ends"
        ),
        pytest.param(Rule(Frequency.MONTHLY, 3, month_day=1), date(2026, 3, 31), date(2026, 4, 1), id="one begins"),
        pytest.param(
            Rule(Frequency.MONTHLY, weekdays=("FR",), place=-1), date(2026, 2, 27), date(2026, 3, 27), id="last"
        ),
        pytest.param(Rule(Frequency.YEARLY), date(2024, 2, 29), date(2025, 2, 28), id="a year from 29 February"),
        pytest.param(
            Rule(Frequency.YEARLY, month=2, month_day=30), date(2026, 1, 1), date(2026, 2, 28), id="30 February"
        ),
    ],
)
def test_the_first_day_lies_ahead(rule: Rule, today: date, first: date) -> None:
    assert rule.first_after(today) == first


def test_a_follow_up_carries_its_rule_and_its_first_day() -> None:
    (one,) = understand("Visited Acme, remind me to call them every Friday at 3", MOMENT, PLACES).follow_ups
    assert (one.repeats, one.day, one.at and one.at.hour) == ("FREQ=WEEKLY;BYDAY=FR", date(2026, 3, 6), 15)


@pytest.mark.parametrize(
    ("said", "rule", "action"),
    [
        ("农历每月初一提醒我拜访华信机械", "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=1", "拜访华信机械"),
        ("每年农历闰四月初五提醒我去看华信机械", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=4L;BYMONTHDAY=5", "去看华信机械"),
        ("每年农历八月十五给华信机械送月饼", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15", "给华信机械送月饼"),
        ("每月5号提醒我给华信机械对账", "FREQ=MONTHLY;BYMONTHDAY=5", "给华信机械对账"),
    ],
)
def test_by_the_moon_and_worded_without_the_rule(said: str, rule: str, action: str) -> None:
    (found,) = understand(said, MOMENT, PLACES).follow_ups
    assert (found.repeats, found.action) == (rule, action)
