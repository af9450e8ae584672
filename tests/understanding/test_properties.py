from datetime import datetime
from functools import cache

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


def test_silence_says_nothing() -> None:
    assert read("  \n ") == Findings()
