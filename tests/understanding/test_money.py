import tomllib
from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from understanding.dates.finding import phrases
from understanding.directory import Directory
from understanding.findings import Moment
from understanding.message.facts import phones
from understanding.message.money import sums
from understanding.message.notice import notice
from understanding.numbers import han
from understanding.spelling import plain

SAID, SUMS = (
    tomllib.loads((Path(__file__).parent / "said" / name).read_text("utf-8")) for name in ("money.toml", "sums.toml")
)


def read(said: str) -> Counter[tuple[Decimal, str | None]]:
    text = plain(said)
    taken = [(one.start, one.end) for one in phrases(text)] + [(one.start, one.end) for one in phones(text)]
    return Counter((one.value.normalize(), one.currency) for one in sums(text, taken))


@pytest.mark.parametrize("row", [*SAID["en"], *SAID["zh"], *SUMS["sums"], *SUMS["none"]], ids=lambda row: row[0])
def test_the_sums_of_a_message_are_read_and_nothing_else(row: list[str]) -> None:
    said, *wanted = row
    values = [(Decimal(value).normalize(), code or None) for value, _, code in (one.partition(" ") for one in wanted)]
    assert read(said) == Counter(values)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("一亿两千万", 120_000_000),
        ("两万亿", 2 * 10**12),
        ("万五", 15_000),
        ("一万零五", 10_005),
        ("三千二", 3_200),
        ("十一千", 11_000),
    ],
)
def test_a_chinese_numeral_has_a_value(numeral: str, value: int) -> None:
    assert han(numeral) == value


@pytest.mark.parametrize(
    "said",
    [
        "budget 12万", "预算12w", "a 120k order", "around 1.2m", "八千块", "一共三千二", "合同十五万八", "付了9万8",
        "£612", "S$7,750", "HK$2.8M", "€74k", "RM 48k", "Rs 1,85,000", "twenty two thousand a year", "6300刀",
    ],
)  # fmt: skip
def test_what_is_plainly_money_is_told_apart_from_what_may_be(said: str) -> None:
    [found] = sums(plain(said), [])
    assert found.strength > 1


def test_a_sum_stays_though_a_piece_of_it_looks_like_a_date() -> None:
    text = plain("差了两千块")
    assert [one.value for one in sums(text, [(2, 4)])] == [2000]


@pytest.mark.parametrize("text", ["海青汇进来十一万五", "ten pumps at one point two million", "约CNY 900,000的货"])
def test_a_sum_is_no_date_in_part(text: str) -> None:
    seen = notice(text, Moment(datetime(2026, 3, 4, 10, tzinfo=UTC), "SGD"), Directory([]))
    assert seen.dates == []
    assert [len(clause.sums) for clause in seen.clauses] == [1]
