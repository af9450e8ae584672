"""What is said when a manager looks the week's cards over."""

from enum import StrEnum

from sales.card_reviews import Reason
from wording.catalogue import sentence


class ReviewSaid(StrEnum):
    """Sentences about looking cards over."""

    NOBODY = sentence("There is nobody yet whose cards you could look at.\n/invite brings somebody in.")
    HEARS = sentence("%(name)s hears of it.")
    HEARD = sentence("%(name)s has heard of it already.")


REASONS = {
    Reason.COMPLAINT: sentence("open complaint"),
    Reason.ALERT: sentence("gone quiet"),
    Reason.STALE: sentence("facts are stale"),
    Reason.TURN: sentence("its turn"),
}
