"""What the pages need of the house, and what every answer of theirs carries."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from starlette.responses import Response

from papers.worker import Worker
from storage.store import Store
from web.managers.entrance import Entrance

COOKIE = "rapport_page"
# The pages work inside Telegram's own web clients, and inside nothing else.
_FRAMES = "'self' https://web.telegram.org https://*.web.telegram.org"
_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    f"frame-ancestors {_FRAMES}"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    # Not "no-referrer": under it browsers hide from us, too, where a form was sent from.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


@dataclass(frozen=True, slots=True)
class Site:
    """`token` is the bot's, by which Telegram signs; `address` is where browsers reach this house.

    `language` is spoken to whoever has not told theirs; `entrance` counts those who try to get in in vain.
    """

    store: Store
    now: Callable[[], datetime]
    token: str
    address: str
    language: str
    worker: Worker
    entrance: Entrance

    @property
    def is_safe(self) -> bool:
        return self.address.startswith("https://")

    @property
    def cookie(self) -> str:
        """By its name browsers know that it is for this house alone, and only over https."""
        return f"__Host-{COOKIE}" if self.is_safe else COOKIE


def dressed(response: Response) -> Response:
    """With the headers that keep others out."""
    response.headers.update(_HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def let_in(site: Site, response: Response, token: str, *, framed: bool) -> Response:
    """Give the browser its cookie. `framed`: inside Telegram's web client, where only such a cookie comes along."""
    kind = "SameSite=None; Partitioned" if framed and site.is_safe else "SameSite=Lax"
    safe = "; Secure" if site.is_safe else ""
    response.headers.append("Set-Cookie", f"{site.cookie}={token}; Path=/; HttpOnly; {kind}{safe}")
    return response


def put_out(site: Site, response: Response) -> Response:
    """Take the cookie away, whichever of the two it is."""
    safe = "; Secure" if site.is_safe else ""
    for kind in ("SameSite=Lax", *(["SameSite=None; Partitioned"] if site.is_safe else [])):
        response.headers.append("Set-Cookie", f"{site.cookie}=; Path=/; HttpOnly; Max-Age=0; {kind}{safe}")
    return response
