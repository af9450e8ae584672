"""Which cards a manager looks over in a week: the rule by itself."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales.card_reviews import IN_WEEKS, MOST, Candidate, Reason, of_rep, sample

MONDAY = date(2026, 3, 2)
WEEK = timedelta(days=7)


def quiet(*numbers: int, owner: int = 1) -> list[Candidate]:
    return [Candidate(number, f"Customer {number:03}", owner) for number in numbers]


@pytest.mark.parametrize(
    ("cards", "chosen"),
    [
        pytest.param([], [], id="nobody"),
        pytest.param(quiet(1, 2, 3), [1], id="one of a few takes its turn"),
        pytest.param(quiet(*range(1, 18)), [1, 2, 3], id="an eighth of seventeen, rounded up"),
        pytest.param(
            [Candidate(1, "A", 1), Candidate(2, "B", 1, stale=True), Candidate(3, "C", 1, alert=True)],
            [3, 2, 1],
            id="an alert before stale facts before a turn",
        ),
        pytest.param(
            [Candidate(number, str(number), 1, is_a=False, complaints=1) for number in range(1, 6)],
            [1, 2, 3],
            id="three in need, and nobody of class B in turn",
        ),
        pytest.param(
            [replace(quiet(1)[0], complaints=1, seen=MONDAY), replace(quiet(2)[0], complaints=9), *quiet(3)],
            [2, 1, 3],
            id="of equals the one that nobody saw for longest",
        ),
    ],
)
def test_what_is_chosen_of_one_rep(cards: list[Candidate], chosen: list[int]) -> None:
    assert [card.customer for card in of_rep(cards)] == chosen


@given(st.integers(1, 60), st.sets(st.integers(1, 60), max_size=20))
def test_every_a_card_was_seen_after_eight_weeks(count: int, needy: set[int]) -> None:
    """However many others need a look each week."""
    cards = {card.customer: replace(card, stale=card.customer in needy) for card in quiet(*range(1, count + 1))}
    for week in range(IN_WEEKS):
        for card in sample(cards.values()):
            cards[card.customer] = replace(card, seen=MONDAY + week * WEEK)
    assert all(card.seen for card in cards.values())


def test_of_too_many_reps_all_take_their_turn() -> None:
    cards = {card.customer: card for rep in range(1, 201) for card in quiet(rep, owner=rep)}
    for week in range(5):
        chosen = sample(cards.values())
        assert len(chosen) == MOST
        cards |= {card.customer: replace(card, seen=MONDAY + week * WEEK) for card in chosen}
    assert all(card.seen for card in cards.values())


def test_the_gravest_reason_is_told() -> None:
    assert Candidate(1, "A", 1, complaints=1, alert=True, stale=True).reason is Reason.COMPLAINT
    assert Candidate(1, "A", 1).reason is Reason.TURN
