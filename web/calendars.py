"""The members' calendars: each at an address that only its member knows."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from storage.errors import StoreAwayError
from web.turnstile import Turnstile

RETRY_SECONDS = "60"
# A calendar with people's names belongs into no cache on the way, and into no search engine.
_PRIVATE = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar: `tag` changes when what it says does, `make` writes it out."""

    tag: str
    make: Callable[[], Awaitable[bytes]]


Find = Callable[[str], Awaitable[Feed | None]]
"""From the token in the address to the calendar; None: there is none (any more)."""


def calendar_route(find: Find, turnstile: Turnstile) -> Route:
    async def serve(request: Request) -> Response:
        token = str(request.path_params["token"])
        who = sha256(token.encode()).hexdigest()
        if not turnstile.lets_in(who):
            return PlainTextResponse("too many requests", 429, headers={"Retry-After": RETRY_SECONDS})
        try:
            feed = await find(token)
            if feed is None:
                return PlainTextResponse("no such calendar", 404)
            turnstile.remember(who)
            return await _answer(feed, request.headers.get("If-None-Match", ""))
        except StoreAwayError:
            return PlainTextResponse("the database is away", 503, headers={"Retry-After": RETRY_SECONDS})

    return Route("/calendar/{token}.ics", serve)


async def _answer(feed: Feed, known: str) -> Response:
    """What the caller has already is not made again; the stamps in it change, so the tag is a weak one."""
    tag = f'W/"{feed.tag}"'
    headers = {**_PRIVATE, "ETag": tag}
    if _matches(known, tag):
        return Response(status_code=304, headers=headers)
    return Response(await feed.make(), media_type="text/calendar; charset=utf-8", headers=headers)


def _matches(known: str, tag: str) -> bool:
    plain = tag.removeprefix("W/")
    return any(one.strip().removeprefix("W/") in (plain, "*") for one in known.split(","))
