"""Two members met at one customer: what the claimant, the owner and the manager who decides are told."""

from collections.abc import Mapping

from sales.cards import Button, Card
from sales.rulings import Ruling, RulingState
from wording.catalogue import sentence
from wording.layout import lay_out
from wording.voice import Voice
from wording.wild_text import NAME, QUOTE, short

_CLAIMANT: Mapping[RulingState, str] = {
    RulingState.SHARED: sentence("%(customer)s is shared with you now.\nWhat you wrote stands on its card."),
    RulingState.HANDED: sentence("%(customer)s is yours now.\nWhat you wrote stands on its card."),
    RulingState.APART: sentence("%(claimed)s stays a customer of your own.\nThe other one is somebody else."),
    RulingState.WITHDRAWN: sentence("You took back what you wrote of %(claimed)s.\nNobody has to decide any more."),
}
_OWNER: Mapping[RulingState, str] = {
    RulingState.SHARED: sentence("%(customer)s is shared with %(claimant)s now."),
    RulingState.HANDED: sentence("%(customer)s is looked after by %(claimant)s now."),
    RulingState.APART: sentence("%(customer)s stays yours.\nA colleague meant another customer."),
    RulingState.WITHDRAWN: sentence("A colleague took back what they told about %(customer)s."),
}
_MANAGER: Mapping[RulingState, str] = {
    RulingState.SHARED: sentence("%(customer)s is shared by %(owner)s and %(claimant)s now."),
    RulingState.HANDED: sentence("%(customer)s is looked after by %(claimant)s now."),
    RulingState.APART: sentence("%(customer)s and %(claimed)s of %(claimant)s stay two customers."),
    RulingState.WITHDRAWN: sentence("Settled: %(claimant)s took back what they wrote of %(claimed)s."),
}


def claim(view: Ruling, voice: Voice) -> Card:
    """To the claimant; nothing of the card is shown."""
    if view.state is not RulingState.OPEN:
        return lay_out([*_ended(_CLAIMANT[view.state], view, voice), *_decided(view, voice)])
    owner = view.owner if view.owner_shown else None
    said = (
        voice.say("%(customer)s is looked after by %(owner)s.", customer=_name(view.claimed), owner=owner)
        if owner
        else voice.say("%(customer)s is looked after by a colleague.", customer=_name(view.claimed))
    )
    return lay_out([said, _asked(view, voice)])


def _asked(view: Ruling, voice: Voice) -> str:
    if view.asked:
        return voice.say("I have kept what you wrote and asked %(manager)s.", manager=view.asked)
    return voice.say("I have kept what you wrote.")


def claimed(view: Ruling, voice: Voice) -> Card:
    """To the owner."""
    if view.state is not RulingState.OPEN:
        return lay_out([*_ended(_OWNER[view.state], view, voice), *_decided(view, voice)])
    told = voice.say("A colleague has told something about %(customer)s.", customer=_name(view.customer))
    asked = voice.say("I asked %(manager)s how to go on.", manager=view.asked) if view.asked else ""
    return lay_out([told, asked])


def ruling(view: Ruling, voice: Voice) -> Card:
    """To the manager of both."""
    if view.state is not RulingState.OPEN:
        return lay_out([*_ended(_MANAGER[view.state], view, voice), *_decided(view, voice)])
    owner = view.owner
    lines = [
        voice.say("Whose is %(customer)s?", customer=_name(view.customer)),
        voice.say("Looked after by %(owner)s", owner=owner) if owner else voice.say("Nobody looks after it yet"),
        voice.say("%(claimant)s wrote of %(claimed)s:", claimant=view.claimant, claimed=_name(view.claimed)),
        f"“{short(view.said, QUOTE)}”",
    ]
    about = {"ruling": view.id}
    first = (
        Button(voice.say("Share it"), "rule_share", about),
        Button(voice.say("Hand over to %(name)s", name=view.claimant), "rule_hand_over", about),
    )
    return lay_out(lines, first, (Button(voice.say("Two customers"), "rule_apart", about),))


def _ended(words: str, view: Ruling, voice: Voice) -> list[str]:
    said = voice.say(
        words,
        customer=_name(view.customer),
        claimed=_name(view.claimed),
        claimant=view.claimant,
        owner=view.owner or "–",
    )
    return said.splitlines()


def _decided(view: Ruling, voice: Voice) -> list[str]:
    return [voice.say("%(manager)s decided it.", manager=view.decided_by)] if view.decided_by else []


def _name(name: str) -> str:
    return short(name, NAME)
