"""The stages of a customer's life: one row a rule, and what is not known never harms."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales.customers import Stage
from sales.scores.stage import WHYS, Lives, Stages, stages
from sales.scores.stage_reasons import STAGE_OF, LossCause, ReturnCause, Why

NO = float("nan")
NAMES = ("first", "last", "expected", "lost", "year", "before", "said_lost", "back")
USUAL = {"first": 800.0, "last": 10.0, "expected": 40.0, "lost": 0.1, "year": 100.0, "before": 100.0}


def placed(**known: float) -> Stages:
    return stages(Lives(*(np.array([{**USUAL, **known}.get(name, NO)]) for name in NAMES)))


@pytest.mark.parametrize(
    ("known", "why"),
    [
        pytest.param({}, Why.IN_RHYTHM, id="as ever"),
        pytest.param({"first": NO, "last": NO}, Why.NEVER_ORDERED, id="never ordered"),
        pytest.param({"first": 60}, Why.JUST_BEGAN, id="ordered first two months ago"),
        pytest.param({"first": 91}, Why.IN_RHYTHM, id="not new any more"),
        pytest.param({"year": 120}, Why.BUYS_MORE, id="a fifth more"),
        pytest.param({"year": 119}, Why.IN_RHYTHM, id="a little more"),
        pytest.param({"first": 547, "year": 121, "before": 50}, Why.BUYS_MORE, id="by the day of half a year before"),
        pytest.param({"first": 500, "year": 900, "before": 1}, Why.IN_RHYTHM, id="too young to tell growth"),
        pytest.param({"before": 0}, Why.IN_RHYTHM, id="nothing the year before is no growth"),
        pytest.param({"last": 41, "lost": 0.5}, Why.OVERDUE, id="later than expected, and likely"),
        pytest.param({"last": 41, "lost": 0.4}, Why.IN_RHYTHM, id="later than expected, but they will come"),
        pytest.param({"last": 40, "lost": 0.8}, Why.IN_RHYTHM, id="still within their rhythm"),
        pytest.param({"last": 300, "expected": 400, "lost": 0.95}, Why.IN_RHYTHM, id="a yearly buyer in autumn"),
        pytest.param({"last": 81, "lost": 0.9}, Why.SILENT_FOR_LONG, id="twice as late, and almost sure"),
        pytest.param({"last": 81, "lost": 0.89}, Why.OVERDUE, id="twice as late, but not sure"),
        pytest.param({"last": 181, "expected": NO, "lost": NO}, Why.OVERDUE, id="a single order, half a year ago"),
        pytest.param({"last": 361, "expected": NO, "lost": NO}, Why.SILENT_FOR_LONG, id="a single order, a year ago"),
        pytest.param({"said_lost": 5}, Why.SAID_LOST, id="said to be lost after the last order"),
        pytest.param({"said_lost": 10}, Why.SAID_LOST, id="said so on the day of the last order"),
        pytest.param({"said_lost": 30}, Why.IN_RHYTHM, id="ordered since"),
        pytest.param({"first": NO, "last": NO, "said_lost": 3}, Why.SAID_LOST, id="a prospect who is lost"),
        pytest.param({"said_lost": 30, "back": 10}, Why.CAME_BACK, id="ordered again after being lost"),
        pytest.param({"back": 181}, Why.IN_RHYTHM, id="back for half a year"),
        pytest.param({"back": 100, "last": 95, "lost": 0.95}, Why.SILENT_FOR_LONG, id="came back, and lost again"),
        pytest.param({"last": -3, "first": -3}, Why.JUST_BEGAN, id="an order of the future"),
    ],
)
def test_the_first_rule_that_fits_decides(known: dict[str, float], why: Why) -> None:
    assert WHYS[placed(**known).why[0]] is why


def test_every_rule_leads_to_a_stage_and_every_stage_is_reached() -> None:
    assert set(STAGE_OF) == set(Why)
    assert set(STAGE_OF.values()) == set(Stage)


def test_the_reason_has_what_the_rule_saw() -> None:
    reason = placed(last=81, lost=0.95, year=50).reason(0)
    assert (reason.stage, reason.why, reason.cause) == (Stage.LOST, Why.SILENT_FOR_LONG, LossCause.SILENT)
    assert (reason.silent, reason.expected, reason.lost, reason.growth) == (81, 40, 0.95, 0.5)
    assert placed(last=81, expected=NO, lost=NO, before=NO, first=800).reason(0).growth is None


def test_lost_and_won_back_have_causes() -> None:
    assert placed(said_lost=2).reason(0, LossCause.PRICE).cause is LossCause.PRICE
    assert placed(said_lost=2).reason(0).cause is LossCause.OTHER
    assert placed(back=2).reason(0).cause is ReturnCause.BY_THEMSELVES
    assert placed(back=2).reason(0, ReturnCause.VISIT).cause is ReturnCause.VISIT
    assert placed().reason(0).cause is None


KNOWN = st.one_of(st.just(NO), st.floats(-1000, 10_000))
A_LIFE = st.tuples(*(KNOWN for _ in NAMES))
HOW_FAR = {Stage.LOST: 2, Stage.SLIPPING: 1}


@given(st.lists(A_LIFE, min_size=1, max_size=8))
def test_whatever_is_known_everybody_has_a_stage(lives: list[tuple[float, ...]]) -> None:
    columns = np.array(lives, dtype=float).T
    found = stages(Lives(*columns))
    assert [found.reason(place).stage for place in range(len(lives))]


@given(st.floats(0, 2000), st.floats(0, 2000), st.floats(1, 1000), st.floats(0, 1))
def test_who_stays_silent_never_comes_nearer(silent: float, more: float, expected: float, lost: float) -> None:
    now, later = (
        placed(last=days, expected=expected, lost=lost, first=3000).reason(0) for days in (silent, silent + more)
    )
    assert HOW_FAR.get(later.stage, 0) >= HOW_FAR.get(now.stage, 0)


@given(st.permutations(range(4)))
def test_another_order_changes_no_stage(places: list[int]) -> None:
    columns = np.array(
        [[800, 10, 40, 0.1, 9, 9, NO, NO], [NO] * 8, [50, 5, NO, NO, 1, 0, NO, NO], [900, 99, 9, 1, 0, 9, NO, NO]]
    ).T
    assert stages(Lives(*columns[:, places])).why.tolist() == stages(Lives(*columns)).why[places].tolist()
