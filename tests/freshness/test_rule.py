"""The rule: what a card has, how old it is, and what is asked for first."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sales.fields import FIELDS
from sales.freshness import ALL, Gap, Met, Weights, gaps, main_contact, question, weights
from sales.known import Known

TODAY = date(2026, 11, 24)
LEE = 5


def fact(
    field: str, value: str = "x", *, days: int = 0, contact: int | None = None, confirmed: int | None = None
) -> Known:
    at = _ago(days)
    return Known(field, value, at, 1, contact, confirmed_at=None if confirmed is None else _ago(confirmed))


def _ago(days: int) -> datetime:
    return datetime(2026, 11, 24, 3, tzinfo=UTC) - timedelta(days)


def asked(*facts: Known, asked: tuple[str, ...] = ()) -> str | None:
    gap = question(gaps(facts, LEE, TODAY), asked=asked)
    return gap.field.name if gap else None


FULL = tuple(
    fact(name, contact=LEE if field.of == "contact" else None) for name, field in FIELDS.items() if field.matters
)


def without(name: str) -> tuple[Known, ...]:
    return tuple(one for one in FULL if one.field != name)


def test_an_empty_card_is_not_complete_and_nothing_on_it_is_stale() -> None:
    assert weights((), None, TODAY) == Weights(ALL)
    assert (weights((), None, TODAY).completeness, weights((), None, TODAY).freshness) == (0, 1)


def test_a_full_card_leaves_nothing_to_ask() -> None:
    assert weights(FULL, LEE, TODAY) == Weights(ALL, ALL, ALL)
    assert gaps(FULL, LEE, TODAY) == ()
    assert question(()) is None


def test_completeness_counts_weights_not_fields() -> None:
    assert weights((fact("grade"), fact("size")), LEE, TODAY).completeness == 3 / ALL


def test_freshness_counts_what_is_there_only() -> None:
    old = fact("grade", days=400)
    assert weights((old, fact("industry", days=4000)), LEE, TODAY) == Weights(ALL, 5, 2)


@pytest.mark.parametrize(("days", "stale"), [(364, []), (365, []), (366, ["grade"])])
def test_a_fact_is_stale_after_its_time(days: int, stale: list[str]) -> None:
    found = gaps((*without("grade"), fact("grade", days=days)), LEE, TODAY)
    assert [gap.field.name for gap in found] == stale


def test_a_confirmation_makes_it_fresh_again() -> None:
    assert gaps((*without("grade"), fact("grade", days=900, confirmed=3)), LEE, TODAY) == ()


def test_of_several_values_the_one_confirmed_last_speaks() -> None:
    numbers = fact("phone", "+1", days=10, contact=LEE), fact("phone", "+2", days=900, contact=LEE)
    assert gaps((*without("phone"), *numbers), LEE, TODAY) == ()


def test_other_peoples_facts_do_not_count() -> None:
    [gap] = gaps((*without("phone"), fact("phone", contact=LEE + 1)), LEE, TODAY)
    assert gap == Gap(FIELDS["phone"], LEE)


def test_what_is_missing_is_asked_for_before_what_is_stale() -> None:
    known = (*(one for one in FULL if one.field not in ("grade", "place")), fact("grade", days=900))
    assert [gap.field.name for gap in gaps(known, LEE, TODAY)] == ["place", "grade"]


def test_the_heavier_is_asked_for_first_then_the_older() -> None:
    stale = fact("loyalty", days=300), fact("budget", days=400), fact("grade", days=380)
    known = (*(one for one in FULL if one.field not in ("loyalty", "budget", "grade")), *stale)
    assert [gap.field.name for gap in gaps(known, LEE, TODAY)] == ["grade", "budget", "loyalty"]


def test_what_was_asked_lately_gives_way_to_the_next() -> None:
    assert asked() == "grade"
    assert asked(fact("grade")) == "phone"
    assert asked(fact("grade"), asked=("phone",)) == "industry"


def test_where_nobody_is_known_nobodys_number_is_asked_for() -> None:
    facts = (fact("grade"),)
    assert question(gaps(facts, None, TODAY)) == Gap(FIELDS["industry"])
    assert weights(facts, None, TODAY) == Weights(ALL, 3, 3)


def test_the_main_contact_is_the_one_met_last() -> None:
    assert main_contact([Met(1, date(2026, 3, 1)), Met(2, date(2026, 4, 1)), Met(3)]) == 2
    assert main_contact([Met(4), Met(3)]) == 3
    assert main_contact([]) is None
