"""RFM: fifths by rank, alike ones alike, and a name for every combination."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales.scores.rfm import SEGMENTS, Segment, quintiles, rfm, segment_of

NEVER = float("nan")
VALUES = st.lists(st.integers(0, 1000), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], id="a fifth each"),
        pytest.param([5, 4, 3, 2, 1, 10, 9, 8, 7, 6], [3, 2, 2, 1, 1, 5, 5, 4, 4, 3], id="ten, in any order"),
        pytest.param([7, 7, 7], [3, 3, 3], id="all alike are in the middle"),
        pytest.param([1, 1, 1, 1, 2], [3, 3, 3, 3, 5], id="many alike share the middle of their ranks"),
        pytest.param([9], [3], id="one alone"),
        pytest.param([], [], id="nobody"),
    ],
)
def test_quintiles(values: list[float], expected: list[int]) -> None:
    assert quintiles(np.array(values, dtype=float)).tolist() == expected


def test_recent_frequent_and_big_are_the_best() -> None:
    found = rfm([1, 30, 90, 200, 400], [50, 20, 10, 5, 1], [900, 500, 300, 100, 10])
    assert found.recency.tolist() == found.frequency.tolist() == found.monetary.tolist() == [5, 4, 3, 2, 1]
    assert [SEGMENTS[one] for one in found.segment] == [
        Segment.CHAMPIONS,
        Segment.LOYAL,
        Segment.NEED_ATTENTION,
        Segment.HIBERNATING,
        Segment.LOST,
    ]


@pytest.mark.parametrize(
    ("quintile", "segment"),
    [
        ((5, 5, 5), Segment.CHAMPIONS),
        ((4, 4, 4), Segment.LOYAL),
        ((3, 4, 5), Segment.LOYAL),
        ((5, 2, 3), Segment.POTENTIAL_LOYALIST),
        ((5, 1, 1), Segment.NEW),
        ((4, 1, 1), Segment.PROMISING),
        ((3, 3, 3), Segment.NEED_ATTENTION),
        ((3, 1, 2), Segment.ABOUT_TO_SLEEP),
        ((2, 4, 3), Segment.AT_RISK),
        ((1, 5, 5), Segment.CANT_LOSE),
        ((2, 2, 2), Segment.HIBERNATING),
        ((1, 1, 1), Segment.LOST),
    ],
)
def test_names(quintile: tuple[int, int, int], segment: Segment) -> None:
    assert segment_of(*quintile) is segment


def test_every_name_is_used() -> None:
    fifths = range(1, 6)
    assert {segment_of(one, two, three) for one in fifths for two in fifths for three in fifths} == set(Segment)


def test_who_never_bought_has_no_name_and_counts_for_nobody() -> None:
    alone = rfm([10], [3], [100])
    found = rfm([10, NEVER, NEVER], [3, 0, 0], [100, 0, -5])
    assert (found.recency[0], found.segment[0]) == (alone.recency[0], alone.segment[0])
    assert (found.recency[1], found.frequency[1], found.monetary[1], found.segment[1]) == (0, 0, 0, -1)


def test_an_order_without_a_sum_counts_as_an_order() -> None:
    found = rfm([10, 20], [3, 1], [0, 0])
    assert found.monetary.tolist() == [3, 3]
    assert found.frequency.tolist() == [4, 2]


@given(VALUES, st.integers(1, 1000))
def test_another_unit_changes_nothing(values: list[int], times: int) -> None:
    one = np.array(values, dtype=float)
    assert quintiles(one * times).tolist() == quintiles(one).tolist()


@given(VALUES.flatmap(lambda values: st.tuples(st.just(values), st.permutations(range(len(values))))))
def test_another_order_changes_nothing(shuffled: tuple[list[int], list[int]]) -> None:
    values, places = np.array(shuffled[0], dtype=float), shuffled[1]
    assert quintiles(values[places]).tolist() == quintiles(values)[places].tolist()


@given(VALUES)
def test_more_is_never_less_and_alike_is_alike(values: list[int]) -> None:
    scores = quintiles(np.array(values, dtype=float)).tolist()
    pairs = sorted(zip(values, scores, strict=True))
    assert [score for _, score in pairs] == sorted(scores)
    assert len(set(pairs)) == len(set(values))
