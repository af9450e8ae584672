"""/invite: one person in a line, many as a list or a spreadsheet; each gets a link that only they can use."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from papers.people_list import LONGEST_NAME, BadLine, Fault, PeopleList, Wanted, read_lines, read_sheet
from papers.spreadsheets import NoSpreadsheetError, TooLargeError
from papers.worker import PaperFailedError, Worker
from sales.people import MAY_INVITE, Member, Role, may_invite
from storage.company import invitations, inviting, people
from storage.company.asked import What, ask
from storage.company.inviting import Asked
from storage.company.teams import Team, Teams, teams
from wording.entering import Entering
from wording.sentences import Toast

MOST = 200
_SHEETS = (".xlsx", ".xls", ".csv", ".ods", ".numbers")
_FAULTS = {
    Fault.NO_NAME: Entering.INVITE_NO_NAME,
    Fault.LONG_NAME: Entering.INVITE_LONG_NAME,
    Fault.NO_SUCH_ROLE: Entering.INVITE_UNKNOWN_ROLE,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why somebody on a list gets no invitation, in the asker's words."""

    line: int
    words: str


def may_invite_anybody(member: Member) -> bool:
    return any(role in MAY_INVITE for role in member.roles)


def is_list(name: str) -> bool:
    """Whether a file by its name is meant as a list of people."""
    return name.lower().endswith(_SHEETS)


async def read_file(content: bytes, worker: Worker) -> PeopleList | Entering:
    """The people in a spreadsheet; else the sentence that says what is wrong with the file."""
    try:
        return await worker.make(read_sheet, content)
    except NoSpreadsheetError:
        return Entering.NOT_A_SPREADSHEET
    except (TooLargeError, PaperFailedError):
        return Entering.INVITE_LONG_LIST


def invite(desk: Desk, rest: str) -> Outcome:
    """/invite, alone or with the people behind it."""
    if not rest:
        asked = partial(ask, member=desk.member.id, what=What.INVITE, now=desk.now)
        return replace(desk.say(Entering.INVITE_HOW), changes=(asked,))
    return invite_people(desk, read_lines(rest))


def invite_people(desk: Desk, read: PeopleList | Entering) -> Outcome:
    """Everybody on the list whom the asker may invite; about the others it is said why not."""
    if isinstance(read, Entering):
        return desk.say(read, most=MOST) if read is Entering.INVITE_LONG_LIST else desk.say(read)
    if not may_invite_anybody(desk.member):
        return desk.say(Entering.INVITE_NOT_YOU)
    if not (read.wanted or read.bad):
        return desk.say(Entering.INVITE_EMPTY_LIST)
    if len(read.wanted) > MOST:
        return desk.say(Entering.INVITE_LONG_LIST, most=MOST)
    return _answer(desk, list(_checked(desk, read)))


def _answer(desk: Desk, checked: list[Asked | Problem]) -> Outcome:
    asked = [one for one in checked if isinstance(one, Asked)]
    problems = sorted((one for one in checked if isinstance(one, Problem)), key=lambda problem: problem.line)
    told = desk.say(_told(desk, problems, alone=len(checked) == 1)) if problems else Outcome()
    if not asked:
        return told
    batch = f"invite:{desk.heard.arrival}"
    change = partial(inviting.invite_all, people=asked, by=desk.member.id, batch=batch, now=desk.now)
    card = desk.reply("invitation" if len(asked) == 1 else "invitations", {"batch": batch})
    return Outcome((change,), (card, *told.messages))


def _told(desk: Desk, problems: list[Problem], *, alone: bool) -> str:
    if alone:
        return problems[0].words
    return "\n".join(
        desk.voice.say(Entering.INVITE_BAD_LINE, line=problem.line, problem=problem.words.partition("\n")[0])
        for problem in problems
    )


def _checked(desk: Desk, read: PeopleList) -> Iterator[Asked | Problem]:
    tree = teams(desk.session)
    present = people.members(desk.session)
    yield from (_bad(desk, line) for line in read.bad)
    for wanted in read.wanted:
        yield _check_phone(desk, wanted, present) if wanted.new_phone else _check(desk, wanted, tree, present)


def _bad(desk: Desk, bad: BadLine) -> Problem:
    return Problem(bad.line, desk.voice.say(_FAULTS[bad.fault], role=bad.word, most=LONGEST_NAME))


def _check(desk: Desk, wanted: Wanted, tree: Teams, present: list[Member]) -> Asked | Problem:
    if not may_invite(desk.member, wanted.role):
        return Problem(wanted.line, desk.voice.say(Entering.INVITE_NOT_ALLOWED, role=desk.voice.role(wanted.role)))
    asked = _placed(desk.member, wanted, tree)
    if asked is None:
        yours = desk.voice.join(team.name for team in _own(desk.member, tree))
        return Problem(wanted.line, desk.voice.say(Entering.INVITE_UNKNOWN_TEAM, team=wanted.team, teams=yours))
    if asked.team is not None and any(_is_there(member, asked) for member in present):
        team = tree[asked.team].name
        return Problem(wanted.line, desk.voice.say(Entering.INVITE_ALREADY_IN, name=wanted.name, team=team))
    return asked


def _placed(by: Member, wanted: Wanted, tree: Teams) -> Asked | None:
    """Into the team that was named, else into the asker's own; an admin may name a new one."""
    own = _own(by, tree)
    if not wanted.team:
        return Asked(wanted.name, wanted.role, own[0].id)
    found = [team for team in tree.named(wanted.team) if team in own]
    if found:
        return Asked(wanted.name, wanted.role, found[0].id)
    return Asked(wanted.name, wanted.role, new_team=wanted.team) if Role.ADMIN in by.roles else None


def _own(by: Member, tree: Teams) -> list[Team]:
    """The teams that this member may invite into, the topmost first."""
    return [team for team in tree if Role.ADMIN in by.roles or team.id in by.leads]


def _is_there(member: Member, asked: Asked) -> bool:
    # Somebody whom a list named waits for this invitation.
    same = member.chat is not None and _plain(member.name) == _plain(asked.name)
    return same and any((place.role, place.team) == (asked.role, asked.team) for place in member.places)


def _check_phone(desk: Desk, wanted: Wanted, present: list[Member]) -> Asked | Problem:
    """A new phone is only given to somebody whose every role the asker could give: it is their whole account."""
    named = [one for one in present if _plain(one.name) == _plain(wanted.name) and _answers_for(desk.member, one)]
    if len(named) != 1:
        sentence = Entering.INVITE_SEVERAL if named else Entering.INVITE_NOBODY
        return Problem(wanted.line, desk.voice.say(sentence, name=wanted.name))
    member = named[0]
    return Asked(member.name, member.places[0].role, member.places[0].team, member=member.id)


def _answers_for(by: Member, other: Member) -> bool:
    within = Role.ADMIN in by.roles or all(place.team in by.leads for place in other.places)
    return bool(other.places) and within and all(may_invite(by, role) for role in other.roles)


def renew(desk: Desk, args: Args) -> Outcome:
    """A new code for an invitation that was not used; the code before is worth nothing from then on."""
    found = invitations.find(desk.session, int(args["invitation"]))
    if found is None:
        return desk.toast(Toast.GONE)
    led = Role.ADMIN in desk.member.roles or found.invitation.team in desk.member.leads
    if not (led and may_invite(desk.member, found.invitation.role)):
        return desk.toast(Toast.NOT_ALLOWED)
    if found.used:
        return desk.toast(Entering.CODE_USED)
    return Outcome(messages=(desk.reply("invitation", {"invitation": found.id}),))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
