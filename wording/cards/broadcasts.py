"""Words to a whole team: before they go out, as the team gets them, and how far they got."""

from collections.abc import Iterable, Iterator

from sales.broadcasts import BroadcastCard, DraftCard, SentCard, TeamReached
from sales.cards import Button, Card, Row
from wording.broadcast_words import BroadcastSaid
from wording.layout import in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, QUOTE, short

_NAMED = 12
_SHOWN = 200
_IN_A_ROW = 2


def draft(view: DraftCard, voice: Voice) -> Card:
    lines = [_to(view.team, voice), *view.text.splitlines(), *_limits(view, voice)]
    if not view.team.people:
        lines = [_to(view.team, voice), voice.say(BroadcastSaid.NOBODY), *_limits(view, voice)]
    others = [Button(_to(one, voice), "broadcast_team", {"team": one.id}) for one in view.others]
    cancel = Button(voice.say("Cancel"), "broadcast_cancel")
    return lay_out(lines, *_send(view, voice), *in_rows(others, _IN_A_ROW), (cancel,))


def _to(team: TeamReached, voice: Voice) -> str:
    name = short(team.name, NAME_IN_LIST)
    return voice.count("To %(team)s, %(count)s person", "To %(team)s, %(count)s people", team.people, team=name)


def _limits(view: DraftCard, voice: Voice) -> Iterator[str]:
    if view.away:
        yield voice.say("On leave, told when they are back: %(names)s", names=_names(view.away, voice))
    if view.out_of_reach:
        yield voice.say("Out of my reach: %(names)s", names=_names(view.out_of_reach, voice))


def _send(view: DraftCard, voice: Voice) -> Iterator[Row]:
    if view.team.people:
        yield (
            Button(voice.say("Send to %(count)s", count=view.team.people), "broadcast_send", {"team": view.team.id}),
        )


def _names(names: Iterable[str], voice: Voice) -> str:
    known = list(names)
    named = voice.join(short(name, NAME_IN_LIST) for name in known[:_NAMED])
    more = len(known) - _NAMED
    return named if more <= 0 else voice.say("%(names)s and %(count)s others", names=named, count=more)


def broadcast(view: BroadcastCard, voice: Voice) -> Card:
    """Line 1 says it on a lock screen, all else stands as it was written."""
    head = voice.say("%(by)s to %(team)s", by=short(view.by, NAME_IN_LIST), team=short(view.team, NAME))
    if view.again and not view.read:
        head = voice.say("Not read yet: %(what)s", what=head)
    first, *others = view.text.splitlines() or [""]
    # Only what is short enough to be a value of a sentence stands in one line with who says it.
    lines = [voice.labelled(head, first), *others] if len(first) < QUOTE else [head, first, *others]
    if view.read:
        return lay_out([*lines, voice.say("✓ Read")])
    return lay_out(lines, (Button(voice.say("Read"), "broadcast_read", {"arrival": view.arrival}),))


def sent(view: SentCard, voice: Voice) -> Card:
    head = voice.say(
        "✓ Told %(team)s: read by %(read)s of %(told)s", team=short(view.team, NAME), read=view.read, told=view.told
    )
    unread = voice.say("Not yet: %(names)s", names=_names(view.unread, voice)) if view.unread else ""
    out = voice.say("Out of my reach: %(names)s", names=_names(view.out_of_reach, voice)) if view.out_of_reach else ""
    again = voice.say("Told again: %(moment)s", moment=voice.moment(view.reminded_at)) if view.reminded_at else ""
    return lay_out([head, f"“{short(view.text, _SHOWN)}”", unread, out, again], *_remind(view, voice))


def _remind(view: SentCard, voice: Voice) -> Iterator[Row]:
    if view.unread and view.reminded_at is None:
        label = voice.say("Remind %(count)s", count=len(view.unread))
        yield (Button(label, "broadcast_remind", {"arrival": view.arrival}),)
