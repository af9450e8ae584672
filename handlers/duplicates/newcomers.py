"""Tells of a name that is about to become a customer whether it may be one of the member's, or somebody else's."""

from dataclasses import replace

from handlers.desk import Desk
from handlers.duplicates.company_names import Near
from sales.drafts import Choice, Draft, SameCustomer
from storage.company import pool
from storage.duplicates.standing import Standing
from storage.duplicates.turns import take_turn
from storage.told import journal

_BEST = 3
COLLIDES = 0.75
"""So near a name of somebody else's customer has to be."""
CLEARLY = 0.1
"""By so much it has to beat the next customer, unless it is the very name."""
THE_VERY_NAME = 0.95


def guarded(desk: Desk, draft: Draft) -> Draft:
    """The draft with a question for the first new name that is near one of the member's customers, or of the pool."""
    if draft.questions:
        return draft
    for name in new_names(draft):
        found = [] if name in draft.really_new else near(desk, draft, name)
        own = [one for one in found if one.customer.seen]
        free = [one for one in found if one.alike >= COLLIDES and is_free(desk, one.customer)]
        if own or free:
            return replace(draft, questions=(SameCustomer(name, _choices(own), _choices(free)),))
    return draft


def _choices(found: list[Near]) -> tuple[Choice, ...]:
    return tuple(Choice(one.customer.id, one.customer.name) for one in found[:_BEST])


def is_free(desk: Desk, customer: Standing) -> bool:
    """Nobody looks after it, and the member may claim it."""
    return customer.owner is None and not customer.seen and pool.is_open(desk.session, desk.member, customer.id)


def new_names(draft: Draft) -> list[str]:
    """Names that no customer on record has yet."""
    return [party.name for party in draft.telling.parties if party.id is None and party.name]


def near(desk: Desk, draft: Draft, name: str) -> list[Near]:
    """The customers with a near-same name, but those that this very message made when it was read before.

    The name is about to go on record, so it takes its turn: of two who tell of it at once, one sees the other's.
    """
    take_turn(desk.session)
    there = journal.by_message(desk.session, draft.chat, draft.message)
    found = desk.names.near(desk.session, desk.member, name)
    return [one for one in found if there is None or one.customer.telling != there.id]


def others(found: list[Near]) -> Near | None:
    """The customer of somebody else that the name clearly means; None where it may mean several, or one's own."""
    if not found or found[0].customer.seen or found[0].alike < COLLIDES:
        return None
    best, *rest = found
    clear = best.alike >= THE_VERY_NAME or not rest or best.alike - rest[0].alike >= CLEARLY
    return best if clear and not any(one.customer.seen for one in rest if one.alike >= best.alike) else None
