"""How the messages about the company's people read: teams, leaves, hand-overs, the set-up and the pool."""

from handlers.company.colleagues import leads
from handlers.reader import Facts, Reader
from sales.cards import Card
from storage.company import absence_views, absences, handover_views, handovers
from storage.company.people import members
from wording.cards import handover as handover_card
from wording.cards import leave as leave_card
from wording.cards import pack as pack_card

LISTED = 16


def leave(reader: Reader, facts: Facts) -> Card | None:
    view = absence_views.card(reader.session, reader.member, facts)
    return leave_card.leave(view, reader.voice) if view else None


def leaves(reader: Reader, facts: Facts) -> Card:
    """The reader's own, and of everybody for whom they may decide."""
    them = [one.id for one in members(reader.session) if one.id == reader.member.id or leads(reader.member, one)]
    return leave_card.leaves(absences.ahead(reader.session, them)[:LISTED], reader.voice)


def leave_news(reader: Reader, facts: Facts) -> Card | None:
    view = absence_views.news(reader.session, reader.member, facts, reader.voice.today)
    return leave_card.news(view, reader.voice) if view else None


def givers(reader: Reader, facts: Facts) -> Card:
    return handover_card.givers(handovers.givers(reader.session, reader.member), reader.voice)


def handover(reader: Reader, facts: Facts) -> Card | None:
    view = handover_views.card(reader.session, reader.member, facts)
    return handover_card.handover(view, reader.voice) if view else None


def handover_news(reader: Reader, facts: Facts) -> Card | None:
    view = handover_views.card(reader.session, reader.member, facts)
    return handover_card.news(view, reader.voice, gave=view.about.giver == reader.member.id) if view else None


def pack(reader: Reader, facts: Facts) -> Card | None:
    view = handover_views.pack(reader.session, reader.member, facts, reader.voice.today)
    return pack_card.pack(view, reader.voice) if view else None
