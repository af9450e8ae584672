"""The plain messages of the README and the conversations: the least that must be understood, with small directories."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Findings, Moment
from understanding.reading import understand

MONDAY = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore"))


def read(text: str, *customers: str) -> Findings:
    directory = Directory(Known(key, name) for key, name in enumerate(customers, 1))
    return understand(text, Moment(MONDAY, "SGD"), directory)


def told(found: Findings) -> set[str]:
    entries = {f"{entry.kind} {entry.customer.name if entry.customer else '?'} {entry.on}" for entry in found.entries}
    plans = {f"➜ {plan.customer.name if plan.customer else '?'} {plan.day}" for plan in found.follow_ups}
    return entries | plans


@pytest.mark.parametrize(
    ("text", "customers", "means"),
    [
        pytest.param(
            "Visited Acme this morning, met their buyer, they want a quote by Friday",
            (),
            {"visit Acme 2026-03-02", "➜ Acme 2026-03-06"},
            id="a new customer in an empty directory",
        ),
        pytest.param(
            "visited Globex Trading, they want a demo next Tuesday",
            ("Acme Tools",),
            {"visit Globex Trading 2026-03-02", "➜ Globex Trading 2026-03-10"},
            id="a new customer beside others",
        ),
        pytest.param(
            "visited globex trading, they want a demo next Tuesday",
            ("Acme Tools",),
            {"visit globex trading 2026-03-02", "➜ globex trading 2026-03-10"},
            id="a new customer in small letters",
        ),
        pytest.param(
            "visited the trading desk, they want a demo next Tuesday",
            ("Acme Tools",),
            {"visit ? 2026-03-02", "➜ ? 2026-03-10"},
            id="everyday words name nobody",
        ),
        pytest.param(
            "今天去了华信机械，人不在，下周一再去",
            (),
            {"visit 华信机械 2026-03-02", "➜ 华信机械 2026-03-09"},
            id="a new customer in Chinese, nobody there",
        ),
        pytest.param(
            "visited Hengda yesterday, still angry about the late delivery",
            ("Hengda Steel", "Hengda Property"),
            {"visit Hengda Steel 2026-03-01", "complaint Hengda Steel 2026-03-01"},
            id="a visit and a complaint of one in doubt",
        ),
        pytest.param(
            "Tried Acme again, nobody there",
            ("Acme Tools",),
            {"visit Acme Tools 2026-03-02"},
            id="nobody there is an attempt",
        ),
        pytest.param(
            "Visited Acme, they ordered 20 pumps for 15k. Called Globex, they find it a bit pricey, "
            "send them a new quote by Friday.",
            ("Acme Tools", "Globex"),
            {
                "visit Acme Tools 2026-03-02",
                "order Acme Tools 2026-03-02",
                "call Globex 2026-03-02",
                "feedback Globex 2026-03-02",
                "➜ Globex 2026-03-06",
            },
            id="two customers in one message",
        ),
        pytest.param(
            "called Hengda Steel, they paid 5,000",
            ("Hengda Steel",),
            {"call Hengda Steel 2026-03-02", "payment Hengda Steel 2026-03-02"},
            id="a call and a payment",
        ),
    ],
)
def test_what_a_plain_message_means(text: str, customers: tuple[str, ...], means: set[str]) -> None:
    assert told(read(text, *customers)) == means


def test_a_name_that_was_taught_is_not_asked_for_again() -> None:
    directory = Directory([Known(1, "Hengda Steel"), Known(2, "Hengda Property", aliases=("Hengda",))])
    found = understand("called Hengda this morning", Moment(MONDAY, "SGD"), directory)
    assert [(entry.customer.key, entry.customer.sure >= 0.5) for entry in found.entries if entry.customer] == [
        (2, True)
    ]


def test_nobody_there_is_kept_as_an_attempt() -> None:
    assert [entry.attempt for entry in read("Tried Acme again, nobody there", "Acme Tools").entries] == [True]
    assert [entry.attempt for entry in read("今天去了华信机械，人不在").entries] == [True]


def test_a_summary_keeps_its_numbers_whole_and_has_no_loose_ends() -> None:
    assert [entry.text for entry in read("they paid 3,000").entries] == ["they paid 3,000"]
    assert [entry.text for entry in read("华信机械嫌价格高，周五前要新报价", "华信机械").entries] == ["嫌价格高"]


def test_an_action_reads_like_a_line_of_a_list() -> None:
    (plan,) = read("call Acme tomorrow at 3pm about the quote", "Acme Tools").follow_ups
    assert plan.action == "call Acme about the quote"


@pytest.mark.parametrize("text", ["help", "what can you do?", "帮助", "怎么用"])
def test_help_is_asked_for_in_a_word(text: str) -> None:
    assert read(text).ask == "help"


def test_a_follow_up_for_a_day_gone_by_keeps_that_day_so_that_the_bot_can_ask() -> None:
    (plan,) = read("remind me to call Acme yesterday", "Acme Tools").follow_ups
    assert plan.day is not None
    assert plan.day < MONDAY.date()
