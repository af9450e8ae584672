"""What a handler has before it: the member, the moment, the store to read from and the member's own words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from handlers.duplicates.company_names import CompanyNames
from handlers.heard import Heard
from handlers.outcome import Facts, Message, Outcome
from sales.cards import Argument
from sales.hands import Hand
from sales.people import Member
from storage.queues import outbox
from storage.store import Session
from wording.voice import Voice

Args = Mapping[str, Argument]
"""What a button acts on, as its card gave it to it."""


@dataclass(frozen=True, slots=True)
class House:
    """Company-wide settings that decisions need. `currency` is ISO 4217, `remind_at` local to each member."""

    currency: str
    remind_at: time
    language: str
    bot: str
    """The bot's user name, for deep links."""


@dataclass(frozen=True, slots=True)
class Desk:
    """`session` is for reading; whatever changes goes into the Outcome. `now` is aware UTC."""

    session: Session
    member: Member
    heard: Heard
    now: datetime
    house: House
    voice: Voice
    names: CompanyNames = field(default_factory=CompanyNames)
    """All names of the company, to compare a new one with."""

    @property
    def today(self) -> date:
        return self.now.astimezone(self.member.zone).date()

    @property
    def hand(self) -> Hand:
        """Who changes something by this message, and when."""
        return Hand(self.member.id, self.now)

    @property
    def told_at(self) -> datetime:
        """The moment of the message in the member's zone: "tomorrow" counts from here."""
        return self.heard.moment.astimezone(self.member.zone)

    @property
    def pressed(self) -> str | None:
        """The outbox key of the card that was tapped, None for a card that is no longer known."""
        shown = outbox.key_of(self.session, self.heard.chat.id, self.heard.message)
        return shown.key if shown else None

    def reply(self, kind: str, facts: Facts, *, edits: str | None = None) -> Message:
        """Answer in this chat. One update answers at most once in a kind, so the arrival makes the key."""
        return Message(
            key=f"{kind}:{self.heard.arrival}",
            chat=self.heard.chat.id,
            kind=kind,
            facts=facts,
            member=self.member.id,
            edits=edits,
        )

    def say(self, sentence: str, **values: str | int) -> Outcome:
        """Answer with one sentence."""
        return Outcome(messages=(self.reply("said", {"text": self.voice.say(sentence, **values)}),))

    def toast(self, sentence: str, **values: str | int) -> Outcome:
        """Answer a tap with a short line over the chat, and with nothing else."""
        return Outcome(toast=self.voice.say(sentence, **values))
