"""How follow-ups, the agenda, the evening's wrap and reports read now."""

from datetime import date

from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.reminder_cards import agenda_card as agenda_facts
from sales.reminder_cards import reminder_card as reminder_facts
from storage.plans import agenda as agendas
from storage.plans import followup_views, reports
from wording.cards import agenda as agenda_card
from wording.cards import late as late_card
from wording.cards import reminder as reminder_card
from wording.cards import report as report_card


def follow_up(reader: Reader, facts: Facts) -> Card | None:
    card = reminder_facts(facts).sent_at(reader.now)
    view = followup_views.reminder(reader.session, reader.member, card.facts)
    return reminder_card.reminder(view, reader.voice) if view else None


def late(reader: Reader, facts: Facts) -> Card | None:
    view = followup_views.late_bundle(reader.session, reader.member, facts)
    return late_card.late(view, reader.voice) if view else None


def agenda(reader: Reader, facts: Facts) -> Card | None:
    """None for a fresh one of which nothing is left."""
    card = agenda_facts(facts)
    view = agendas.agenda(reader.session, reader.member, now=reader.now, card=card)
    if card.fresh and not view.is_worth_telling:
        return None
    return agenda_card.agenda(view, reader.voice)


def wrap(reader: Reader, facts: Facts) -> Card | None:
    """None for a fresh one that has nothing to ask any more."""
    view = reports.wrap(reader.session, reader.member, day=date.fromisoformat(facts["day"]))
    return None if facts.get("fresh") and not (view.untold or view.apart) else report_card.wrap(view, reader.voice)


def report(reader: Reader, facts: Facts) -> Card:
    first, last = date.fromisoformat(facts["first"]), date.fromisoformat(facts["last"])
    return report_card.report(reports.report(reader.session, reader.member, first=first, last=last), reader.voice)
