"""Members' calendars for the web: read from the store, put in the member's words, made in the worker process."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256

from papers.calendar_file import Imprint, calendar_file
from papers.worker import Worker
from sales.care.calendar import CalendarEvent
from storage.care import calendar_feeds
from storage.care.calendar_notes import noted
from storage.store import Session, Store
from web.calendars import Feed
from wording.cards.calendar import calendar_title, events
from wording.voice import Voice


@dataclass(frozen=True, slots=True)
class CalendarFeeds:
    """What the calendar page asks. `bot` is the bot's user name."""

    store: Store
    worker: Worker
    now: Callable[[], datetime]
    bot: str

    async def find(self, token: str) -> Feed | None:
        now = self.now()
        found = await self.store.read(partial(_read, token=token, now=now))
        if found is None:
            return None
        title, shown = found
        imprint = Imprint(title, self.bot, now)
        make = partial(self.worker.make, calendar_file, shown, imprint)
        return Feed(sha256(repr(found).encode()).hexdigest()[:32], make)


def _read(session: Session, *, token: str, now: datetime) -> tuple[str, tuple[CalendarEvent, ...]] | None:
    member = calendar_feeds.whose(session, token)
    if member is None:
        return None
    voice = Voice(member.language, member.zone, now.astimezone(member.zone).date())
    return calendar_title(voice), tuple(events(noted(session, member, today=voice.today), voice))
