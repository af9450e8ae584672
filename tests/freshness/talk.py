"""Anna is asked for a fact, and answers."""

from collections.abc import Callable
from datetime import timedelta

from sqlmodel import select

from handlers.desk import Args, Desk
from handlers.freshness import laying_out, words
from handlers.outcome import Outcome
from handlers.prepared import UNPREPARED, Prepared
from handlers.reader import Reader
from handlers.recording import carry_out
from sales.cards import Button
from sales.fields import FIELDS
from sales.freshness import Gap
from storage.cards.known_facts import known
from storage.company import asked
from storage.freshness import asking
from storage.freshness.asking import Wanted
from storage.queues import outbox
from storage.tables.facts import FactAskedRow
from tests.freshness.office import Office
from tests.people.company import NOON
from tests.people.desks import desk

MINUTE = timedelta(minutes=1)


class Talk:
    """Anna at her desk, asked for one fact of Acme."""

    def __init__(self, office: Office, field: str, contact: int | None = None) -> None:
        self.office, self.session = office, office.session
        self.telling = office.log()
        wanted = Wanted(office.anna.id, office.customer(), self.telling, Gap(FIELDS[field], contact))
        self.asked = asking.ask(self.session, wanted, now=NOON)
        self.ask()

    def ask(self) -> None:
        about = str(self.asked)
        asked.ask(self.session, member=self.office.anna.id, what=asked.What.FACT_QUESTION, now=NOON, about=about)
        sending = outbox.Sending(
            key=asking.key(self.telling), chat=77, kind="fact", due_at=NOON, facts={"asked": self.asked, "fresh": 1}
        )
        outbox.put(self.session, sending)

    def desk(self, what: str = "…", *, minutes: int = 1) -> Desk:
        return desk(self.session, self.office.anna, what, at=NOON + minutes * MINUTE)

    def tap(self, action: Callable[[Desk, Args], Outcome], **args: str) -> Outcome:
        outcome = action(self.desk(), {"customer": self.office.customer(), "asked": self.asked, **args})
        carry_out(self.session, outcome, NOON)
        return outcome

    def write(self, text: str, prepared: Prepared = UNPREPARED, *, minutes: int = 1) -> bool:
        """Whether the words were taken for an answer."""
        outcome = words.written(self.desk(text, minutes=minutes), text, prepared)
        if outcome is not None:
            carry_out(self.session, outcome, NOON)
        return outcome is not None

    @property
    def stage(self) -> str:
        return self.session.exec(select(FactAskedRow.state)).one()

    @property
    def values(self) -> list[str]:
        row = self.session.get_one(FactAskedRow, self.asked)
        about = self.office.about(contact=row.contact_id)
        return [fact.value for fact in known(self.session, about) if fact.field == row.field]

    @property
    def waits_for_words(self) -> bool:
        return asked.open_question(self.session, member=self.office.anna.id, now=NOON) is not None

    @property
    def shown(self) -> str:
        """The card as it reads now, with its buttons."""
        at = self.desk()
        card = laying_out.fact(Reader(self.session, at.member, at.voice, at.now), {"asked": self.asked})
        assert card is not None
        labels = [button.label for row in card.rows for button in row if isinstance(button, Button)]
        return " / ".join([*card.text.splitlines(), *(f"[{label}]" for label in labels)])
