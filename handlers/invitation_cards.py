"""Invitations as they are shown: the code is made here, at the last moment, and stands nowhere else."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from papers.qr import qr_picture
from papers.spreadsheets import write_sheet
from papers.worker import Worker
from sales.cards import Card, File
from sales.views import Invited
from storage import invitations
from storage.invitations import Issued
from storage.store import Session
from wording.cards.invitation import invitation
from wording.cards.invitation import invitations as several
from wording.voice import Voice

Facts = Mapping[str, object]


def deep_link(bot: str, code: str) -> str:
    return f"https://t.me/{bot}?start={code}"


def invitation_card(session: Session, facts: Facts, *, bot: str, voice: Voice, now: datetime) -> Card | None:
    """One invitation with its QR picture; None: it was used meanwhile."""
    views = _issued(session, facts, bot=bot, now=now)
    if not views:
        return None
    return replace(invitation(views[0], voice), file=File("invitation.png", qr_picture(views[0].link), picture=True))


def invitations_card(
    session: Session, facts: Facts, *, bot: str, voice: Voice, now: datetime, worker: Worker
) -> Card | None:
    """Many invitations with a spreadsheet of their links."""
    views = _issued(session, facts, bot=bot, now=now)
    return replace(several(views, voice), file=_sheet(views, voice, worker)) if views else None


def _issued(session: Session, facts: Facts, *, bot: str, now: datetime) -> tuple[Invited, ...]:
    match facts:
        case {"batch": str(batch)}:
            ids = invitations.of_batch(session, batch)
        case {"invitation": int(number)}:
            ids = [number]
        case _:
            ids = []
    issued = (invitations.issue(session, number, now=now) for number in ids)
    return tuple(_view(one, bot) for one in issued if one)


def _view(issued: Issued, bot: str) -> Invited:
    asked, link = issued.invitation, deep_link(bot, issued.code)
    return Invited(asked.name, asked.role, issued.team, issued.code, link, issued.expires, issued.id)


def _sheet(views: tuple[Invited, ...], voice: Voice, worker: Worker) -> File:
    headings = [voice.say(word) for word in ("Name", "Role", "Team", "Link", "Good until")]
    rows = [[view.name, voice.role(view.role), view.team, view.link, voice.moment(view.expires)] for view in views]
    return File("invitations.xlsx", worker.make_now(write_sheet, voice.say("Invitations"), headings, rows))
