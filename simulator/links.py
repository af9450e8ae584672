"""Deep links: t.me/<bot>?start=<payload>."""

import re
from urllib.parse import parse_qs, urlsplit

from simulator.errors import PhoneError

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
HOSTS = frozenset({"t.me", "telegram.me"})


def start_command(link: str, username: str) -> str:
    """Return what a phone sends when its owner follows the link."""
    parts = urlsplit(link if "://" in link else f"https://{link}")
    if parts.hostname not in HOSTS or parts.path.strip("/").lower() != username.lower():
        raise PhoneError(f"{link} does not lead to this bot.")
    payload = parse_qs(parts.query).get("start", [""])[0]
    if not PAYLOAD.fullmatch(payload):
        raise PhoneError("A deep link carries at most 64 letters, digits, _ and -.")
    return f"/start {payload}".strip()
