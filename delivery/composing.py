"""Turns a card into what Telegram takes: text with marks, and a keyboard."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    WebAppInfo,
)

from sales.cards import Button, Card, Copy, File, Link, WebApp

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
COPY_LIMIT = 256
_CUT = "…"
# A cut in the middle of a word is worse than one that loses up to this many characters more.
_BACK = 200

Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


@dataclass(frozen=True, slots=True)
class Letter:
    """A card, ready for Telegram."""

    text: str
    marks: tuple[MessageEntity, ...] = ()
    keyboard: Keyboard | None = None
    file: File | None = None

    def plain(self) -> "Letter":
        return replace(self, marks=())


def compose(card: Card, tokens: Sequence[str]) -> Letter:
    """`tokens` are what the card's buttons carry, in their order."""
    text = shorten(card.text, CAPTION_LIMIT if card.file else TEXT_LIMIT)
    return Letter(text, _marks(text) if card.bold and text else (), _keyboard(card, iter(tokens)), card.file)


def shorten(text: str, limit: int) -> str:
    """Cut after a line or a word. Telegram counts in UTF-16, where many emojis are two."""
    # Half a surrogate pair, which broken input can hold, cannot be sent at all.
    whole = text.encode("utf-8", "replace").decode().strip()
    if utf16_length(whole) <= limit:
        return whole
    fitting = whole.encode("utf-16-le")[: 2 * (limit - 1)].decode("utf-16-le", "ignore")
    return fitting[: _breaking_point(fitting)].rstrip() + _CUT


def _breaking_point(text: str) -> int:
    best = max(text.rfind("\n"), text.rfind(" "))
    return best if best > max(0, len(text) - _BACK) else len(text)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _marks(text: str) -> tuple[MessageEntity, ...]:
    return (MessageEntity(MessageEntity.BOLD, 0, utf16_length(text.split("\n", 1)[0])),)


def _keyboard(card: Card, tokens: Iterator[str]) -> Keyboard | None:
    """A message has room for one keyboard; its own buttons come first."""
    if card.rows:
        return InlineKeyboardMarkup([[_button(button, tokens) for button in row] for row in card.rows])
    if card.menu is None:
        return None
    return ReplyKeyboardMarkup(card.menu, resize_keyboard=True) if card.menu else ReplyKeyboardRemove()


def _button(button: Button | Link | WebApp | Copy, tokens: Iterator[str]) -> InlineKeyboardButton:
    match button:
        case Button():
            return InlineKeyboardButton(button.label, callback_data=next(tokens))
        case Link():
            return InlineKeyboardButton(button.label, url=button.url)
        case WebApp():
            return InlineKeyboardButton(button.label, web_app=WebAppInfo(button.url))
        case Copy():
            return InlineKeyboardButton(button.label, copy_text=CopyTextButton(shorten(button.text, COPY_LIMIT)))
