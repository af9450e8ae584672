"""The bytes of a file that goes with a card, made where the test runs."""

from sales.cards import Card, Making


def content_of(card: Card) -> bytes:
    assert card.file is not None
    content = card.file.content
    return content.work(*content.args) if isinstance(content, Making) else content
