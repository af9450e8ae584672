"""`rapport invite`: a link and a code from the command line, for the first people or when nobody is at hand."""

import asyncio
from contextlib import suppress

import typer
from telegram.error import TelegramError

from bot.clock import Clock
from bot.commands.errors import CommandError, told_in_a_line
from bot.commands.opening import found_company, lines_of, opened
from bot.settings import Settings, load_settings
from bot.telegram_access import open_access
from papers.people_list import LONGEST_NAME
from sales.people import Invitation, Role
from storage.company import invitations, teams
from storage.company.invitations import Issued
from storage.store import Session

_PATIENCE = 5
"""Seconds that Telegram has to say the bot's name."""


def invite_one(name: str, role: Role, team: str) -> int:
    name = " ".join(name.split())
    with told_in_a_line():
        if not 0 < len(name) <= LONGEST_NAME:
            raise CommandError(f"--name is {len(name)} letters long; allowed: 1 to {LONGEST_NAME}.")
        settings = load_settings()
        now = Clock(settings.clock_file).now()
        with opened(settings.database_url) as store, store.transaction() as session:
            invitation = Invitation(name, role, _team(session, found_company(session, settings), team))
            issued = invitations.issue(session, invitations.invite(session, invitation, by=None, now=now), now=now)
        _print(issued, bot_name(settings))
    return 0


def _team(session: Session, root: int, name: str) -> int:
    if not name:
        return root
    found = teams.teams(session).named(name)
    return found[0].id if found else teams.add_team(session, name=name, parent=root)


def _print(issued: Issued | None, bot: str | None) -> None:
    for line in lines_of(issued, bot) if issued else ():
        typer.echo(line)


def bot_name(settings: Settings) -> str | None:
    """What Telegram calls the bot; None if there is no token or nobody answers."""
    if not settings.token.get_secret_value():
        return None
    with suppress(TelegramError, TimeoutError, OSError):
        return asyncio.run(_ask_name(settings))
    return None


async def _ask_name(settings: Settings) -> str | None:
    access = open_access(settings)
    await access.request.initialize()
    try:
        async with asyncio.timeout(_PATIENCE):
            return (await access.bot.get_me()).username
    finally:
        await access.request.shutdown()
