"""The buttons under the week's cards, each with the function that answers it."""

from collections.abc import Callable, Mapping

from handlers.card_reviews import asking, reviewing
from handlers.desk import Args, Desk
from handlers.outcome import Outcome

REVIEW_BUTTONS: Mapping[str, Callable[[Desk, Args], Outcome]] = {
    "review": reviewing.page,
    "review_open": reviewing.open_one,
    "review_good": reviewing.good,
    "review_undo": reviewing.undo,
    "review_ask": asking.ask,
    "card_answer": asking.answer,
}
