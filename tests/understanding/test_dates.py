import tomllib
from datetime import datetime, time
from pathlib import Path

import pytest

from understanding.dates.finding import find_dates, phrases
from understanding.dates.policy import due, happened
from understanding.dates.when import Frame
from understanding.message.corrections import standing_days
from understanding.spelling import plain

FOLDER = Path(__file__).parent / "dates"
NOW = datetime.combine(datetime.fromisoformat("2026-03-04"), time(10, 20))
SAID = [
    pytest.param(said, means, id=said)
    for language in ("en", "zh")
    for said, means in tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8")).items()
]
INTERVALS = [
    pytest.param(said, told, id=said)
    for language in ("en", "zh")
    for said, told in tomllib.loads((FOLDER / f"{language}_intervals.toml").read_text(encoding="utf-8")).items()
]
MESSAGES = tomllib.loads((FOLDER / "messages.toml").read_text(encoding="utf-8")).items()
CORRECTED = tomllib.loads((FOLDER / "corrections.toml").read_text(encoding="utf-8")).items()
LATER = [
    ("2026-03-20T10:20", "月中付款", "2026-04-15"),
    ("2026-03-10T10:20", "月中付款", "2026-03-15"),
    ("2026-03-10T10:20", "月初付款", "2026-04-01"),
    ("2026-03-10T10:20", "本月初", "2026-03-01"),
    ("2026-12-11T09:00", "年初再说", "2027-01-01"),
    ("2026-03-10T10:20", "pays at the beginning of the month", "2026-04-01"),
    ("2026-03-20T10:20", "pays mid-month", "2026-04-15"),
    ("2026-03-20T10:20", "pays on the first of the month", "2026-04-01"),
    ("2026-03-20T10:20", "pays on the last day of the month", "2026-03-31"),
    ("2026-03-04T18:30", "call him at 6", "2026-03-05T18:00"),
    ("2026-03-04T17:30", "call him at 6", "2026-03-04T18:00"),
    ("2026-03-04T18:30", "call him at 9.30am", "2026-03-05T09:30"),
    ("2026-03-04T18:30", "he was due today at 9am", "2026-03-04T09:00"),
    ("2026-03-04T18:30", "by 5 pm please", "2026-03-05T17:00"),
    ("2026-03-04T15:00", "call him in the morning", "2026-03-05"),
    ("2026-03-04T15:00", "call him this morning", "2026-03-04"),
    ("2026-03-04T18:00", "上午十点开会", "2026-03-05T10:00"),
    ("2026-03-04T10:20", "will call him this week", "2026-03-06"),
    ("2026-03-04T10:20", "这个月签", "2026-03-31"),
    ("2026-11-26T10:20", "this Monday coming", "2026-11-30"),
    ("2026-03-07T10:20", "by this Friday", "2026-03-06"),
]
DATE_FREE = (FOLDER / "date_free.txt").read_text(encoding="utf-8").splitlines()
SEQUELS = [
    ("delivery on Thursday, call the day after", ["2026-03-05", "2026-03-06"]),
    ("visit on 9 March and quote the Friday after that", ["2026-03-09", "2026-03-13"]),
    ("met him last Monday and again the next day", ["2026-02-23", "2026-02-24"]),
    ("fair on 10 March, invoice the week after", ["2026-03-10", "2026-03-16"]),
    ("周四发货,后一天打电话", ["2026-03-05", "2026-03-06"]),
    ("5月10日开会,第二天上午十点复盘", ["2026-05-10", "2026-05-11"]),
    ("same-day delivery is what they want on Friday", ["2026-03-06"]),
]


@pytest.mark.parametrize(("said", "means"), SAID)
def test_a_phrase_is_due_as_the_guide_says(said: str, means: str) -> None:
    found = phrases(plain(f"send it {said}" if said.isascii() else f"给他{said}发货"))
    assert [_due(one.read) for one in found] == [means]


def _due(read: object, now: datetime = NOW) -> str:
    assert callable(read)
    found = due(read, Frame(now))
    assert found
    day, at = found
    return f"{day}T{at:%H:%M}" if at else day.isoformat()


@pytest.mark.parametrize(("text", "means"), MESSAGES)
def test_a_message_names_these_days(text: str, means: list[str]) -> None:
    assert [_due(one.read) for one in phrases(plain(text))] == means


@pytest.mark.parametrize(("text", "means"), CORRECTED)
def test_a_day_that_is_taken_back_no_longer_stands(text: str, means: list[str]) -> None:
    spelled = plain(text)
    assert [_due(one.read) for one in standing_days(spelled, phrases(spelled))] == means


@pytest.mark.parametrize(("at", "said", "means"), LATER)
def test_what_is_over_and_names_no_day_is_the_next_one(at: str, said: str, means: str) -> None:
    [one] = phrases(plain(said))
    assert _due(one.read, datetime.fromisoformat(at)) == means


@pytest.mark.parametrize(("said", "told"), INTERVALS)
def test_a_phrase_is_an_interval(said: str, told: str) -> None:
    assert [_interval(one) for one in find_dates(said, NOW)] == [told]


def _interval(found: dict[str, object]) -> str:
    start, end = (str(found[name] or "").removesuffix("T00:00:00").removesuffix(":00") for name in ("start", "end"))
    return f"{start}..{end}" if end else start


@pytest.mark.parametrize(("text", "days"), SEQUELS)
def test_what_comes_after_is_counted_from_the_date_before(text: str, days: list[str]) -> None:
    assert [str(one["start"])[:10] for one in find_dates(text, NOW)] == days


def test_at_most_one_of_a_hundred_sentences_without_a_date_gets_one() -> None:
    assert len(DATE_FREE) >= 190
    assert len([text for text in DATE_FREE if find_dates(text, NOW)]) <= len(DATE_FREE) // 100


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


@pytest.mark.parametrize(
    "said", ["call at 25:00", "24:61", "介于现在与25:00", "2.5月2--31号交货", "2.5-15月份", "more 3 weeks ago"]
)
def test_no_hour_or_month_that_does_not_exist_stops_the_reading(said: str) -> None:
    for one in phrases(plain(said)):
        assert due(one.read, Frame(NOW)) or happened(one.read, Frame(NOW, lean=-1)) is None


def test_24_hours_are_midnight() -> None:
    assert [_interval(one) for one in find_dates("24:00", NOW)] == ["2026-03-04"]
