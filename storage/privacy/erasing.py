"""Erases a person in steps: looked for while others write, named no more, their own rows emptied, looked for again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String, Table, cast, delete, text, update
from sqlmodel import Session, SQLModel

from sales.hands import Hand
from storage.company.audit import Subject, note
from storage.privacy.mentions import Mention, mentions
from storage.privacy.own_rows import empty_contact, empty_member
from storage.privacy.persons import Person, Who
from storage.privacy.ties import Ties, ties_of
from storage.queues.queue import State

# A digest says what the words were; other words would break the chain. An alias must not stand twice.
_REMOVED = frozenset({"event_detail", "customer_alias"})
_tables = SQLModel.metadata.tables


@dataclass(frozen=True, slots=True)
class Erased:
    """How many places of which tables were changed; `stand_in` is what the person is called from now on."""

    stand_in: str
    tables: Mapping[str, int]

    @property
    def places(self) -> int:
        return sum(self.tables.values())


@dataclass(frozen=True, slots=True)
class Sight:
    """Where a person was seen: the rows that are about them, and those that name them."""

    ties: Ties
    mentions: tuple[Mention, ...]


def look(session: Session, person: Person) -> Sight:
    """Reads every table, which may take long; so it wants no transaction in which something is written."""
    ties = ties_of(session, person)
    return Sight(ties, tuple(mentions(session, person, ties)))


def clean(session: Session, found: Sequence[Mention]) -> Counter[str]:
    """Put the stand-in there. A row that somebody changed since it was seen is left for the next look."""
    _overwrite(session)
    changed: Counter[str] = Counter()
    for mention in found:
        changed[mention.table.name] += _put(session, mention)
    _forget_updates(session, [mention.key[0] for mention in found if mention.table.name == "inbox"])
    return changed


def empty(session: Session, person: Person, ties: Ties, now: datetime) -> Counter[str]:
    """Their own rows, and those that mean nobody but them."""
    _overwrite(session)
    changed = empty_contact(session, person, ties) if person.who is Who.CONTACT else empty_member(session, person, now)
    _forget_papers(session)
    session.expire_all()
    return changed


def record(session: Session, person: Person, changed: Mapping[str, int], *, by: Hand) -> Erased:
    """What was shown in Telegram, and backups, are out of reach."""
    erased = Erased(person.stand_in, {name: count for name, count in sorted(changed.items()) if count})
    note(session, "person.erased", Subject(person.who, person.id), by, words=f"×{erased.places}")
    return erased


def _overwrite(session: Session) -> None:
    """SQLite otherwise leaves what was deleted in its pages until they are needed."""
    if session.connection().dialect.name == "sqlite":
        session.connection().execute(text("PRAGMA secure_delete=ON"))


def _put(session: Session, mention: Mention) -> int:
    stands = cast(mention.table.c[mention.column], String) == mention.written
    key = (column == value for column, value in zip(mention.table.primary_key, mention.key, strict=True))
    if mention.table.name in _REMOVED:
        return session.connection().execute(delete(mention.table).where(*key, stands)).rowcount
    values: dict[str, Any] = {mention.column: mention.cleaned}
    put = update(mention.table).where(*key, stands).values(values | _counted_up(mention.table))
    return session.connection().execute(put).rowcount


def _counted_up(table: Table) -> dict[str, Any]:
    """A row that somebody has in hand is read again before it is written."""
    return {"version": table.c.version + 1} if "version" in table.c else {}


def _forget_updates(session: Session, keys: Sequence[int]) -> None:
    """What was worked on is needed no more."""
    inbox = _tables["inbox"]
    done = inbox.c.id.in_(keys) & (inbox.c.state == State.DONE)
    session.connection().execute(update(inbox).where(done).values(payload=None))


def _forget_papers(session: Session) -> None:
    """Files that wait to be sent cannot be looked through; they are made again when somebody asks."""
    session.connection().execute(delete(_tables["paper"]))
