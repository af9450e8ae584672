"""The company's settings: values by name, as JSON."""

import json

from pydantic import JsonValue
from sqlmodel import Session

from storage.tables.settings import SettingRow

BOT_ID = "bot_id"


def setting(session: Session, name: str, default: JsonValue = None) -> JsonValue:
    row = session.get(SettingRow, name)
    return default if row is None else json.loads(row.value)


def set_setting(session: Session, name: str, value: JsonValue) -> None:
    row = session.get(SettingRow, name) or SettingRow(name=name, value="")
    row.value = json.dumps(value, ensure_ascii=False)
    session.add(row)
    session.flush()


def bound_bot(session: Session) -> int | None:
    """The bot to which this database belongs, once it has served one."""
    bot = setting(session, BOT_ID)
    return bot if isinstance(bot, int) else None


def bind_bot(session: Session, bot: int) -> bool:
    """Bind the database to the bot at its first start; False: it belongs to another one.

    A copied database would otherwise remind real people from a test bot.
    """
    bound = bound_bot(session)
    if bound is None:
        set_setting(session, BOT_ID, bot)
    return bound in {None, bot}
