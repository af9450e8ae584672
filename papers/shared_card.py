"""Reads a single card of an address book (vCard): a person that somebody sends into the chat."""

import re
from dataclasses import dataclass

from papers.lists.address_cards import HEADINGS, cells

MOST_CHARACTERS = 500_000
"""A picture may stand in a card; more than that is no card of one person."""
_CARD = re.compile(r"BEGIN:VCARD.*?END:VCARD", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class SharedPerson:
    """Who is on the card. A birthday is as the card has it: YYYY-MM-DD or --MM-DD."""

    name: str
    company: str = ""
    title: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    birthday: str = ""


def read_cards(content: bytes) -> tuple[SharedPerson, ...]:
    """Everybody in the file, as far as they have a name; empty for what is no card."""
    text = content[:MOST_CHARACTERS].decode("utf-8-sig", "replace")
    people = (_person(found[0]) for found in _CARD.finditer(text))
    return tuple(person for person in people if person.name)


def _person(card: str) -> SharedPerson:
    said = dict(zip(HEADINGS, cells(card.replace("\r\n", "\n") + "\n"), strict=True))
    company = said["name"] if said["name"] != said["contact"] else ""
    return SharedPerson(
        name=said["contact"],
        company=company,
        title=said["title"],
        phones=tuple(filter(None, said["phone"].split("\n"))),
        emails=tuple(filter(None, said["email"].split("\n"))),
        birthday=said["birthday"],
    )
