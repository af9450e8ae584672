"""Short messages that name nobody mean the customer of the last one."""

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Findings, Mention, Moment
from understanding.reading import understand

SAID = tomllib.loads((Path(__file__).parent / "said" / "context.toml").read_text("utf-8"))
AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
NAMES = ("Acme Tools", "华信机械", "Bolt Co", "Globex Trading", "恒大钢铁", "May Brothers", "Friday Farm Shop")
PLACES = Directory(Known(key, name) for key, name in enumerate(NAMES))
LAST = {"en": 0, "zh": 1}


def read(text: str, language: str) -> Findings:
    return understand(text, Moment(AT, "CNY", context=LAST[language]), PLACES)


def told(found: Findings) -> Iterator[str]:
    """What a message says, as the table words it."""
    for entry in found.entries:
        amount = f" {entry.amount.value.normalize():f}" if entry.amount else ""
        yield f"{entry.kind}{amount}"
        yield from (f"contact {name}" for name in entry.contacts)
    for plan in found.follow_ups:
        yield f"➜ {plan.day}" + (f"T{plan.at:%H:%M}" if plan.at else "")
    for fact in found.facts:
        yield f"fact {fact.field} {fact.value}"
    yield from [f"ask {found.ask}"] if found.ask else []


def customers(found: Findings) -> set[Mention | None]:
    return {one.customer for some in (found.entries, found.follow_ups, found.facts) for one in some}


@pytest.mark.parametrize(
    ("language", "row"),
    [
        pytest.param(language, row, id=row[0])
        for language in LAST
        for row in (*SAID[language], *SAID["unseen"][language])
    ],
)
def test_a_short_message_is_read_as_of_the_last_customer(language: str, row: list[str]) -> None:
    said, *means = row
    found = read(said, language)
    assert {one.name if one else None for one in customers(found)} <= {NAMES[LAST[language]]}
    assert set(means) <= set(told(found))
    assert means or not set(told(found))


@pytest.mark.parametrize("said", ["she's called Mary", "the buyer is Anna Schmidt", "她叫李梅"])
def test_that_somebody_is_called_so_is_no_call(said: str) -> None:
    assert [entry.kind for entry in read(said, "en").entries] == ["note"]


@pytest.mark.parametrize("said", ["Bolt Co paid 3,000", "恒大钢铁付了三万", "visited Globex, nobody there"])
def test_whoever_is_named_is_meant(said: str) -> None:
    assert NAMES[0] not in {one.name if one else None for one in customers(read(said, "en"))}


@pytest.mark.parametrize("said", ["nobody there", "ok Friday then", "still broken", "she's called Mary"])
def test_without_a_last_customer_nothing_is_made_up(said: str) -> None:
    found = understand(said, Moment(AT, "CNY"), PLACES)
    assert not customers(found) - {None}
