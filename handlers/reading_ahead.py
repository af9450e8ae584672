"""What takes too long for a transaction is read before it: figures of thousands of cards, all about a person."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from handlers.heard import Command, Text, What
from handlers.prepared import Prepared
from sales.people import Member, Role
from storage.freshness.figures import figures_for
from storage.privacy.finding import find
from storage.segments.vocabulary import vocabulary
from storage.store import Session
from understanding.questions.reading import read_question
from understanding.questions.sounding import sounds_asked
from understanding.segments.reading import read_segment

Ahead = Callable[[Session, Prepared, Member, datetime], Prepared]
"""Adds what the answer will need to what is prepared."""


def ahead_of(what: What) -> Ahead | None:
    """What is to be read; None: nothing that takes long."""
    if isinstance(what, Text):
        return partial(_question, what.text) if sounds_asked(what.text) else None
    reads = _COMMANDS.get(what.name.lower()) if isinstance(what, Command) else None
    return partial(reads, what) if reads and isinstance(what, Command) else None


def _cards(command: Command, session: Session, prepared: Prepared, member: Member, now: datetime) -> Prepared:
    return replace(prepared, figures=figures_for(session, member, now.astimezone(member.zone).date()))


def _privacy(command: Command, session: Session, prepared: Prepared, member: Member, now: datetime) -> Prepared:
    """Nobody else's command has everything read."""
    if Role.ADMIN not in member.roles or not command.rest.strip():
        return prepared
    return replace(prepared, found=find(session, command.rest))


def _segment(command: Command, session: Session, prepared: Prepared, member: Member, now: datetime) -> Prepared:
    """Words may name whatever stands on the member's cards."""
    if not command.rest.strip():
        return prepared
    return replace(
        prepared, picked=read_segment(command.rest, vocabulary(session, member), now.astimezone(member.zone))
    )


def _ask(command: Command, session: Session, prepared: Prepared, member: Member, now: datetime) -> Prepared:
    return _question(command.rest, session, prepared, member, now)


def _question(text: str, session: Session, prepared: Prepared, member: Member, now: datetime) -> Prepared:
    """Questions may name whatever segments may."""
    asked = read_question(text, vocabulary(session, member), now.astimezone(member.zone))
    return replace(prepared, question=asked)


_COMMANDS: Mapping[str, Callable[[Command, Session, Prepared, Member, datetime], Prepared]] = {
    "cards": _cards,
    "me": _cards,
    "privacy": _privacy,
    "segment": _segment,
    "ask": _ask,
}
