"""What Telegram says about who opened the pages inside it, and whether it was Telegram that said so."""

import json
from datetime import datetime, timedelta
from enum import Enum, auto
from hashlib import sha256
from hmac import compare_digest, digest
from urllib.parse import parse_qsl

FRESH = timedelta(hours=1)
_AHEAD = timedelta(minutes=5)
"""Clocks differ."""


class Doubt(Enum):
    """Why it is not believed."""

    FORGED = auto()
    OLD = auto()


def opened_by(init_data: str, *, token: str, now: datetime) -> int | Doubt:
    """The Telegram number of whoever opened it.

    As in Telegram's "Validating data received via the Mini App": the signature is one by a key made of the bot's token,
    over all fields but itself.
    """
    pairs = parse_qsl(init_data, keep_blank_values=True)
    fields = dict(pairs)
    said = fields.pop("hash", "")
    checked = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    key = digest(b"WebAppData", token.encode(), sha256)
    wanted = digest(key, checked.encode(), sha256).hex()
    if len(fields) + 1 != len(pairs) or not compare_digest(wanted.encode(), said.encode()):
        return Doubt.FORGED
    return _user(fields, now)


def _user(fields: dict[str, str], now: datetime) -> int | Doubt:
    """What is signed is Telegram's, but may have been kept by somebody for long."""
    try:
        age = now.timestamp() - int(fields["auth_date"])
        user = int(json.loads(fields["user"])["id"])
    except (KeyError, TypeError, ValueError):
        return Doubt.FORGED
    return user if -_AHEAD.total_seconds() <= age <= FRESH.total_seconds() else Doubt.OLD
