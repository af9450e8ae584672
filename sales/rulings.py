"""Two members met at one customer: what they and the manager who decides are told, and how it may end."""

from dataclasses import dataclass
from enum import StrEnum


class RulingState(StrEnum):
    """How it stands."""

    OPEN = "open"
    SHARED = "shared"
    HANDED = "handed"
    APART = "apart"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Ruling:
    """`customer` is what the one on record is called, `claimed` what the claimant calls it; names of members.

    `said` are the claimant's words. `asked` and `decided_by` are managers; `owner_shown`: the claimant may learn it.
    """

    id: int
    state: RulingState
    customer: str
    claimed: str
    claimant: str
    owner: str | None = None
    said: str = ""
    asked: str | None = None
    decided_by: str | None = None
    owner_shown: bool = False
