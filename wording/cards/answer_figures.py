"""A figure of an answer in words, and what it is of."""

from datetime import date

from sales.fields import FIELDS
from sales.kinds import Category
from sales.measures import By, Unit, unit
from sales.question_views import Figure, Numbers
from sales.segment_views import Names
from wording.deal_words import source_words
from wording.field_words import choice_label
from wording.figure_words import figure_words
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short


def figure(view: Numbers, one: Figure | None, voice: Voice) -> str:
    if one is None:
        return voice.say("nothing to work it out from")
    now = _said(view, one.number, voice)
    if one.before is None:
        return now
    if unit(view.question.tally.measure) is Unit.PERCENT:
        # Five per cent more of a share would mean two things.
        return voice.say("%(number)s, was %(before)s", number=now, before=_said(view, one.before, voice))
    change = one.number - one.before
    sign = "+" if change > 0 else ""
    return voice.say(
        "%(number)s, was %(before)s (%(change)s)",
        number=now,
        before=_said(view, one.before, voice),
        change=sign + _said(view, change, voice),
    )


def _said(view: Numbers, number: int, voice: Voice) -> str:
    return figure_words(view.question.tally.measure, number, view.currency, voice)


def key_words(view: Numbers, key: str | None, names: Names, voice: Voice) -> str:
    if key is None:
        return voice.say("not known")
    match view.question.tally.by:
        case By.REP:
            return short(names.people.get(int(key)) or voice.say("somebody who left"), NAME_IN_LIST)
        case By.TEAM:
            return short(names.teams.get(int(key)) or voice.say("a team that is no more"), NAME_IN_LIST)
        case By.CUSTOMER:
            return short((view.customers or {}).get(int(key)) or "…", NAME_IN_LIST)
        case By.DAY | By.WEEK | By.MONTH as by:
            return _since(by, date.fromisoformat(key), voice)
        case _ as by:
            return _named(by, key, voice)


def _since(by: By, day: date, voice: Voice) -> str:
    return voice.day(day) if by is By.DAY else voice.say("from %(day)s", day=voice.day(day))


def _named(by: By, key: str, voice: Voice) -> str:
    if by is By.CATEGORY:
        return voice.category(Category(key))
    if by is By.SOURCE:
        return short(source_words(key, voice), NAME_IN_LIST)
    field = FIELDS.get(by.value)
    return short(choice_label(field, key, voice) if field else key, NAME_IN_LIST)
