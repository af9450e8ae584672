"""How the messages about the company's people read: teams, leaves, hand-overs, the set-up and the pool."""

from collections.abc import Callable, Mapping

from handlers.company.colleagues import leads
from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.company_settings import SetupCard
from storage.company import (
    absence_views,
    absences,
    company_settings,
    handover_views,
    handovers,
    pool,
    pool_rounds,
    team_views,
)
from storage.company.people import members
from storage.company.teams import teams
from wording.cards import handover as handover_card
from wording.cards import leave as leave_card
from wording.cards import pack as pack_card
from wording.cards import pool as pool_cards
from wording.cards import setup as setup_card
from wording.cards import teams as teams_card

LISTED = 16
PAGE = 8


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


def pool_card(reader: Reader, facts: Facts) -> Card | None:
    """A page of the pool, the choice among several, or one customer."""
    if facts.get("several"):
        found = (pool.line(reader.session, number) for number in _numbers(facts, "several"))
        return pool_cards.several([line for line in found if line and line.owner is None], reader.voice)
    if not facts.get("customer"):
        page = pool.page(reader.session, reader.member, page=int(facts.get("page") or 1), size=PAGE)
        return pool_cards.pool(page, reader.voice)
    line = pool.line(reader.session, int(facts["customer"]))
    if line is None:
        return None
    return pool_cards.one(line, reader.voice, page=int(facts.get("page") or 1), own=line.owner == reader.member.id)


def pool_news(reader: Reader, facts: Facts) -> Card | None:
    view = pool_rounds.news(reader.session, warned=_numbers(facts, "warned"), returned=_numbers(facts, "returned"))
    return pool_cards.news(view, reader.voice)


def setup(reader: Reader, facts: Facts) -> Card:
    company = company_settings.company_settings(reader.session)
    tree = teams(reader.session)
    root = tree[tree.root or 0]
    view = SetupCard(
        asks=str(facts.get("asks") or ""),
        company=root.name,
        zone=tree.zone(root.id),
        settings=company,
        currency=company.currency or str(facts.get("currency") or ""),
        preset=company_settings.preset(reader.session),
    )
    return setup_card.setup(view, reader.voice)


def team_card(reader: Reader, facts: Facts) -> Card | None:
    """The tree, one team or one member."""
    if facts.get("member"):
        choosing = bool(facts.get("choosing"))
        view = team_views.member(reader.session, reader.member, int(facts["member"]), choosing=choosing)
    elif facts.get("team"):
        view = team_views.team(reader.session, reader.member, int(facts["team"]))
    else:
        view = team_views.tree(reader.session, reader.member)
    return teams_card.teams(view, reader.voice) if view else None


def _numbers(facts: Facts, name: str) -> list[int]:
    return [int(number) for number in str(facts.get(name) or "").split(",") if number]


COMPANY: Mapping[str, Callable[[Reader, Facts], Card | None]] = {
    "leave": leave,
    "leaves": leaves,
    "leave_news": leave_news,
    "givers": givers,
    "handover": handover,
    "handover_news": handover_news,
    "pack": pack,
    "pool": pool_card,
    "pool_news": pool_news,
    "setup": setup,
    "teams": team_card,
}
"""What shows the company's kinds of messages."""
