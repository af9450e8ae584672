"""Every kind of reminder is a row in sales; its query, its words and its answers are joined to it by name."""

import pytest

from handlers.care.laying_out import care
from handlers.routes import BUTTONS
from handlers.showing import SHOW
from sales.care.kinds import REMINDER_KINDS
from sales.message_kinds import KINDS
from storage.care.planners import PLANNERS
from storage.care.views import ABOUT
from wording.cards.care.frame import ANSWERS
from wording.cards.care.kinds import WORDS
from wording.cards.care.names import NAMES

every_kind = pytest.mark.parametrize("name", REMINDER_KINDS)


def test_each_has_a_planner_a_reader_and_words() -> None:
    assert PLANNERS.keys() == REMINDER_KINDS.keys()
    assert ABOUT.keys() == REMINDER_KINDS.keys()
    assert WORDS.keys() == REMINDER_KINDS.keys()
    assert NAMES.keys() == REMINDER_KINDS.keys()


@every_kind
def test_it_is_a_kind_of_message(name: str) -> None:
    assert KINDS[name] == REMINDER_KINDS[name].message
    assert SHOW[name] is care


@every_kind
def test_its_answers_have_labels_and_handlers(name: str) -> None:
    answers = set(REMINDER_KINDS[name].answers)
    assert answers <= ANSWERS.keys()
    assert answers <= BUTTONS.keys()
