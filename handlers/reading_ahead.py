"""What takes too long for a transaction is read before it: figures of thousands of cards."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from handlers.heard import Command, What
from handlers.prepared import Prepared
from sales.people import Member
from storage.freshness.figures import figures_for
from storage.store import Session

Ahead = Callable[[Session, Prepared, Member, datetime], Prepared]
"""Adds what the answer will need to what is prepared."""


def ahead_of(what: What) -> Ahead | None:
    """What is to be read; None: nothing that takes long."""
    return _COMMANDS.get(what.name.lower()) if isinstance(what, Command) else None


def _cards(session: Session, prepared: Prepared, member: Member, now: datetime) -> Prepared:
    return replace(prepared, figures=figures_for(session, member, now.astimezone(member.zone).date()))


_COMMANDS: Mapping[str, Ahead] = {"cards": _cards}
