"""How attached a customer is, part by part, and how much of it is known."""

from collections.abc import Iterator

from sales.fields import FIELDS
from sales.scores.loyalty import Loyalty, Part, PartReason
from wording.cards.scores.figures import percent, points
from wording.catalogue import sentence
from wording.field_words import choice_label
from wording.voice import Voice

PARTS = {
    Part.SHARE: sentence("Our share of their purchases"),
    Part.COMPLAINTS: sentence("Complaints"),
    Part.FEEDBACK: sentence("Feedback"),
}


def loyalty_lines(found: Loyalty, voice: Voice) -> Iterator[str]:
    yield voice.labelled(voice.say("Loyalty"), _attitude(found, voice))
    yield from (_part(one, voice) for one in found.parts)
    if found.by_hand and found.score is not None:
        yield voice.say("Worked out it would be %(points)s.", points=points(found.score, voice))


def _attitude(found: Loyalty, voice: Voice) -> str:
    if found.attitude is None:
        return voice.say("too little is known (%(known)s)", known=f"{found.known}%")
    attitude = choice_label(FIELDS["loyalty"], found.attitude, voice)
    if found.by_hand or found.score is None:
        return voice.join([attitude, voice.say("set by hand")])
    return voice.join([attitude, points(found.score, voice)])


def _part(reason: PartReason, voice: Voice) -> str:
    head = voice.say(PARTS[reason.part])
    if reason.value is None:
        return voice.labelled(head, voice.say("not known"))
    if reason.part is Part.SHARE:
        return voice.labelled(head, percent(reason.value, voice))
    if not reason.counts:
        return voice.labelled(head, voice.say("none"))
    entries = voice.count("%(count)s entry", "%(count)s entries", reason.counts)
    return voice.labelled(head, voice.join([points(round(100 * reason.value), voice), entries]))
