"""The company's settings: values by name, as JSON."""

import json

from pydantic import JsonValue
from sqlmodel import Session

from storage.tables.settings import SettingRow


def setting(session: Session, name: str, default: JsonValue = None) -> JsonValue:
    row = session.get(SettingRow, name)
    return default if row is None else json.loads(row.value)


def set_setting(session: Session, name: str, value: JsonValue) -> None:
    row = session.get(SettingRow, name) or SettingRow(name=name, value="")
    row.value = json.dumps(value, ensure_ascii=False)
    session.add(row)
    session.flush()
