import tomllib
from pathlib import Path

import pytest

from understanding.message.money import sums
from understanding.spelling import plain

SAID = tomllib.loads((Path(__file__).parent / "said" / "spendings.toml").read_text("utf-8"))


@pytest.mark.parametrize("row", [*SAID["en"], *SAID["zh"]], ids=lambda row: row[0])
def test_what_the_rep_spent_is_told_from_what_a_customer_paid(row: list[str]) -> None:
    said, *spent = row
    assert [f"{one.value.normalize():f}" for one in sums(plain(said), []) if one.spent] == [
        f"{float(value):g}" for value in spent
    ]
