"""What is offered instead of a question that was not clear: always three, the first of them near to what was asked."""

import pytest

from sales.questions import MOST_NEAR
from tests.questions.readings import AT, VOCABULARY, written
from understanding.questions.reading import read_question
from understanding.questions.sounding import ends_asking, insists, sizes, sounds_asked

_MONTH = "2026-03-01/2026-03-10"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("how is the team doing this month", f"ordered {_MONTH} by rep"),
        ("who is lazy", f"ordered {_MONTH} by rep"),
        ("what's our profit last month", "ordered 2026-02-01/2026-02-28"),
        ("which products sell best", f"ordered {_MONTH}"),
        ("biggest orders this month", f"orders {_MONTH}"),
        ("orders over 100k this month", f"orders {_MONTH}"),
        ("stock of pumps", f"orders {_MONTH}"),
        ("who will reach the target", f"ordered {_MONTH}"),
        ("churn rate this year", "customers where stage slipping+lost"),
        ("how many customers did we lose", "customers where stage slipping+lost"),
        ("cash position", "overdue"),
        ("receivables in total", "overdue"),
        ("overdue in Atlantis", "overdue"),
        ("visits in Atlantis last week", "visits 2026-03-02/2026-03-08"),
        ("average visits per rep per day", f"visits {_MONTH} by rep"),
        ("complaints solved within 2 days", f"solved {_MONTH}"),
        ("open complaints about elephants", "open complaints"),
        ("which A customers were visited twice", "customers where done visit ever; grade A"),
        ("any refunds last week", "complaints 2026-03-02/2026-03-08"),
        ("new leads this month", f"opportunities {_MONTH}"),
        ("团队表现怎么样", f"ordered {_MONTH} by rep"),
        ("谁在偷懒", f"ordered {_MONTH} by rep"),
        ("上个月利润多少", "ordered 2026-02-01/2026-02-28"),
        ("哪个产品卖得最好", f"ordered {_MONTH}"),
        ("10万以上的订单有哪些", f"orders {_MONTH}"),
        ("复购率多少", "customers where stage slipping+lost"),
        ("丢了几个客户", "customers where stage slipping+lost"),
        ("应收账款多少", "overdue"),
        ("张三上周拜访了几次", "visits 2026-03-02/2026-03-08"),
        ("人均拜访几次", f"visits {_MONTH}"),
        ("上周退货多少", "complaints 2026-03-02/2026-03-08"),
    ],
)
def test_the_nearest_comes_first(text: str, first: str) -> None:
    read = read_question(text, VOCABULARY, AT)
    assert read.clear is None
    assert len(read.near) == MOST_NEAR
    assert written(read.near[0]) == first


def test_days_are_compared_with_such_days_before() -> None:
    """A month so far with the whole month before, a quarter with a quarter."""
    for text, against in (
        ("visits by Zorro this month", "2026-02-01/2026-02-28"),
        ("visits by Zorro this week", "2026-03-02/2026-03-08"),
        ("visits by Zorro this quarter", "2025-10-01/2025-12-31"),
        ("visits by Zorro in 2025", "2024-01-01/2024-12-31"),
    ):
        assert written(read_question(text, VOCABULARY, AT).near[2]).endswith(f"against {against}")


def test_where_nothing_is_near_it_is_what_managers_ask_most() -> None:
    for text in ("", "what is the weather like", "今天天气怎么样"):
        near = [written(one) for one in read_question(text, VOCABULARY, AT).near]
        assert near == [
            "visits 2026-03-09/2026-03-10 by rep",
            f"ordered {_MONTH} against 2026-02-01/2026-02-28",
            "customers where grade A; silent visit this month",
        ]


def test_what_begins_as_a_question_is_one_without_its_mark() -> None:
    assert insists("which customers ordered nothing this quarter")
    assert insists("哪些客户本季度没下单")
    assert sounds_asked("本月没拜访的A类客户")
    assert not insists("Acme asks which pump is best")


def test_chinese_stops_at_the_word_that_asks() -> None:
    """Kept as told, the first would be an order, the second a visit that nobody made."""
    for text in ("无锡东方轴承今年下了多少单", "今天大家都跑了哪里", "客户说价格高的有几条", "销售利润多少"):
        assert ends_asking(text)
        assert sounds_asked(text)
    for text in ("恒大问这个多少钱", "去了恒大，价格不知道多少", "库存没多少", "恒大下了好几单", "恒大下单12万"):
        assert not ends_asking(text)


@pytest.mark.parametrize("text", ["orders above 50k this month", "Payments of at least 5000", "complaints over 2"])
def test_single_ones_by_their_size(text: str) -> None:
    assert sizes(text)


def test_a_sum_that_is_told_is_no_size() -> None:
    for text in ("order 50k over 3 months", "Acme orders above 50k", "orders are up at Acme"):
        assert not sizes(text)
