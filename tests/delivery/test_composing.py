"""Cards become letters: cut politely, marked in UTF-16, with the right keyboard."""

import pytest
from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from delivery.composing import CAPTION_LIMIT, TEXT_LIMIT, compose, shorten, utf16_length
from sales.cards import Button, Card, Copy, File, Link, WebApp


def test_the_first_line_is_bold_counted_in_utf16() -> None:
    letter = compose(Card("🎂 王总 tomorrow\nAcme", bold=True), ())
    assert [(mark.type, mark.offset, mark.length) for mark in letter.marks] == [("bold", 0, 14)]
    assert letter.plain().marks == ()


def test_names_need_no_escaping() -> None:
    assert compose(Card("<b>Acme</b> & <3 *Ltd* [x](y)"), ()).text == "<b>Acme</b> & <3 *Ltd* [x](y)"


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        pytest.param("visited Acme", 12, "visited Acme", id="it fits"),
        pytest.param("visited Acme Tools", 16, "visited Acme…", id="after a word"),
        pytest.param("visited Acme\nsold 12 boxes", 14, "visited Acme…", id="after a line"),
        pytest.param("拜访了恒大钢铁公司", 5, "拜访了恒…", id="no spaces in Chinese"),
        pytest.param("🎂🎂🎂🎂", 8, "🎂🎂🎂🎂", id="emojis are two each: they fit"),
        pytest.param("🎂🎂🎂🎂", 6, "🎂🎂…", id="never half an emoji"),
        pytest.param("  spaced  ", 20, "spaced", id="Telegram trims, so offsets count from here"),
        pytest.param("half \ud83d pair", 20, "half ? pair", id="half a surrogate pair"),
    ],
)
def test_cutting(text: str, limit: int, cut: str) -> None:
    assert shorten(text, limit) == cut


def test_limits_of_text_and_caption() -> None:
    long = Card("🎂" * 4096)
    assert utf16_length(compose(long, ()).text) <= TEXT_LIMIT
    assert utf16_length(compose(Card(long.text, file=File("a.csv", b"")), ()).text) <= CAPTION_LIMIT


def test_buttons_carry_their_tokens() -> None:
    rows = (
        (Button("Done", "done"), Link("Map", "https://example.com/")),
        (Copy("Copy", "x" * 300), Button("Undo", "undo")),
    )
    keyboard = compose(Card("hi", rows), ("t1", "t2")).keyboard
    assert isinstance(keyboard, InlineKeyboardMarkup)
    (done, link), (copy, undo) = keyboard.inline_keyboard
    assert (done.callback_data, link.url, undo.callback_data) == ("t1", "https://example.com/", "t2")
    assert copy.copy_text is not None
    assert len(copy.copy_text.text) == 256


def test_a_page_opens_inside_telegram() -> None:
    keyboard = compose(Card("hi", ((WebApp("Open here", "https://example.com/pages/app"),),)), ()).keyboard
    assert isinstance(keyboard, InlineKeyboardMarkup)
    [[button]] = keyboard.inline_keyboard
    assert button.web_app is not None
    assert (button.web_app.url, button.url) == ("https://example.com/pages/app", None)


def test_menus() -> None:
    assert compose(Card("hi"), ()).keyboard is None
    menu = compose(Card("hi", menu=(("Today", "Customers"),)), ()).keyboard
    assert isinstance(menu, ReplyKeyboardMarkup)
    assert [[key.text for key in row] for row in menu.keyboard] == [["Today", "Customers"]]
    assert isinstance(compose(Card("hi", menu=()), ()).keyboard, ReplyKeyboardRemove)
