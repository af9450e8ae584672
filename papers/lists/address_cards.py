"""Rows of a .vcf: each card of an address book becomes a row under headings of our own."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import vobject

from papers.lists.encodings import encoding_of
from papers.lists.rows import Row

HEADINGS = ("name", "contact", "title", "phone", "email", "birthday", "address", "notes", "tags")
_MOST_LINES = 5_000
_EXTENSION = re.compile(r";ext=(\d+)")
_DAY = re.compile(r"(\d{4}|--?)-?(\d\d)-?(\d\d)")


def rows(path: Path) -> Iterator[Row]:
    yield Row(1, HEADINGS)
    for number, card in enumerate(_cards(path), start=2):
        yield Row(number, cells(card))


def _cards(path: Path) -> Iterator[str]:
    """One card at a time, so that the memory stays flat; what stands between cards is nobody's."""
    lines: list[str] | None = None
    with path.open(encoding=encoding_of(path), errors="replace") as file:
        for line in file:
            word = line.strip().upper()
            if word == "BEGIN:VCARD":
                lines = []
            if lines is not None and len(lines) < _MOST_LINES:
                lines.append(line)
            if word == "END:VCARD" and lines is not None:
                yield "".join(lines)
                lines = None


def cells(card: str) -> tuple[str, ...]:
    """What the card says under our headings; one that says no name is a row without one, with its words."""
    said = _said(card)
    person = _first(said, "fn") or _first(said, "n") or _first(said, "nickname")
    company = _first(said, "org")
    return (
        company or person,
        person,
        _first(said, "title"),
        "\n".join(_number(value) for value in _all(said, "tel")),
        "\n".join(_all(said, "email")),
        _day(_first(said, "bday")),
        _first(said, "adr"),
        _first(said, "note") if company or person else " ".join(card.split())[:60],
        "\n".join(_all(said, "categories")),
    )


def _said(card: str) -> dict[str, Any]:
    # It writes whole lines of an address book into the log where it cannot read them.
    logging.getLogger("vobject.base").setLevel(logging.CRITICAL + 1)
    try:
        return dict(vobject.readOne(card, allowQP=True, ignoreUnreadable=True).contents)
    # vobject raises whatever it meets in broken quoted-printable, base64 or names.
    except Exception:  # noqa: BLE001
        return {}


def _first(said: dict[str, Any], name: str) -> str:
    return next(iter(_all(said, name)), "")


def _all(said: dict[str, Any], name: str) -> list[str]:
    return [words for part in said.get(name, ()) if (words := _words(part.value))]


def _words(value: object) -> str:
    """A list of parts (a company and its department) is its first part; an address is one line."""
    if isinstance(value, list | tuple):
        return _words(value[0]) if value else ""
    return " ".join(str(value).replace("\n", " ").split())


def _number(value: str) -> str:
    return _EXTENSION.sub(r" ext \1", value.removeprefix("tel:"))


def _day(value: str) -> str:
    found = _DAY.match(value)
    if not found:
        return value
    year = "-" if found[1].startswith("-") else found[1]
    return f"{year}-{found[2]}-{found[3]}"
