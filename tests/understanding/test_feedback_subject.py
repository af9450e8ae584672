"""What feedback is about, by its own words."""

import pytest

from sales.kinds import Category
from tests.understanding.test_actions import MOMENT, PLACES
from understanding.message.feedback_subject import feedback_subject
from understanding.reading import understand


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("a bit pricey", Category.PRICE),
        ("their quote is too dear", Category.PRICE),
        ("价格偏高", Category.PRICE),
        ("嫌贵", Category.PRICE),
        ("Delivery takes too long", Category.DELIVERY),
        ("交货太慢", Category.DELIVERY),
        ("the pumps are not durable", Category.QUALITY),
        ("质量不稳定", Category.QUALITY),
        ("support is hard to reach", Category.SERVICE),
        ("售后响应慢", Category.SERVICE),
        ("the invoice is confusing", Category.BILLING),
        ("开票太麻烦", Category.BILLING),
        ("delivery is fine, the price is not", Category.DELIVERY),
        ("they wish we had more colours", None),
        ("the priceless view", None),
        ("颜色太少", None),
        ("", None),
    ],
)
def test_the_first_word_that_says_so(said: str, subject: Category | None) -> None:
    assert feedback_subject(said) is subject


@pytest.mark.parametrize(
    ("told", "categories"),
    [
        ("Acme Tools find it a bit pricey", [Category.PRICE]),
        ("华信机械嫌价格高", [Category.PRICE]),
        ("Acme Tools love the new catalogue", [None]),
    ],
)
def test_an_entry_says_what_it_is_about(told: str, categories: list[Category | None]) -> None:
    assert [entry.category for entry in understand(told, MOMENT, PLACES).entries] == categories
