"""Whether the talk card comes in the morning, and when."""

from sales.cards import Button, Card
from sales.care.habits import Habits
from sales.talk_card import HOURS, KIND, WITHOUT
from wording.layout import in_rows, lay_out
from wording.voice import Voice


def talk_schedule(habits: Habits, voice: Voice, *, comes: bool) -> Card:
    always = habits.kinds.get(WITHOUT, False)
    wishes = [
        Button(_ticked(voice.say("Talk card"), on=comes), "talk_wish", {"wish": KIND}),
        Button(_ticked(voice.say("With nothing to say, too"), on=always), "talk_wish", {"wish": WITHOUT}),
    ]
    hours = [
        Button(_ticked(voice.clock_time(at), on=at == habits.talk_at), "talk_hour", {"at": at.isoformat("minutes")})
        for at in HOURS
    ]
    at = voice.clock_time(habits.talk_at)
    lines = (
        voice.say("On your working days, at %(time)s: one thing to praise and one to ask for each rep.", time=at),
        voice.say("A tick says that they do; a tap changes it.") if comes else voice.say("It does not come yet."),
    )
    return lay_out(lines, *in_rows(wishes, 1), *in_rows(hours, 4), (Button(voice.say("Back"), "talk", {"page": 1}),))


def _ticked(label: str, *, on: bool) -> str:
    return f"{'✓ ' if on else ''}{label}"
