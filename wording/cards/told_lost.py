"""Whether a customer who is told to have gone to a competitor counts as lost, and why they went."""

from sales.cards import Argument, Button, Card
from sales.scores.stage_reasons import LossCause
from wording.cards.care.slipping import CAUSES, LEFT_FOR
from wording.layout import in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, short

_IN_A_ROW = 2


def asked(name: str, customer: int, voice: Voice) -> Card:
    about: dict[str, Argument] = {"customer": customer}
    lines = [
        voice.say("Is %(customer)s lost to a competitor?", customer=short(name, NAME)),
        voice.say("What made them go? Then I count them as lost."),
    ]
    causes = [Button(voice.say(CAUSES[one]), "told_lost", {**about, "cause": one.value}) for one in LEFT_FOR]
    unknown = Button(voice.say("Not known"), "told_lost", {**about, "cause": LossCause.COMPETITOR.value})
    no = Button(voice.say("No, not lost"), "told_not_lost", about)
    return lay_out(lines, *in_rows([*causes, unknown], _IN_A_ROW), (no,))


def noted(name: str, customer: int, voice: Voice) -> Card:
    said = voice.say("✓ Noted as lost: %(customer)s", customer=short(name, NAME))
    return lay_out([said], (Button(voice.say("Undo"), "told_lost_undo", {"customer": customer}),))


def kept(name: str, voice: Voice) -> Card:
    return lay_out([voice.say("%(customer)s stays as they were.", customer=short(name, NAME))])
