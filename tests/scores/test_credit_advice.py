"""Credit advice: the strictest rule that fits, and a limit that purchases speak for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sales.credit import Owed
from sales.money import Money
from sales.scores.credit_advice import Advice, Credit, Debt, Ground, credit_advice, debt
from sales.scores.track_record import Punctuality

TODAY = date(2026, 11, 24)
GOOD, SLOW = Punctuality(0.97, 6, 0), Punctuality(0.8, 6, 0)


def sgd(minor: int) -> Money:
    return Money(minor, "SGD")


def owes(owed: int, overdue: int = 0, days: int = 0) -> Debt:
    return Debt(sgd(owed), sgd(overdue), days)


WELL = Credit(owes(50), sgd(100), sgd(1200), terms=30, growth=1.1, pays=GOOD)


@pytest.mark.parametrize(
    ("credit", "advice", "ground"),
    [
        pytest.param(WELL, Advice.KEEP, Ground.ALL_WELL, id="all is well"),
        pytest.param(replace(WELL, debt=owes(50, 10, 61)), Advice.PREPAY, Ground.LONG_OVERDUE, id="overdue for long"),
        pytest.param(replace(WELL, debt=owes(50, 10, 60)), Advice.HOLD, Ground.OVERDUE, id="overdue"),
        pytest.param(replace(WELL, debt=owes(50, 10, 14)), Advice.KEEP, Ground.ALL_WELL, id="overdue for days"),
        pytest.param(replace(WELL, debt=owes(101)), Advice.HOLD, Ground.OVER_LIMIT, id="over the limit"),
        pytest.param(replace(WELL, limit=sgd(0), debt=owes(1)), Advice.HOLD, Ground.OVER_LIMIT, id="no credit at all"),
        pytest.param(replace(WELL, growth=0.6), Advice.WATCH, Ground.BUYS_LESS, id="they buy a third less"),
        pytest.param(replace(WELL, slipping=True), Advice.WATCH, Ground.BUYS_LESS, id="they fell silent"),
        pytest.param(
            replace(WELL, slipping=True, debt=owes(0)), Advice.KEEP, Ground.ALL_WELL, id="silent, owe nothing"
        ),
        pytest.param(replace(WELL, limit=None), Advice.SET, Ground.NO_LIMIT, id="no limit"),
        pytest.param(replace(WELL, debt=owes(80)), Advice.RAISE, Ground.OUTGROWN, id="outgrown"),
        pytest.param(replace(WELL, debt=owes(80), pays=SLOW), Advice.KEEP, Ground.ALL_WELL, id="but they pay late"),
        pytest.param(
            replace(WELL, debt=owes(80), pays=None), Advice.KEEP, Ground.ALL_WELL, id="nobody knows how they pay"
        ),
        pytest.param(replace(WELL, debt=owes(80), growth=0.9), Advice.KEEP, Ground.ALL_WELL, id="but they buy less"),
        pytest.param(replace(WELL, debt=owes(80), year=sgd(900)), Advice.KEEP, Ground.ALL_WELL, id="it is enough"),
        pytest.param(
            replace(WELL, year=sgd(0), limit=None), Advice.NOTHING, Ground.NOTHING_KNOWN, id="they buy nothing"
        ),
        pytest.param(replace(WELL, year=sgd(-9), limit=None), Advice.NOTHING, Ground.NOTHING_KNOWN, id="only returns"),
    ],
)
def test_the_first_rule_that_fits_advises(credit: Credit, advice: Advice, ground: Ground) -> None:
    found = credit_advice(credit)
    assert (found.advice, found.ground) == (advice, ground)


@pytest.mark.parametrize(
    ("credit", "proposed"),
    [
        (replace(WELL, limit=None, year=sgd(3_650_000)), sgd(370_000)),
        (replace(WELL, limit=None, year=sgd(3_650_000), terms=None), sgd(370_000)),
        (replace(WELL, limit=None, year=sgd(3_650_000), terms=60), sgd(750_000)),
        (replace(WELL, debt=owes(90), year=sgd(3_650_000)), sgd(200)),
        (replace(WELL, debt=owes(90), year=Money(3_650_000, "CNY")), None),
    ],
)
def test_the_proposed_limit(credit: Credit, proposed: Money | None) -> None:
    assert credit_advice(credit).proposed == proposed


def test_what_is_owed_in_other_currencies_says_nothing_of_the_limit() -> None:
    owed = [
        Owed(sgd(100), TODAY - timedelta(20)),
        Owed(sgd(30), TODAY + timedelta(5)),
        Owed(sgd(7)),
        Owed(sgd(-50), TODAY - timedelta(90)),
        Owed(Money(900, "CNY"), TODAY - timedelta(70)),
    ]
    assert debt(owed, TODAY, "SGD") == Debt(sgd(137), sgd(100), 20)
    assert debt([], TODAY, "SGD") == Debt(sgd(0), sgd(0), 0)
