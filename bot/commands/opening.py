"""Opens the company: the database up to date, the root team there, and the way in for the first admin."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from bot.settings import Settings
from storage.company import invitations, teams
from storage.company.invitations import Issued
from storage.migrating import migrate
from storage.store import Session, Store, open_store

COMPANY = "Company"


@contextmanager
def opened(url: str) -> Iterator[Store]:
    """The store at this address, migrated; closed at the end."""
    migrate(url)
    store = open_store(url)
    try:
        yield store
    finally:
        store.close()


def found_company(session: Session, settings: Settings) -> int:
    return teams.ensure_company(session, name=COMPANY, zone=settings.timezone)


def first_admin_lines(session: Session, *, bot: str, now: datetime) -> list[str]:
    """What the first start prints; nothing as soon as somebody has enrolled."""
    issued = invitations.first_admin(session, now=now)
    return (
        []
        if issued is None
        else ["Nobody has enrolled yet. This makes you the first administrator:", *lines_of(issued, bot)]
    )


def lines_of(issued: Issued, bot: str | None) -> list[str]:
    """The link and the code; without the bot's name the code alone, which the bot takes as a plain message."""
    until = f"Good for one person until {issued.expires:%Y-%m-%d %H:%M} UTC."
    if bot is None:
        return [f"Code: {issued.code}", "Telegram did not say the bot's name: send this code to the bot.", until]
    return [f"Link: https://t.me/{bot}?start={issued.code}", f"Code: {issued.code}", until]
