"""Fetches the tables of words from their TOML files."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "zh")
_SHELF = Path(__file__).parent


@cache
def table(language: str, name: str) -> dict[str, Any]:
    """Read <language>/<name>.toml."""
    return tomllib.loads((_SHELF / language / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def shared(name: str) -> dict[str, Any]:
    """Read a table that holds for every language."""
    return tomllib.loads((_SHELF / f"{name}.toml").read_text(encoding="utf-8"))
