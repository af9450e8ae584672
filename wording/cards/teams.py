"""The tree of teams, one team with its people, and one member with what can be changed."""

from collections.abc import Iterator

from sales.cards import Button, Card, Row
from sales.people import Place, Role
from sales.teams import Colleague, TeamLine, TeamsCard
from wording.layout import digits, in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_IN_A_ROW = 3
_STEP = "· "


def teams(view: TeamsCard, voice: Voice) -> Card:
    if view.member is not None:
        return _targets(view, view.member, voice) if view.choosing else _member(view, view.member, voice)
    return _team(view, view.team, voice) if view.team is not None else _tree(view, voice)


def _tree(view: TeamsCard, voice: Voice) -> Card:
    lines = [f"{number} {_line(line, voice)}" for number, line in enumerate(view.lines, 1)]
    each = [{"team": line.id} for line in view.lines]
    add = (Button(voice.say("Add a team"), "team_add", {"team": view.lines[0].id}),) if view.lines else ()
    head = voice.count("%(count)s team", "%(count)s teams", len(view.lines))
    return lay_out([head, *lines], *digits("team_open", each), add)


def _line(line: TeamLine, voice: Voice) -> str:
    return voice.labelled(_STEP * line.depth + short(line.name, NAME_IN_LIST), voice.join(_counts(line, voice)))


def _counts(line: TeamLine, voice: Voice) -> Iterator[str]:
    yield voice.count("%(count)s person", "%(count)s people", line.members)
    yield voice.count("%(count)s customer", "%(count)s customers", line.customers)


def _team(view: TeamsCard, team: TeamLine, voice: Voice) -> Card:
    managers = voice.join(short(name, NAME_IN_LIST) for name in team.managers[:_IN_A_ROW])
    led = voice.say("led by %(names)s", names=managers) if managers else voice.say("nobody leads it yet")
    lines = [f"{number} {_person(one, voice)}" for number, one in enumerate(view.people, 1)]
    each = [{"member": one.id} for one in view.people]
    change = (
        Button(voice.say("Rename"), "team_rename", {"team": team.id}),
        Button(voice.say("Add a team below"), "team_add", {"team": team.id}),
    )
    head = [voice.join([short(team.name, NAME), led]), voice.join(_counts(team, voice))]
    return lay_out([*head, *lines], *digits("member_open", each), change, _back(voice))


def _person(one: Colleague, voice: Voice) -> str:
    customers = voice.count("%(count)s customer", "%(count)s customers", one.customers)
    return voice.join([short(one.name, NAME_IN_LIST), *(voice.role(role) for role in sorted(one.roles)), customers])


def _member(view: TeamsCard, one: Colleague, voice: Voice) -> Card:
    places = [_place(view, place, voice) for place in view.places]
    move = (Button(voice.say("Move to another team"), "member_target", {"member": one.id, "choosing": 1}),)
    return lay_out([_person(one, voice), *places], move, *_promotions(view, one, voice), _back(voice))


def _place(view: TeamsCard, place: Place, voice: Voice) -> str:
    team = short(view.called(place.team), NAME_IN_LIST)
    return voice.join([voice.role(place.role), voice.say("team %(team)s", team=team)])


def _promotions(view: TeamsCard, one: Colleague, voice: Voice) -> Iterator[Row]:
    """Only who runs the bot makes managers."""
    if not view.may_promote:
        return
    managed = {place.team for place in view.places if place.role is Role.MANAGER}
    for team in dict.fromkeys(place.team for place in view.places):
        name = short(view.called(team), NAME_IN_LIST)
        about = {"member": one.id, "team": team}
        if team in managed:
            yield (Button(voice.say("No longer manager of %(team)s", team=name), "demote", about),)
        else:
            yield (Button(voice.say("Make manager of %(team)s", team=name), "promote", about),)


def _targets(view: TeamsCard, one: Colleague, voice: Voice) -> Card:
    buttons = [
        Button(short(line.name, NAME_IN_LIST), "member_move", {"member": one.id, "team": line.id})
        for line in view.lines
    ]
    asks = voice.say("Into which team goes %(name)s?", name=short(one.name, NAME_IN_LIST))
    along = voice.say("The customers come along.")
    back = (Button(voice.say("Back"), "member_open", {"member": one.id}),)
    return lay_out([asks, along], *in_rows(buttons, _IN_A_ROW), back)


def _back(voice: Voice) -> Row:
    return (Button(voice.say("All teams"), "teams"),)
