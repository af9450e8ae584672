"""What a page of the audit trail shows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class About:
    """Whose part of the trail is shown: what one member did, or what was done to one customer; all without either."""

    member: int | None = None
    customer: int | None = None


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An event. `who` is None for the operator's command line; `subject` the name of what it was done to.

    `hidden`: it was done to a customer whom the reader may not see, so neither name nor words are shown.
    """

    at: datetime
    who: str | None
    action: str
    subject: str = ""
    words: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class AuditPage:
    """A page of the trail, the newest first; `name` is whom or what it is about, empty for everything."""

    about: About
    name: str
    page: int
    pages: int
    total: int
    lines: tuple[AuditLine, ...] = ()
