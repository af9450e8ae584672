"""`rapport parse`: what messages say, as JSON Lines or, explained, as pages."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.commands.json_lines import SOME_BAD, WELL, Json, lines, read, transform


@dataclass(frozen=True, slots=True)
class Surroundings:
    """In which plain text is read: the customers who are known, when it was written, the currency of bare sums."""

    customers: tuple[str, ...] = ()
    at: datetime | None = None
    currency: str = "USD"

    def line(self, text: str) -> Json:
        """The text as a line of the contract; a moment without a zone is in that of this machine."""
        at = (self.at or Clock().now()).astimezone()
        known = list(self.customers)
        return {"text": text, "at": at.isoformat(), "default_currency": self.currency, "customers": known}


def parse_lines(text: str, around: Surroundings) -> int:
    """Of the text, or of standard input, which has to be in JSON."""
    from understanding.contract import parse_line

    return transform(parse_line, _source(text and json.dumps(around.line(text))))


def explain_lines(text: str, around: Surroundings) -> int:
    """Of the text, or of standard input, where a line is a message or an object in JSON."""
    verdict = WELL
    for place, raw in enumerate(_source(text)):
        try:
            page = _page(raw, around)
        except ValueError as error:
            page, verdict = f"{error}\n", SOME_BAD
        separator = "\n" + "-" * 40 + "\n\n" if place else ""
        sys.stdout.buffer.write((separator + page).encode())
    sys.stdout.buffer.flush()
    return verdict


def _source(text: str) -> Iterable[bytes]:
    return [text.encode()] if text else lines(sys.stdin.buffer)


def _page(raw: bytes, around: Surroundings) -> str:
    from understanding.contract import message_of
    from understanding.explaining.page import explain

    plain = not raw.lstrip().startswith(b"{")
    return explain(*message_of(around.line(raw.decode(errors="replace").strip()) if plain else read(raw)))
