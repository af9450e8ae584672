"""Labels find room beside their points, however close together these lie."""

from itertools import combinations

import pytest

from papers.pictures.placing import Wanted, place
from papers.pictures.sheet import Box

AREA = Box(0, 0, 600, 400)
WIDE, HIGH = 34.0, 27.0


@pytest.mark.parametrize("spot", [(300, 200), (0, 0), (600, 400), (600, 0), (0, 200)])
def test_ten_at_one_point(spot: tuple[float, float]) -> None:
    found = place([Wanted(*spot, WIDE, HIGH)] * 10, AREA)
    assert all(WIDE / 2 <= across <= 600 - WIDE / 2 and HIGH / 2 <= up <= 400 - HIGH / 2 for across, up in found)
    assert all(abs(a - c) >= WIDE or abs(b - d) >= HIGH for (a, b), (c, d) in combinations(found, 2))


def test_one_alone_stands_close() -> None:
    ((across, upwards),) = place([Wanted(300, 200, WIDE, HIGH)], AREA)
    assert abs(across - 300) < 40
    assert abs(upwards - 200) < 40


def test_without_any_room_it_still_answers() -> None:
    assert len(place([Wanted(5, 5, WIDE, HIGH)] * 3, Box(0, 0, 10, 10))) == 3
