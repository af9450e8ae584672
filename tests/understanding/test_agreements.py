"""Quotes and contracts told in plain words: how much, and until when."""

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sales.kinds import Kind
from understanding.directory import Directory, Known
from understanding.findings import Findings, FoundAgreement, Moment
from understanding.reading import understand

SAID = tomllib.loads((Path(__file__).parent / "said" / "agreements.toml").read_text("utf-8"))
PLACES = Directory(
    Known(key, name) for key, name in enumerate(["Acme Tools", "Globex Trading", "恒大钢铁", "金桥型材", "华信机械"])
)
MOMENT = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
ROWS = [pytest.param(row, id=row[0]) for some in SAID.values() for row in some]


def read(said: str) -> Findings:
    return understand(said, MOMENT, PLACES)


def told(one: FoundAgreement) -> str:
    whose = one.customer.name if one.customer else "?"
    return (
        f"{whose} {one.kind} {one.amount.value.normalize():f} {one.until or '-'}"
        if one.amount
        else (f"{whose} {one.kind} - {one.until or '-'}")
    )


@pytest.mark.parametrize("row", ROWS)
def test_what_is_on_paper(row: list[str]) -> None:
    said, *means = row
    assert [told(one) for one in read(said).agreements] == means


def test_the_last_day_of_a_contract_is_nothing_to_be_done() -> None:
    assert read("contract with Globex runs till 31 Dec").follow_ups == ()


def test_what_was_offered_is_no_order() -> None:
    kinds = [one.kind for one in read("quoted Acme 45k for 3 pumps, valid till Friday").entries]
    assert kinds == [Kind.OPPORTUNITY]
