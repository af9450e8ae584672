"""What to praise a rep for and what to ask, in words."""

from typing import assert_never

from sales.talk_card import Ask, Praise, Praised, Wanting
from wording.target_words import measure_words
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short


def praise_words(praise: Praise, voice: Voice) -> str:
    name = short(praise.name, NAME_IN_LIST)
    match praise.reason:
        case Praised.WON_BACK:
            return voice.say("%(customer)s won back", customer=name)
        case Praised.ORDER:
            amount = voice.money(praise.amount) if praise.amount else ""
            return voice.say("biggest order in four weeks: %(customer)s, %(sum)s", customer=name, sum=amount)
        case Praised.TARGET:
            what = measure_words(praise.measure, voice) if praise.measure else ""
            return voice.say("target reached: %(what)s", what=what)
        case Praised.PROMISES:
            return voice.count("%(count)s promise kept in a row", "%(count)s promises kept in a row", praise.number)
        case Praised.VISITS:
            visits = voice.count("%(count)s visit", "%(count)s visits", praise.number)
            return voice.say("%(what)s (usual %(was)s)", what=visits, was=praise.usual)
        case never:
            assert_never(never)


def ask_words(ask: Ask, voice: Voice) -> str:
    """Whom it is about stands first, where it is about somebody."""
    return voice.labelled(short(ask.name, NAME_IN_LIST), _wanting(ask, voice))


def _wanting(ask: Ask, voice: Voice) -> str:  # noqa: C901 - one case for each
    match ask.reason:
        case Wanting.ANSWER:
            return voice.say("answer due %(moment)s, not given", moment=voice.clock(ask.since)) if ask.since else ""
        case Wanting.PROMISE:
            day = voice.day(ask.day) if ask.day else ""
            return voice.say("%(action)s, due %(day)s", action=short(ask.words, NAME), day=day)
        case Wanting.VISIT:
            return voice.count("not seen for %(count)s day", "not seen for %(count)s days", ask.number)
        case Wanting.SILENCE:
            return _silence(ask.number, voice)
        case Wanting.CARD:
            return voice.say("card %(percent)s complete", percent=f"{ask.number}%")
        case Wanting.TARGET:
            what = measure_words(ask.measure, voice) if ask.measure else ""
            return voice.say("behind with: %(what)s, %(percent)s", what=what, percent=f"{ask.number}%")
        case never:
            assert_never(never)


def _silence(days: int, voice: Voice) -> str:
    if not days:
        return voice.say("nothing told for two months")
    return voice.count("nothing told for %(count)s working day", "nothing told for %(count)s working days", days)
