"""Which cards a manager looks over in a week, and what they said of each.

Of each rep who has nobody nearer to lead them come up to three cards in need, the gravest need first: an open
complaint, a standing alert, stale facts of an A customer; of equals the one that nobody looked at for longest. Beside
them the A customers take turns, an eighth of them each week, so that in eight weeks every one of them was seen. More
than forty in all are too many for one manager: then reps take turns, too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby, zip_longest
from math import ceil

from sales.views import Last

IN_WEEKS = 8
NEEDY = 3
MOST = 40


class Reason(StrEnum):
    """Why a card is looked at; the gravest first."""

    COMPLAINT = "complaint"
    ALERT = "alert"
    STALE = "stale"
    TURN = "turn"


class Verdict(StrEnum):
    """What came of it."""

    GOOD = "good"
    ASKED = "asked"


_ORDER = {reason: place for place, reason in enumerate(Reason)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may be looked at. `seen` is the week (its Monday) in which somebody last did."""

    customer: int
    name: str
    owner: int
    is_a: bool = True
    complaints: int = 0
    alert: bool = False
    stale: bool = False
    seen: date | None = None

    @property
    def reason(self) -> Reason:
        if self.complaints:
            return Reason.COMPLAINT
        if self.alert:
            return Reason.ALERT
        return Reason.STALE if self.stale else Reason.TURN


def sample(cards: Iterable[Candidate]) -> list[Candidate]:
    """Those of this week, by rep, the gravest first."""
    every = sorted(cards, key=lambda card: (card.owner, card.customer))
    reps = [list(theirs) for _, theirs in groupby(every, key=lambda card: card.owner)]
    longest_ago = sorted(reps, key=lambda theirs: max(card.seen or date.min for card in theirs))
    rounds = zip_longest(*(of_rep(theirs) for theirs in longest_ago))
    chosen = [card for one in rounds for card in one if card is not None][:MOST]
    return sorted(chosen, key=lambda card: (card.owner, _ORDER[card.reason]))


def of_rep(cards: Sequence[Candidate]) -> list[Candidate]:
    """One rep's, those in need before those whose turn it is."""
    oldest = sorted(cards, key=lambda card: (card.seen or date.min, card.name, card.customer))
    needy = [card for card in oldest if card.reason is not Reason.TURN]
    needy = sorted(needy, key=lambda card: (_ORDER[card.reason], not card.is_a))[:NEEDY]
    turns = ceil(sum(card.is_a for card in cards) / IN_WEEKS)
    return [*needy, *[card for card in oldest if card.is_a and card not in needy][:turns]]


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A card of the week. `id` is that of the review, `owner` the name of whose it was then."""

    id: int
    customer: int
    name: str
    owner: str
    reason: Reason
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class ReviewList:
    """A page of the week's cards, and how many of all were looked at."""

    week: date
    lines: tuple[ReviewLine, ...]
    done: int
    total: int
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """One of them, with what is open there. `seen` is the week in which `seen_by` last looked at it before."""

    line: ReviewLine
    last: Last | None = None
    complaints: tuple[tuple[date, str], ...] = ()
    plans: tuple[tuple[date, str], ...] = ()
    seen: date | None = None
    seen_by: str = ""


@dataclass(frozen=True, slots=True)
class ReviewNews:
    """What a rep hears: whose cards were found good, by whom."""

    by: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardQuestion:
    """A question about a card on which there is nothing to comment on, and its answer."""

    id: int
    customer: int
    name: str
    by: str
    question: str
    answered_by: str = ""
    answer: str = ""
