"""How complete the cards are, in words."""

from sales.card_figures import CardFigures, Figures, RepFigures, figures
from sales.cards import Button
from sales.freshness import ALL, Weights
from tests.wording.shown import CHINESE, ENGLISH
from wording.cards.card_figures import card_figures

HALF = Weights(ALL, ALL // 2, ALL // 2)


def test_a_rep_reads_of_their_own_cards() -> None:
    acme = CardFigures(5, "Acme", 7, "A", Weights(ALL, 10, 4))
    card = card_figures(figures([acme], {7: "Anna"}), ENGLISH, leads=False)
    assert card.text.splitlines() == [
        "Your cards: 45% complete, 40% fresh",
        "1 customer, 1 stale A card",
        "— These lack most —",
        "1 Acme, class A, 45% complete, 40% fresh",
    ]
    [[button]] = card.rows
    assert isinstance(button, Button)
    assert (button.label, button.action, dict(button.args)) == ("1", "open_customer", {"customer": 5})


def test_a_manager_reads_of_each_rep() -> None:
    reps = (RepFigures(1, "Anna", 2, HALF, 0), RepFigures(2, "小李", 1, Weights(ALL), 0))
    assert card_figures(Figures(reps, ()), CHINESE, leads=True).text.splitlines() == [
        "各业务员的客户卡",
        "Anna：完整50%，新鲜100%，2家客户",
        "小李：还是空的，1家客户",
    ]


def test_of_many_reps_the_rest_is_counted() -> None:
    reps = tuple(RepFigures(number, f"Rep {number}", 1, HALF, 0) for number in range(25))
    lines = card_figures(Figures(reps, ()), ENGLISH, leads=True).text.splitlines()
    assert (len(lines), lines[-1]) == (22, "and 5 more reps")


def test_nothing_is_counted_where_there_is_nothing() -> None:
    assert "no customers' cards" in card_figures(Figures((), ()), ENGLISH, leads=False).text


def test_almost_everything_is_not_everything() -> None:
    reps = (RepFigures(1, "Anna", 1, Weights(1000, 999, 998), 0),)
    assert card_figures(Figures(reps, ()), ENGLISH, leads=False).text.startswith("Your cards: 99% complete, 99% fresh")
