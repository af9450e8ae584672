"""How digests and what is behind their buttons read now."""

from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.digests import QUIET_DAYS, Digest, read_asked
from sales.late_news import read_evening
from storage.company.habits import habits_of
from storage.digests.late_news import late_news as read_late_news
from storage.digests.reading import digest as read_digest
from wording.cards.digests import by_rep as reps_card
from wording.cards.digests import digest as digest_card
from wording.cards.digests import late_news as late_news_card
from wording.cards.digests import schedule as schedule_card


def digest(reader: Reader, facts: Facts) -> Card | None:
    """None for one that comes by itself and has no news, unless the reader wants those, too."""
    view = _view(reader, facts)
    if facts.get("fresh") and not view.has_news and not _wants_all(reader):
        return None
    return digest_card.digest(view, reader.voice, whole=bool(facts.get("whole")))


def by_rep(reader: Reader, facts: Facts) -> Card:
    return reps_card.by_rep(_view(reader, facts), int(facts["page"]), reader.voice)


def late_news(reader: Reader, facts: Facts) -> Card | None:
    """None where all of it was taken back meanwhile."""
    view = read_late_news(reader.session, reader.member, read_evening(facts))
    return late_news_card.late_news(view, reader.voice) if view.number else None


def schedule(reader: Reader, facts: Facts) -> Card:
    habits = habits_of(reader.session, reader.member.id)
    return schedule_card.schedule(habits, reader.member, read_asked(facts), reader.voice)


def _view(reader: Reader, facts: Facts) -> Digest:
    return read_digest(reader.session, reader.member, read_asked(facts), reader.now)


def _wants_all(reader: Reader) -> bool:
    return habits_of(reader.session, reader.member.id).kinds.get(QUIET_DAYS, False)
