"""A customer who complained waits: an answer is promised, or the clock runs."""

from collections.abc import Iterator

from sales.care.views import CareView
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short


def promised(view: CareView, voice: Voice) -> str:
    customer = short(view.customer, NAME)
    moment = view.about.get("answer_by") if view.about.get("timed") else None
    when = voice.moment(moment) if moment else voice.day(view.day)
    return voice.say("%(customer)s expects your answer by %(moment)s", customer=customer, moment=when)


def waits(view: CareView, voice: Voice) -> str:
    head = voice.say("%(customer)s waits for an answer", customer=short(view.customer, NAME))
    return f"🔴 {head}" if view.about.get("grave") else head


def lines(view: CareView, voice: Voice) -> Iterator[str]:
    yield voice.labelled(voice.say("Complaint"), short(str(view.about.get("text") or ""), WORDS))
    moment, manager = view.about.get("answer_by"), str(view.about.get("manager") or "")
    if moment and manager and not (view.late or view.was):
        name = short(manager, NAME_IN_LIST)
        yield voice.say("%(name)s sees it %(moment)s, unless it is answered.", name=name, moment=voice.moment(moment))


def promise_reason(view: CareView, voice: Voice) -> str:
    return voice.say("This answer was promised to a customer who complained.")


def clock_reason(view: CareView, voice: Voice) -> str:
    return voice.say("Half of the working time for an answer to this complaint is over.")
