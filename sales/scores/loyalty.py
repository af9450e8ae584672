"""How attached a customer is: from our share of what they buy, their complaints and feedback, each a part of 0 to 1.

| part | weight | what it is |
| --- | --- | --- |
| share | 50 | what they bought from us in twelve months, by what they spend (their budget, or as a manager said) |
| complaints | 25 | 1 / (1 + burden): a grave one is 1, a normal one 0.5, a slight one 0.25; put right, half of it |
| feedback | 25 | (pleased + 1) / (pleased + displeased + 2), Laplace's rule: a single word is no certainty |

Complaints and feedback count half as much every 180 days. Silence is no praise: without feedback that part is not
known, and having no complaint tells something only of who ordered in the last year. The score is the weighted mean of
what is known, and is not told where that is less than half of the weights. From 70 on a customer is loyal, from 40 on
they look around, below there is no attachment. What somebody set by hand wins. Source of attitude beside behaviour:
Dick, Basu, "Customer Loyalty", Journal of the Academy of Marketing Science 22 (1994).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sales.fields import LOYALTY
from sales.kinds import Sentiment, Severity
from sales.money import Money

_HALF_LIFE = 180
_BURDEN = {Severity.HIGH: 1.0, Severity.NORMAL: 0.5, Severity.LOW: 0.25}
_LOYAL, _SWITCHING, _NONE = LOYALTY
_FROM = ((70, _LOYAL), (40, _SWITCHING), (0, _NONE))
_ENOUGH = 50


class Part(StrEnum):
    """What attachment is read off."""

    SHARE = "share"
    COMPLAINTS = "complaints"
    FEEDBACK = "feedback"


WEIGHTS = {Part.SHARE: 50, Part.COMPLAINTS: 25, Part.FEEDBACK: 25}


@dataclass(frozen=True, slots=True)
class Complained:
    """A complaint of the day `on`."""

    on: date
    severity: Severity = Severity.NORMAL
    put_right: bool = False


@dataclass(frozen=True, slots=True)
class Felt:
    """Feedback of the day `on`."""

    on: date
    sentiment: Sentiment


@dataclass(frozen=True, slots=True)
class PartReason:
    """A part: its value from 0 to 1, None: not known. `counts`: how many entries it was read off."""

    part: Part
    value: float | None
    counts: int = 0


@dataclass(frozen=True, slots=True)
class Loyalty:
    """The attachment that counts. `attitude` (a name of LOYALTY) and `score` (0 to 100) None: too little is known.

    `known` is the percentage of the weights that is; `by_hand`: somebody set the attitude.
    """

    attitude: str | None
    score: int | None
    known: int
    parts: tuple[PartReason, ...]
    by_hand: bool = False


def share_of_purchases(bought: Money | None, budget: Money | None) -> float | None:
    """Our share of what they spend; None where it is not known, or in another currency."""
    if bought is None or budget is None or bought.currency != budget.currency or budget.minor <= 0:
        return None
    return min(max(bought.minor / budget.minor, 0.0), 1.0)


def loyalty(parts: Iterable[PartReason], by_hand: str | None = None) -> Loyalty:
    """From its parts (`share_part`, `complaints_part`, `feedback_part`)."""
    every = tuple(parts)
    known = sum(WEIGHTS[one.part] for one in every if one.value is not None)
    score = None
    if known >= _ENOUGH:
        score = round(100 * sum(WEIGHTS[one.part] * one.value for one in every if one.value is not None) / known)
    if by_hand in LOYALTY:
        return Loyalty(by_hand, score, known, every, by_hand=True)
    attitude = None if score is None else next(name for least, name in _FROM if score >= least)
    return Loyalty(attitude, score, known, every)


def share_part(share: float | None) -> PartReason:
    return PartReason(Part.SHARE, None if share is None else min(max(share, 0.0), 1.0))


def complaints_part(complaints: Iterable[Complained], today: date, *, ordered_lately: bool) -> PartReason:
    every = [one for one in complaints if one.on <= today]
    if not every and not ordered_lately:
        return PartReason(Part.COMPLAINTS, None)
    burden = sum(_BURDEN[one.severity] / (1 + one.put_right) * _faded(one.on, today) for one in every)
    return PartReason(Part.COMPLAINTS, 1 / (1 + burden), len(every))


def feedback_part(feedback: Iterable[Felt], today: date) -> PartReason:
    every = [one for one in feedback if one.on <= today and one.sentiment is not Sentiment.NEUTRAL]
    if not every:
        return PartReason(Part.FEEDBACK, None)
    pleased = sum(_faded(one.on, today) for one in every if one.sentiment is Sentiment.POSITIVE)
    told = sum(_faded(one.on, today) for one in every)
    return PartReason(Part.FEEDBACK, (pleased + 1) / (told + 2), len(every))


def _faded(on: date, today: date) -> float:
    """What is 180 days old counts half."""
    faded: float = 0.5 ** ((today - on).days / _HALF_LIFE)
    return faded
