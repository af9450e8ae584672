"""Greetings to forward, in the language of whoever gets them: an opening, something that is true of them, a wish."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from wording.catalogue import language_for, sentence
from wording.voice import Voice
from wording.wild_text import NAME, short

_OPENINGS = {
    "birthday": (sentence("Happy birthday, %(name)s!"), sentence("Happy birthday!")),
    "anniversary": (sentence("Congratulations on your anniversary, %(name)s!"), sentence("Congratulations!")),
}
_WISHES = {
    "birthday": (
        sentence("I wish you good health and every success."),
        sentence("Have a wonderful day with your family and friends."),
        sentence("Thank you for your trust; all the best for the year to come."),
        sentence("May your new year of life bring joy and good business."),
        sentence("I wish you happiness, luck and some time for yourself."),
    ),
    "anniversary": (
        sentence("All the best for the years to come."),
        sentence("I wish you many more good years."),
        sentence("Thank you for your trust, and here's to many more."),
    ),
    "partner_since": (
        sentence("Thank you for the years that we have worked together, and here's to many more."),
        sentence("It is a pleasure to work with you. Thank you for your trust in all these years."),
    ),
    "founded": (
        sentence("Congratulations on your company's anniversary! I wish you many more successful years."),
        sentence("All the best on your company's anniversary, and every success for the years to come."),
    ),
    "spring": (
        sentence("Happy Chinese New Year! I wish you and your family good health, good luck and prosperity."),
        sentence("Happy Spring Festival! May the new year bring you joy and your business success."),
    ),
    "dragon_boat": (
        sentence("Happy Dragon Boat Festival! I wish you and your family peace and good health."),
        sentence("A happy Dragon Boat Festival to you, with good food and good company."),
    ),
    "mid_autumn": (
        sentence("Happy Mid-Autumn Festival! I wish you and your family a bright moon and happy hours together."),
        sentence("A happy Mid-Autumn Festival to you: may all go round as the moon."),
    ),
    "national_day": (
        sentence("Happy National Day! I wish you and your family a restful holiday."),
        sentence("A happy National Day to you, and all the best for the rest of the year."),
    ),
    "christmas": (
        sentence("Merry Christmas! I wish you and your family peaceful days together."),
        sentence("Merry Christmas, and thank you for working with us this year."),
    ),
    "new_year": (
        sentence("Happy New Year! I wish you and your family good health and every success."),
        sentence("Happy New Year! Thank you for your trust; I look forward to the year ahead with you."),
    ),
}
_HAN = re.compile(r"[\u3400-\u9fff]")
_INITIALS = re.compile(r"\b[A-Z]\.")
_OTHERS = re.compile(r"\b(?:she|he|they|her|his|him|their|them)\b|[他她]", re.IGNORECASE)
_LONGEST = 200


def greeting(occasion: str, about: Mapping[str, Any], choice: int, voice: Voice) -> str:
    """The text of that choice; counting on goes round through all of them."""
    speaker = replace(voice, language=language_for(str(about.get("language") or "")))
    wishes = _WISHES.get(occasion, _WISHES["birthday"])
    wish = speaker.say(wishes[choice % len(wishes)])
    if occasion not in _OPENINGS:
        return wish
    truths = (*_truths(about, speaker), "")
    return _together(
        speaker, _opening(occasion, str(about.get("name") or ""), speaker), truths[choice % len(truths)], wish
    )


def _opening(occasion: str, name: str, speaker: Voice) -> str:
    """Whose first name is not known is not called "S. Lee"."""
    with_name, without = _OPENINGS[occasion]
    called = short(name, NAME)
    return speaker.say(with_name, name=called) if called and not _INITIALS.search(called) else speaker.say(without)


def _truths(about: Mapping[str, Any], speaker: Voice) -> tuple[str, ...]:
    """What was told, word by word, where it is in the language of the greeting; nothing is made up."""
    said, likes, met = (str(about.get(name) or "") for name in ("said", "likes", "met"))
    told = (
        speaker.say("I was glad to hear: “%(words)s”.", words=_whole(said))
        if _fits(said, speaker) and not _names(said, str(about.get("name") or ""))
        else "",
        speaker.say("I hope there is time for what you like: %(words)s.", words=_whole(likes))
        if _fits(likes, speaker)
        else "",
        speaker.say("It was good to talk to you on %(day)s.", day=_day(met, speaker)) if met else "",
    )
    return tuple(one for one in told if one)


def _whole(words: str) -> str:
    return short(words, _LONGEST).rstrip(".。!！ ")


def _fits(words: str, speaker: Voice) -> bool:
    """In that language, and not about somebody else: "she likes the pump" is no word to her."""
    return bool(words) and not _OTHERS.search(words) and (speaker.language == "zh") is bool(_HAN.search(words))


def _names(words: str, name: str) -> bool:
    """Words that name whom we write to speak of them, not to them: "S. Lee is happy with the pumps"."""
    return any(part.casefold() in words.casefold() for part in name.split() if not _INITIALS.search(part))


def _day(told: str, speaker: Voice) -> str:
    return speaker.plain_date(date.fromisoformat(told), with_year=False)


def _together(speaker: Voice, *parts: str) -> str:
    """Sentences in a row: Chinese leaves no room between them."""
    return ("" if speaker.language == "zh" else " ").join(part for part in parts if part)
