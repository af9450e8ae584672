"""Which values a setting may have; each rule returns the value as it is kept, or raises ValueError."""

import re
from datetime import time
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import SecretStr

_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{30,64}")
_HOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_CLOCK_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")


def token(value: SecretStr) -> SecretStr:
    _require(_TOKEN.fullmatch(value.get_secret_value()) is not None)
    return value


def hook_secret(value: SecretStr) -> SecretStr:
    _require(_HOOK_SECRET.fullmatch(value.get_secret_value()) is not None)
    return value


def web_address(value: str) -> str:
    parts = urlsplit(value)
    _require(parts.scheme in {"http", "https"} and bool(parts.hostname))
    return value.rstrip("/")


def hook_address(value: str) -> str:
    """Telegram calls https only; plain http is for a machine that talks to itself."""
    parts = urlsplit(value)
    _require(parts.scheme == "https" or parts.hostname in _LOOPBACK)
    return web_address(value)


def without_path(address: str) -> str:
    """Scheme, name and port; nothing where there is no address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if address else ""


def database(value: str) -> str:
    _require(value.startswith(_DATABASES) and value not in _DATABASES)
    return value


def zone(value: str) -> str:
    _require(value in available_timezones())
    return value


def zone_of_this_machine() -> str:
    """So that a newcomer's 09:00 is nine in the morning without a setting; UTC where the machine does not say."""
    from tzlocal import get_localzone_name

    try:
        return zone(get_localzone_name() or "")
    except (LookupError, ValueError):
        return "UTC"


def currency(value: str) -> str:
    from babel.numbers import list_currencies

    _require(value.upper() in list_currencies())
    return value.upper()


def clock_time(value: object) -> object:
    """Only HH:MM: pydantic alone would take "9" as nine seconds past midnight."""
    _require(isinstance(value, time) or _CLOCK_TIME.fullmatch(str(value)) is not None)
    return value


def _require(good: bool) -> None:  # noqa: FBT001  reads as a sentence where it is used
    if not good:
        raise ValueError
