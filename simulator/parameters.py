"""The parameters of one call, whether they came as JSON, a form or multipart."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.errors import bad_request
from simulator.records import JsonObject


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    content: bytes
    mime: str = ""


class Parameters:
    """Typed reading; what cannot be read is refused as Telegram does."""

    __slots__ = ("given", "uploads")

    def __init__(self, given: Mapping[str, object], uploads: Mapping[str, Upload] | None = None) -> None:
        self.given = {name: value for name, value in given.items() if value is not None}
        self.uploads = uploads or {}

    def __contains__(self, name: str) -> bool:
        return name in self.given or name in self.uploads

    @property
    def names(self) -> set[str]:
        return set(self.given) | {name for name in self.uploads if not self._is_attachment(name)}

    def text(self, name: str, default: str = "") -> str:
        value = self.given.get(name, default)
        if isinstance(value, bool):
            return str(value).lower()
        return value if isinstance(value, str) else json.dumps(value)

    def number(self, name: str, default: int = 0) -> int:
        try:
            return int(self.text(name) or default)
        except ValueError:
            raise bad_request(f"{name} must be a valid integer") from None

    def real(self, name: str) -> float:
        try:
            return float(self.text(name))
        except ValueError:
            raise bad_request(f"{name} must be a valid number") from None

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "yes", "1"}

    def value(self, name: str) -> object:
        """Read a JSON value, which a form carries as text."""
        given = self.given.get(name)
        if not isinstance(given, str):
            return given
        try:
            return json.loads(given)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None

    def thing(self, name: str) -> JsonObject | None:
        value = self.value(name)
        if value is None or isinstance(value, dict):
            return value or None
        raise bad_request(f"{name} must be a JSON object")

    def things(self, name: str) -> list[JsonObject]:
        value = self.value(name)
        if value is None:
            return []
        if isinstance(value, list) and all(isinstance(each, dict) for each in value):
            return value
        raise bad_request(f"{name} must be an Array of objects")

    def texts(self, name: str) -> list[str]:
        value = self.value(name)
        return [str(each) for each in value] if isinstance(value, list) else []

    def _is_attachment(self, name: str) -> bool:
        mark = f"attach://{name}"
        return any(mark in str(value) for value in self.given.values())
