"""/teams: the tree of teams for those who lead them, changed by buttons and in words."""

from functools import partial

from handlers.company.colleagues import leads, named, plain
from handlers.desk import Args, Desk
from handlers.outcome import Change, Facts, Outcome
from sales.people import Member, Role
from storage.company import asked, people, team_changes
from storage.company.asked import What
from storage.company.teams import Team, teams
from understanding.teams import TeamAsk, TeamWords, read_teams
from wording.entering import Entering
from wording.sentences import Said, Toast

LONGEST = 60


def show(desk: Desk, rest: str) -> Outcome:
    """/teams alone shows the tree; with words behind it changes something."""
    if not rest.strip():
        return Outcome(messages=(desk.reply("teams", {}),))
    read = read_teams(rest)
    return _ASKED[read.ask](desk, read) if read else desk.say(Said.TEAMS_HOW)


def _add(desk: Desk, read: TeamWords) -> Outcome:
    """Under the topmost team that the asker leads."""
    own = _led(desk)
    return _new_team(desk, own[0].id, read.subject) if own else desk.say(Said.FOR_MANAGERS)


def _new_team(desk: Desk, parent: int, name: str) -> Outcome:
    wrong = _wrong_name(desk, name)
    return wrong or _changed(desk, partial(team_changes.add, name=_tidy(name), parent=parent, by=desk.hand))


def _rename(desk: Desk, read: TeamWords) -> Outcome:
    team = _team(desk, read.subject)
    if not isinstance(team, Team):
        return team
    wrong = _wrong_name(desk, read.other)
    return wrong or _changed(desk, partial(team_changes.rename, team=team.id, name=_tidy(read.other), by=desk.hand))


def _move(desk: Desk, read: TeamWords) -> Outcome:
    team = _team(desk, read.other)
    member = _member(desk, read.subject)
    if not isinstance(member, Member):
        return member
    if not isinstance(team, Team):
        return team
    return _changed(desk, partial(team_changes.move, member=member.id, team=team.id, mover=desk.member, by=desk.hand))


def _promote(desk: Desk, read: TeamWords) -> Outcome:
    """Of the team that is named, else of their own."""
    member = _member(desk, read.subject)
    if not isinstance(member, Member):
        return member
    team = _team(desk, read.other) if read.other else None
    if isinstance(team, Outcome):
        return team
    return _promoted(desk, member, team.id if team else member.team or 0)


def _promoted(desk: Desk, member: Member, team: int) -> Outcome:
    if Role.ADMIN not in desk.member.roles:
        return desk.say(Said.FOR_ADMINS)
    return _changed(desk, partial(team_changes.make_manager, member=member.id, team=team, by=desk.hand))


def _demote(desk: Desk, read: TeamWords) -> Outcome:
    member = _member(desk, read.subject)
    if not isinstance(member, Member):
        return member
    if Role.ADMIN not in desk.member.roles:
        return desk.say(Said.FOR_ADMINS)
    managed = [place.team for place in member.places if place.role is Role.MANAGER]
    changes = (partial(team_changes.no_manager, member=member.id, team=team, by=desk.hand) for team in managed)
    return _changed(desk, *changes)


_ASKED = {
    TeamAsk.ADD: _add,
    TeamAsk.RENAME: _rename,
    TeamAsk.MOVE: _move,
    TeamAsk.PROMOTE: _promote,
    TeamAsk.DEMOTE: _demote,
}


def _team(desk: Desk, name: str) -> Team | Outcome:
    found = [team for team in _led(desk) if plain(team.name) == plain(name)]
    yours = desk.voice.join(team.name for team in _led(desk))
    return found[0] if found else desk.say(Entering.INVITE_UNKNOWN_TEAM, team=name, teams=yours)


def _member(desk: Desk, name: str) -> Member | Outcome:
    theirs = [one for one in people.members(desk.session) if leads(desk.member, one)]
    found = named(theirs, name)
    if len(found) == 1:
        return found[0]
    return desk.say(Said.SEVERAL_COLLEAGUES if found else Said.NOBODY_OF_YOURS, name=name)


def _led(desk: Desk) -> list[Team]:
    """The teams that the member leads, the topmost first."""
    return [team for team in teams(desk.session) if desk.member.sees_all or team.id in desk.member.leads]


def _wrong_name(desk: Desk, name: str) -> Outcome | None:
    if not 0 < len(_tidy(name)) <= LONGEST:
        return desk.say(Said.TEAM_NAME_LONG, most=LONGEST)
    return desk.say(Said.TEAM_THERE, team=_tidy(name)) if teams(desk.session).named(name) else None


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _changed(desk: Desk, *changes: Change, facts: Facts | None = None) -> Outcome:
    """What became of it, at a glance."""
    settle = partial(asked.settle, member=desk.member.id)
    card = desk.reply("teams", facts or {}, edits=desk.pressed)
    return Outcome((*changes, settle), (card,), desk.voice.say(Toast.CHANGED))


def page(desk: Desk, args: Args) -> Outcome:
    """The tree, a team or a member, in place."""
    return Outcome(messages=(desk.reply("teams", dict(args), edits=desk.pressed),))


def ask_name(desk: Desk, args: Args) -> Outcome:
    """Ask what a new team below is called."""
    return _ask(desk, What.NEW_TEAM, int(args["team"]))


def ask_other_name(desk: Desk, args: Args) -> Outcome:
    """Ask for another name of a team."""
    return _ask(desk, What.TEAM_NAME, int(args["team"]))


def _ask(desk: Desk, what: What, team: int) -> Outcome:
    question = partial(asked.ask, member=desk.member.id, what=what, now=desk.now, about=str(team))
    said = desk.say(Said.TEAM_NAME)
    return Outcome((question,), said.messages)


def named_so(desk: Desk, text: str) -> Outcome:
    """Words that name a new team, or one anew."""
    question = asked.open_question(desk.session, member=desk.member.id, now=desk.now)
    team = int(asked.asked_about(desk.session, member=desk.member.id) or 0)
    if team not in {one.id for one in _led(desk)}:
        return desk.say(Said.FOR_MANAGERS)
    if question is What.NEW_TEAM:
        return _new_team(desk, team, text)
    wrong = _wrong_name(desk, text)
    return wrong or _changed(desk, partial(team_changes.rename, team=team, name=_tidy(text), by=desk.hand))


def move(desk: Desk, args: Args) -> Outcome:
    """The team was tapped into which a member goes."""
    member, team = int(args["member"]), int(args["team"])
    if team not in {one.id for one in _led(desk)}:
        return desk.toast(Toast.NOT_ALLOWED)
    change = partial(team_changes.move, member=member, team=team, mover=desk.member, by=desk.hand)
    return _changed(desk, change, facts={"member": member})


def promote(desk: Desk, args: Args) -> Outcome:
    """Make somebody the manager of a team."""
    member, team = int(args["member"]), int(args["team"])
    change = partial(team_changes.make_manager, member=member, team=team, by=desk.hand)
    return _changed(desk, change, facts={"member": member})


def demote(desk: Desk, args: Args) -> Outcome:
    """Somebody manages a team no more."""
    member, team = int(args["member"]), int(args["team"])
    change = partial(team_changes.no_manager, member=member, team=team, by=desk.hand)
    return _changed(desk, change, facts={"member": member})
