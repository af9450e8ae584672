"""Whom to offer when a message leaves open which customer is meant: the best three, and when they were seen last."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.desk import Desk
from sales.drafts import Choice, Question, WhichCustomer
from storage.cards import customer_list
from storage.told import echoes

BEST = 3


def with_choices(desk: Desk, questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """Where a message named nobody, those told of last are offered."""
    return tuple(_offered(desk, one) if isinstance(one, WhichCustomer) else one for one in questions)


def _offered(desk: Desk, asked: WhichCustomer) -> WhichCustomer:
    choices = asked.choices or _latest(desk)
    seen = customer_list.last_entries(desk.session, desk.member, [choice.customer for choice in choices])
    dated = (
        replace(choice, seen=seen[choice.customer].on) if choice.customer in seen else choice for choice in choices
    )
    return replace(asked, choices=tuple(dated))


def _latest(desk: Desk) -> Sequence[Choice]:
    parties = echoes.recent_parties(desk.session, member=desk.member, limit=BEST)
    return [Choice(party.id, party.name) for party in parties if party.id]
