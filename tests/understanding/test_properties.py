import time
from datetime import datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from understanding.directory import Directory, Known
from understanding.findings import Findings, Moment
from understanding.reading import understand

MOMENT = Moment(datetime.fromisoformat("2026-03-04T10:20:00+08:00"), "CNY")
NAMES = ("Acme Tools Ltd.", "恒大钢铁集团有限公司", "Northgate Bakery", "May Brothers")
WORDS = [
    "acme", "visited", "见了", "恒大", "王总", "by friday", "下周三", "下午三点", "12万", "£300", "no", "not", "没有",
    "complaint", "late", "坏了", "Mr. Lee", "5/6", "at half past",
]  # fmt: skip

anything = st.text(st.characters(exclude_categories=()), max_size=300) | st.lists(
    st.sampled_from(WORDS), max_size=30
).map(" ".join)


@cache
def directory() -> Directory:
    return Directory(Known(key, name) for key, name in enumerate(NAMES))


def read(text: str) -> Findings:
    return understand(text, MOMENT, directory())


@settings(max_examples=150, deadline=None)
@given(anything)
def test_any_text_is_read_the_same_way_twice(text: str) -> None:
    assert read(text) == read(text)


@settings(max_examples=150, deadline=None)
@given(anything)
def test_spans_lie_within_the_text(text: str) -> None:
    found = read(text)
    spans = [span for some in (found.entries, found.follow_ups, found.facts) for one in some for span in one.spans]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("9" * 10_000, id="a number of ten thousand digits"),
        pytest.param("e\u0301\u0302" * 3000, id="combining marks"),
        pytest.param("(" * 4096, id="brackets"),
        pytest.param("周一" * 2048, id="weekdays"),
        pytest.param("一" * 4096, id="numerals"),
        pytest.param("a" * 4096, id="one long word"),
        pytest.param("12:30-" * 600, id="times"),
        pytest.param("😀" * 4096, id="emojis"),
        pytest.param("王总" * 2048, id="people"),
        pytest.param("acme, " * 680, id="customers"),
        pytest.param("订了20台泵" * 600, id="things"),
        pytest.param("let the warehouse " * 220, id="colleagues"),
        pytest.param("Tom Lee, " * 450, id="names"),
        pytest.param("Bosch quoted them 5k " * 190, id="competitors"),
        pytest.param("竞争对手" * 1000, id="competitors without names"),
        pytest.param("华信机械介绍的" * 580, id="referrals"),
        pytest.param("Acme's credit limit is 50k now " * 130, id="fields"),
        pytest.param("恒大钢铁账期改成60天,属于华东区" * 220, id="fields in Chinese"),
        pytest.param("quote valid until contract 31 Dec " * 120, id="agreements"),
        pytest.param("每周一打电话" * 680, id="recurrences"),
    ],
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    read("warm up 周五")
    started = time.process_time()
    read(text)
    assert time.process_time() - started < 0.5


def test_silence_says_nothing() -> None:
    assert read("  \n ") == Findings()
