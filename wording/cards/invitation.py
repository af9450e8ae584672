"""An invitation that was just made: whom it is for, the link, the code, and until when they work."""

from collections.abc import Iterator

from sales.cards import Button, Card, Copy, Link
from sales.views import Invited
from wording.layout import MOST_SIGNS, lay_out, units
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short


def invitation(view: Invited, voice: Voice) -> Card:
    use = (Link(voice.say("Open the link"), view.link), Copy(voice.say("Copy the link"), view.link))
    renew = (Button(voice.say("New code"), "renew", {"invitation": view.id}),) if view.id else ()
    return lay_out(_lines(view, voice), use, renew)


def _lines(view: Invited, voice: Voice) -> Iterator[str]:
    yield voice.say("Invitation for %(name)s", name=short(view.name, NAME))
    yield voice.join([voice.role(view.role), voice.say("team %(team)s", team=short(view.team, NAME_IN_LIST))])
    yield voice.say("Good for one person, until %(moment)s", moment=voice.moment(view.expires))
    yield voice.say("Pass the link on, or this code:")
    yield view.code


def invitations(views: tuple[Invited, ...], voice: Voice) -> Card:
    """Several at once: a link each, as many as a message holds; all of them are in the file that goes with it."""
    head = voice.count("%(count)s invitation", "%(count)s invitations", len(views))
    until = (
        voice.say("Good for one person each, until %(moment)s", moment=voice.moment(views[0].expires)) if views else ""
    )
    return lay_out([head, until, *_that_fit(views, voice)])


def sheet(views: tuple[Invited, ...], voice: Voice) -> tuple[str, list[str], list[list[str]]]:
    """The file that goes with them: its title, the headings and a row for each."""
    headings = [voice.say("Name"), voice.say("Role"), voice.say("Team"), voice.say("Link"), voice.say("Good until")]
    rows = [[view.name, voice.role(view.role), view.team, view.link, voice.moment(view.expires)] for view in views]
    return voice.say("Invitations"), headings, rows


def _that_fit(views: tuple[Invited, ...], voice: Voice) -> Iterator[str]:
    """A link is given whole or not at all."""
    room = MOST_SIGNS // 2
    for place, view in enumerate(views):
        line = voice.join([short(view.name, NAME_IN_LIST), voice.role(view.role)])
        room -= units(line) + units(view.link) + 2
        if room < 0:
            more = len(views) - place
            yield voice.count("%(count)s more is in the file.", "%(count)s more are in the file.", more)
            return
        yield line
        yield view.link
