"""What speaks against an order on credit."""

from datetime import date

import pytest

from sales.credit import Late, Owed, late, over_limit
from sales.money import Money

TODAY = date(2026, 3, 2)


def sgd(value: int) -> Money:
    return Money.of(value, "SGD")


@pytest.mark.parametrize(
    ("limit", "owed", "orders", "over"),
    [
        pytest.param(sgd(50), [], [sgd(80)], sgd(30), id="the order alone"),
        pytest.param(sgd(50), [Owed(sgd(20))], [sgd(31)], sgd(1), id="with what is open"),
        pytest.param(sgd(50), [Owed(sgd(20))], [sgd(30)], None, id="up to the limit"),
        pytest.param(sgd(50), [], [sgd(30), sgd(40)], sgd(20), id="two orders"),
        pytest.param(sgd(50), [], [Money.of(80, "USD")], None, id="another currency says nothing"),
        pytest.param(sgd(50), [Owed(Money.of(90, "USD"))], [sgd(10)], None, id="debts in another currency neither"),
        pytest.param(sgd(50), [Owed(sgd(60))], [], sgd(10), id="over it already, an order without a sum"),
        pytest.param(None, [Owed(sgd(60))], [sgd(80)], None, id="no limit"),
    ],
)
def test_over_the_limit(limit: Money | None, owed: list[Owed], orders: list[Money], over: Money | None) -> None:
    assert over_limit(limit, owed, orders) == over


def test_overdue_is_what_was_due_before_today_by_currency() -> None:
    owed = [
        Owed(sgd(7_400), date(2026, 2, 4)),
        Owed(sgd(5_000), date(2026, 3, 1)),
        Owed(sgd(1), TODAY),
        Owed(sgd(1)),
        Owed(Money.of(9, "EUR"), date(2025, 1, 1)),
    ]
    assert late(owed, TODAY) == (Late(Money.of(9, "EUR"), 1), Late(sgd(12_400), 2))
