"""Invitations as they are shown: the code is made here, at the last moment, and stands nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from papers.qr import qr_picture
from papers.spreadsheets import write_sheet
from sales.cards import Card, File, Making
from sales.views import Invited
from storage.company import invitations
from storage.company.invitations import Issued
from storage.store import Session
from wording.cards import invitation as layout
from wording.sentences import Said
from wording.voice import Voice

Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Issuing:
    """By which bot, in whose words and when invitations are handed out."""

    bot: str
    voice: Voice
    now: datetime


def deep_link(bot: str, code: str) -> str:
    return f"https://t.me/{bot}?start={code}"


def invitation_card(session: Session, facts: Facts, issuing: Issuing) -> Card | None:
    """One invitation with its QR picture; None: it was used meanwhile."""
    views = _issued(session, facts, issuing)
    if not views:
        return None
    picture = File("invitation.png", qr_picture(views[0].link), picture=True)
    return replace(layout.invitation(views[0], issuing.voice), file=picture)


def invitations_card(session: Session, facts: Facts, issuing: Issuing) -> Card | None:
    """Many invitations with a spreadsheet of their links."""
    views = _issued(session, facts, issuing)
    if not views:
        return None
    sheet = Making(write_sheet, layout.sheet(views, issuing.voice), issuing.voice.say(Said.NOT_MADE))
    return replace(layout.invitations(views, issuing.voice), file=File("invitations.xlsx", sheet))


def _issued(session: Session, facts: Facts, issuing: Issuing) -> tuple[Invited, ...]:
    issued = (invitations.issue(session, number, now=issuing.now) for number in _asked(session, facts))
    return tuple(_view(one, issuing.bot) for one in issued if one)


def _asked(session: Session, facts: Facts) -> list[int]:
    match facts:
        case {"batch": str(batch)}:
            return invitations.of_batch(session, batch)
        case {"invitation": int(number)}:
            return [number]
        case _:
            return []


def _view(issued: Issued, bot: str) -> Invited:
    asked, link = issued.invitation, deep_link(bot, issued.code)
    return Invited(asked.name, asked.role, issued.team, issued.code, link, issued.expires, issued.id)
