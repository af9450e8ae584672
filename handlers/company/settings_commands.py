"""/language and /timezone: what a member sets for themselves, by button or in a word."""

from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from handlers.company.zones import zone_named
from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from storage.care import rezoning
from storage.company import asked, people
from storage.plans import followups
from storage.plans.followups import Move
from wording.cards.settings import zone_name
from wording.catalogue import LANGUAGES
from wording.sentences import Said

_LANGUAGES = {
    "en": "en",
    "english": "en",
    "英文": "en",
    "英语": "en",
    "zh": "zh",
    "chinese": "zh",
    "中文": "zh",
    "汉语": "zh",
}


def language(desk: Desk, rest: str) -> Outcome:
    """/language, with or without its name."""
    wanted = _LANGUAGES.get(rest.strip().casefold())
    return _speak(desk, wanted) if wanted else Outcome(messages=(desk.reply("languages", {}),))


def set_language(desk: Desk, args: Args) -> Outcome:
    wanted = str(args["language"])
    return _speak(desk, wanted if wanted in LANGUAGES else LANGUAGES[0])


def _speak(desk: Desk, wanted: str) -> Outcome:
    """The answer is in the language that was chosen."""
    change = partial(people.set_language, member=desk.member.id, language=wanted)
    said = replace(desk, voice=replace(desk.voice, language=wanted)).say(Said.LANGUAGE_SET)
    return replace(said, changes=(change,))


def timezone(desk: Desk, rest: str) -> Outcome:
    """/timezone, with or without a place behind it."""
    if not rest:
        ask = partial(asked.ask, member=desk.member.id, what=asked.What.ZONE, now=desk.now)
        return Outcome((ask,), (desk.reply("zones", {}),))
    zone = zone_named(rest)
    return _live_in(desk, zone) if zone else desk.say(Said.TIMEZONE_UNKNOWN, zone=rest)


def set_timezone(desk: Desk, args: Args) -> Outcome:
    zone = zone_named(str(args["zone"]))
    return _live_in(desk, zone) if zone else desk.say(Said.TIMEZONE_UNKNOWN, zone=str(args["zone"]))


def _live_in(desk: Desk, zone: ZoneInfo) -> Outcome:
    """The time that it is there shows at a glance whether it is the right place."""
    voice = replace(desk.voice, zone=zone, today=desk.now.astimezone(zone).date())
    said = replace(desk, voice=voice).say(Said.TIMEZONE_SET, zone=zone_name(zone, voice), moment=voice.moment(desk.now))
    change = partial(people.set_zone, member=desk.member.id, zone=zone)
    move = Move(desk.member.id, desk.member.zone, zone)
    plan = partial(followups.replan, move=move, remind_at=desk.house.remind_at, now=desk.now)
    reminders = partial(rezoning.replan, move=move, now=desk.now)
    return replace(said, changes=(change, plan, reminders, partial(asked.settle, member=desk.member.id)))
