"""A sentence that stands alone."""

from sales.cards import Card
from wording.layout import lay_out
from wording.voice import Voice


def said(sentence: str, voice: Voice, **values: object) -> Card:
    return lay_out(voice.say(sentence, **values).splitlines())
