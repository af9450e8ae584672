"""Files are made on a letter's way out, and its words arrive even without them."""

from collections.abc import Iterator

import pytest

from delivery.composing import compose
from delivery.enclosing import enclose, make_here
from papers.spreadsheets import read_rows, write_sheet
from papers.worker import Worker
from sales.cards import Card, File, Making

SORRY = "The file could not be made."


@pytest.fixture
def hurried() -> Iterator[Worker]:
    """A worker that is given no time at all."""
    worker = Worker(patience=0.001)
    yield worker
    worker.close()


def with_sheet() -> Card:
    making = Making(write_sheet, ("Names", ["Name"], [["Eva"]]), SORRY)
    return Card("Here they are.", file=File("names.xlsx", making))


async def test_a_file_is_made_when_the_letter_leaves() -> None:
    letter = await enclose(compose(with_sheet(), []), make_here)
    assert letter.text == "Here they are."
    assert letter.file is not None
    assert isinstance(letter.file.content, bytes)
    assert read_rows(letter.file.content) == [["Name"], ["Eva"]]


async def test_the_words_arrive_even_where_no_file_can_be_made(hurried: Worker) -> None:
    letter = await enclose(compose(with_sheet(), []), hurried.make)
    assert letter.file is None
    assert letter.text == f"Here they are.\n{SORRY}"


@pytest.mark.parametrize("file", [None, File("qr.png", b"png", picture=True)])
async def test_what_needs_no_making_is_left_alone(file: File | None, hurried: Worker) -> None:
    letter = compose(Card("Hello", file=file), [])
    assert await enclose(letter, hurried.make) == letter
