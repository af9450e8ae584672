"""A page for somebody who is signed in: read in a thread of the store's, then laid out."""

import asyncio
from base64 import b64encode
from dataclasses import dataclass
from functools import partial

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from papers.pictures.drawing import Picture, draw
from papers.worker import PaperFailedError
from sales.people import Member
from storage.pages import sessions
from storage.store import Session
from web.managers.forms import Form, is_ours, read_form
from web.managers.page import Page, Shown, Visit
from web.managers.register import BY_NAME, PAGES
from web.managers.site import Site
from web.managers.templates import rendered
from web.managers.turning_away import turned_away
from wording.page_words import Page as Words
from wording.voice import Voice


@dataclass(frozen=True, slots=True)
class _Read:
    """`shown` None: nothing is there for this reader; `to_note`: it was long ago that they were seen."""

    member: Member
    voice: Voice
    shown: Shown | None
    to_note: bool


async def visit(site: Site, request: Request) -> Response:
    page = BY_NAME[request.url.path.rpartition("/")[2]]
    if request.method == "POST" and not is_ours(request, site.address):
        return turned_away(site, request, Words.NOT_OURS, 403)
    token = request.cookies.get(site.cookie, "")
    form = await read_form(request) if request.method == "POST" else {}
    read = await site.store.read(partial(_read, site=site, token=token, page=page, form=form))
    if read is None:
        return turned_away(site, request, Words.NOT_SIGNED_IN, 401)
    if read.to_note:
        await site.store.write(partial(sessions.seen, token=token, now=site.now()))
    if read.shown is None:
        return RedirectResponse(f"/pages/{page.within}", 303)
    picture = await _drawn(site, read.shown.picture) if read.shown.picture else ""
    return HTMLResponse(await asyncio.to_thread(_html, page, read.shown, read, picture))


def _read(session: Session, *, site: Site, token: str, page: Page, form: Form) -> _Read | None:
    """None: nobody is signed in there."""
    now = site.now()
    member = sessions.whose(session, token, now=now)
    if member is None:
        return None
    voice = Voice(member.language, member.zone, now.astimezone(member.zone).date())
    shown = page.show(Visit(session, member, voice, now, form))
    return _Read(member, voice, shown, sessions.is_to_note(session, token, now=now))


async def _drawn(site: Site, picture: Picture) -> str:
    """Within the page itself: a picture of its own would need an address that says what is on it.

    Empty where it took too long.
    """
    try:
        content = await site.worker.make(draw, picture)
    except PaperFailedError:
        return ""
    return f"data:image/png;base64,{b64encode(content).decode()}"


def _html(page: Page, shown: Shown, read: _Read, picture: str) -> str:
    frame = {"menu": PAGES, "here": page.within or page.name, "title": shown.title, "reader": read.member.name}
    return rendered(shown.template, read.voice, picture=picture, **frame, **shown.values)
