"""A follow-up that is given to a colleague: they are asked, and whoever gave it hears what became of it."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Message, Outcome
from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.drafts import Draft
from sales.views import Given
from storage.company import people
from storage.plans import followups, giving
from storage.plans.followups import Standing
from wording.cards import given as given_card
from wording.sentences import Said, Toast
from wording.told_lines import action_words

PAUSE = timedelta(seconds=60)
"""In which a slip can be undone before anybody hears of it."""


def ask_colleagues(desk: Desk, draft: Draft) -> tuple[Message, ...]:
    """Ask each colleague who is named in a follow-up of this message."""
    return tuple(
        message
        for slot, plan in enumerate(draft.telling.follow_ups)
        if plan and plan.who and (message := _ask(desk, draft, slot, plan.who))
    )


def _ask(desk: Desk, draft: Draft, slot: int, who: str) -> Message | None:
    number = giving.colleague_named(desk.session, who, teller=desk.member.id)
    colleague = people.member(desk.session, number) if number else None
    if colleague is None or colleague.chat is None:
        return None
    facts = {"chat": draft.chat, "message": draft.message, "slot": slot, "fresh": 1}
    key = f"given:{draft.chat}:{draft.message}:{slot}:{colleague.id}"
    return Message(key, colleague.chat, "given", facts, colleague.id, due_at=desk.now + PAUSE)


def accept(desk: Desk, args: Args) -> Outcome:
    return _answer(desk, args, accepted=True)


def refuse(desk: Desk, args: Args) -> Outcome:
    return _answer(desk, args, accepted=False)


def _answer(desk: Desk, args: Args, *, accepted: bool) -> Outcome:
    standing = followups.find(desk.session, desk.member, int(args["follow_up"]))
    if standing is None or standing.given_to != desk.member.id:
        return desk.toast(Toast.NOT_ALLOWED)
    if not standing.open or standing.accepted is accepted:
        return desk.toast(Toast.ALREADY_CLOSED)
    by = desk.hand
    change = partial(giving.answer, follow_up=standing.id, accepted=accepted, by=by)
    card = desk.reply("given", {"follow_up": standing.id}, edits=desk.pressed)
    said = Said.GIVEN_ACCEPTED if accepted else Said.GIVEN_REFUSED
    return Outcome((change,), (card, *_news(desk, standing, said)), desk.voice.say(Toast.SAVED))


def news_of_done(desk: Desk, standing: Standing) -> tuple[Message, ...]:
    """Whoever gave it hears that the colleague did it."""
    mine = standing.given_to == desk.member.id and standing.accepted is True
    return _news(desk, standing, Said.GIVEN_DONE) if mine else ()


def _news(desk: Desk, standing: Standing, said: Said) -> tuple[Message, ...]:
    owner = people.member(desk.session, standing.owner)
    if owner is None or owner.chat is None:
        return ()
    voice = replace(desk.voice, language=owner.language, zone=owner.zone)
    customer = standing.what.customer.name if standing.what.customer else ""
    what = voice.labelled(customer, action_words(replace(standing.what, who=None), voice))
    text = voice.say(said, name=desk.member.name, what=what)
    return (Message(f"given_news:{desk.heard.arrival}", owner.chat, "said", {"text": text}, owner.id),)


def laid_out(reader: Reader, facts: Facts) -> Card | None:
    """None where it was taken back before the colleague heard of it."""
    view = _view(reader, facts)
    if view is None or (facts.get("fresh") and view.stage != "asked"):
        return None
    return given_card.given(view, reader.voice)


def _view(reader: Reader, facts: Facts) -> Given | None:
    number = facts.get("follow_up")
    if number is None:
        row = giving.find_given(reader.session, chat=facts["chat"], message=facts["message"], slot=facts["slot"])
        number = row.id if row else None
    return giving_view(reader, int(number)) if number else None


def giving_view(reader: Reader, follow_up: int) -> Given | None:
    given = followups.given(reader.session, reader.member, follow_up)
    if given is None:
        return None
    owner = people.member(reader.session, given.owner)
    return Given(given.id, given.what, owner.name if owner else "", _stage(given))


def _stage(given: Standing) -> str:
    if not given.open:
        return "over"
    return "asked" if given.accepted is None else "accepted" if given.accepted else "refused"
