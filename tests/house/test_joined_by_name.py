"""What siblings share is data in sales/: every name there must have its words, its handler and its renderer."""

import pytest

from handlers.rights import may_press
from handlers.routes import BUTTONS, COMMANDS
from handlers.showing import SHOW
from sales.actions import ACTIONS, BY_ROLE
from sales.commands import COMMANDS as RULES
from sales.message_kinds import KINDS
from sales.people import Role
from wording import commands

LAID_OUT_APART = {"invitation", "invitations", "calendar", "calendar_file", "page"}


def test_every_button_has_a_handler_and_a_right() -> None:
    assert BUTTONS.keys() == ACTIONS.keys()
    assert callable(may_press)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_the_buttons_of_a_kind_are_actions(kind: object) -> None:
    assert set(getattr(kind, "actions", ())) <= ACTIONS.keys()


def test_every_kind_of_message_can_be_shown() -> None:
    assert SHOW.keys() | LAID_OUT_APART == KINDS.keys()


def test_every_command_has_a_right_that_hangs_on_the_role() -> None:
    assert COMMANDS.keys() == RULES.keys()
    assert {command.right for command in RULES.values()} <= BY_ROLE.keys()


def test_every_command_is_on_the_menu_of_somebody_and_the_other_way_round() -> None:
    assert set(COMMANDS) == set(commands.COMMANDS)


def test_the_menu_offers_nothing_that_is_not_answered() -> None:
    for language in ("en", "zh"):
        assert {name for name, _ in commands.menu(list(Role), language)} <= COMMANDS.keys()
