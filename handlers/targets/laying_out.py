"""How targets read now: everybody's, one person's, one's own."""

from handlers.company.colleagues import leads
from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.freshness import ALL, Weights
from sales.people import Member, Role
from sales.targets import OwnCard, TargetsCard
from storage.company import people
from storage.figures.rates import reporting_currency
from storage.targets.standings import own_standing, standings
from wording.cards import targets as cards

PAGE = 8


def targets(reader: Reader, facts: Facts) -> Card | None:
    """None where the one who was opened is nobody of theirs any more."""
    today, currency = reader.voice.today, reporting_currency(reader.session)
    led = [one for one in people.members(reader.session) if leads(reader.member, one)]
    if facts.get("member") is not None:
        wanted = [one for one in led if one.id == facts["member"]]
        shown = standings(reader.session, reader.member, wanted, today)
        return cards.targets(TargetsCard((), currency, shown[0]), reader.voice) if shown else None
    sellers = [one for one in led if Role.REP in one.roles]
    pages = max(1, -(-len(sellers) // PAGE))
    page = min(max(int(facts.get("page") or 1), 1), pages)
    there = _page(sellers, page)
    found = standings(reader.session, reader.member, there, today)
    return cards.targets(TargetsCard(tuple(found), currency, page=page, pages=pages), reader.voice)


def _page(members: list[Member], page: int) -> list[Member]:
    return members[(page - 1) * PAGE : page * PAGE]


def me(reader: Reader, facts: Facts) -> Card:
    number = int(facts.get("cards") or 0)
    weights = Weights(number * ALL, int(facts.get("there") or 0), int(facts.get("fresh") or 0))
    standing = own_standing(reader.session, reader.member, reader.voice.today)
    return cards.me(OwnCard(standing, reporting_currency(reader.session), weights, number), reader.voice)
