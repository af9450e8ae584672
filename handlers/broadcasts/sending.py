"""/tell: words to everybody of a team, looked at before they go out, and told again to who did not read them."""

from datetime import datetime, timedelta
from functools import partial

from handlers.company.colleagues import plain
from handlers.desk import Args, Desk
from handlers.outcome import Facts, Message, Outcome
from sales.actions import Right, role_allows
from sales.broadcasts import MOST_SIGNS
from sales.care.working_days import country_of, first_loud_moment, next_working_day
from sales.moments import local_moment
from storage.broadcasts import keeping
from storage.broadcasts.keeping import NewBroadcast
from storage.broadcasts.reach import Reached, reach, staff
from storage.broadcasts.views import led_teams, unread
from storage.company import asked
from storage.company.asked import What
from storage.company.teams import Team
from storage.queues import outbox
from understanding.broadcasts import TeamTold, named_team, read_broadcast
from wording.broadcast_words import BroadcastSaid
from wording.layout import units
from wording.sentences import Said, Toast

_DAY = timedelta(days=1)


def tell(desk: Desk, rest: str) -> Outcome:
    """/tell alone asks what; "/tell East: we close at four" is for that team."""
    led = led_teams(desk.session, desk.member)
    if not led:
        return desk.say(BroadcastSaid.NO_TEAM)
    read = named_team(rest)
    team = _called(led, read.team)
    if team is None:
        read, team = TeamTold("", rest.strip()), led[0]
    return _drafted(desk, team, read.text) if read.text else _ask(desk, team)


def in_words(desk: Desk, text: str) -> Outcome | None:
    """As in "Tell the team: …"; None: it is nothing of the kind, or not for this member to say."""
    read = read_broadcast(text) if role_allows(Right.LEADS, desk.member.roles) else None
    led = led_teams(desk.session, desk.member) if read else []
    if read is None or not led:
        return None
    team = _called(led, read.team) if read.team else led[0]
    return _drafted(desk, team, read.text) if team else None


def _called(led: list[Team], name: str) -> Team | None:
    return next((team for team in led if plain(team.name) == plain(name)), None)


def _ask(desk: Desk, team: Team) -> Outcome:
    question = partial(asked.ask, member=desk.member.id, what=What.BROADCAST, now=desk.now, about=str(team.id))
    return Outcome((question,), desk.say(BroadcastSaid.WRITE).messages)


def written(desk: Desk, text: str) -> Outcome:
    """The words that were asked for."""
    wanted = asked.asked_about(desk.session, member=desk.member.id)
    team = next((one for one in led_teams(desk.session, desk.member) if str(one.id) == wanted), None)
    return _drafted(desk, team, text.strip()) if team else desk.say(Said.FOR_MANAGERS)


def _drafted(desk: Desk, team: Team, text: str) -> Outcome:
    """What is too long may be sent again, shorter."""
    over = units(text) - MOST_SIGNS
    if over > 0:
        question = _ask(desk, team).changes
        return Outcome(question, desk.say(BroadcastSaid.LONG, over=over).messages)
    settle = partial(asked.settle, member=desk.member.id)
    return Outcome((settle,), (desk.reply("broadcast_draft", {"team": team.id, "text": text}),))


def choose_team(desk: Desk, args: Args) -> Outcome:
    """The same words to another team."""
    shown = _draft(desk)
    if shown is None:
        return desk.toast(Toast.GONE)
    facts: Facts = {"team": int(args["team"]), "text": str(shown.facts["text"])}
    return Outcome(messages=(desk.reply("broadcast_draft", facts, edits=shown.key),))


def cancel(desk: Desk, args: Args) -> Outcome:
    said = desk.reply("said", {"text": desk.voice.say(Said.CANCELLED)}, edits=desk.pressed)
    return Outcome(messages=(said,))


def send(desk: Desk, args: Args) -> Outcome:
    """Each gets a message of their own; the draft turns into the report of who read it."""
    shown, team = _draft(desk), int(args["team"])
    if shown is None or team not in {one.id for one in led_teams(desk.session, desk.member)}:
        return desk.toast(Toast.GONE)
    found = reach(staff(desk.session, desk.now), team, desk.member.id).reached
    if not found:
        return desk.toast(BroadcastSaid.NOBODY)
    arrival = desk.heard.arrival
    words = NewBroadcast(team, str(shown.facts["text"]), arrival)
    keep = partial(keeping.keep, broadcast=words, readers=[one.to.member for one in found], by=desk.hand)
    report = desk.reply("broadcast_sent", {"arrival": arrival}, edits=shown.key)
    told = (_message(f"broadcast:{arrival}", {"arrival": arrival}, one, desk.now) for one in found)
    return Outcome((keep,), (report, *told), desk.voice.say(BroadcastSaid.SENT, count=len(found)))


def remind(desk: Desk, args: Args) -> Outcome:
    """Once; who is on leave hears of it when they are back."""
    arrival = int(args["arrival"])
    row = keeping.find(desk.session, arrival)
    if row is None or row.member_id != desk.member.id or row.reminded_at is not None:
        return desk.toast(Toast.ALREADY_ANSWERED)
    facts: Facts = {"arrival": arrival, "again": 1}
    left = [one for one in unread(desk.session, row, desk.now).reached if one.away_until is None]
    again = (_message(f"broadcast:{arrival}:again", facts, one, desk.now) for one in left)
    noted = partial(keeping.note_reminded, arrival=arrival, now=desk.now)
    report = desk.reply("broadcast_sent", {"arrival": arrival}, edits=desk.pressed)
    return Outcome((noted,), (report, *again), desk.voice.say(BroadcastSaid.REMINDED))


def _draft(desk: Desk) -> outbox.Shown | None:
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.message)
    return shown if shown and shown.kind == "broadcast_draft" else None


def _message(prefix: str, facts: Facts, one: Reached, now: datetime) -> Message:
    to = one.to
    return Message(f"{prefix}:{to.member}", to.chat, "broadcast", facts, to.member, due_at=due(one, now))


def due(one: Reached, now: datetime) -> datetime:
    """After their quiet hours; on leave, in the morning of the day on which they are back at work."""
    to = one.to
    if one.away_until is None:
        return first_loud_moment(now, to.habits, to.zone)
    back = next_working_day(one.away_until + _DAY, to.habits, country_of(to.habits, to.zone))
    return first_loud_moment(local_moment(back, to.habits.agenda_at, to.zone), to.habits, to.zone)
