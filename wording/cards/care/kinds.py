"""One page: how each kind of reminder reads, what its answers are called, and what is said once it is answered."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from sales.cards import Button, Row
from sales.care.views import CareView
from wording.cards.care import (
    agreements,
    card_reviews,
    celebrations,
    complaints,
    customers,
    questions,
    rating_due,
    slipping,
    visits,
    won_back,
)
from wording.catalogue import sentence
from wording.voice import Voice

WHY = sentence("Why this?")


@dataclass(frozen=True, slots=True)
class Asks:
    """What is asked in place: the questions by name, with the buttons that answer them."""

    questions: Mapping[str, str]
    buttons: Callable[[CareView, Voice], list[Button]]


@dataclass(frozen=True, slots=True)
class Words:
    """`headline` makes sense alone on a lock screen; `lines` follow it; `reason` answers "why this?".

    A reason may have several lines. `row` and `choices`: buttons that only this kind has, above its answers.
    `left_out`: answers that make no sense under this one. `wide`: so many stand in a row. `more` is the label of "why
    this?", `asks` what answers ask for in place.
    """

    headline: Callable[[CareView, Voice], str]
    lines: Callable[[CareView, Voice], Iterable[str]]
    reason: Callable[[CareView, Voice], str]
    row: Callable[[CareView, Voice], Row] | None = None
    left_out: Callable[[CareView], Container[str]] = lambda _: ()
    choices: Callable[[CareView, Voice], list[Button]] | None = None
    wide: int = 3
    more: str = WHY
    asks: Asks | None = None


_BIRTHDAY = Words(celebrations.headline, celebrations.lines, celebrations.reason, celebrations.ways_to_send)
WORDS: Mapping[str, Words] = {
    "visit_brief": Words(visits.brief_headline, visits.brief_lines, visits.brief_reason),
    "visit_outcome": Words(visits.outcome_headline, visits.outcome_lines, visits.outcome_reason),
    "agreement_ends": Words(agreements.headline, agreements.lines, agreements.reason),
    "cadence": Words(customers.quiet, customers.quiet_lines, customers.quiet_reason),
    "silent_prospect": Words(customers.never_seen, customers.never_seen_lines, customers.never_seen_reason),
    "slipping": Words(
        slipping.headline,
        slipping.lines,
        slipping.reason,
        wide=2,
        more=sentence("More"),
        asks=Asks(slipping.QUESTIONS, slipping.asking),
    ),
    "won_back": Words(won_back.headline, won_back.lines, won_back.reason, choices=won_back.asking, wide=2),
    "overdue_payment": Words(customers.overdue, customers.overdue_lines, customers.overdue_reason),
    "after_order": Words(customers.after_order, customers.after_order_lines, customers.after_order_reason),
    "unanswered": Words(
        questions.headline, questions.lines, questions.reason, questions.ways_to_answer, questions.left_out
    ),
    "card_review": Words(card_reviews.headline, card_reviews.lines, card_reviews.reason, card_reviews.begin),
    "rating_due": Words(rating_due.headline, rating_due.lines, rating_due.reason, rating_due.begin),
    "promise": Words(complaints.promised, complaints.lines, complaints.promise_reason),
    "complaint_clock": Words(complaints.waits, complaints.lines, complaints.clock_reason),
    "birthday_gift": Words(celebrations.gift_headline, celebrations.gift_lines, celebrations.reason),
    "birthday_eve": _BIRTHDAY,
    "birthday": _BIRTHDAY,
    "anniversary": Words(
        celebrations.anniversary_headline,
        celebrations.anniversary_lines,
        celebrations.anniversary_reason,
        celebrations.ways_to_send,
        celebrations.anniversary_left_out,
    ),
    "festival": Words(
        celebrations.festival_headline,
        celebrations.festival_lines,
        celebrations.festival_reason,
        celebrations.ways_to_send,
    ),
}
