"""Ratings: over what is known, with what is not said; the seven questions, and what orders and payments tell."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales.scores.rating import (
    SHARES,
    USUAL,
    WORKED_OUT,
    Answer,
    Asked,
    Criterion,
    answered,
    rating,
    read_weights,
    share_answered,
    to_ask,
)
from sales.scores.track_record import Due, Punctuality, history, punctuality

TODAY = date(2026, 11, 24)
VALUES = st.one_of(st.none(), st.integers(1, 5))
TWO = {Criterion.SIZE: 30, Criterion.GROWTH: 70}


def days_ago(days: int) -> date:
    return TODAY - timedelta(days)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({Criterion.SIZE: 5, Criterion.GROWTH: 5}, (100, 100, 100, 100), id="the best"),
        pytest.param({Criterion.SIZE: 1, Criterion.GROWTH: 1}, (0, 100, 0, 0), id="the worst"),
        pytest.param({Criterion.SIZE: 1, Criterion.GROWTH: 3}, (35, 100, 35, 35), id="weighted"),
        pytest.param({Criterion.GROWTH: 3}, (50, 70, 35, 65), id="one is not known: a span"),
        pytest.param({Criterion.SIZE: 5}, (None, 30, 30, 100), id="too little is known"),
        pytest.param({}, (None, 0, 0, 100), id="nothing is known"),
        pytest.param({Criterion.SIZE: 9, Criterion.GROWTH: 0}, (None, 0, 0, 100), id="no values of 1 to 5"),
        pytest.param({Criterion.GROWTH: 3, Criterion.FINANCES: 5}, (50, 70, 35, 65), id="without weight it is nothing"),
    ],
)
def test_unknown_is_never_middling(values: dict[Criterion, int], expected: tuple[int | None, int, int, int]) -> None:
    found = rating(values, TWO)
    assert (found.score, found.known, found.low, found.high) == expected


def test_what_is_unknown_is_named() -> None:
    assert rating({Criterion.GROWTH: 3}, TWO).unknown == (Criterion.SIZE,)
    assert rating({Criterion.SIZE: 3}, {}).score is None


def test_there_are_seven_questions_and_none_for_what_is_worked_out() -> None:
    assert len(Asked) == 7
    assert {one.value for one in Asked} == {*Criterion} - WORKED_OUT | {"share"}
    assert SHARES.keys() == set(range(1, 6))
    assert USUAL.keys() == set(Criterion)
    assert sum(USUAL.values()) == 100


def test_the_newest_answer_counts_while_it_holds() -> None:
    answers = [
        Answer(Asked.SIZE, 4, days_ago(10)),
        Answer(Asked.SIZE, 2, days_ago(200)),
        Answer(Asked.FINANCES, 5, days_ago(548)),
        Answer(Asked.POSITION, 3, days_ago(300)),
        Answer(Asked.POSITION, None, days_ago(5)),
        Answer(Asked.GROWTH, 3, TODAY + timedelta(1)),
        Answer(Asked.SHARE, 4, days_ago(7)),
    ]
    found = answered(answers, TODAY)
    assert {one.criterion: (one.value, one.since) for one in found.values()} == {
        Criterion.SIZE: (4, days_ago(10)),
        Criterion.POSITION: (3, days_ago(300)),
    }
    assert share_answered(answers, TODAY) == 0.75
    assert share_answered([], TODAY) is None
    score = rating({**found, Criterion.HISTORY: 3}, {**TWO, Criterion.HISTORY: 70})
    assert [(one.criterion, one.since) for one in score.criteria if one.value] == [
        (Criterion.SIZE, days_ago(10)),
        (Criterion.HISTORY, None),
    ]


def test_a_manager_is_asked_twice_a_year() -> None:
    assert to_ask([], TODAY) == tuple(Asked)
    answers = [Answer(Asked.SIZE, None, days_ago(181)), Answer(Asked.SHARE, 3, days_ago(182))]
    assert to_ask(answers, TODAY) == tuple(one for one in Asked if one is not Asked.SIZE)


@pytest.mark.parametrize(
    ("stored", "weights"),
    [
        (None, USUAL),
        ("junk", USUAL),
        ({"size": -1, "beauty": 50, "growth": "many", "history": 101}, USUAL),
        ({"size": 90}, {**USUAL, Criterion.SIZE: 90}),
        (dict.fromkeys(Criterion, 0), USUAL),
    ],
)
def test_weights_that_an_admin_sets(stored: object, weights: dict[Criterion, int]) -> None:
    assert read_weights(stored) == weights


@given(st.dictionaries(st.sampled_from(Criterion), VALUES), st.integers(1, 5))
def test_to_know_more_never_leaves_the_span(values: dict[Criterion, int | None], news: int) -> None:
    before = rating(values)
    assert 0 <= before.low <= before.high <= 100
    assert before.score is None or before.low <= before.score <= before.high
    if before.unknown:
        after = rating({**values, before.unknown[0]: news})
        assert before.low <= after.low <= after.high <= before.high
        assert after.known > before.known


@given(st.dictionaries(st.sampled_from(Criterion), VALUES))
def test_weights_count_by_their_share_alone(values: dict[Criterion, int | None]) -> None:
    halves = {one: weight // 5 for one, weight in USUAL.items()}
    assert rating(values).score == rating(values, halves).score


@pytest.mark.parametrize(
    ("orders", "days", "value"),
    [(0, None, 1), (1, 10, 2), (4, 364, 2), (4, 365, 3), (3, 4000, 2), (12, 1095, 4), (30, 1825, 5), (500, 100, 2)],
)
def test_history_takes_years_and_orders(orders: int, days: int | None, value: int) -> None:
    assert history(orders, days) == value


ON_TIME, LATE = Due(days_ago(50), 100, days_ago(47)), Due(days_ago(50), 100, days_ago(40))
OPEN = Due(days_ago(70), 100)


@pytest.mark.parametrize(
    ("invoices", "found", "value"),
    [
        pytest.param([ON_TIME] * 3, Punctuality(1.0, 3, 0), 5, id="always in time, with days for the bank"),
        pytest.param([ON_TIME, ON_TIME, LATE], Punctuality(2 / 3, 3, 0), 2, id="a third late"),
        pytest.param([LATE] * 4, Punctuality(0.0, 4, 0), 1, id="always late"),
        pytest.param([ON_TIME] * 99 + [OPEN], Punctuality(0.99, 100, 70), 1, id="overdue for long"),
        pytest.param([Due(days_ago(5), -100), ON_TIME, ON_TIME, Due(days_ago(9), 0)], None, 0, id="too few that count"),
        pytest.param([Due(TODAY, 100)] * 5, None, 0, id="nothing has fallen due"),
    ],
)
def test_how_they_pay(invoices: list[Due], found: Punctuality | None, value: int) -> None:
    told = punctuality(invoices, TODAY)
    assert told == found
    assert (told.value if told else 0) == value
