"""Which digest is asked for in words, in either language; anything else is not guessed."""

from datetime import date, datetime

import pytest

from sales.digests import Pace, until
from understanding.digests import names_digest, read_digest

AT = datetime(2026, 3, 5, 18, 30)  # noqa: DTZ001 - the local time of the message


@pytest.mark.parametrize(
    ("words", "pace", "day"),
    [
        ("", Pace.DAY, date(2026, 3, 5)),
        ("日报", Pace.DAY, date(2026, 3, 5)),
        ("yesterday's", Pace.DAY, date(2026, 3, 4)),
        ("昨天的日报", Pace.DAY, date(2026, 3, 4)),
        ("3 March", Pace.DAY, date(2026, 3, 3)),
        ("3月3日", Pace.DAY, date(2026, 3, 3)),
        ("Week", Pace.WEEK, date(2026, 3, 5)),
        ("周报", Pace.WEEK, date(2026, 3, 5)),
        ("last week", Pace.WEEK, date(2026, 3, 1)),
        ("last week's report", Pace.WEEK, date(2026, 3, 1)),
        ("上周周报", Pace.WEEK, date(2026, 3, 1)),
        ("上週的週報", Pace.WEEK, date(2026, 3, 1)),
        ("上上周", Pace.WEEK, date(2026, 2, 22)),
        ("月报", Pace.MONTH, date(2026, 3, 5)),
        ("January", Pace.MONTH, date(2026, 1, 31)),
        ("上个月月报", Pace.MONTH, date(2026, 2, 28)),
        ("last quarter", Pace.QUARTER, date(2025, 12, 31)),
        ("上季度季报", Pace.QUARTER, date(2025, 12, 31)),
    ],
)
def test_asked_for(words: str, pace: Pace, day: date) -> None:
    found = read_digest(words, AT)
    assert found is not None
    assert (found.pace, found.period) == (pace, until(pace, day))


@pytest.mark.parametrize(
    "words",
    [
        *("火星", "vorige Woche", "la semaine dernière", "先週の報告をください", "tomorrow", "last year"),
        *("last 30 days", "昨天周报", "week and month", "Monday to Wednesday", "last week of Anna", "since May"),
        "week " * 40,
    ],
)
def test_not_guessed(words: str) -> None:
    assert read_digest(words, AT) is None


@pytest.mark.parametrize("text", ["the weekly report", "上周周报", "简报", "digest of 3 March"])
def test_named_without_a_command(text: str) -> None:
    assert names_digest(text)


@pytest.mark.parametrize("text", ["last week", "上周", "3 March", "reported to Acme", ""])
def test_days_alone_are_no_digest(text: str) -> None:
    assert not names_digest(text)
