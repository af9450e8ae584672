"""What a week's complaints came to: causes, remedies, how many there were for 100 orders."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from sales.cards import Button, Card
from sales.complaint_views import CauseWeek
from sales.complaints import Cause, Remedy
from wording.layout import lay_out
from wording.terms import CAUSES, REMEDIES
from wording.voice import Voice

_WEEK = timedelta(days=6)


def causes(view: CauseWeek, voice: Voice) -> Card:
    return lay_out(_lines(view, voice), (Button(voice.say("Open complaints"), "complaints", {"only": "open"}),))


def _lines(view: CauseWeek, voice: Voice) -> Iterator[str]:
    since, until = voice.day(view.monday), voice.day(view.monday + _WEEK)
    yield voice.say("Complaints, %(since)s – %(until)s", since=since, until=until)
    yield voice.join(
        (
            voice.count("%(count)s told", "%(count)s told", view.told),
            voice.count("%(count)s closed", "%(count)s closed", view.closed),
            voice.count("%(count)s open", "%(count)s open", view.open),
            voice.count("%(count)s late", "%(count)s late", view.late) if view.late else "",
        )
    )
    if view.rate is not None:
        yield voice.say("For 100 orders: %(rate)s", rate=f"{view.rate:.1f}")
    if view.causes:
        known: dict[str, str] = {name: CAUSES[Cause(name)] for name in view.causes}
        yield voice.labelled(voice.say("Causes"), _counted(view.causes, known, voice))
    if view.remedies:
        ways: dict[str, str] = {name: REMEDIES[Remedy(name)] for name in view.remedies}
        yield voice.labelled(voice.say("Put right by"), _counted(view.remedies, ways, voice))


def _counted(counts: Mapping[str, int], words: Mapping[str, str], voice: Voice) -> str:
    """The most frequent first."""
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return voice.join(f"{voice.say(words[name])} {count}" for name, count in ranked)
