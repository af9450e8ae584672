"""The demo's customers and what its reps write, read from the two files beside."""

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

_HERE = Path(__file__).parent
Language = Literal["en", "zh"]
Phrases = dict[Language, dict[str, list[str]]]


class Person(BaseModel):
    """Somebody at a customer. `from_now`: days from the demo's day to the birthday, `lunar` in which calendar."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    phone: str | None = None
    email: str | None = None
    from_now: int | None = None
    lunar: bool = False


class Client(BaseModel):
    """A customer: whose it is, where, how often it orders what for how much, and for how long it has been silent."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    aliases: tuple[str, ...] = ()
    owner: str
    place: str
    every: int
    silent: int | None = None
    amount: int
    item: str
    contacts: tuple[Person, ...]

    @property
    def language(self) -> Language:
        return "en" if self.name.isascii() else "zh"

    @property
    def currency(self) -> str:
        return "USD" if self.language == "en" else "CNY"

    @property
    def short(self) -> str:
        return self.aliases[-1] if self.aliases else self.name


def clients() -> tuple[Client, ...]:
    return tuple(Client(**row) for row in tomllib.loads((_HERE / "customers.toml").read_text("utf-8"))["customer"])


def phrases() -> Phrases:
    return tomllib.loads((_HERE / "phrases.toml").read_text("utf-8"))  # type: ignore[return-value]
