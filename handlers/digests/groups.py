"""A team's group: its digest comes there or no longer does; nothing else is told in a group."""

from functools import partial

from handlers.desk import Args, Desk
from handlers.heard import Command, GroupMoved, GroupStanding, Heard
from handlers.outcome import Outcome
from handlers.reader import Facts, Reader
from handlers.rights import may_command
from handlers.trail import refused_command
from sales.cards import Card
from sales.care.habits import Habits
from sales.people import Role
from storage.company.teams import Team, teams
from storage.team_groups import keeping
from storage.team_groups.reading import group_digest
from wording.cards.digests import group as cards
from wording.group_words import GroupSaid
from wording.sentences import Said, Toast

_HERE = frozenset({"here", "这里", "在这里", "发这里", "发到这里"})
_OFF = frozenset({"off", "stop", "关", "关掉", "停", "停发", "不要了"})
WORDS = _HERE | _OFF
AT = Habits().digest_at
_MOST = 12


def happened(heard: Heard) -> Outcome | None:
    """What becomes of the group itself, whoever did it; None: nothing did."""
    match heard.what:
        case GroupMoved(to):
            return Outcome((partial(keeping.moved, chat=heard.chat.id, to=to),))
        case GroupStanding(present=False):
            return Outcome((partial(keeping.forget, chat=heard.chat.id),))
        case _:
            return None


def to_strangers(heard: Heard) -> GroupSaid | None:
    """What somebody hears whom nobody knows: once they added the bot, and where they ask for a digest."""
    match heard.what:
        case GroupStanding(present=True):
            return GroupSaid.NOT_OURS
        case Command("digest") if not heard.chat.private:
            return GroupSaid.NOT_YOU
        case _:
            return None


def answer(desk: Desk) -> Outcome:
    match desk.heard.what:
        case GroupStanding():
            return desk.say(GroupSaid.ADDED)
        case Command("digest", rest) if not desk.heard.edited:
            return _digest(desk, " ".join(rest.split()).casefold())
        case _:
            return desk.say(Said.GROUP)


def _digest(desk: Desk, words: str) -> Outcome:
    if words not in WORDS:
        return desk.say(GroupSaid.HOW)
    if not may_command(desk, "digest"):
        return refused_command(desk, "digest")
    return _off(desk) if words in _OFF else _here(desk)


def _here(desk: Desk) -> Outcome:
    led = _led(desk)
    if not led:
        return desk.say(GroupSaid.NO_TEAM)
    return _comes(desk, led[0]) if len(led) == 1 else Outcome(messages=(desk.reply("group_teams", {}),))


def _led(desk: Desk) -> list[Team]:
    """From the top of the tree downwards."""
    return [team for team in teams(desk.session) if team.id in desk.member.leads or desk.member.sees_all]


def here(desk: Desk, args: Args) -> Outcome:
    """The team that was tapped."""
    team = next((one for one in _led(desk) if one.id == int(args["team"])), None)
    if team is None or desk.heard.chat.private:
        return desk.toast(Toast.GONE)
    return _comes(desk, team, edits=desk.pressed)


def _comes(desk: Desk, team: Team, edits: str | None = None) -> Outcome:
    by, chat = desk.hand, desk.heard.chat.id
    change = partial(keeping.settle_in, team=team.id, chat=chat, language=desk.member.language, by=by)
    text = desk.voice.say(GroupSaid.COMES, team=team.name, time=desk.voice.clock_time(AT))
    return Outcome((change,), (desk.reply("said", {"text": text}, edits=edits),))


def _off(desk: Desk) -> Outcome:
    there = keeping.teams_at(desk.session, desk.heard.chat.id)
    if not there:
        return desk.say(GroupSaid.NONE_HERE)
    theirs = [team for team in there if team in desk.member.leads or Role.ADMIN in desk.member.roles]
    if not theirs:
        return desk.say(GroupSaid.NOT_LED)
    by = desk.hand
    changes = tuple(partial(keeping.leave, team=team, by=by) for team in theirs)
    return Outcome(changes, desk.say(GroupSaid.ENDS).messages)


def in_private(desk: Desk) -> Outcome:
    return desk.say(GroupSaid.SAY_THERE)


def laid_out(reader: Reader, facts: Facts) -> Card | None:
    """Nothing on days of which nothing was told."""
    view = group_digest(reader.session, reader.member, facts, reader.now)
    return None if view.is_empty and not view.back.more else cards.group_digest(view, reader.voice)


def laid_out_teams(reader: Reader, facts: Facts) -> Card:
    member = reader.member
    named = [(team.id, team.name) for team in teams(reader.session) if team.id in member.leads or member.sees_all]
    return cards.group_teams(named[:_MOST], reader.voice)
