"""Lines and buttons become a card within Telegram's limits."""

from sales.cards import Button, Copy
from wording.layout import IN_A_ROW, MOST_ROWS, MOST_SIGNS, digits, lay_out, units


def test_lines_that_do_not_fit_give_way_to_an_ellipsis() -> None:
    card = lay_out(["😀" * 900] * 4)
    assert card.text.splitlines() == ["😀" * 900] * 2 + ["…"]
    assert units(card.text) <= MOST_SIGNS


def test_a_line_stays_one_line() -> None:
    assert lay_out(["a\nb", "", "c"]).text == "a b\nc"


def test_an_empty_card_is_still_a_message() -> None:
    assert lay_out(["", "\u200b"]).text == "?"


def test_no_more_buttons_than_a_phone_shows() -> None:
    row = [Button("x", "undo")] * (IN_A_ROW + 1)
    card = lay_out(["a"], *[row] * (MOST_ROWS + 1), [])
    assert [len(row) for row in card.rows] == [IN_A_ROW] * MOST_ROWS


def test_labels_are_short_and_never_empty() -> None:
    ((unnamed, long),) = lay_out(["a"], [Button("\u200b", "undo"), Copy("A" * 300, "t" * 300)]).rows
    assert unnamed.label == "?"
    assert long == Copy("A" * 39 + "…", "t" * 256)


def test_digits_go_on_in_the_next_row() -> None:
    rows = digits("open_customer", [{"customer": number} for number in range(10)])
    assert [[button.label for button in row] for row in rows] == [["1", "2", "3", "4", "5", "6", "7", "8"], ["9", "10"]]
