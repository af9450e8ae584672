"""The conditions of segments in words, such that the words are understood as the same condition again."""

from collections.abc import Iterable

from sales.fields import FIELDS, OWN
from sales.money import Money
from sales.scores.rfm import Segment as RfmName
from sales.segment_views import Names
from sales.segments import Bought, Chosen, Condition, Deed, Done, Has, Lacks, Risk, Side, Sign, Silent, Unlike
from sales.since import Ever, From, Since, Stretch, This, Within
from wording.cards.scores.rfm import SEGMENTS
from wording.catalogue import sentence
from wording.field_words import choice_label, field_label
from wording.voice import Voice

_NOT_DONE = {
    Deed.VISIT: sentence("not visited"),
    Deed.CALL: sentence("not called"),
    Deed.CONTACT: sentence("not contacted"),
    Deed.ORDER: sentence("not ordered"),
}
_NEVER = {
    Deed.VISIT: sentence("never visited"),
    Deed.CALL: sentence("never called"),
    Deed.CONTACT: sentence("never contacted"),
    Deed.ORDER: sentence("never ordered"),
}
_DONE = {
    Deed.VISIT: sentence("visited"),
    Deed.CALL: sentence("called"),
    Deed.CONTACT: sentence("contacted"),
    Deed.ORDER: sentence("ordered"),
}
_EVER = {
    Deed.VISIT: sentence("visited before"),
    Deed.CALL: sentence("called before"),
    Deed.CONTACT: sentence("contacted before"),
    Deed.ORDER: sentence("ordered before"),
}
_STRETCHES = {
    Stretch.DAY: sentence("today"),
    Stretch.WEEK: sentence("this week"),
    Stretch.MONTH: sentence("this month"),
    Stretch.QUARTER: sentence("this quarter"),
    Stretch.YEAR: sentence("this year"),
}
_SIGNS = {
    Sign.OVERDUE: sentence("overdue"),
    Sign.COMPLAINT: sentence("open complaint"),
    Sign.BIRTHDAY: sentence("birthday this month"),
}
_LACKING = {
    Sign.OVERDUE: sentence("nothing overdue"),
    Sign.COMPLAINT: sentence("no open complaint"),
    Sign.BIRTHDAY: sentence("no birthday this month"),
}
_GROUPS = {
    "owner": sentence("Owner"),
    "not_visit": sentence("Not visited"),
    "not_call": sentence("Not called"),
    "not_order": sentence("Not ordered"),
    "did_visit": sentence("Visited lately"),
    "did_order": sentence("Ordered lately"),
    "bought": sentence("Purchases"),
    "risk": sentence("Chance of being lost"),
    "sign": sentence("Overdue, complaint, birthday"),
}


def condition_words(condition: Condition, names: Names, voice: Voice) -> str:
    match condition:
        case Chosen(name, values):
            return _chosen(name, values, names, voice)
        case Unlike(name, values):
            return voice.say("not %(condition)s", condition=_chosen(name, values, names, voice))
        case _:
            return _happened(condition, voice)


def _happened(condition: Silent | Done | Bought | Risk | Has | Lacks, voice: Voice) -> str:
    match condition:
        case Silent(deed, since):
            return _timed(voice.say(_NOT_DONE[deed]), _NEVER[deed], _for(since, voice), voice)
        case Done(deed, since):
            return _timed(voice.say(_DONE[deed]), _EVER[deed], _in(since, voice), voice)
        case Bought():
            return _bought(condition, voice)
        case Risk(percent):
            return voice.say("chance of being lost: %(percent)s or more", percent=f"{percent}%")
        case Has(sign) | Lacks(sign):
            return voice.say((_SIGNS if isinstance(condition, Has) else _LACKING)[sign])


def conditions_words(conditions: Iterable[Condition], names: Names, voice: Voice) -> list[str]:
    return [condition_words(one, names, voice) for one in conditions]


def group_words(group: str, names: Names, voice: Voice) -> str:
    """What a group of conditions is called on its button."""
    known = _GROUPS.get(group)
    return voice.say(known) if known else _label(group, names, voice)


def _chosen(name: str, values: Iterable[str], names: Names, voice: Voice) -> str:
    told = voice.say(" or ").join(_value(name, value, names, voice) for value in values)
    return voice.labelled(_label(name, names, voice), told)


def _label(name: str, names: Names, voice: Voice) -> str:
    if name in ("owner", "team"):
        return voice.say("Owner") if name == "owner" else voice.say("Team")
    if name == "rfm":
        return "RFM"
    own = names.fields.get(name)
    return own.label if own else field_label(name, voice).removeprefix(OWN)


def _value(name: str, value: str, names: Names, voice: Voice) -> str:
    match name:
        case "owner":
            return names.people.get(int(value)) or voice.say("somebody who left")
        case "team":
            return names.teams.get(int(value)) or voice.say("a team that is no more")
        case "rfm":
            return voice.say(SEGMENTS[RfmName(value)])
        case _:
            field = names.fields.get(name) or FIELDS.get(name)
            return choice_label(field, value, voice) if field else value


def _timed(deed: str, ever: str, time: str, voice: Voice) -> str:
    return voice.say("%(deed)s %(time)s", deed=deed, time=time) if time else voice.say(ever)


def _for(since: Since, voice: Voice) -> str:
    if isinstance(since, Within):
        return voice.count("for %(count)s day", "for %(count)s days", since.days)
    return _at(since, voice)


def _in(since: Since, voice: Voice) -> str:
    if isinstance(since, Within):
        return voice.count("in the last %(count)s day", "in the last %(count)s days", since.days)
    return _at(since, voice)


def _at(since: This | From | Ever, voice: Voice) -> str:
    match since:
        case This(stretch):
            return voice.say(_STRETCHES[stretch])
        case From(day):
            return voice.say("since %(day)s", day=voice.day(day))
        case Ever():
            return ""


def _bought(condition: Bought, voice: Voice) -> str:
    much = voice.money(Money(condition.minor, condition.currency))
    if condition.side is Side.MORE:
        return voice.say("bought for %(sum)s or more in 12 months", sum=much)
    return voice.say("bought for less than %(sum)s in 12 months", sum=much)
