"""In which chat an update belongs, read from the raw JSON so that even a bad update is stored."""

from collections.abc import Mapping
from typing import Any

NOBODYS = 0


def lane_of(raw: object) -> int:
    """The chat whose order the update keeps; a tap belongs to the chat of its message."""
    if not isinstance(raw, Mapping):
        return NOBODYS
    bodies = [body for body in raw.values() if isinstance(body, Mapping)]
    return next((chat for body in bodies if (chat := _chat_in(body)) is not None), NOBODYS)


def number_of(raw: object) -> int | None:
    """Telegram's number of the update."""
    number = raw.get("update_id") if isinstance(raw, Mapping) else None
    return number if isinstance(number, int) else None


def _chat_in(body: Mapping[str, Any]) -> int | None:
    message = body.get("message")
    places = (body.get("chat"), message.get("chat") if isinstance(message, Mapping) else None, body.get("from"))
    numbers = (place.get("id") for place in places if isinstance(place, Mapping))
    return next((number for number in numbers if isinstance(number, int)), None)
