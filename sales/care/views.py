"""What the card of a reminder shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from sales.views import Last


@dataclass(frozen=True, slots=True)
class CareView:
    """One reminder. `stage` is due, why, handing, or how it ended: its answer, "withdrawn", "expired" or "moved".

    `about` holds what the words of its kind need; `late` the moment for which it was meant, if it comes late.
    `person` is whom it is about, `choice` the text that was chosen among those that are ready;
    `asks` what an answer asks for in place, nothing where it asks for none.
    """

    id: int
    kind: str
    day: date
    stage: str
    customer: str = ""
    customer_id: int | None = None
    last: Last | None = None
    late: datetime | None = None
    was: bool = False
    listed: bool = False
    person: str = ""
    choice: int = 0
    asks: str = ""
    until: date | None = None
    """The day to which it was put off."""
    colleagues: Sequence[tuple[int, str]] = ()
    """Those to whom it can be handed on."""
    about: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
