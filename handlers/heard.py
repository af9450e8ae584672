"""What was heard: an update with its envelope opened, once."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Person:
    """Who speaks. `language` is the app's language code, as Telegram tells it."""

    id: int
    name: str
    language: str | None = None
    username: str | None = None


@dataclass(frozen=True, slots=True)
class Chat:
    """Where it was said."""

    id: int
    private: bool = True


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words. `forwarded`: somebody else's words, passed on."""

    text: str
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A /command and what stands behind it."""

    name: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """A tap on one of our buttons; `callback` is what the toast answers."""

    token: str
    callback: str


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A contact card sent into the chat. `own`: it is the sender's own; `vcard` is the whole card, where it came."""

    name: str
    phone: str
    own: bool = False
    vcard: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A location."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document, photo, voice note, ... `form` is Telegram's word for it; `caption` what was written with it."""

    form: str
    file: str
    name: str = ""
    size: int = 0
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Odd:
    """Something that we do not work with: a sticker, a poll, a dice."""

    form: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The person stopped (`reachable` False) or restarted the bot."""

    reachable: bool


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """The bot came into a group, or is there no longer."""

    present: bool


@dataclass(frozen=True, slots=True)
class GroupMoved:
    """The group has another number from now on."""

    to: int


@dataclass(frozen=True, slots=True)
class Query:
    """`@bot words`, written in any chat; `id` is what the offers answer."""

    text: str
    id: str


What = Query | Text | Command | Press | SharedContact | Place | Attachment | Odd | Standing | GroupStanding | GroupMoved


@dataclass(frozen=True, slots=True)
class Heard:
    """One update. `moment` is Telegram's own time of it, aware UTC; `message` the message it is about.

    `reply_to` is the message it answers; `edited` says that it replaces what the message said before; `arrival` is
    our own number of it in the inbox, so a key built from it is the same at every try.
    """

    person: Person
    chat: Chat
    message: int
    moment: datetime
    what: What
    arrival: int
    edited: bool = False
    reply_to: int | None = None
    addressed: bool = True
    """In a group: the bot was named or replied to. Always so in a private chat."""
