"""Who is proposed, and for which day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sales.visit_plans.picking import Candidate, a_day, apart, pick
from sales.visit_plans.places import Place
from sales.visit_plans.reasons import Cause, Reason, read_reasons, text_of
from sales.visit_plans.spreading import Day, Spot, spread

MONDAY = date(2026, 3, 2)
WEEK = [MONDAY + timedelta(days=number) for number in range(5)]
PUDONG, HONGQIAO = Place(31.22, 121.54), Place(31.20, 121.33)
SUZHOU, HANGZHOU = Place(31.30, 120.60), Place(30.27, 120.15)
UNSEEN = Reason(Cause.UNSEEN, 45, 30)


def one(number: int, place: Place | None = None, area: str = "", promised: date | None = None) -> Candidate:
    return Candidate(number, (UNSEEN,), place=place, area=area, promised=promised)


@pytest.mark.parametrize(
    ("visits", "expected"),
    [([], 2), ([1, 1, 1], 2), ([3, 5, 4], 4), ([3, 4], 4), ([30, 40], 8)],
    ids=["nothing told yet", "never fewer than two", "the median", "rounded up", "never more than eight"],
)
def test_a_day_holds_as_many_as_the_rep_usually_visits(visits: list[int], expected: int) -> None:
    assert a_day(visits) == expected


def test_reasons_are_kept_as_text() -> None:
    every = (Reason(Cause.PROMISE, day=MONDAY), Reason(Cause.COMPLAINT), UNSEEN, Reason(Cause.FAR, 9000))
    assert text_of(every) == "promise:2026-03-02 complaint unseen:45:30 far:9000"
    assert read_reasons(text_of(every)) == every
    assert read_reasons("") == ()


def test_the_weightiest_reasons_come_first() -> None:
    complaint, slipping = Reason(Cause.COMPLAINT), Reason(Cause.SLIPPING)
    twice, never = Reason(Cause.UNSEEN, 60, 30), Reason(Cause.UNSEEN, 9999, 30)
    there = [
        Candidate(1, (twice,)),
        Candidate(2, (twice,), "A"),
        Candidate(3, (slipping, UNSEEN)),
        Candidate(4, (complaint, UNSEEN)),
        Candidate(5, (never,)),
        Candidate(6, (Reason(Cause.PROMISE, day=MONDAY),)),
    ]
    assert [each.customer for each in pick(there, 5)] == [4, 6, 3, 2, 5]
    assert pick(there, -1) == []


def filled(there: list[Candidate], room: int = 3, **fixed: Spot) -> dict[int, date]:
    """On which day each stands; `fixed` by weekday: mo, tu, ..."""
    days = [Day(day, room) for day in WEEK]
    for name, spot in fixed.items():
        days[("mo", "tu", "we", "th", "fr").index(name)].spots.append(spot)
    spread(there, days)
    return {each.customer: day.day for day in days for each in day.chosen}


def test_neighbours_share_a_day_and_towns_do_not() -> None:
    there = [one(1, SUZHOU), one(2, PUDONG), one(3, HONGQIAO), one(4, Place(31.31, 120.61)), one(5, HANGZHOU)]
    days = filled(there)
    assert days[1] == days[4]
    assert days[2] == days[3]
    assert len({days[1], days[2], days[5]}) == 3


def test_around_what_is_promised() -> None:
    days = filled([one(1, SUZHOU), one(2, PUDONG)], th=Spot(SUZHOU))
    assert days[1] == WEEK[3]
    assert days[2] != WEEK[3]


def test_a_promise_keeps_its_day_even_where_it_is_full() -> None:
    there = [one(number, PUDONG, promised=WEEK[2]) for number in range(1, 6)]
    assert set(filled(there, room=2).values()) == {WEEK[2]}


def test_without_a_place_the_area_decides() -> None:
    days = filled([one(1, area="suzhou"), one(2, area="suzhou"), one(3)], we=Spot(None, "suzhou"))
    assert days[1] == days[2] == WEEK[2]
    assert days[3] == WEEK[0]


def test_what_lies_on_the_other_side_of_the_world_is_on_no_day() -> None:
    there = [one(1, PUDONG), one(2, HONGQIAO), one(3, SUZHOU), one(4, Place(-34.6, -58.4)), one(5)]
    near, far = apart(there)
    assert [each.customer for each in near] == [1, 2, 3, 5]
    assert [(each.customer, round(away, -3)) for each, away in far] == [(4, 20000)]


@given(
    st.lists(st.tuples(st.none() | st.builds(Place, st.floats(30, 32), st.floats(120, 122)), st.integers(0, 6))),
    st.integers(0, 4),
)
@settings(max_examples=100, deadline=None)
def test_nobody_twice_and_no_day_too_full(rows: list[tuple[Place | None, int]], room: int) -> None:
    there = [one(number, place, promised=WEEK[day] if day < 5 else None) for number, (place, day) in enumerate(rows)]
    days = [Day(day, room) for day in WEEK]
    spread(there, days)
    stands = [(each, day) for day in days for each in day.chosen]
    assert len({each.customer for each, _ in stands}) == len(stands)
    assert all(day.day == each.promised for each, day in stands if each.promised)
    for day in days:
        assert len([each for each in day.chosen if each.promised is None]) <= room
