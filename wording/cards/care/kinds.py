"""One page: how each kind of reminder reads, what its answers are called, and what is said once it is answered."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sales.care.views import CareView
from wording.cards.care import agreements
from wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Words:
    """`headline` makes sense alone on a lock screen; `lines` follow it; `reason` answers "why this?"."""

    headline: Callable[[CareView, Voice], str]
    lines: Callable[[CareView, Voice], Iterable[str]]
    reason: Callable[[CareView, Voice], str]


WORDS: Mapping[str, Words] = {
    "agreement_ends": Words(agreements.headline, agreements.lines, agreements.reason),
}
