"""Tokens that open pages, and what is kept of them."""

import secrets
from hashlib import sha256

_BYTES = 32


def new_token() -> str:
    return secrets.token_urlsafe(_BYTES)


def digest(token: str) -> str:
    """The database keeps this; whoever reads it cannot get in by it."""
    return sha256(token.encode()).hexdigest()
