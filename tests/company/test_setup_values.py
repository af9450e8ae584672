"""Answers of /setup as people write them, and what the settings are where nobody has set them."""

from datetime import time

import pytest

from handlers.company.setup_values import setup_value
from sales.company_settings import CompanySettings, Step, read_settings


@pytest.mark.parametrize(
    ("step", "text", "value"),
    [
        (Step.COMPANY, "Acme Ltd, Shanghai", "Asia/Shanghai|Acme Ltd"),
        (Step.COMPANY, "金桥公司，上海", "Asia/Shanghai|金桥公司"),
        (Step.COMPANY, "Acme, Inc.", "|Acme, Inc."),
        (Step.COMPANY, "Berlin", "Europe/Berlin|"),
        (Step.COMPANY, "x" * 61, None),
        (Step.CURRENCY, "thb", "THB"),
        (Step.CURRENCY, "money", None),
        (Step.HOURS, "8:30-17:30", "08:30-17:30"),
        (Step.HOURS, "9am to 6pm", "09:00-18:00"),
        (Step.HOURS, "9点到18点", "09:00-18:00"),
        (Step.HOURS, "18-9", None),
        (Step.HOURS, "25-26", None),
        (Step.CADENCE, "A 14, B 30, C 90", "14 30 90"),
        (Step.CADENCE, "14 30", None),
        (Step.CADENCE, "0 30 90", None),
        (Step.POOL, "90/120/180", "90 120 180"),
        (Step.POOL, "never", "never"),
        (Step.AHEAD, "30/60/90", "30 60 90"),
        (Step.AHEAD, "3 60 90", None),
        (Step.ALERTS, "3", "3"),
        (Step.ALERTS, "never", "0"),
        (Step.ALERTS, "21", None),
        (Step.SHARES, "70, 90", "70 90"),
        (Step.SHARES, "90 70", None),
        (Step.SHARES, "80 101", None),
        (Step.CLOCKS, "A 50, B 100, C 150", "50 100 150"),
        (Step.CLOCKS, "5 100 100", None),
        (Step.CLOCKS, "50 100 1001", None),
        (Step.WEIGHTS, "10, 15, 10, 20, 15, 10, 5, 0", "10 15 10 20 15 10 5 0"),
        (Step.WEIGHTS, "10 15 10 20", None),
        (Step.WEIGHTS, "0 0 0 0 0 0 0 0", None),
        (Step.WEIGHTS, "10 15 10 20 15 10 5 101", None),
        (Step.POOL, "从不", "never"),
        (Step.POOL, "5 10 20", None),
        (Step.ESCALATION, "8 hours", "8"),
        (Step.ESCALATION, "0", None),
        (Step.ESCALATION, "9" * 10_000, None),
        (Step.REGION, "sg", "SG"),
        (Step.REGION, "Thailand", "TH"),
        (Step.REGION, "泰国", "TH"),
        (Step.REGION, "时区", "zone"),
        (Step.REGION, "Atlantis", None),
        (Step.REGION, "x" * 10_000, None),
        (Step.OWNER, "Yes", "yes"),
        (Step.OWNER, "不告诉", "no"),
        (Step.OWNER, "maybe", None),
        (Step.LOOK_UPS, "0150", "150"),
        (Step.LOOK_UPS, "0", None),
        (Step.LOOK_UPS, "100001", None),
        (Step.LOOK_UPS, "call Acme at 5", None),
    ],
)
def test_answers_are_read(step: Step, text: str, value: str | None) -> None:
    assert setup_value(step, text) == value


def test_settings_are_typed_and_junk_counts_as_not_set() -> None:
    stored = {"hours": "08:30-17:30", "cadence": {"A": 7, "X": 1, "B": "?"}, "escalation": 4, "currency": "SGD"}
    read = read_settings(stored)
    assert (read.opens, read.closes) == (time(8, 30), time(17, 30))
    assert (dict(read.cadence), read.escalation_hours, read.currency) == ({"A": 7}, 4, "SGD")

    assert read_settings({"hours": "noon", "cadence": 3, "pool": None, "escalation": -1}) == read_settings({})
    assert read_settings({}).escalation_hours == CompanySettings().escalation_hours
    assert not read_settings({}).pool_after
    further = read_settings({"region": "SG", "collision_shows_owner": True, "look_ups_a_day": 50})
    assert (further.region, further.shows_owner, further.look_ups_a_day) == ("SG", True, 50)
    junk = {"region": 7, "collision_shows_owner": "yes", "look_ups_a_day": True}
    assert read_settings(junk) == CompanySettings()
