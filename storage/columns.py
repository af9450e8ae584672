"""Column types: moments that are aware and come back in UTC, and facts as JSON; a day is a plain `date`."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from pydantic import JsonValue
from sqlalchemy import JSON, DateTime
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

Facts = Mapping[str, JsonValue]
"""What a row is about: words and numbers by name, the same on SQLite and PostgreSQL."""

Json = JSON
"""The column type of `Facts`; the engine writes it as plain UTF-8, so that Chinese stays readable in the file."""


class NaiveMomentError(ValueError):
    """A moment without a time zone reached the store."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: refuses naive values, stores UTC, returns aware UTC (SQLite forgets time zones)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise NaiveMomentError(f"{value.isoformat()} has no time zone; moments are aware UTC")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)

    def coerce_compared_value(self, op: Any, value: Any) -> "UtcDateTime":  # noqa: ANN401, ARG002 - SQLAlchemy's signature
        return self
