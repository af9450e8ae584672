"""What somebody reads who does not get in: one sentence, and what to do next."""

from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sales.people import Member
from web.managers.site import Site
from web.managers.templates import rendered
from wording.catalogue import language_for
from wording.page_words import Page
from wording.voice import Voice


def stranger(site: Site, request: Request) -> Voice:
    """Their browser's language: nobody knows yet who it is."""
    first = request.headers.get("Accept-Language", "").split(",")[0].split(";")[0]
    return _voice(site, language_for(first.strip(), site.language))


def turned_away(site: Site, request: Request, why: Page, status: int, member: Member | None = None) -> Response:
    """In their own language, where it is known who they are."""
    if "HX-Request" in request.headers:
        # The page that asks is no longer theirs to see: all of it makes room for the sentence.
        return Response(headers={"HX-Refresh": "true"})
    voice = _voice(site, member.language) if member else stranger(site, request)
    return HTMLResponse(rendered("sentence.html", voice, title=voice.say(Page.TITLE), sentence=voice.say(why)), status)


def _voice(site: Site, language: str) -> Voice:
    return Voice(language, ZoneInfo("UTC"), site.now().date())
