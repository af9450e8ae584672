"""A single card of an address book: whole, sparse, broken, and no card at all."""

import pytest

from papers.shared_card import SharedPerson, read_cards

WHOLE = """BEGIN:VCARD
VERSION:3.0
FN:Sarah <Lee> "SL"
ORG:Acme Tools;Purchasing
TITLE:Buyer
TEL;TYPE=CELL:+65 9123 4567
TEL;TYPE=WORK:6555 0123
EMAIL:lee@acme.example
BDAY:1980-03-12
END:VCARD
"""


def test_a_whole_card() -> None:
    [person] = read_cards(WHOLE.encode())
    assert person == SharedPerson(
        'Sarah <Lee> "SL"',
        "Acme Tools",
        "Buyer",
        ("+65 9123 4567", "6555 0123"),
        ("lee@acme.example",),
        "1980-03-12",
    )


def test_two_cards_are_a_list() -> None:
    assert len(read_cards((WHOLE + WHOLE).encode())) == 2


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe\x00BEGIN", id="bytes"),
        pytest.param(b"BEGIN:VCARD\nEND:VCARD", id="nobody"),
        pytest.param(b"BEGIN:VCARD\nVERSION:3.0\nFN:Anna", id="cut off"),
        pytest.param(b"BEGIN:VCARD\n" + b"X" * 600_000 + b"\nEND:VCARD", id="huge"),
    ],
)
def test_what_is_no_card_is_nobody(content: bytes) -> None:
    assert read_cards(content) == ()
