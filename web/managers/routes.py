"""The addresses of the pages; none of them holds anything about a customer."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from storage.errors import StoreAwayError
from web.managers import signing_in
from web.managers.register import PAGES
from web.managers.site import Site, dressed
from web.managers.templates import ASSETS, STATIC
from web.managers.turning_away import turned_away
from web.managers.visiting import visit
from wording.page_words import Page

Serve = Callable[[Site, Request], Awaitable[Response]]
RETRY_SECONDS = "5"
_FOR_A_YEAR = "public, max-age=31536000, immutable"


def page_routes(find: Callable[[], Site | None]) -> tuple[Route, ...]:
    """`find` says None as long as the house is being furnished."""

    def route(path: str, serve: Serve, *methods: str) -> Route:
        return Route(path, _served(find, serve), methods=methods or ("GET",))

    return (
        route("/pages", _arrived),
        route("/pages/static/{name}", _asset),
        route("/pages/open", signing_in.door),
        route("/pages/open", signing_in.by_link, "POST"),
        route("/pages/app", signing_in.app_door),
        route("/pages/app", signing_in.by_telegram, "POST"),
        route("/pages/out", signing_in.out, "POST"),
        *(route(f"/pages/{page.name}", visit, "GET", "POST") for page in PAGES),
    )


def _served(find: Callable[[], Site | None], serve: Serve) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        site = find()
        if site is None:
            return dressed(PlainTextResponse("starting", 503, headers={"Retry-After": RETRY_SECONDS}))
        try:
            return dressed(await serve(site, request))
        except StoreAwayError:
            return dressed(turned_away(site, request, Page.STORE_AWAY, 503))

    return answer


async def _arrived(site: Site, request: Request) -> Response:  # noqa: ARG001 - every address is served alike
    return RedirectResponse(f"/pages/{PAGES[0].name}", 303)


async def _asset(site: Site, request: Request) -> Response:  # noqa: ARG001 - every address is served alike
    name = str(request.path_params["name"])
    if name not in ASSETS:
        return PlainTextResponse("nothing here", 404)
    return FileResponse(STATIC / name, headers={"Cache-Control": _FOR_A_YEAR})
