"""The choice of a language and of a time zone."""

from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import get_timezone_location

from sales.cards import Button, Card
from wording.layout import in_rows, lay_out
from wording.sentences import Said
from wording.voice import Voice

# A language is offered in its own words, so that everybody finds theirs.
_OWN_NAMES = {"en": "English", "zh": "中文"}
_ASKS = "Which language? · 用哪种语言？"
_OFFERED = (
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Asia/Dubai",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
)


def languages(voice: Voice) -> Card:
    """All languages, the one that is set with a tick."""
    labels = {code: f"✓ {name}" if code == voice.language else name for code, name in _OWN_NAMES.items()}
    buttons = tuple(Button(label, "set_language", {"language": code}) for code, label in labels.items())
    return lay_out([_ASKS], buttons)


def zones(voice: Voice) -> Card:
    """The zone that is set, and some to tap; any other can be written."""
    now = voice.say("Now: %(zone)s", zone=zone_name(voice.zone, voice))
    buttons = [
        Button(zone_name(ZoneInfo(key), voice), "set_timezone", {"zone": key})
        for key in _OFFERED
        if key != voice.zone.key
    ]
    return lay_out([*voice.say(Said.TIMEZONE_ASKED).splitlines(), now], *in_rows(buttons, 2))


def zone_name(zone: ZoneInfo, voice: Voice) -> str:
    """The city that a zone is called by, in the listener's language."""
    return str(get_timezone_location(zone, locale=voice.language, return_city=True))


def country_name(code: str, language: str) -> str:
    """What a country (ISO 3166) is called in that language; its code, where nobody has a name for it."""
    return str(Locale.parse(language).territories.get(code, code))
