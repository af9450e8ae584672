"""A day that is taken back at once is as if it had not been said; the right one looks the same way."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.reading import understand

WEDNESDAY = Moment(datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
PLACES = Directory([Known(1, "Acme Tools"), Known(2, "恒大钢铁")])


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("visited Acme Tools yesterday no wait it was friday", date(2026, 2, 27)),
        ("visited Acme yesterday, no wait, it was Friday", date(2026, 2, 27)),
        ("visited Acme yesterday, sorry, Friday", date(2026, 2, 27)),
        ("visited Acme on friday no wait it was thursday", date(2026, 2, 26)),
        ("yesterday no wait it was friday I visited Acme Tools", date(2026, 2, 27)),
        ("Acme paid on Monday no sorry Tuesday", date(2026, 3, 3)),
        ("昨天去了恒大钢铁，不对，是周五", date(2026, 2, 27)),
        ("昨天去了恒大钢铁不对是前天", date(2026, 3, 2)),
    ],
)
def test_what_happened_was_on_the_right_day(text: str, on: date) -> None:
    found = understand(text, WEDNESDAY, PLACES)
    assert [one.on for one in found.entries] == [on]
    assert not found.follow_ups


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("call Acme on Friday, no wait, Thursday", date(2026, 3, 5)),
        ("send Acme the quote tomorrow, sorry, Friday", date(2026, 3, 6)),
        ("明天拜访恒大钢铁，不对，周五", date(2026, 3, 6)),
    ],
)
def test_a_plan_is_on_the_right_day(text: str, day: date) -> None:
    assert [one.day for one in understand(text, WEDNESDAY, PLACES).follow_ups] == [day]


def test_a_mistake_that_somebody_else_made_takes_no_day_back() -> None:
    """写错 is what the customer complains about; the day after it is one of its own."""
    found = understand("恒大钢铁说上月发票税率也写错了。一个月后我再回访", WEDNESDAY, PLACES)
    assert [one.day for one in found.follow_ups] == [date(2026, 4, 4)]
