"""What people send besides words: pictures, files, places, contacts, what others said."""

import base64
from collections.abc import Callable, Mapping
from pathlib import Path

from simulator.phone import Person
from simulator.records import Message

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
FILES = Path(__file__).parent / "files"


def send(phone: Person, words: str, told: Mapping[str, Message]) -> None:
    """A forward is of what somebody (named) wrote last, else of what the bot did."""
    kind, _, rest = words.partition(" ")
    if kind == "forward":
        phone.forward(told[rest] if rest else phone.latest)
    else:
        _SENT[kind](phone, rest)


_SENT: dict[str, Callable[[Person, str], object]] = {
    "sticker": lambda phone, _: phone.sticker("👍"),
    "voice": lambda phone, _: phone.voice(3),
    "place": lambda phone, _: phone.location(1.3, 103.8),
    "contact": lambda phone, name: phone.contact("+6591234567", name),
    "file": lambda phone, name: phone.document(name, _content(name)),
    "photo": lambda phone, caption: phone.photo(PIXEL, caption),
}


def _content(name: str) -> bytes:
    """What stands in the file of that name; one that is not there is no spreadsheet."""
    file = FILES / name
    return file.read_bytes() if file.exists() else b"no spreadsheet"
