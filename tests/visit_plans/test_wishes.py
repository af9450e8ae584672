"""What may stand behind /plan, and which plain words ask for it."""

import pytest

from handlers.visit_plans.wishes import When, Wish, asks_for_next_week, asks_for_the_year, read_wish


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("", Wish()),
        ("this week", Wish(When.THIS)),
        ("  Next  Week.", Wish(When.NEXT)),
        ("下周计划", Wish(When.NEXT)),
        ("下周拜访。", Wish(When.NEXT)),
        ("team", Wish(team=True)),
        ("团队 下周", Wish(When.NEXT, team=True)),
        ("team next week", Wish(When.NEXT, team=True)),
        ("year", Wish(year=True)),
        ("年度计划", Wish(year=True)),
        ("4 a day", Wish(a_day=4)),
        ("12 visits per day", Wish(a_day=12)),
        ("每天5家", Wish(a_day=5)),
        ("一天 3 家", Wish(a_day=3)),
        ("off", Wish(by_itself=False)),
        ("打开", Wish(by_itself=True)),
        ("Anna", Wish(whose="Anna")),
        ("Anna Next week", Wish(When.NEXT, whose="Anna")),
        ("小李下周", Wish(When.NEXT, whose="小李")),
        ("the moon", Wish(whose="the moon")),
    ],
)
def test_what_is_asked(words: str, wish: Wish) -> None:
    assert read_wish(words) == wish


def test_plain_words_that_ask_for_the_year() -> None:
    assert [text for text in ("年度计划", "Year plan", "明年", "恒大的年度计划") if asks_for_the_year(text)] == [
        "年度计划",
        "Year plan",
    ]


def test_plain_words_that_ask_for_the_plan() -> None:
    asks = ("下周计划", "下周拜访？", "Plan next week.", "plan my week")
    tells = ("下周", "next week", "下周拜访恒大", "plan a visit at Acme next week", "")
    assert [text for text in (*asks, *tells) if asks_for_next_week(text)] == list(asks)
