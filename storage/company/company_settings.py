"""The company's settings as the store has them, and how far /setup is."""

import json
from typing import cast

from pydantic import JsonValue
from sqlmodel import Session, col, select

from sales.company_settings import PREFIX, CompanySettings, Preset, Step, read_settings
from sales.hands import Hand
from sales.phones import region_of
from storage.company.audit import Subject, note
from storage.company.settings import set_setting, setting
from storage.tables.settings import SettingRow

_SEEN, _PRESET = "setup.seen", "setup.preset"


def company_settings(session: Session) -> CompanySettings:
    """What holds now."""
    rows = session.exec(select(SettingRow).where(col(SettingRow.name).startswith(PREFIX)))
    return read_settings({row.name.removeprefix(PREFIX): json.loads(row.value) for row in rows})


def set_company(session: Session, *, name: str, value: JsonValue, by: Hand) -> None:
    """Set one of them, on the trail."""
    set_setting(session, PREFIX + name, value)
    note(session, "setting.changed", Subject("setting"), by, words=f"{name}: {json.dumps(value, ensure_ascii=False)}")


def seen(session: Session) -> tuple[Step, ...]:
    """The steps of /setup that were answered or skipped."""
    value = setting(session, _SEEN, [])
    return tuple(Step(name) for name in value if name in list(Step)) if isinstance(value, list) else ()


def pass_step(session: Session, *, step: Step) -> None:
    """It was answered, or skipped."""
    done = dict.fromkeys((*seen(session), step))
    set_setting(session, _SEEN, cast("JsonValue", [str(name) for name in done]))


def preset(session: Session) -> Preset | None:
    """The kind of company that was chosen."""
    value = setting(session, _PRESET)
    return Preset(value) if value in list(Preset) else None


def choose_preset(session: Session, *, chosen: Preset) -> None:
    set_setting(session, _PRESET, chosen)


def phone_region(session: Session, *, zone: str) -> str:
    """The country in which telephone numbers without one are: the company's, else where `zone` is; "ZZ" is nowhere."""
    return company_settings(session).region or region_of(zone)


def currency_of(session: Session) -> str | None:
    """The company's currency, if somebody has set it."""
    value = setting(session, f"{PREFIX}currency")
    return value if isinstance(value, str) else None
