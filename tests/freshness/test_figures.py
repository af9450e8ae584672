"""The figures of thousands of cards are those of the rule, and everybody sees their own or their team's."""

import random
from datetime import timedelta

import pytest

from sales.card_figures import CardFigures, Figures, figures
from sales.fields import Of
from sales.freshness import ALL, MATTERING, Weights
from storage.freshness.figures import figures_for
from storage.freshness.sheets import sheet
from storage.freshness.tallies import figures_of, tally
from tests.freshness.office import TODAY, Office


def names(found: Figures) -> list[str]:
    return [rep.name for rep in found.reps]


def neediest(found: Figures) -> list[str]:
    return [card.name for card in found.neediest]


@pytest.mark.parametrize("seed", range(6))
def test_one_statement_says_what_the_rule_says(office: Office, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    for name in ("Acme", "Globex", "Initech"):
        _fill(office, name, chance)

    [rep] = figures_for(office.session, office.anna, TODAY).reps

    expected = [sheet(office.session, customer).weights(TODAY) for customer in office.known.values()]
    assert rep.weights == sum(expected, Weights())
    assert rep.cards == 3


def _fill(office: Office, name: str, chance: random.Random) -> None:
    """Some facts, twice or taken away again, some confirmed, and some that only the row shows."""
    people = [office.person(who, name) for who in ("S. Lee", "K. Tan", "王总")[: chance.randrange(4)]]
    for who in ("S. Lee", "K. Tan")[: min(len(people), chance.randrange(3))]:
        telling = office.log(office.visit(name, who, on=TODAY - timedelta(chance.randrange(9))))
        if not chance.randrange(3):
            office.undo(telling)
    office.row(name).grade = chance.choice([None, "A", "B"])
    for _ in range(chance.randrange(30)):
        what = chance.choice(MATTERING)
        contact = chance.choice(people) if what.of is Of.CONTACT and people else None
        if what.of is Of.CUSTOMER or contact:
            value = chance.choice(["x", "y", "" if not what.many else "z"])
            days = chance.randrange(900)
            office.fact(what.name, value, days=days, contact=contact, confirmed=_later(days, chance), at=name)


def _later(days: int, chance: random.Random) -> int | None:
    return chance.choice([None, chance.randrange(days + 1)])


def test_what_only_stands_on_the_row_is_known(office: Office) -> None:
    office.row().grade = "A"
    [rep] = figures_for(office.session, office.anna, TODAY).reps
    assert rep.weights == Weights(ALL, 3, 3)


def test_a_class_that_a_night_worked_out_never_grows_stale(office: Office) -> None:
    office.row().grade = "A"
    later = TODAY + timedelta(days=800)
    [rep] = figures_for(office.session, office.anna, later).reps
    card = sheet(office.session, office.known["Acme"])
    assert (rep.weights, rep.weights) == (card.weights(later), Weights(ALL, 3, 3))
    assert not [gap for gap in card.gaps(later) if gap.is_stale]

    office.fact("grade", "A", days=0)
    assert [gap.field.name for gap in sheet(office.session, office.known["Acme"]).gaps(later) if gap.is_stale] == [
        "grade"
    ]


def test_a_rep_sees_their_own_cards_and_nobody_elses(office: Office) -> None:
    office.customer("Acme")
    office.customer("Hengda", "小李")
    found = figures_for(office.session, office.anna, TODAY)
    assert (names(found), neediest(found)) == (["Anna"], ["Acme"])


@pytest.mark.parametrize(
    ("who", "seen"),
    [("Boris", ["Anna", "小李"]), ("Max", ["Max"]), ("Ada", ["Anna", "Max", "小李"]), ("Carl", []), ("Rita", [])],
)
def test_a_manager_sees_the_reps_of_the_team(office: Office, who: str, seen: list[str]) -> None:
    office.customer("Acme")
    office.customer("Globex", "Max")
    office.customer("Hengda", "小李")
    assert sorted(names(figures_for(office.session, office.company[who], TODAY))) == seen


def test_stale_a_cards_are_counted(office: Office) -> None:
    for name, grade in (("Acme", "A"), ("Globex", "A"), ("Initech", "B")):
        office.fact("grade", grade, days=500 if name != "Globex" else 5, at=name)
        office.row(name).grade = grade
    [rep] = figures_for(office.session, office.anna, TODAY).reps
    assert rep.stale == 1
    assert rep.weights.freshness == pytest.approx(3 / 9)


def test_gaps_of_a_customers_count_most(office: Office) -> None:
    for name, grade in (("Acme", None), ("Globex", "A"), ("Initech", "B")):
        office.row(name).grade = grade
    found = figures_for(office.session, office.anna, TODAY)
    assert neediest(found) == ["Globex", "Initech", "Acme"]


def test_a_full_card_needs_nothing_and_five_are_enough() -> None:
    full = CardFigures(1, "Full", 7, "A", Weights(ALL, ALL, ALL))
    empty = [CardFigures(number, f"C{number}", 7, None, Weights(ALL)) for number in range(2, 9)]
    found = figures([full, *empty], {7: "Anna"})
    assert neediest(found) == ["C2", "C3", "C4", "C5", "C6"]
    assert found.reps[0].cards == 8


def test_somebody_without_customers_has_no_figures(office: Office) -> None:
    assert figures_for(office.session, office.anna, TODAY) == Figures((), ())


def test_numbers_alone_wait_to_be_shown(office: Office) -> None:
    """What is read before a transaction reads the same when it is sent, without a card that was closed meanwhile."""
    for name, owner in (("Acme", "Anna"), ("Hengda", "小李"), ("Globex", "小李")):
        office.customer(name, owner)
        office.row(name).grade = "A"
    found = figures_for(office.session, office.company["Boris"], TODAY)
    facts = tally(found)
    assert not [name for name in ("Acme", "Hengda", "Globex", "Anna", "小李") if name in str(facts)]
    assert figures_of(office.session, office.company["Boris"], facts) == found

    office.row("Hengda").team_id = office.company.teams["West"]
    office.session.flush()
    assert sorted(neediest(figures_of(office.session, office.company["Boris"], facts))) == ["Acme", "Globex"]
    assert figures_of(office.session, office.company["Boris"], tally(Figures((), ()))) == Figures((), ())
