"""Who will read a message, as whoever lays it out is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sales.people import Member
from storage.store import Session
from wording.voice import Voice

Facts = Mapping[str, Any]
"""What a message is about, as it lies in the outbox."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who will read the message, and the store to read from."""

    session: Session
    member: Member
    voice: Voice
    now: datetime
