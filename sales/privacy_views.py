"""What the cards about a person's data show."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """How far it is."""

    FOUND = "found"
    SURE = "sure"
    """Asked whether the person is to be erased."""
    WORKING = "working"
    """It is being erased."""
    ERASED = "erased"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PersonFound:
    """Somebody on record. `who` is contact or member, `at` the customer, `stand_in` what stands for them once erased.

    `rows` is how many are about them, None: nobody has counted; `shared`: others are called
    so, too; `owns` how many customers are a member's.
    """

    who: str
    id: int
    name: str
    stand_in: str
    at: str = ""
    rows: int | None = None
    shared: bool = False
    owns: int = 0
    stage: Stage = Stage.FOUND
