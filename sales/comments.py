"""What colleagues say to each other about an entry: a question, an answer, thanks."""

from dataclasses import dataclass
from datetime import datetime

from sales.tellings import Entry


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """Where an entry was told: which telling, and which of its entries."""

    telling: int
    slot: int


@dataclass(frozen=True, slots=True)
class Said:
    """A comment as it stands under an entry; without words it is thanks."""

    by: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EntryCard:
    """An entry as somebody who leads its teller sees it, with what was said of it."""

    place: EntryPlace
    entry: Entry
    by: str
    told_at: datetime
    undone: bool = False
    own: bool = False
    """The reader told it themselves: there is nobody to ask."""
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class CommentCard:
    """A comment as it reaches whom it is for. `about`: the words that it answers; `leads`: the reader may thank."""

    id: int
    place: EntryPlace
    entry: Entry
    by: str
    text: str
    about: str = ""
    leads: bool = False
