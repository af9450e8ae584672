"""A name that cannot be read is asked about; it never stands for the customer of the message before."""

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Mention, Moment
from understanding.reading import understand

SAID = tomllib.loads((Path(__file__).parent / "said" / "unreadable.toml").read_text("utf-8"))
AT = datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("Asia/Singapore"))
PLACES = Directory([Known(1, "Acme Tools"), Known(2, "恒大钢铁")])
ASKED = 0.5


def customers(text: str) -> set[Mention | None]:
    found = understand(text, Moment(AT, "SGD", context=1), PLACES)
    return {one.customer for some in (found.entries, found.follow_ups) for one in some}


@pytest.mark.parametrize(("text", "name"), SAID["asked"])
def test_a_name_that_cannot_be_read_is_asked_about(text: str, name: str) -> None:
    [mention] = customers(text)
    assert mention is not None
    assert (mention.name, mention.key) == (name, None)
    assert mention.sure < ASKED


@pytest.mark.parametrize("text", SAID["of_before"])
def test_signs_that_name_nobody_leave_the_customer_of_before(text: str) -> None:
    assert {mention.key for mention in customers(text) if mention} == {1}


@pytest.mark.parametrize(("text", "name"), SAID["new"])
def test_a_name_with_further_latin_letters_is_read(text: str, name: str) -> None:
    [mention] = customers(text)
    assert mention is not None
    assert (mention.name, mention.key) == (name, None)
