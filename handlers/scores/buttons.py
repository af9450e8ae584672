"""The buttons under scores and their questions, each with the function that answers it."""

from collections.abc import Callable, Mapping

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.scores import opening, rating

SCORE_BUTTONS: Mapping[str, Callable[[Desk, Args], Outcome]] = {
    "scores": opening.scores,
    "rate": rating.rate,
    "rate_set": rating.rate_set,
}
