"""How an entry and a comment read now."""

from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.comments import EntryPlace
from storage.comments import views
from wording.cards import comments as cards


def entry(reader: Reader, facts: Facts) -> Card | None:
    place = EntryPlace(int(facts["telling"]), int(facts["slot"]))
    view = views.entry_card(reader.session, reader.member, place)
    return cards.entry(view, reader.voice) if view else None


def comment(reader: Reader, facts: Facts) -> Card | None:
    view = views.comment_card(reader.session, reader.member, int(facts["arrival"]))
    return cards.comment(view, reader.voice) if view else None
