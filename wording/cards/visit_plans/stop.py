"""One visit of one's own plan: why it is there, and what can become of it."""

from sales.cards import Argument, Button, Card, Row
from sales.visit_plans.plan import StopCard
from wording.layout import in_rows, lay_out
from wording.visit_plan_words import reason_words
from wording.voice import Voice
from wording.wild_text import NAME, WORDS, short

_IN_A_ROW = 2


def stop(view: StopCard, voice: Voice) -> Card:
    name, day = short(view.stop.name, NAME), voice.day(view.stop.day)
    if view.dropped:
        head = voice.say("Not on your plan: %(name)s", name=name)
        again = Button(voice.say("Take it up again"), "plan_take_up", _it(view))
        return lay_out([head], (again,), _back(view, voice))
    lines = [voice.labelled(name, day), *(reason_words(one, voice) for one in view.stop.reasons)]
    lines.append(voice.labelled(voice.say("Address"), short(view.address, WORDS)) if view.address else "")
    if view.days:
        return lay_out([*lines, voice.say("On which day?")], *_days(view, voice), _back(view, voice))
    change = (
        Button(voice.say("Another day"), "plan_other_day", _it(view)),
        Button(voice.say("Leave it out"), "plan_drop", _it(view)),
    )
    card = Button(voice.say("Card"), "open_customer", {"customer": view.stop.customer})
    return lay_out(lines, change, (card, *_back(view, voice)))


def _days(view: StopCard, voice: Voice) -> tuple[Row, ...]:
    offered = [day for day in view.days if day != view.stop.day]
    return in_rows(
        [Button(voice.day(day), "plan_to_day", {**_it(view), "day": day.isoformat()}) for day in offered], _IN_A_ROW
    )


def _it(view: StopCard) -> dict[str, Argument]:
    return {"stop": view.stop.stop or 0}


def _back(view: StopCard, voice: Voice) -> Row:
    about: dict[str, Argument] = {"member": view.member, "week": view.week.isoformat()}
    return (Button(voice.say("Back"), "plan_week", about),)
