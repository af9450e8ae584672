"""A digest on one phone screen: what needs the reader, whom to praise, the figures; digits open what is numbered."""

from collections.abc import Iterator

from sales.cards import Button, Card, Row
from sales.digests import Claimed, Digest, LateAnswer, Need, Pace
from wording.cards.digests import customers, results
from wording.cards.digests.figures import and_more, named_by, sum_words, team_line, when
from wording.cards.digests.themes import theme_buttons
from wording.layout import lay_out, on_a_screen
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

_NAMED = 3
SCREEN = 14
"""Lines of a phone."""
TEAMS = 5
"""Teams with a line of their own; the others stand behind "By rep"."""


def digest(view: Digest, voice: Voice, *, whole: bool = False) -> Card:
    """As much as a phone shows at once, or (`whole`) all of it."""
    opened = tuple(_opening(number, need) for number, need in enumerate(view.needs, 1))
    about = view.asked.facts
    ways = (
        Button(voice.say("By rep"), "digest_reps", {**about, "page": 1}),
        Button(voice.say("Picture"), "digest_picture", about),
        Button(voice.say("Excel"), "digest_workbook", about),
    )
    when_it_comes = (Button(voice.say("When it comes"), "digest_schedule", about),)
    themes = theme_buttons(view.theme, view.asked.period, voice)
    every = [line for line in _lines(view, voice) if line]
    shown = every if whole else on_a_screen(every, SCREEN)
    rest = _rest(view, voice, whole=whole) if len(every) > len(on_a_screen(every, SCREEN)) else ()
    return lay_out(shown, opened, (*_thank(view, voice), *themes), ways, (*rest, *when_it_comes))


def _rest(view: Digest, voice: Voice, *, whole: bool) -> Row:
    about = view.asked.facts
    more, less = (
        Button(voice.say("Show all"), "digest", {**about, "whole": 1}),
        Button(voice.say("Less"), "digest", about),
    )
    return (less if whole else more,)


def _thank(view: Digest, voice: Voice) -> Row:
    """For what the line of praise tells."""
    if view.praised is None:
        return ()
    return (Button(voice.say("Thank"), "entry_thank", {"telling": view.praised.telling, "slot": view.praised.slot}),)


def _opening(number: int, need: Need) -> Button:
    match need:
        case LateAnswer(complaint):
            return Button(str(number), "digest_complaint", {"complaint": complaint})
        case Claimed(ruling):
            return Button(str(number), "digest_ruling", {"ruling": ruling})


def _lines(view: Digest, voice: Voice) -> Iterator[str]:
    """What matters most stands first: a phone's screen ends somewhere."""
    yield _headline(view, voice)
    yield from (f"{number} {need_line(need, voice)}" for number, need in enumerate(view.needs, 1))
    if view.more_needs:
        yield voice.count("and %(count)s more of these", "and %(count)s more of these", view.more_needs)
    if not view.whose:
        yield voice.say("You lead no team yet; an administrator can put you in charge of one.")
    elif not view.reps:
        yield voice.say("Nobody sells in this team yet; /invite brings somebody in.")
    elif view.is_empty and not view.silent:
        yield _nothing(view, voice)
    yield _praise(view, voice)
    yield from results.work(view, voice)
    yield from results.owed(view, voice)
    yield from _teams(view, voice)
    yield _silent(view, voice)
    yield from customers.moved(view, voice)
    yield customers.theme(view, voice)
    yield results.behind(view, voice)
    yield results.deals(view, voice)
    yield results.reached(view, voice)
    yield from customers.more_themes(view, voice)
    yield customers.birthdays(view, voice)


def _nothing(view: Digest, voice: Voice) -> str:
    """In one sentence, with what to do."""
    if view.asked.pace is Pace.DAY:
        return voice.say("Nothing was told of that day; /digest week looks further back.")
    return voice.say("Nothing was told of these days; /digest last quarter looks further back.")


def _headline(view: Digest, voice: Voice) -> str:
    title = voice.join((short(view.whose, NAME_IN_LIST), when(view, voice)))
    if not view.needed:
        return title
    return voice.labelled(title, voice.count("%(count)s needs you", "%(count)s need you", view.needed))


def need_line(need: Need, voice: Voice) -> str:
    """Whom it is about and what waits."""
    match need:
        case LateAnswer(_, customer, since):
            due = voice.say("answer due %(moment)s, not given", moment=voice.clock(since))
            return voice.labelled(short(customer, NAME_IN_LIST), due)
        case Claimed(_, customer, names):
            both = voice.join(short(name, NAME_IN_LIST) for name in names)
            words = voice.say("claimed by more than one: %(names)s", names=both)
            return voice.labelled(short(customer, NAME_IN_LIST), words)


def _praise(view: Digest, voice: Voice) -> str:
    """The one thing that deserves a word; a customer who came back before a large order."""
    if view.back.named:
        name, owner = view.back.named[0]
        return named_by(voice.say("👏 %(customer)s won back", customer=short(name, NAME_IN_LIST)), owner, voice)
    if view.big is None:
        return ""
    words = voice.say(
        "👏 Most ordered: %(customer)s, %(sum)s",
        customer=short(view.big.customer, NAME_IN_LIST),
        sum=sum_words(view.big.amount.minor, view, voice),
    )
    return named_by(words, view.big.owner, voice)


def _teams(view: Digest, voice: Voice) -> Iterator[str]:
    yield from (team_line(team, view, voice) for team in view.teams[:TEAMS])
    if more := len(view.teams[TEAMS:]):
        yield voice.count("and %(count)s more team: By rep", "and %(count)s more teams: By rep", more)


def _silent(view: Digest, voice: Voice) -> str:
    names = voice.join(short(name, NAME_IN_LIST) for name in view.silent[:_NAMED])
    more = max(0, len(view.silent) - _NAMED)
    return voice.labelled(voice.say("Nothing yet from"), and_more(names, more, voice)) if names else ""
