"""What a digest says of figures: work, money, complaints, promises, deals and targets; nothing of what is unwanted."""

from collections.abc import Iterator

from sales.digest_sections import Section
from sales.digests import Digest, Pace
from sales.measures import Measure
from sales.team_targets import Behind
from wording.cards.digests.figures import ACTIVITY, SUMS, and_more, figures, named_by, sum_words
from wording.deal_words import source_words
from wording.target_words import bar, measure_in_short
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

_NAMED = 2
_BARS = 2
_CELLS = 5
_WHOLE = 100
_ENOUGH = 10
"""Orders; of fewer a rate tells nothing."""


def work(view: Digest, voice: Voice) -> Iterator[str]:
    yield figures(view.total, ACTIVITY, view, voice)
    if Section.MONEY in view.sections:
        yield figures(view.total, SUMS, view, voice)


def owed(view: Digest, voice: Voice) -> Iterator[str]:
    """What customers wait for, and what is waited for from them."""
    if Section.COMPLAINTS in view.sections:
        yield _complaints(view, voice)
    yield _promises(view, voice)
    yield _not_kept(view, voice)


def _complaints(view: Digest, voice: Voice) -> str:
    told, solved = (view.total.now.get(one, 0) for one in (Measure.COMPLAINTS, Measure.SOLVED))
    orders = view.total.now.get(Measure.ORDERS, 0)
    rate = view.per_hundred_orders if told and orders >= _ENOUGH and view.asked.pace is not Pace.DAY else None
    counts = voice.join(
        (
            voice.count("%(count)s told", "%(count)s told", told) if told else "",
            voice.count("%(count)s closed", "%(count)s closed", solved) if solved else "",
            voice.count("%(count)s late", "%(count)s late", view.late) if view.late else "",
            voice.say("%(rate)s for 100 orders", rate=f"{rate:.1f}") if rate is not None else "",
        )
    )
    return voice.labelled(voice.say("Complaints"), counts) if counts else ""


def _promises(view: Digest, voice: Voice) -> str:
    kept = voice.say("Promises kept: %(kept)s of %(all)s", kept=view.promises.number, all=view.promises.of)
    owed = voice.say("overdue %(sum)s", sum=sum_words(view.overdue, view, voice))
    return voice.join((kept if view.promises.of else "", owed if view.overdue else ""))


def _not_kept(view: Digest, voice: Voice) -> str:
    """Whose promises were not kept, with who gave them."""
    named = (named_by(short(name, NAME_IN_LIST), owner, voice) for name, owner in view.broken.named[:_NAMED])
    names = voice.join(named)
    return voice.labelled(voice.say("Not kept"), and_more(names, view.broken.more, voice)) if names else ""


def deals(view: Digest, voice: Voice) -> str:
    """How many were won, and from where the best and the worst of them came."""
    if not view.deals.of:
        return ""
    won = voice.say("Deals won: %(won)s of %(all)s", won=view.deals.number, all=view.deals.of)
    ends = (view.sources[0], view.sources[-1]) if view.sources[1:] else ()
    told = (f"{source_words(one.source, voice)} {one.won}/{one.over}" for one in ends)
    return voice.join((won, *told))


def reached(view: Digest, voice: Voice) -> str:
    """Of all who have targets together, as bars, and of the cards; a day is too short for that."""
    if view.asked.pace is Pace.DAY:
        return ""
    bars = (
        f"{measure_in_short(measure, voice)} {bar(percent, _CELLS)} {percent}%"
        for measure, percent in view.targets.reached[:_BARS]
    )
    share = f"{int(view.cards.completeness * _WHOLE)}%"
    return voice.join((*bars, voice.say("cards %(percent)s complete", percent=share) if view.cards.there else ""))


def behind(view: Digest, voice: Voice) -> str:
    """Who is not on course with their targets."""
    late = view.targets.behind
    names = voice.join(_one_behind(one, voice) for one in late[:_NAMED])
    return voice.labelled(voice.say("Behind"), and_more(names, len(late[_NAMED:]), voice)) if names else ""


def _one_behind(one: Behind, voice: Voice) -> str:
    done = f"{measure_in_short(one.measure, voice)} {one.percent}%"
    return named_by(short(one.name, NAME_IN_LIST), done, voice)
