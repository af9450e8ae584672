"""One member before one card, who presses its buttons."""

from datetime import datetime

from sqlmodel import Session, col, select

from handlers.desk import Desk, House
from handlers.heard import Chat, Heard, Person, Press, Text
from handlers.outcome import Outcome
from handlers.recording import carry_out
from handlers.routes import BUTTONS
from sales.people import Member
from sales.reminder_cards import ReminderCard
from sales.views import Reminder
from storage.plans.followup_views import reminder
from storage.tables.events import EventRow
from storage.tables.queues import OutboxRow
from tests.reminders.office import BERLIN, MONDAY, REMIND_AT, arrive, put, row_of
from wording.voice import Voice

HOUSE = House(currency="EUR", remind_at=REMIND_AT, language="en", bot="rapport_bot")


class Chatting:
    """One member before one card: presses its buttons and sees what the card shows then."""

    def __init__(self, session: Session, member: Member, now: datetime = MONDAY) -> None:
        self.session = session
        self.member = member
        self.now = now
        self._card = 7
        self._arrivals = 0

    def gets(self, kind: str, facts: dict[str, str | int | None]) -> None:
        """A message comes; the presses that follow are on it."""
        self._card += 1
        key = f"{kind}:first:{self._card}"
        put(self.session, key, self.member.chat or 0, kind, facts)
        arrive(self.session, key, self._card)

    def is_reminded(self, follow_up: int) -> None:
        row = row_of(self.session, follow_up)
        self.gets("follow_up", ReminderCard(follow_up, row.due_at, row.day, fresh=True).facts)

    def press(self, action: str, **args: str | int) -> Outcome:
        self._arrivals += 1
        heard = Heard(
            person=Person(self.member.chat or 0, self.member.name),
            chat=Chat(self.member.chat or 0),
            message=self._card,
            moment=self.now,
            what=Press("token", "callback"),
            arrival=self._card * 1000 + self._arrivals,
        )
        voice = Voice("en", self.member.zone, self.now.astimezone(self.member.zone).date())
        outcome = BUTTONS[action](Desk(self.session, self.member, heard, self.now, HOUSE, voice), args)
        carry_out(self.session, outcome, self.now)
        for message in outcome.messages:
            arrive(self.session, message.key, self._card if message.edits else self._card + 500)
        return outcome

    def hears(self, words: str, *, at: datetime) -> Heard:
        """What the bot hears when the member writes this."""
        here = self.member.chat or 0
        return Heard(Person(here, self.member.name), Chat(here), 5000, at, Text(words), 5000)

    @property
    def card(self) -> OutboxRow:
        """What the card shows now."""
        shown = select(OutboxRow).where(col(OutboxRow.message_id) == self._card).order_by(col(OutboxRow.id).desc())
        row = self.session.exec(shown).first()
        assert row is not None
        return row

    @property
    def shown(self) -> Reminder:
        view = reminder(self.session, self.member, self.card.facts)
        assert view is not None
        return view

    def events(self) -> list[str]:
        return list(self.session.exec(select(EventRow.action).order_by(col(EventRow.id))))


def due(chat: Chatting, follow_up: int) -> str:
    """When the reminder comes again, by the owner's clocks."""
    moment = row_of(chat.session, follow_up).due_at
    return f"{moment.astimezone(BERLIN):%a %d %b %H:%M}" if moment else "never"
