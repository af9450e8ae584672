import tomllib
from datetime import datetime, time
from pathlib import Path

import pytest

from understanding.dates.finding import find_dates, phrases
from understanding.dates.policy import due
from understanding.dates.when import Frame
from understanding.spelling import plain

FOLDER = Path(__file__).parent / "dates"
NOW = datetime.combine(datetime.fromisoformat("2026-03-04"), time(10, 20))
SAID = [
    pytest.param(said, means, id=said)
    for language in ("en", "zh")
    for said, means in tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8")).items()
]
DATE_FREE = [
    "they may want more of it",
    "she sat with us for an hour",
    "12 boxes at 340 each",
    "the second machine runs better than the first",
    "call 0171 555 0199",
    "price is up 5.8%",
    "有点贵",
    "要三台机器",
    "一共两万三",
    "车牌识别系统不错",
    "第二台漏油",
    "model R22 with 3 phase",
]


@pytest.mark.parametrize(("said", "means"), SAID)
def test_a_phrase_is_due_as_the_guide_says(said: str, means: str) -> None:
    found = phrases(plain(f"send it {said}" if said.isascii() else f"给他{said}发货"))
    assert [_due(one.read) for one in found] == [means]


def _due(read: object) -> str:
    assert callable(read)
    found = due(read, Frame(NOW))
    assert found
    day, at = found
    return f"{day}T{at:%H:%M}" if at else day.isoformat()


@pytest.mark.parametrize("text", DATE_FREE)
def test_no_date_is_seen_where_none_is_said(text: str) -> None:
    assert find_dates(text, NOW) == []


def test_the_last_friday_is_meant_when_one_looks_back() -> None:
    [one] = phrases("on friday")
    when = one.read(Frame(NOW, lean=-1))
    assert when
    assert when.start.date().isoformat() == "2026-02-27"


def test_a_lunar_feast_is_found_in_the_solar_year() -> None:
    [found] = find_dates("中秋节前送到", NOW)
    assert found["end"] == "2026-09-25T00:00:00"


def test_day_and_month_follow_the_country() -> None:
    british, american = (Frame(NOW, month_first=first) for first in (False, True))
    [one] = phrases("by 4/9/2026")
    days = [when.start.date().isoformat() for frame in (british, american) if (when := one.read(frame))]
    assert days == ["2026-09-04", "2026-04-09"]
