"""Fields of the card told in plain words: which, whose, and what tells none."""

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sales.kinds import Calendar
from understanding.directory import Directory, Known
from understanding.findings import Findings, FoundField, Moment
from understanding.reading import understand

SAID = tomllib.loads((Path(__file__).parent / "said" / "fields.toml").read_text("utf-8"))
PEOPLE = {"Acme Tools": ("Lee Wong",), "恒大钢铁": ("王总",)}
NAMES = ("Acme Tools", "Globex Trading", "Northgate Bakery", "恒大钢铁", "金桥型材", "华信机械")
PLACES = Directory(Known(key, name, contacts=PEOPLE.get(name, ())) for key, name in enumerate(NAMES))
AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore"))
CURRENCIES = {"en": "SGD", "zh": "CNY"}
ROWS = [(language, row) for some in (SAID, SAID["unseen"]) for language in CURRENCIES for row in some[language]]


def read(language: str, said: str, context: int | None = None) -> Findings:
    return understand(said, Moment(AT, CURRENCIES[language], context), PLACES)


def told(one: FoundField) -> str:
    whose = "/".join(name for name in (one.customer.name if one.customer else "?", one.contact) if name)
    return f"{whose} {one.field}={one.value}"


@pytest.mark.parametrize(("language", "row"), [pytest.param(*row, id=row[1][0]) for row in ROWS])
def test_what_is_told_for_the_card(language: str, row: list[str]) -> None:
    said, *means = row
    assert sorted(told(one) for one in read(language, said).fields) == sorted(means)


def test_precision_and_recall_are_what_the_guide_says() -> None:
    """docs/understanding.md tells these figures; a row that is not understood would be counted here."""
    meant = found = right = 0
    for language, (said, *means) in ROWS:
        fields = [told(one) for one in read(language, said).fields]
        meant, found, right = meant + len(means), found + len(fields), right + len(set(fields) & set(means))
    assert (right / found, right / meant) == (1.0, 1.0)


def test_of_a_message_without_a_name_the_customer_is_the_last_one() -> None:
    assert [told(one) for one in read("en", "their credit limit is 50k now", context=1).fields] == [
        "Globex Trading credit_limit=5000000 SGD"
    ]
    assert read("en", "their credit limit is 50k now").fields == ()


def test_what_was_said_last_counts() -> None:
    said = "Acme's credit limit is 50k. Their credit limit is now 60k."
    assert [told(one) for one in read("en", said).fields] == ["Acme Tools credit_limit=6000000 SGD"]


@pytest.mark.parametrize(
    "said",
    [
        "Acme's credit limit is 50k now",
        "Acme orders every 3 weeks",
        "Globex payment terms 45 days",
        "金桥账期45天",
        "金桥信用额度提到5万",
    ],
)
def test_a_message_that_only_tells_a_field_is_nothing_else(said: str) -> None:
    found = read("en", said)
    assert (found.entries, found.follow_ups, found.facts) == ((), (), ())


def test_a_sum_told_for_the_card_is_no_order_s() -> None:
    found = read("en", "Visited Acme, they ordered 12k, their credit limit is 50k now")
    assert [(one.kind.value, one.amount and one.amount.minor) for one in found.entries] == [
        ("visit", None),
        ("order", 1_200_000),
    ]


def test_competitors_met_stand_on_the_card_with_their_price() -> None:
    found = read("en", "Acme: Otis undercut us at 40k")
    assert [(one.field, one.value) for one in found.fields] == [("competitors", "Otis 40000 SGD")]


@pytest.mark.parametrize(
    ("language", "said", "value"),
    [
        ("zh", "恒大王总生日农历闰六月初一", "--06+-01"),
        ("zh", "恒大王总的生日是阴历八月十五", "--08-15"),
        ("zh", "恒大王总1975年农历八月初三生日", "1975-08-03"),
        ("en", "Lee Wong at Acme: lunar birthday 8/15", "--08-15"),
    ],
)
def test_lunar_birthdays_with_leap_months_and_with_or_without_a_year(language: str, said: str, value: str) -> None:
    assert [(one.value, one.calendar) for one in read(language, said).facts] == [(value, Calendar.LUNAR)]


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("Lee Wong of Acme: +65.9123.4567", "6591234567"),
        ("Lee Wong of Acme, tel:+65-9123-4567", "6591234567"),
        ("Lee Wong at Acme's number is (65) 9123-4567", "6591234567"),
        ("恒大王总电话：１３８－００１３－８０００", "13800138000"),
        ("恒大王总 (021)6555-0123", "02165550123"),
    ],
)
def test_a_number_in_any_formatting(said: str, digits: str) -> None:
    assert [one.value for one in read("en", said).facts] == [digits]
