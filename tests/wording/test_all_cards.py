"""What holds for every card, whatever stands in its view."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sales.actions import ACTIONS
from sales.cards import Button, Card, Copy
from sales.message_kinds import KINDS
from tests.wording.agenda_views import AGENDA_CARDS
from tests.wording.broadcast_views import BROADCAST_CARDS
from tests.wording.care_views import CARE_CARDS
from tests.wording.coming_views import COMING_CARDS
from tests.wording.comment_views import COMMENT_CARDS
from tests.wording.company_views import COMPANY_CARDS
from tests.wording.complaint_views import COMPLAINT_CARDS
from tests.wording.decision_views import DECISION_CARDS
from tests.wording.digest_views import DIGEST_CARDS
from tests.wording.duplicate_views import DUPLICATE_CARDS
from tests.wording.fact_views import FACT_CARDS
from tests.wording.picture_views import PICTURE_CARDS
from tests.wording.question_views import QUESTION_CARDS
from tests.wording.review_views import REVIEW_CARDS
from tests.wording.score_views import SCORE_CARDS
from tests.wording.segment_views import SEGMENT_CARDS
from tests.wording.target_views import TARGET_CARDS
from tests.wording.views import CARDS
from tests.wording.visit_plan_views import VISIT_PLAN_CARDS

ALL_CARDS = {
    **CARDS,
    **AGENDA_CARDS,
    **CARE_CARDS,
    **COMING_CARDS,
    **DIGEST_CARDS,
    **DUPLICATE_CARDS,
    **COMPANY_CARDS,
    **COMPLAINT_CARDS,
    **FACT_CARDS,
    **PICTURE_CARDS,
    **SCORE_CARDS,
    **SEGMENT_CARDS,
    **QUESTION_CARDS,
    **TARGET_CARDS,
    **VISIT_PLAN_CARDS,
    **BROADCAST_CARDS,
    **REVIEW_CARDS,
    **COMMENT_CARDS,
    **DECISION_CARDS,
}
TEXT = 4_096
LABEL = 64
IN_A_ROW = 8
ON_A_CARD = 100
COPIED = 256
ARGS = 150


def buttons(card: Card) -> list[Button]:
    return [button for row in card.rows for button in row if isinstance(button, Button)]


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("kind", ALL_CARDS)
@given(st.data())
@settings(max_examples=20, deadline=None)
def test_telegram_takes_it_and_its_buttons_are_known(kind: str, data: st.DataObject) -> None:
    card = data.draw(ALL_CARDS[kind])
    assert 0 < units(card.text) <= TEXT
    assert card.text.strip()
    assert "\u202e" not in card.text
    assert all(0 < len(row) <= IN_A_ROW for row in card.rows)
    assert sum(map(len, card.rows)) <= ON_A_CARD
    labels = [button.label for row in card.rows for button in row]
    assert all(label.strip() and len(label) <= LABEL for label in labels)
    assert all(len(button.text) <= COPIED for row in card.rows for button in row if isinstance(button, Copy))
    for button in buttons(card):
        subject = ACTIONS[button.action].subject
        assert button.action in KINDS[kind].actions
        assert subject is None or subject in button.args
        # Signs that repr writes as ten are one sign on record.
        assert sum(len(f"{name}{value}") for name, value in button.args.items()) <= ARGS


@pytest.mark.parametrize("kind", ["echo", "follow_up"])
@given(st.data())
@settings(max_examples=20, deadline=None)
def test_undo_never_stands_beside_done(kind: str, data: st.DataObject) -> None:
    for row in data.draw(CARDS[kind]).rows:
        actions = {button.action for button in row if isinstance(button, Button)}
        assert not (actions & {"undo", "reopen", "drop"} and actions & {"done", "fix", "promise"})


def test_every_kind_that_is_laid_out_is_tried_here() -> None:
    assert set(ALL_CARDS) == set(KINDS) - {"said", "answered"}
