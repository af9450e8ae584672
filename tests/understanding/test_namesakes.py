"""Near-same names are told from namesakes: legal forms, scripts, pinyin, slips, trades and branches."""

import tomllib
from pathlib import Path

import pytest

from understanding.customers.lookalikes import Lookalikes
from understanding.customers.namesakes import alike
from understanding.directory import Directory, Known

PAIRS = tomllib.loads(Path(__file__).with_name("namesakes.toml").read_text(encoding="utf-8"))
LEAST_FOUND = 0.85


def near(one: str, other: str) -> bool:
    return alike(one, [other]) > 0 and alike(other, [one]) > 0


@pytest.mark.parametrize(("one", "other"), [pair for pairs in PAIRS["different"].values() for pair in pairs])
def test_other_companies_raise_no_alarm(one: str, other: str) -> None:
    assert alike(one, [other]) == alike(other, [one]) == 0


def test_most_ways_to_write_a_company_are_known() -> None:
    pairs = [pair for pairs in PAIRS["same"].values() for pair in pairs]
    missed = [pair for pair in pairs if not near(*pair)]
    assert len(missed) / len(pairs) <= 1 - LEAST_FOUND, missed


@pytest.mark.parametrize("kind", ["legal forms", "scripts", "slips"])
def test_these_are_always_known(kind: str) -> None:
    assert [pair for pair in PAIRS["same"][kind] if not near(*pair)] == []


def test_the_likeliest_comes_first() -> None:
    directory = Directory([Known(1, "Hengda Steel Trading"), Known(2, "Hengda Steel Ltd"), Known(3, "Hengda Property")])
    assert [one.key for one in directory.namesakes("Hengda Steel")] == [2, 1]


def test_another_name_of_a_customer_counts() -> None:
    directory = Directory([Known(1, "Acme Tools", aliases=("The Yellow Shed",))])
    assert [one.key for one in directory.namesakes("Yellow Shed")] == [1]


@pytest.mark.parametrize("name", ["", " ", "…", "🎂", "Ltd", "有限公司", "(((", "\u202eemcA", "a" * 5000])
def test_odd_names_are_nobodys(name: str) -> None:
    assert Directory([Known(1, "Acme Tools"), Known(2, "恒大钢铁")]).namesakes(name) == []


def test_a_whole_list_is_compared_by_cheap_keys_that_miss_no_pair() -> None:
    pairs = [pair for kind in PAIRS["same"].values() for pair in kind if alike(pair[0], [pair[1]])]
    others = [(0, "Globex"), (2, "枫叶物流")]
    assert [pair for pair in pairs if 1 not in dict(Lookalikes([*others, (1, pair[1])]).find(pair[0]))] == []


@pytest.mark.parametrize(("one", "other"), [pair for pairs in PAIRS["different"].values() for pair in pairs])
def test_nor_do_they_take_one_for_another(one: str, other: str) -> None:
    assert Lookalikes([(1, other)]).find(one) == []


@pytest.mark.parametrize("name", ["", " ", "🎂", "Ltd", "有限公司", "\u202eemcA", "a" * 5000])
def test_an_odd_name_of_a_list_is_nobodys(name: str) -> None:
    assert Lookalikes([(1, "Acme Tools"), (2, name)]).find("恒大钢铁") == []
    assert Lookalikes([(1, "Acme Tools")]).find(name) == []
    assert Lookalikes([]).find(name) == []
