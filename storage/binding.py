"""Ties a database to its bot, so that a copy of it does not speak through another."""

import json

from sqlmodel import Session

from storage.tables.settings import SettingRow

_NAME = "bot_id"


class WrongBotError(Exception):
    """The database belongs to another bot."""


def bind(session: Session, bot: int) -> None:
    """Belong to this bot from now on, or raise if it is another's already."""
    row = session.get(SettingRow, _NAME)
    if row is None:
        rebind(session, bot)
        return
    owner = json.loads(row.value)
    if owner != bot:
        raise WrongBotError(
            f"This database belongs to bot {owner}, and the token is of bot {bot}. "
            "Use that bot's token, or say `rapport run --adopt` to hand the database over."
        )


def rebind(session: Session, bot: int) -> None:
    """Hand the database over to this bot."""
    session.merge(SettingRow(name=_NAME, value=json.dumps(bot)))
