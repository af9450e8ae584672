"""A day is gone through on a short way, each visit once and clock times in their order."""

from collections.abc import Sequence
from datetime import time
from functools import cache
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sales.visit_plans.places import FAR_KM, Place, kilometres, middle, place_of
from sales.visit_plans.route import Waypoint, in_order, length

SHANGHAI, BEIJING = Place(31.2304, 121.4737), Place(39.9042, 116.4074)
_places = st.builds(Place, st.floats(30.9, 31.5), st.floats(121.0, 122.0))
_times = st.none() | st.sampled_from([time(9), time(11), time(15)])
_visits = st.lists(st.tuples(st.none() | _places, _times, st.sampled_from(["", "east"])), max_size=9).map(
    lambda rows: [Waypoint(key, *row) for key, row in enumerate(rows)]
)


def test_the_great_circle_is_measured() -> None:
    assert round(kilometres(SHANGHAI, BEIJING)) == 1067
    assert kilometres(SHANGHAI, SHANGHAI) == 0
    assert round(kilometres(Place(0, 179.5), Place(0, -179.5))) == 111


def test_what_is_no_place_is_none() -> None:
    assert place_of("31.2304,121.4737") == SHANGHAI
    assert [place_of(value) for value in ("0,0", "0.0,-0.0", "", "near the station")] == [None] * 4


def test_a_few_wrong_places_do_not_move_the_middle() -> None:
    centre = middle([SHANGHAI, SHANGHAI, Place(31.3, 121.5), Place(-34.6, -58.4)])
    assert centre is not None
    assert kilometres(centre, SHANGHAI) < FAR_KM
    assert middle([SHANGHAI, BEIJING]) is None


@given(_visits)
@settings(max_examples=150, deadline=None)
def test_each_visit_once_in_time_and_never_farther_than_as_given(visits: list[Waypoint]) -> None:
    way = in_order(visits)
    times = [one.at for one in way if one.place and one.at]
    assert sorted(one.key for one in way) == [one.key for one in visits]
    assert all(one <= other for one, other in pairwise(times))
    given_times = [one.at for one in visits if one.place and one.at]
    if given_times == sorted(given_times):
        assert length(way) <= length(visits) + 1e-6


def shortest(places: Sequence[Place]) -> float:
    """The best of all ways, by Held and Karp's table."""

    @cache
    def ending(left: frozenset[int], last: int) -> float:
        others = left - {last}
        ways = (ending(others, other) + kilometres(places[other], places[last]) for other in others)
        return min(ways, default=0.0)

    every = frozenset(range(len(places)))
    return min(ending(every, last) for last in every)


@given(st.lists(_places, min_size=2, max_size=8))
@settings(max_examples=40, deadline=None)
def test_it_is_about_as_short_as_can_be(places: list[Place]) -> None:
    visits = [Waypoint(key, place) for key, place in enumerate(places)]
    assert length(in_order(visits)) <= 1.15 * shortest(places) + 1e-6


def test_most_days_have_the_shortest_way() -> None:
    chance, exact = Random(7), 0  # noqa: S311 - made-up places
    for _ in range(60):
        places = [Place(chance.uniform(30.9, 31.5), chance.uniform(121, 122)) for _ in range(8)]
        way = in_order([Waypoint(key, place) for key, place in enumerate(places)])
        exact += length(way) < shortest(places) + 1e-6
    assert exact >= 56


def test_who_has_no_place_follows_their_area() -> None:
    there = [Waypoint(1, SHANGHAI, area="pudong"), Waypoint(2, Place(31.3, 121.5)), Waypoint(3, area="pudong")]
    keys = [one.key for one in in_order([*there, Waypoint(4)])]
    assert keys.index(3) == keys.index(1) + 1
    assert keys[-1] == 4
