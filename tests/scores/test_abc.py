"""ABC classes: by Pareto's shares, fair to ties, the same for whatever currency and order of customers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales.fields import GRADES
from sales.scores.abc import Borders, classes, grade_of

AMOUNTS = st.lists(st.integers(0, 10**9), min_size=1, max_size=40)


def letters(amounts: list[float], ever: list[bool] | None = None, borders: Borders | None = None) -> str:
    found = classes(amounts, None if ever is None else np.array(ever), borders)
    return "".join("-" if grade < 0 else GRADES[grade] for grade in found.grade)


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        pytest.param([80, 15, 5], "ABC", id="exactly on the borders"),
        pytest.param([70, 20, 6, 4], "AABC", id="who crosses a border stands above it"),
        pytest.param([4, 6, 20, 70], "CBAA", id="the order of the rows says nothing"),
        pytest.param([50, 20, 20, 10], "AAAB", id="the same amount, the same class"),
        pytest.param([10, 10, 10], "AAA", id="all alike"),
        pytest.param([3], "A", id="one customer"),
        pytest.param([], "", id="nobody"),
        pytest.param([0, 0], "--", id="nobody ever bought"),
        pytest.param([100, 0], "A-", id="never bought"),
        pytest.param([100, -50], "A-", id="only returns"),
        pytest.param([100, float("nan")], "A-", id="no number"),
        pytest.param([float("inf"), 1e300, 1], "AAC", id="absurd sums are cut to the same height"),
    ],
)
def test_classes_by_share(amounts: list[float], expected: str) -> None:
    assert letters(amounts) == expected


def test_who_bought_before_but_not_this_year_is_the_least_class() -> None:
    assert letters([100, 0, 0], [True, True, False]) == "AC-"


def test_the_shares_can_be_set() -> None:
    assert letters([50, 30, 15, 5], borders=Borders(50, 80)) == "ABCC"


@pytest.mark.parametrize(("a", "b"), [(0, 95), (95, 80), (80, 80), (80, 101)])
def test_shares_that_do_not_rise_are_refused(a: int, b: int) -> None:
    with pytest.raises(ValueError, match="must rise"):
        Borders(a, b)


def test_the_reason_names_place_and_shares() -> None:
    reason = classes([60, 25, 15, 0]).reason(1)
    assert (reason.grade, reason.rank, reason.buyers) == ("A", 2, 3)
    assert (reason.share, reason.before) == (0.25, 0.6)
    nothing = classes([60, 0]).reason(1)
    assert (nothing.grade, nothing.rank, nothing.share) == (None, 0, 0.0)


@pytest.mark.parametrize(
    ("by_hand", "expected"),
    [(None, ("A", False, False)), ("A", ("A", True, False)), ("C", ("C", True, True)), ("Z", ("A", False, False))],
)
def test_a_class_set_by_hand_wins_and_says_so(by_hand: str | None, expected: tuple[str, bool, bool]) -> None:
    found = grade_of(classes([10]).reason(0), by_hand)
    assert (found.grade, found.by_hand, found.differs) == expected


@given(AMOUNTS, st.integers(1, 1000))
def test_another_currency_changes_no_class(amounts: list[int], times: int) -> None:
    assert classes([times * one for one in amounts]).grade.tolist() == classes(amounts).grade.tolist()


@given(AMOUNTS.flatmap(lambda amounts: st.tuples(st.just(amounts), st.permutations(range(len(amounts))))))
def test_another_order_changes_no_class(shuffled: tuple[list[int], list[int]]) -> None:
    amounts, places = shuffled
    before, after = classes(amounts).grade, classes([amounts[place] for place in places]).grade
    assert after.tolist() == before[places].tolist()


@given(AMOUNTS)
def test_who_buys_more_is_in_no_lower_class(amounts: list[int]) -> None:
    found = classes(amounts)
    buyers = sorted((-amount, grade) for amount, grade in zip(amounts, found.grade.tolist(), strict=True) if amount)
    assert [grade for _, grade in buyers] == sorted(grade for _, grade in buyers)
    assert not buyers or buyers[0][1] == 0
