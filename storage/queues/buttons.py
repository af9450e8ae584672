"""Buttons: each rendering has new ones, each is for one member and works once."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlmodel import Session

from sales.cards import Button, Card
from storage.tables.queues import ButtonRow

_table = ButtonRow.metadata.tables["button"]
# 12 characters that Telegram may show to anybody: nobody guesses 72 random bits.
_TOKEN_BYTES = 9


@dataclass(frozen=True, slots=True)
class Pressed:
    """The press counts: this is to be done. `outbox_id` is the message that carries the button."""

    action: str
    args: Mapping[str, Any]
    outbox_id: int | None


@dataclass(frozen=True, slots=True)
class Used:
    """It was pressed before; `action` has been done or is being done."""

    action: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """No such button, or none any more."""


@dataclass(frozen=True, slots=True)
class NotYours:
    """It was made for somebody else."""


Press = Pressed | Used | Unknown | NotYours

_find = select(_table).where(_table.c.token == bindparam("its_token"))
_use = (
    update(_table)
    .where(
        _table.c.token == bindparam("its_token"),
        _table.c.member_id == bindparam("its_member"),
        _table.c.used_at.is_(None),
    )
    .values(used_at=bindparam("pressed_at"))
    .returning(_table.c.action, _table.c.args, _table.c.outbox_id)
)


def mint(session: Session, member: int, *, outbox_id: int | None, card: Card, now: datetime) -> list[str]:
    """New tokens for the card's buttons, in reading order."""
    rows = [
        {
            "token": secrets.token_urlsafe(_TOKEN_BYTES),
            "member_id": member,
            "outbox_id": outbox_id,
            "action": button.action,
            "args": dict(button.args),
            "created_at": now,
        }
        for button in buttons_of(card)
    ]
    if rows:
        session.connection().execute(insert(_table), rows)
    return [str(row["token"]) for row in rows]


def buttons_of(card: Card) -> Iterator[Button]:
    """The buttons that do something, in reading order."""
    return (button for row in card.rows for button in row if isinstance(button, Button))


def press(session: Session, token: str, member: int, now: datetime) -> Press:
    """Use the button, if it is this member's and was not used before; of two presses at once one counts."""
    connection = session.connection()
    asked = {"its_token": token, "its_member": member, "pressed_at": now}
    used = connection.execute(_use, asked).one_or_none()
    if used is not None:
        return Pressed(used.action, used.args, used.outbox_id)
    row = connection.execute(_find, {"its_token": token}).one_or_none()
    if row is None:
        return Unknown()
    return Used(row.action) if row.member_id == member else NotYours()
