"""Why a customer stands at a stage of their life: the rule that placed them, with what it saw; and known causes."""

from dataclasses import dataclass
from enum import StrEnum

from sales.customers import Stage


class Why(StrEnum):
    """The rules, by name; the first that fits decides (sales/scores/stage.py)."""

    SAID_LOST = "said_lost"
    NEVER_ORDERED = "never_ordered"
    SILENT_FOR_LONG = "silent_for_long"
    OVERDUE = "overdue"
    CAME_BACK = "came_back"
    JUST_BEGAN = "just_began"
    BUYS_MORE = "buys_more"
    IN_RHYTHM = "in_rhythm"


STAGE_OF = {
    Why.SAID_LOST: Stage.LOST,
    Why.NEVER_ORDERED: Stage.PROSPECT,
    Why.SILENT_FOR_LONG: Stage.LOST,
    Why.OVERDUE: Stage.SLIPPING,
    Why.CAME_BACK: Stage.WON_BACK,
    Why.JUST_BEGAN: Stage.NEW,
    Why.BUYS_MORE: Stage.GROWING,
    Why.IN_RHYTHM: Stage.ACTIVE,
}


class LossCause(StrEnum):
    """Why a customer stopped buying, as somebody who knows says; `SILENT`: nobody knows, they only fell silent."""

    SILENT = "silent"
    COMPETITOR = "competitor"
    PRICE = "price"
    QUALITY = "quality"
    SERVICE = "service"
    NO_NEED = "no_need"
    CLOSED = "closed"
    MOVED = "moved"
    OTHER = "other"


class ReturnCause(StrEnum):
    """What brought a lost customer back; `BY_THEMSELVES`: nobody knows of anything that we did."""

    BY_THEMSELVES = "by_themselves"
    VISIT = "visit"
    OFFER = "offer"
    PUT_RIGHT = "put_right"
    COMPETITOR_FAILED = "competitor_failed"
    NEW_PERSON = "new_person"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class StageReason:
    """Where a customer stands and why. Days count back from today; None: not known, or there is none.

    `expected`: so many days after the last order the next one was to be expected at the latest; None: by the rule of
    thumb (`patience`). `lost`: the probability of no order `within` days. `growth`: purchases of twelve months by
    those of the twelve before. `cause` of LOST and WON_BACK.
    """

    stage: Stage
    why: Why
    silent: int | None = None
    expected: int | None = None
    patience: int = 0
    lost: float | None = None
    within: int = 60
    began: int | None = None
    came_back: int | None = None
    growth: float | None = None
    cause: LossCause | ReturnCause | None = None
