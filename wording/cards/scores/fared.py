"""How the alerts fared: those of past weeks lived once more, and those that were told."""

from collections.abc import Iterator

from sales.cards import Button, Card
from sales.fields import GRADES
from sales.scores.fared import Answer, Fared, Looked
from sales.scores.past_alerts import FEWEST, SILENT
from wording.cards.scores.figures import percent
from wording.catalogue import sentence
from wording.layout import lay_out
from wording.voice import Voice

_AT_ITS_WORD = 0.1
"""So far what came true may be from what was said."""
_ANSWERS = {
    Answer.PLANNED: sentence("visit or call planned"),
    Answer.REASON: sentence("reason known"),
    Answer.LOST: sentence("lost"),
    Answer.FINE: sentence("all fine"),
    Answer.ORDERED: sentence("ordered by themselves"),
    Answer.NOTHING: sentence("no answer yet"),
}


def fared(view: Fared, voice: Voice) -> Card:
    lines = [_head(view, voice), *_past(view, voice), *_told(view, voice), *_ahead(view, voice)]
    return lay_out(lines, (Button(voice.say("Who has gone quiet"), "silences"),))


def _head(view: Fared, voice: Voice) -> str:
    if view.sees_all:
        return voice.say("How alerts fared, all customers")
    if view.leads:
        return voice.say("How alerts fared, your teams' customers")
    return voice.say("How alerts fared, your customers")


def _past(view: Fared, voice: Voice) -> Iterator[str]:
    looked = view.looked
    if looked is None:
        yield voice.say("Not looked at yet: that is done at night, once there are orders.")
    elif looked.since is None or looked.until is None:
        yield _too_short(looked, voice)
    else:
        since, until = voice.day(looked.since), voice.day(looked.until)
        yield voice.say("Lived once more: %(since)s – %(until)s, with what was known then", since=since, until=until)
        if looked.every > 1:
            yield voice.say("One customer of %(many)s was looked at", many=looked.every)
        yield from _figures(view, voice)


def _too_short(looked: Looked, voice: Voice) -> str:
    if looked.enough is None:
        return voice.say("Too little data: there are no orders to look back on.")
    return voice.say(
        "Too little data: the orders do not reach back far enough. I can say from %(day)s on.",
        day=voice.day(looked.enough),
    )


def _figures(view: Fared, voice: Voice) -> Iterator[str]:
    ours, plain = view.ours, view.plain
    if ours.count < FEWEST:
        yield voice.count(
            "Too little data: %(count)s alert in that time; it takes %(least)s to say how good they are.",
            "Too little data: %(count)s alerts in that time; it takes %(least)s to say how good they are.",
            ours.count,
            least=FEWEST,
        )
        return
    yield voice.count(
        "Of %(count)s alert %(right)s was right: no order came in the days looked ahead (%(share)s)",
        "Of %(count)s alerts %(right)s were right: no order came in the days looked ahead (%(share)s)",
        ours.count,
        right=ours.right,
        share=percent(ours.share, voice),
    )
    if ours.sooner is not None:
        yield _days(round(ours.sooner), voice)
    if plain.count:
        yield voice.say(
            "“%(silent)s days silent” alone would have told of %(many)s, %(share)s of them right",
            silent=SILENT,
            many=plain.count,
            share=percent(plain.share, voice),
        )
    yield _reliability(view, voice)


def _days(sooner: int, voice: Voice) -> str:
    """Of those that were right."""
    if sooner > 0:
        return voice.count(
            "On average %(count)s day earlier than %(silent)s days of silence would have told",
            "On average %(count)s days earlier than %(silent)s days of silence would have told",
            sooner,
            silent=SILENT,
        )
    return voice.count(
        "On average %(count)s day later than %(silent)s days of silence: it waits for the own rhythm",
        "On average %(count)s days later than %(silent)s days of silence: it waits for the own rhythm",
        -sooner,
        silent=SILENT,
    )


def _reliability(view: Fared, voice: Voice) -> str:
    said, came = percent(view.ours.said, voice), percent(view.ours.share, voice)
    off = view.ours.share - view.ours.said
    if abs(off) <= _AT_ITS_WORD:
        return voice.say("It said %(said)s, %(came)s came true: take it at its word", said=said, came=came)
    if off < 0:
        return voice.say("It said %(said)s, only %(came)s came true: it worries too much here", said=said, came=came)
    return voice.say("It said %(said)s, even %(came)s came true: take it for more than it says", said=said, came=came)


def _told(view: Fared, voice: Voice) -> Iterator[str]:
    yield voice.count(
        "Told in the last 90 days: %(count)s", "Told in the last 90 days: %(count)s", sum(view.told.values())
    )
    counts = [(answer, view.told.get(answer, 0)) for answer in Answer]
    yield voice.join(f"{voice.say(_ANSWERS[answer])} {count}" for answer, count in counts if count)


def _ahead(view: Fared, voice: Voice) -> Iterator[str]:
    known = [grade for grade in GRADES if grade in view.ahead]
    days = voice.join(f"{grade} {view.ahead[grade]}" for grade in known)
    yield voice.say("Days looked ahead by class: %(days)s", days=days)
