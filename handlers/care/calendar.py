"""/calendar: the member's calendar, by a private address that is told once, or as a file."""

from dataclasses import dataclass
from functools import partial

from handlers.desk import Desk
from handlers.outcome import Outcome
from handlers.reader import Facts, Reader
from papers.calendar_file import Imprint, calendar_file
from sales.cards import Card, File, Making
from sales.care.calendar import CalendarView
from storage.care import calendar_feeds
from storage.care.calendar_notes import noted
from storage.queues import outbox
from wording.cards.calendar import calendar, calendar_enclosed, calendar_title, events
from wording.sentences import Said, Toast


def show(desk: Desk) -> Outcome:
    """Who has an address keeps it; everybody else gets one."""
    new = calendar_feeds.since(desk.session, desk.member.id) is None
    return Outcome(messages=(desk.reply("calendar", {"new": int(new)}),))


def renew(desk: Desk) -> Outcome:
    """The old address ends at once, not only when the new one is shown."""
    return Outcome((_ended(desk),), (desk.reply("calendar", {"new": 1}, edits=desk.pressed),))


def switch_off(desk: Desk) -> Outcome:
    shown = desk.reply("calendar", {"new": 0}, edits=desk.pressed)
    return Outcome((_ended(desk),), (shown,), desk.voice.say(Toast.SAVED))


def as_file(desk: Desk) -> Outcome:
    return Outcome(messages=(desk.reply("calendar_file", {}),))


def _ended(desk: Desk) -> partial[None]:
    return partial(calendar_feeds.switch_off, member=desk.member.id)


@dataclass(frozen=True, slots=True)
class Served:
    """Where this house is reached (nothing: nowhere), and which bot this is."""

    address: str
    bot: str


def laid_out(reader: Reader, message: outbox.Message, served: Served) -> Card:
    return _enclosed(reader, served) if message.kind == "calendar_file" else _card(reader, message.facts, served)


def _card(reader: Reader, facts: Facts, served: Served) -> Card:
    """A new address is made here, at the last moment, and stands nowhere else."""
    token = ""
    if served.address and facts.get("new"):
        token = calendar_feeds.renew(reader.session, reader.member.id, now=reader.now)
    since = calendar_feeds.since(reader.session, reader.member.id)
    whole = f"{served.address}/calendar/{token}.ics" if token else ""
    return calendar(CalendarView(bool(served.address), since, whole), reader.voice)


def _enclosed(reader: Reader, served: Served) -> Card:
    """The calendar as it stands now, as a file."""
    shown = tuple(events(noted(reader.session, reader.member, today=reader.voice.today), reader.voice))
    imprint = Imprint(calendar_title(reader.voice), served.bot, reader.now)
    made = Making(calendar_file, (shown, imprint), reader.voice.say(Said.NOT_MADE))
    return Card(calendar_enclosed(reader.voice), file=File("rapport.ics", made))
