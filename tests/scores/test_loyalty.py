"""Attachment from its parts: what is not known is left out, what is old fades, what was set by hand wins."""

from datetime import date, timedelta

import pytest

from sales.kinds import Sentiment, Severity
from sales.money import Money
from sales.scores.loyalty import (
    Complained,
    Felt,
    Part,
    PartReason,
    complaints_part,
    feedback_part,
    loyalty,
    share_of_purchases,
    share_part,
)

TODAY = date(2026, 11, 24)
LONG_AGO = TODAY - timedelta(180)
PLEASED, DISPLEASED = Felt(TODAY, Sentiment.POSITIVE), Felt(TODAY, Sentiment.NEGATIVE)


def parts(share: float | None, complaints: float | None, feedback: float | None) -> tuple[PartReason, ...]:
    return tuple(PartReason(part, value) for part, value in zip(Part, (share, complaints, feedback), strict=True))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(parts(0.9, 1.0, 0.75), ("loyal", 89, 100), id="everything is known"),
        pytest.param(parts(0.4, 0.5, 0.5), ("switching", 45, 100), id="they look around"),
        pytest.param(parts(0.1, 0.3, 0.2), ("none", 18, 100), id="no attachment"),
        pytest.param(parts(0.7, None, None), ("loyal", 70, 50), id="the share alone is just enough"),
        pytest.param(parts(None, 1.0, 0.75), ("loyal", 88, 50), id="without the share"),
        pytest.param(parts(None, 1.0, None), (None, None, 25), id="no complaints alone say nothing"),
        pytest.param(parts(None, None, None), (None, None, 0), id="nothing is known"),
    ],
)
def test_the_score_is_that_of_what_is_known(
    told: tuple[PartReason, ...], expected: tuple[str | None, int | None, int]
) -> None:
    found = loyalty(told)
    assert (found.attitude, found.score, found.known) == expected
    assert found.parts == told


def test_what_somebody_set_by_hand_wins_and_the_score_stays() -> None:
    found = loyalty(parts(0.9, 1.0, 0.75), by_hand="none")
    assert (found.attitude, found.score, found.by_hand) == ("none", 89, True)
    assert loyalty(parts(0.9, 1.0, 0.75), by_hand="smitten").attitude == "loyal"


@pytest.mark.parametrize(
    ("complaints", "value"),
    [
        ([], 1.0),
        ([Complained(TODAY, Severity.HIGH)], 1 / 2),
        ([Complained(TODAY, Severity.HIGH, put_right=True)], 2 / 3),
        ([Complained(LONG_AGO, Severity.HIGH)], 2 / 3),
        ([Complained(TODAY), Complained(TODAY, Severity.LOW)], 1 / 1.75),
        ([Complained(TODAY + timedelta(3), Severity.HIGH)], 1.0),
    ],
)
def test_complaints_burden(complaints: list[Complained], value: float) -> None:
    assert complaints_part(complaints, TODAY, ordered_lately=True).value == pytest.approx(value)


def test_no_complaint_of_who_orders_nothing_is_no_praise() -> None:
    assert complaints_part([], TODAY, ordered_lately=False) == PartReason(Part.COMPLAINTS, None)
    assert complaints_part([Complained(TODAY)], TODAY, ordered_lately=False).value is not None


@pytest.mark.parametrize(
    ("felt", "value"),
    [
        ([], None),
        ([Felt(TODAY, Sentiment.NEUTRAL)], None),
        ([PLEASED], 2 / 3),
        ([PLEASED] * 8, 0.9),
        ([DISPLEASED], 1 / 3),
        ([PLEASED, DISPLEASED], 1 / 2),
        ([PLEASED, Felt(LONG_AGO, Sentiment.NEGATIVE)], 2 / 3.5),
    ],
)
def test_feedback_is_weighed(felt: list[Felt], value: float | None) -> None:
    assert feedback_part(felt, TODAY).value == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("bought", "budget", "share"),
    [
        (Money(25, "SGD"), Money(100, "SGD"), 0.25),
        (Money(250, "SGD"), Money(100, "SGD"), 1.0),
        (Money(-5, "SGD"), Money(100, "SGD"), 0.0),
        (Money(25, "SGD"), Money(0, "SGD"), None),
        (Money(25, "SGD"), Money(100, "CNY"), None),
        (Money(25, "SGD"), None, None),
        (None, Money(100, "SGD"), None),
    ],
)
def test_our_share_of_what_they_spend(bought: Money | None, budget: Money | None, share: float | None) -> None:
    assert share_of_purchases(bought, budget) == share
    assert share_part(share).value == share
