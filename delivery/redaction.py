"""Keeps the bot's token out of everything that is written down."""

import re

# No \b in front: "bot123:…" has none between "bot" and the digits.
_TOKEN = re.compile(r"(?<!\d)(\d{3,20}):[A-Za-z0-9_-]{30,}")
_PASSWORD = re.compile(r"(?<=://)([^:/@\s]+):[^@\s]+(?=@)")


def redact(text: str) -> str:
    """Leave the bot's number, which is public, and take the secret; the same for a password in an address."""
    return _PASSWORD.sub(r"\1:***", _TOKEN.sub(r"\1:***", text))
