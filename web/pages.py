"""The addresses that answer: Telegram's webhook, the health page and the members' calendars."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from hmac import compare_digest

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from storage.errors import StoreAwayError

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  a header's name
BODY_LIMIT = 1024 * 1024
RETRY_SECONDS = "5"


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram calls, the secret it then shows, and who takes the update in."""

    path: str
    secret: str
    take_in: Callable[[bytes], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Health:
    """`facts` are for people and dashboards, `well` decides the status."""

    well: bool
    facts: Mapping[str, object]


Examine = Callable[[], Awaitable[Health]]


def build_pages(examine: Examine, webhook: Webhook | None = None, *more: Route) -> Starlette:
    async def healthz(_: Request) -> Response:
        health = await examine()
        return JSONResponse({"ok": health.well, **health.facts}, 200 if health.well else 503)

    routes = [Route("/healthz", healthz), *more]
    if webhook:
        routes.append(Route(webhook.path, _receiver(webhook), methods=["POST"]))
    return Starlette(routes=routes)


def _receiver(webhook: Webhook) -> Callable[[Request], Awaitable[Response]]:
    async def receive(request: Request) -> Response:
        if not compare_digest(request.headers.get(SECRET_HEADER, "").encode(), webhook.secret.encode()):
            return PlainTextResponse("wrong secret", 403)
        body = await _read(request)
        if body is None:
            return PlainTextResponse("too large", 413)
        return await _answer(webhook, body)

    return receive


async def _answer(webhook: Webhook, body: bytes) -> Response:
    """200 only when the update is on disk: after that Telegram forgets it."""
    try:
        await webhook.take_in(body)
    except StoreAwayError:
        return PlainTextResponse("the database is away", 503, headers={"Retry-After": RETRY_SECONDS})
    return Response(status_code=200)


async def _read(request: Request) -> bytes | None:
    """Read no more than the limit, whatever length the caller claims."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_LIMIT:
            return None
    return bytes(body)
