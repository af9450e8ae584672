"""A follow-up is handed on: a colleague is chosen and asked, and whoever handed it on may take it back."""

from dataclasses import replace
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Message, Outcome
from handlers.plans.followup_buttons import Tapped, tapped_on
from sales.people import Member
from storage.company import people
from storage.plans import followups, giving
from storage.queues import outbox
from wording.cards.given import no_longer_asked
from wording.sentences import Toast
from wording.told_lines import action_words


def choose(desk: Desk, args: Args) -> Outcome:
    """The colleagues take the place of the buttons."""
    return tapped_on(desk, args, _choose)


def _choose(tapped: Tapped) -> Outcome:
    if not tapped.standing.open:
        return tapped.refuse(Toast.ALREADY_CLOSED)
    if not followups.can_take_on(tapped.desk.session, tapped.desk.member, tapped.standing):
        return tapped.refuse(Toast.NO_COLLEAGUE)
    return Outcome(messages=(tapped.show(replace(tapped.card, handing=True)),))


def to_one(desk: Desk, args: Args) -> Outcome:
    """The colleague is asked as if they had been named in the message."""
    return tapped_on(desk, args, lambda tapped: _hand(tapped, int(args["member"])))


def _hand(tapped: Tapped, number: int) -> Outcome:
    desk, standing = tapped.desk, tapped.standing
    if not standing.open:
        return tapped.refuse(Toast.ALREADY_CLOSED)
    free = {key for key, _ in followups.can_take_on(desk.session, desk.member, standing)}
    colleague = people.member(desk.session, number) if number in free else None
    if colleague is None or colleague.chat is None:
        return tapped.refuse(Toast.NO_COLLEAGUE)
    change = partial(giving.hand_on, follow_up=standing.id, to=colleague.id, by=tapped.hand)
    asked = Message(
        key=f"{_asked_under(standing.id)}{desk.heard.arrival}",
        chat=colleague.chat,
        kind="given",
        facts={"follow_up": standing.id, "fresh": 1},
        member=colleague.id,
    )
    shown = tapped.show(replace(tapped.card, handing=False))
    return Outcome((change,), (shown, asked), desk.voice.say(Toast.ASKED, name=colleague.name))


def take_back(desk: Desk, args: Args) -> Outcome:
    """It is the owner's again; the colleague who was asked is told so."""
    return tapped_on(desk, args, _take_back)


def _take_back(tapped: Tapped) -> Outcome:
    desk, standing = tapped.desk, tapped.standing
    if not standing.open or standing.given_to is None:
        return tapped.refuse(Toast.ALREADY_CLOSED)
    change = partial(giving.take_back, follow_up=standing.id, by=tapped.hand)
    colleague = people.member(desk.session, standing.given_to)
    told = (_over(tapped, colleague),) if colleague and colleague.chat else ()
    return Outcome((change,), (tapped.show(), *told), desk.voice.say(Toast.REOPENED))


def _over(tapped: Tapped, colleague: Member) -> Message:
    """In place of the question, where it can be found; else as news."""
    desk, standing = tapped.desk, tapped.standing
    voice = replace(desk.voice, language=colleague.language, zone=colleague.zone)
    customer = standing.what.customer.name if standing.what.customer else ""
    what = voice.labelled(customer, action_words(replace(standing.what, who=None), voice))
    return Message(
        key=f"given_back:{desk.heard.arrival}",
        chat=colleague.chat or 0,
        kind="answered",
        facts={"text": no_longer_asked(what, voice)},
        member=colleague.id,
        edits=outbox.last_key(desk.session, _asked_under(standing.id)),
    )


def _asked_under(follow_up: int) -> str:
    return f"given:of:{follow_up}:"
