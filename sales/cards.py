"""A message as it will stand in the chat: text, buttons, and what each button does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Argument = str | int
NOTHING: Mapping[str, Argument] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Button:
    """A button that does something: `action` is a name in sales.actions, `args` what it acts on."""

    label: str
    action: str
    args: Mapping[str, Argument] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens an address (http, https or tg)."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class WebApp:
    """A button that opens an https address inside Telegram, which tells it who opened it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A button that puts up to 256 characters on the clipboard."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Making:
    """Bytes that are made when the message leaves, by `work(*args)` in the worker process.

    So nobody waits for a library in a transaction. `or_say` stands below the card's words where it cannot be made.
    """

    work: Callable[..., bytes]
    args: tuple[object, ...]
    or_say: str


@dataclass(frozen=True, slots=True)
class File:
    """A document or picture that goes with the card; `picture` shows it in the chat."""

    name: str
    content: bytes | Making
    picture: bool = False


Row = tuple[Button | Link | WebApp | Copy, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A message. `text` is plain: names in it need no escaping; `bold` marks its first line.

    `menu` are labels of a reply keyboard, a row each; None leaves the keyboard as it is.
    """

    text: str
    rows: tuple[Row, ...] = ()
    bold: bool = False
    file: File | None = None
    menu: tuple[tuple[str, ...], ...] | None = None
