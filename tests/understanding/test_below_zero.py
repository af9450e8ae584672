"""Sums below zero are seen as such; dashes between words and numbers that count are not."""

import pytest

from understanding.sums.below_zero import below_zero


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Acme ordered for -500", "-500"),
        ("Acme ordered for -$500", "-$500"),
        ("Acme paid minus 500 today", "minus 500"),
        ("Acme order: -5k", "-5k"),
        ("paid -1,500.50, the rest on Friday", "-1,500.50"),
        ("恒达下单-5000元，周五送", "-5000元"),
        ("恒达下单负5000元", "负5000元"),
        ("恒达付款－3万", "－3万"),
        ("Acme order - 500 pumps", ""),
        ("恒达下单——5000元", ""),
        ("恒达下单—5000元", ""),
        ("ordered 3-500 valves", ""),
        ("INV-500 is paid", ""),
        ("ordered a -200C freezer", ""),
        ("订了-200度冷柜", ""),
        ("订了-500个", ""),
        ("ordered -5 pumps", ""),
        ("paid on 2026-03-05", ""),
    ],
)
def test_what_is_below_zero(text: str, said: str) -> None:
    assert below_zero(text) == said
