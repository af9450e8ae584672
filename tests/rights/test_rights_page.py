"""docs/rights.md says what the code does."""

import pytest

from sales.actions import ACTIONS, BY_ROLE, Right
from sales.commands import COMMANDS
from tests.rights import rights_page


def test_the_page_has_the_tables_of_the_code() -> None:
    page = rights_page.PAGE.read_text("utf-8")
    assert page == rights_page.written(page), "python -m tests.rights.rights_page"


def test_every_command_and_button_stands_on_the_page() -> None:
    page = rights_page.PAGE.read_text("utf-8")
    assert [name for name in ACTIONS if f"`{name}`" not in page] == []
    assert [name for name in COMMANDS if f"`/{name}`" not in page] == []


@pytest.mark.parametrize("right", Right)
def test_every_right_is_told_in_words(right: Right) -> None:
    assert (right in rights_page.WORDS) != (right in BY_ROLE and right is not Right.MEMBER)
