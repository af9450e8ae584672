"""How reminders read now, whatever their kind."""

from handlers.reader import Facts, Reader
from sales.cards import Card
from storage.care import coming as planned
from storage.care import unreached as waiting_for
from storage.care.deliveries import deliveries as deliveries_of
from storage.care.views import care_view
from storage.care.waited import as_sent
from storage.company.habits import habits_of
from wording.cards import coming as coming_card
from wording.cards import hours as hours_card
from wording.cards import unreached as unreached_card
from wording.cards.care import frame
from wording.cards.care.celebrations import alone


def care(reader: Reader, facts: Facts) -> Card | None:
    """None where it waited on its way out until it was of no use."""
    sent = as_sent(reader.session, reader.member, facts, now=reader.now)
    view = care_view(reader.session, reader.member, sent) if sent else None
    return frame.care(view, reader.voice) if view else None


def hours(reader: Reader, facts: Facts) -> Card:
    habits = habits_of(reader.session, reader.member.id)
    return hours_card.hours(habits, str(facts.get("asks") or ""), reader.voice, reader.member.roles)


def kind_offer(reader: Reader, facts: Facts) -> Card | None:
    """None: they turned it on or off meanwhile."""
    kind = str(facts["kind"])
    chosen = habits_of(reader.session, reader.member.id).kinds
    return None if kind in chosen else hours_card.offer(kind, reader.voice)


def coming(reader: Reader, facts: Facts) -> Card:
    customer, page = int(facts.get("customer") or 0), int(facts.get("page") or 1)
    return coming_card.coming(planned.coming(reader.session, reader.member, customer=customer, page=page), reader.voice)


def coming_line(reader: Reader, facts: Facts) -> Card | None:
    line = planned.coming_line(
        reader.session,
        reader.member,
        reminder=int(facts["reminder"]),
        stage=str(facts.get("stage") or ""),
        customer=int(facts.get("customer") or 0),
    )
    return coming_card.coming_line(line, reader.voice) if line else None


def deliveries(reader: Reader, facts: Facts) -> Card:
    told = deliveries_of(reader.session, reader.member, page=int(facts.get("page") or 1))
    return coming_card.deliveries(told, reader.voice)


def unreached(reader: Reader, facts: Facts) -> Card | None:
    view = waiting_for.unreached(reader.session, reader.member, member=int(facts["out_of_reach"]), now=reader.now)
    return unreached_card.unreached(view, reader.voice) if view else None


def greeting(reader: Reader, facts: Facts) -> Card | None:
    """The words to forward, alone; None: there is nobody to greet any more."""
    view = care_view(reader.session, reader.member, facts)
    return alone(view, reader.voice) if view and view.about else None
