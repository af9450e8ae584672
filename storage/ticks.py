"""The last tick that any replica finished, by which a longer silence is measured, and the days that are done."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pydantic import JsonValue
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from storage.company.settings import setting
from storage.tables.settings import SettingRow

_TICK = "last_tick"


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment as business counts it and as the world does: in the demo the first runs ahead."""

    now: datetime
    real: datetime

    def since(self, before: "Tick") -> timedelta:
        """How long it really was; a clock that was moved is no silence."""
        return self.real - before.real


def last_tick(session: Session) -> Tick | None:
    return _tick(setting(session, _TICK))


def _tick(value: JsonValue) -> Tick | None:
    match value:
        case {"now": str(now), "real": str(real)}:
            return Tick(datetime.fromisoformat(now), datetime.fromisoformat(real))
        case _:
            return None


def keep_tick(session: Session, tick: Tick, *, seen: Tick | None) -> bool:
    """Record the tick; False, and nothing is recorded, when another replica ticked since `seen` was read."""
    row = _locked(session, _TICK)
    if (_tick(json.loads(row.value)) if row else None) != seen:
        return False
    return _claimed(session, row, _TICK, {"now": tick.now.isoformat(), "real": tick.real.isoformat()})


def is_done(session: Session, *, name: str, day: date) -> bool:
    return _covers(setting(session, f"done:{name}"), day)


def take_day(session: Session, *, name: str, day: date) -> bool:
    """Whether the work of that name is ours today; True once a day."""
    row = _locked(session, f"done:{name}")
    if row is not None and _covers(json.loads(row.value), day):
        return False
    return _claimed(session, row, f"done:{name}", day.isoformat())


def _covers(done: JsonValue, day: date) -> bool:
    """A later day covers it, too: a company that moves to the west has the same day twice."""
    return isinstance(done, str) and date.fromisoformat(done) >= day


def mark_of(session: Session, *, name: str) -> int | None:
    """Up to which id some work has looked at everything; None: it never did."""
    value = setting(session, f"mark:{name}")
    return value if isinstance(value, int) else None


def move_mark(session: Session, *, name: str, seen: int | None, to: int) -> bool:
    """Whether the work between the two marks is ours; False: another replica moved it since `seen` was read."""
    row = _locked(session, f"mark:{name}")
    if (json.loads(row.value) if row else None) != seen:
        return False
    return _claimed(session, row, f"mark:{name}", to)


def _locked(session: Session, name: str) -> SettingRow | None:
    """The row, which no other replica changes before we are through."""
    wanted = select(SettingRow).where(col(SettingRow.name) == name).with_for_update()
    return session.exec(wanted, execution_options={"populate_existing": True}).first()


def _claimed(session: Session, row: SettingRow | None, name: str, value: JsonValue) -> bool:
    """A row that was not there could not be locked: of two that make it, the second one is told so."""
    try:
        with session.begin_nested():
            if row is None:
                session.add(SettingRow(name=name, value=json.dumps(value)))
            else:
                row.value = json.dumps(value)
            session.flush()
    except IntegrityError:
        return False
    return True
