"""Why something that was written is no value of a field, in one sentence, and how to write it."""

from sales.field_values import LONGEST, Refusal
from sales.fields import Field
from wording.cards.editing import HOW
from wording.catalogue import sentence
from wording.voice import Voice

REFUSALS = {
    Refusal.EMPTY: sentence("I saw no words in that."),
    Refusal.TOO_LONG: sentence("That is longer than %(most)s letters; please shorten it."),
    Refusal.NO_CHOICE: sentence("That is none of the choices."),
    Refusal.NO_NUMBER: sentence("I could not read one whole number in that."),
    Refusal.NO_MONEY: sentence("I could not read a sum in that."),
    Refusal.NO_DAYS: sentence("I could not read a number of days in that."),
    Refusal.NO_DAY: sentence("I could not read a day with its year in that."),
    Refusal.NO_BIRTHDAY: sentence("I could not read a birthday in that."),
    Refusal.NO_PHONE: sentence("That is no phone number that I know how to dial."),
    Refusal.NO_EMAIL: sentence("That is no e-mail address."),
    Refusal.NO_PLACE: sentence("I could not read a place in that."),
    Refusal.NO_YES_NO: sentence("Please answer yes or no."),
}


def refusal(why: Refusal, field: Field, voice: Voice) -> str:
    return "\n".join([voice.say(REFUSALS[why], most=LONGEST), voice.say(HOW[field.kind])])
