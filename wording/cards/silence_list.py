"""The list of customers who have gone quiet, were lost or came back; and one of them with what can be done."""

from collections.abc import Iterator, Mapping

from sales.cards import Argument, Button, Card, Row
from sales.customers import Stage
from sales.scores.quiet import QuietKnown
from sales.silences import Silence, SilencePage
from wording.cards.care.slipping import more_lines, silence_lines
from wording.cards.pictures.segment_map import not_scored
from wording.cards.scores.figures import whole
from wording.cards.scores.stage import CAUSES
from wording.layout import IN_A_ROW, digits, in_rows, lay_out
from wording.terms import STAGES
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short

_TEAMS = 12
_TEAMS_IN_A_ROW = 3


def silences(view: SilencePage, voice: Voice) -> Card:
    if not view.total:
        return lay_out(nobody_there(view, voice).splitlines(), *(_teams(view, voice) if view.looked else ()))
    lines = [f"{number} {_line(line, view, voice)}" for number, line in enumerate(view.lines, 1)]
    each = [{"customer": line.customer, **_place(view)} for line in view.lines]
    opened = digits("silence_open", each)
    return lay_out([headline(view, voice), *lines], *opened, _paging(view, voice), *_teams(view, voice))


def nobody_there(view: SilencePage, voice: Voice) -> str:
    """Two lines: that there is nobody, and why."""
    if not view.looked:
        return "\n".join((voice.say("No customer is scored yet."), not_scored(voice)))
    return "\n".join((voice.say("Nobody has gone quiet."), voice.say("Every night I look at everybody's orders.")))


def _place(view: SilencePage) -> dict[str, Argument]:
    return {"team": view.team, "page": view.page}


def headline(view: SilencePage, voice: Voice) -> str:
    slipping, lost, back = (view.counts.get(stage, 0) for stage in (Stage.SLIPPING, Stage.LOST, Stage.WON_BACK))
    counts = [
        voice.count("%(count)s gone quiet", "%(count)s gone quiet", slipping) if slipping else "",
        voice.count("%(count)s lost", "%(count)s lost", lost) if lost else "",
        voice.count("%(count)s won back", "%(count)s won back", back) if back else "",
    ]
    team = next((name for number, name in view.teams if number == view.team), "")
    place = voice.say("page %(page)s of %(pages)s", page=view.page, pages=view.pages) if view.pages > 1 else ""
    return voice.labelled(short(team, NAME_IN_LIST), voice.join([*counts, place]))


def _line(line: Silence, view: SilencePage, voice: Voice) -> str:
    stage = "" if line.stage is Stage.SLIPPING else voice.say(STAGES[line.stage])
    value = voice.say("%(sum)s a year", sum=whole(line.value, voice)) if line.value else ""
    owner = short(line.owner, NAME_IN_LIST) if view.owners else ""
    words = [stage, rhythm(line, voice), value, reason(line, voice), owner]
    return voice.labelled(short(line.name, NAME_IN_LIST), voice.join(words))


def rhythm(line: Silence, voice: Voice) -> str:
    if line.last is None or line.stage is Stage.WON_BACK:
        return ""
    days = max(0, (voice.today - line.last).days)
    if line.gap is None:
        return voice.count("quiet for %(count)s day", "quiet for %(count)s days", days)
    return voice.count("every %(gap)s days, now %(count)s", "every %(gap)s days, now %(count)s", days, gap=line.gap)


def reason(line: Silence, voice: Voice) -> str:
    """The cause of a loss or a return, else why they are quiet; nothing where that is over."""
    if line.cause is not None:
        return voice.say(CAUSES[line.cause])
    if line.known is None or line.last is None or not line.known.holds(line.last, voice.today):
        return ""
    return _known(line.known, voice)


def _known(known: QuietKnown, voice: Voice) -> str:
    if known.until is not None:
        return voice.say("the season, until %(day)s", day=voice.day(known.until))
    return short(known.remark, WORDS) or voice.say("reason known")


def _paging(view: SilencePage, voice: Voice) -> Row:
    before = Button(voice.say("‹ Before"), "silences", {"team": view.team, "page": view.page - 1})
    after = Button(voice.say("More ›"), "silences", {"team": view.team, "page": view.page + 1})
    return (*([before] if view.page > 1 else []), *([after] if view.page < view.pages else []))


def _teams(view: SilencePage, voice: Voice) -> Iterator[Row]:
    """Where there are several, each can be looked at by itself."""
    if len(view.teams) > 1:
        named = [(0, voice.say("All teams")), *view.teams[:_TEAMS]]
        others = [(number, name) for number, name in named if number != view.team]
        buttons = [
            Button(short(name, NAME_IN_LIST), "silences", {"team": number, "page": 1}) for number, name in others
        ]
        yield from in_rows(buttons, _TEAMS_IN_A_ROW)[: IN_A_ROW // 2]


def silence(line: Silence, place: Mapping[str, int], voice: Voice) -> Card:
    here: dict[str, Argument] = {"customer": line.customer, **place}
    answer = Button(voice.say("Answer"), "care_open", {"reminder": line.reminder}) if line.reminder else None
    back = Button(voice.say("Not lost"), "silence_not_lost", here) if line.said_lost else None
    card = Button(voice.say("Customer card"), "open_customer", {"customer": line.customer})
    own = tuple(button for button in (answer, back, card) if button)
    return lay_out(_told(line, voice), own, (Button(voice.say("Back"), "silences", {**place}),))


def _told(line: Silence, voice: Voice) -> Iterator[str]:
    yield voice.labelled(short(line.name, NAME), voice.say(STAGES[line.stage]))
    yield voice.labelled(voice.say("Cause"), reason(line, voice)) if reason(line, voice) else ""
    yield from silence_lines(line.about, voice) if line.stage is not Stage.WON_BACK else ()
    if line.about and line.stage is Stage.SLIPPING:
        yield next(iter(more_lines(line.about, voice)))
    if line.value:
        yield voice.say("%(sum)s a year", sum=whole(line.value, voice))
    yield voice.say("Looked after by %(owner)s", owner=short(line.owner, NAME)) if line.owner else ""
