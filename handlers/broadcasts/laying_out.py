"""How words to a team read now."""

from handlers.reader import Facts, Reader
from sales.cards import Card
from storage.broadcasts import views
from wording.cards import broadcasts as cards


def draft(reader: Reader, facts: Facts) -> Card | None:
    view = views.draft_card(reader.session, reader.member, int(facts["team"]), str(facts["text"]), reader.now)
    return cards.draft(view, reader.voice) if view else None


def broadcast(reader: Reader, facts: Facts) -> Card | None:
    again = bool(facts.get("again"))
    view = views.broadcast_card(reader.session, reader.member, int(facts["arrival"]), again=again)
    return cards.broadcast(view, reader.voice) if view else None


def sent(reader: Reader, facts: Facts) -> Card | None:
    view = views.sent_card(reader.session, reader.member, int(facts["arrival"]), reader.now)
    return cards.sent(view, reader.voice) if view else None
