"""A page for somebody who is signed in: read and laid out in one go, in a thread of the store's."""

from dataclasses import dataclass
from functools import partial

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sales.people import Member
from storage.pages import sessions
from storage.store import Session
from web.managers.forms import Form, is_ours, read_form
from web.managers.page import Page, Visit
from web.managers.register import BY_NAME, PAGES
from web.managers.site import Site
from web.managers.templates import rendered
from web.managers.turning_away import turned_away
from wording.page_words import Page as Words
from wording.voice import Voice


@dataclass(frozen=True, slots=True)
class _Laid:
    """`html` empty: there is nothing there for this reader; `to_note`: it was long ago that they were seen."""

    html: str
    to_note: bool


async def visit(site: Site, request: Request) -> Response:
    page = BY_NAME[request.url.path.rpartition("/")[2]]
    if request.method == "POST" and not is_ours(request, site.address):
        return turned_away(site, request, Words.NOT_OURS, 403)
    token = request.cookies.get(site.cookie, "")
    form = await read_form(request) if request.method == "POST" else {}
    laid = await site.store.read(partial(_laid, site=site, token=token, page=page, form=form))
    if laid is None:
        return turned_away(site, request, Words.NOT_SIGNED_IN, 401)
    if laid.to_note:
        await site.store.write(partial(sessions.seen, token=token, now=site.now()))
    return HTMLResponse(laid.html) if laid.html else RedirectResponse(f"/pages/{page.within}", 303)


def _laid(session: Session, *, site: Site, token: str, page: Page, form: Form) -> _Laid | None:
    """None: nobody is signed in there."""
    now = site.now()
    member = sessions.whose(session, token, now=now)
    if member is None:
        return None
    voice = Voice(member.language, member.zone, now.astimezone(member.zone).date())
    html = _html(Visit(session, member, voice, now, form, site.worker), page, member)
    return _Laid(html, sessions.is_to_note(session, token, now=now))


def _html(visit: Visit, page: Page, member: Member) -> str:
    shown = page.show(visit)
    if shown is None:
        return ""
    frame = {"menu": PAGES, "here": page.within or page.name, "title": shown.title, "reader": member.name}
    return rendered(shown.template, visit.voice, **frame, **shown.values)
