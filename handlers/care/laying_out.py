"""How reminders read now, whatever their kind."""

from handlers.reader import Facts, Reader
from sales.cards import Card
from storage.care.views import care_view
from wording.cards.care import frame
from wording.cards.care.celebrations import alone


def care(reader: Reader, facts: Facts) -> Card | None:
    view = care_view(reader.session, reader.member, facts)
    return frame.care(view, reader.voice) if view else None


def greeting(reader: Reader, facts: Facts) -> Card | None:
    """The words to forward, alone; None: there is nobody to greet any more."""
    view = care_view(reader.session, reader.member, facts)
    return alone(view, reader.voice) if view and view.about else None
