"""How a list is shown again in place, with the digest by which an agenda is known to read as it does."""

from dataclasses import replace

from handlers.desk import Desk
from handlers.outcome import Message
from sales.reminder_cards import AgendaCard, LateCard, kind_of
from storage.plans.agenda import agenda, digest


def agenda_shown(desk: Desk, card: AgendaCard, *, edits: str | None = None) -> Message:
    """Nothing changes by looking: what it shows is what stands now."""
    view = agenda(desk.session, desk.member, now=desk.now, card=card)
    return desk.reply("agenda", replace(card, fresh=False, lines=digest(view)).facts, edits=edits)


def list_shown(desk: Desk, card: AgendaCard | LateCard, *, edits: str | None = None) -> Message:
    if isinstance(card, AgendaCard):
        return agenda_shown(desk, card, edits=edits)
    return desk.reply(kind_of(card) or "late", card.facts, edits=edits)
