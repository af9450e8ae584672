"""Getting in by a link that works once or from inside Telegram, and out again."""

from functools import partial

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sales.people import Member
from storage.company import people
from storage.pages import links, sessions
from storage.store import Session
from web.managers.forms import is_ours, read_form
from web.managers.mini_app import Doubt, opened_by
from web.managers.site import Site, let_in, put_out
from web.managers.templates import rendered
from web.managers.turning_away import stranger, turned_away
from wording.page_words import Page

_WHY = {
    links.Refused.UNKNOWN: Page.LINK_UNKNOWN,
    links.Refused.USED: Page.LINK_USED,
    links.Refused.EXPIRED: Page.LINK_EXPIRED,
    Doubt.FORGED: Page.NOT_FROM_TELEGRAM,
    Doubt.OLD: Page.OPENED_LONG_AGO,
}
_Answer = tuple[str, Member | None]
"""The token of a session or, as a `Page`, why there is none; and who it was, as far as one knows."""


async def door(site: Site, request: Request) -> Response:
    """What a link leads to: a button, so that no previewer and no virus scanner uses the link up."""
    return HTMLResponse(rendered("open.html", stranger(site, request), title=stranger(site, request).say(Page.TITLE)))


async def app_door(site: Site, request: Request) -> Response:
    return HTMLResponse(rendered("app.html", stranger(site, request), title=stranger(site, request).say(Page.TITLE)))


async def by_link(site: Site, request: Request) -> Response:
    if refusal := _refused_at_the_door(site, request):
        return refusal
    code = (await read_form(request)).get("code", "").strip()
    answer = await site.store.write(partial(_begin_by_link, token=code, site=site))
    return _answered(site, request, answer, framed=False)


async def by_telegram(site: Site, request: Request) -> Response:
    if refusal := _refused_at_the_door(site, request):
        return refusal
    user = opened_by((await read_form(request)).get("init_data", ""), token=site.token, now=site.now())
    if isinstance(user, Doubt):
        site.entrance.came_in_vain(_host(request))
        return turned_away(site, request, _WHY[user], 403)
    answer = await site.store.write(partial(_begin_by_telegram, user=user, site=site))
    return _answered(site, request, answer, framed=True)


async def out(site: Site, request: Request) -> Response:
    if not is_ours(request, site.address):
        return turned_away(site, request, Page.NOT_OURS, 403)
    await site.store.write(partial(sessions.end, token=request.cookies.get(site.cookie, "")))
    return put_out(site, turned_away(site, request, Page.SIGNED_OUT, 200))


def _refused_at_the_door(site: Site, request: Request) -> Response | None:
    if not is_ours(request, site.address):
        return turned_away(site, request, Page.NOT_OURS, 403)
    return None if site.entrance.lets_in(_host(request)) else turned_away(site, request, Page.TOO_MANY, 429)


def _host(request: Request) -> str:
    """Whose request it is, as far as the connection tells, or a proxy on this machine."""
    return request.client.host if request.client else ""


def _begin_by_link(session: Session, *, token: str, site: Site) -> _Answer:
    used = links.use_link(session, token, now=site.now())
    if isinstance(used, links.Refused):
        return _WHY[used], people.member(session, links.made_for(session, token) or 0)
    return _begun(session, people.member(session, used), site)


def _begin_by_telegram(session: Session, *, user: int, site: Site) -> _Answer:
    return _begun(session, people.member_by_telegram(session, user), site)


def _begun(session: Session, member: Member | None, site: Site) -> _Answer:
    if member is None:
        return Page.NO_MEMBER, None
    if not sessions.may_look(member):
        return Page.NOTHING_FOR_YOU, member
    return sessions.begin(session, member.id, now=site.now()), member


def _answered(site: Site, request: Request, answer: _Answer, *, framed: bool) -> Response:
    token, member = answer
    if isinstance(token, Page):
        site.entrance.came_in_vain(_host(request))
        return turned_away(site, request, token, 403, member)
    site.entrance.came_in(_host(request))
    return let_in(site, RedirectResponse("/pages", 303), token, framed=framed)
