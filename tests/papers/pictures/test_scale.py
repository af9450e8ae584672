"""Scales have round steps, and one order that dwarfs all others does not flatten them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales.pictures.scale import powers, steps, top


@pytest.mark.parametrize(
    ("most", "found"),
    [
        (0, (0,)),
        (1, (0, 0.5, 1)),
        (3_600, (0, 1_000, 2_000, 3_000)),
        (4_000, (0, 1_000, 2_000, 3_000, 4_000)),
        (95_000, (0, 50_000)),
    ],
)
def test_steps_are_round(most: float, found: tuple[float, ...]) -> None:
    assert steps(most) == found


@given(st.floats(1e-6, 1e24))
def test_a_few_steps_whatever_the_size(most: float) -> None:
    assert 2 <= len(steps(most)) <= 6


@pytest.mark.parametrize(
    ("heights", "found"),
    [
        ([], 0),
        ([7], 7),
        ([0, 7], 7),
        ([5, 7, 25], 25),
        ([5, 8, 41], 10),
        ([5, 41, 41], 41),
    ],
)
def test_where_the_axis_ends(heights: list[float], found: float) -> None:
    assert top(heights) == found


@given(st.floats(0.01, 1e20), st.floats(1, 1e20))
def test_powers_of_ten_enclose_what_is_there(low: float, times: float) -> None:
    found = powers(low, low * times)
    assert found[0] <= low * 1.001
    assert low * times <= found[-1] * 1.001
    assert 2 <= len(found) <= 8
