"""A rep writes of somebody else's customer: nothing is lost, both are told, and a manager of both decides."""

from dataclasses import replace
from functools import partial

from handlers.desk import Args, Desk
from handlers.duplicates.newcomers import is_free, near, new_names, others
from handlers.outcome import Change, Message, Outcome
from sales.drafts import Draft
from sales.rulings import RulingState
from storage.company import people
from storage.duplicates import rulings
from storage.duplicates.rulings import Claim
from storage.duplicates.standing import Standing
from storage.queues import outbox
from storage.tables.access import RulingRow
from wording.sentences import Toast


def guard(desk: Desk, draft: Draft, outcome: Outcome) -> Outcome:
    """The outcome of putting a message on record, and with it what each new name asks that is another's customer's."""
    met = [(name, found.customer) for name in new_names(draft) if (found := others(near(desk, draft, name)))]
    fresh = [
        (name, customer)
        for name, customer in met
        if not is_free(desk, customer)
        and not rulings.is_settled(desk.session, customer=customer.id, claimant=desk.member.id)
    ]
    changes = [_opened(desk, Claim(draft.chat, draft.message, name, customer.id)) for name, customer in fresh]
    messages = [message for _, customer in fresh for message in _told(desk, draft, customer)]
    return replace(outcome, changes=(*outcome.changes, *changes), messages=(*outcome.messages, *messages))


def _opened(desk: Desk, claim: Claim) -> Change:
    return partial(rulings.open_ruling, claim=claim, claimant=desk.member.id, by=desk.hand)


def _told(desk: Desk, draft: Draft, customer: Standing) -> list[Message]:
    """The claimant, the owner, and who decides; an owner who decides is told once."""
    owner = people.member(desk.session, customer.owner) if customer.owner else None
    judge = rulings.arbiter(desk.session, desk.member, owner)
    facts = {"chat": draft.chat, "message": draft.message, "customer": customer.id}
    known = facts | ({"asked": judge.name} if judge else {})
    hear = {"claim": desk.member, "ruling": judge, "claimed": owner if judge != owner else None}
    return [
        Message(f"{_prefix(facts)}{who.id}:{desk.heard.arrival}", who.chat or 0, kind, known, who.id)
        for kind, who in hear.items()
        if who is not None and who.chat is not None
    ]


def shown_again(desk: Desk, number: int) -> Message | None:
    """A ruling as a new message to who decides; it follows what becomes of it, as the first one does."""
    row = desk.session.get(RulingRow, number)
    place = rulings.place_of(desk.session, row) if row else None
    if row is None or place is None:
        return None
    facts = {"chat": place[0], "message": place[1], "customer": row.customer_id}
    key = f"{_prefix(facts)}{desk.member.id}:{desk.heard.arrival}"
    return Message(key, desk.heard.chat.id, "ruling", facts, desk.member.id)


def _prefix(facts: dict[str, int]) -> str:
    return f"ruling:{facts['chat']}:{facts['message']}:{facts['customer']}:"


def refreshed(desk: Desk, telling: int, *, asking: RulingRow | None = None) -> tuple[Message, ...]:
    """Everybody who was told of a message's rulings sees how they stand now."""
    rows = [asking] if asking else rulings.of_telling(desk.session, telling)
    return tuple(message for row in rows for message in _edits(desk, row))


def _edits(desk: Desk, row: RulingRow) -> list[Message]:
    place = rulings.place_of(desk.session, row)
    if place is None:
        return []
    facts = {"chat": place[0], "message": place[1], "customer": row.customer_id}
    return [
        Message(
            f"{put.kind}:{desk.heard.arrival}:{row.id}:{number}",
            put.chat,
            put.kind,
            put.facts,
            put.member,
            edits=put.key,
        )
        for number, put in enumerate(outbox.put_under(desk.session, _prefix(facts)))
    ]


def followed(desk: Desk, telling: int, outcome: Outcome) -> Outcome:
    """The outcome of undoing, redoing or editing a message, and with it what becomes of its rulings."""
    messages = refreshed(desk, telling)
    if not messages:
        return outcome
    follow = partial(rulings.follow_telling, telling=telling)
    return replace(outcome, changes=(*outcome.changes, follow), messages=(*outcome.messages, *messages))


def share(desk: Desk, args: Args) -> Outcome:
    """Both look after the customer from now on."""
    return _decided(desk, int(args["ruling"]), RulingState.SHARED)


def hand_over(desk: Desk, args: Args) -> Outcome:
    """The claimant looks after the customer from now on."""
    return _decided(desk, int(args["ruling"]), RulingState.HANDED)


def keep_apart(desk: Desk, args: Args) -> Outcome:
    """They are two customers."""
    return _decided(desk, int(args["ruling"]), RulingState.APART)


def may_decide(desk: Desk, number: int) -> bool:
    row = desk.session.get(RulingRow, number)
    return row is not None and rulings.may_rule(desk.session, desk.member, row)


def _decided(desk: Desk, number: int, state: RulingState) -> Outcome:
    row = desk.session.get(RulingRow, number)
    if row is None or row.state == RulingState.WITHDRAWN:
        return desk.toast(Toast.GONE)
    if row.state != RulingState.OPEN:
        judge = people.member(desk.session, row.decided_by or 0)
        return desk.toast(Toast.ALREADY_RULED, name=judge.name if judge else "–")
    change = partial(rulings.decide, ruling=number, state=state, by=desk.hand)
    return Outcome((change,), refreshed(desk, row.telling_id or 0, asking=row), desk.voice.say(Toast.RULED))
