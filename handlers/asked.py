"""Plain words that answer the question of a command: whom to invite, where somebody is."""

from functools import partial

from handlers.company import inviting, leave, settings_commands
from handlers.company.zones import zone_named
from handlers.desk import Desk
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from papers.people_list import read_lines
from storage.company import asked
from storage.company.asked import What
from understanding.findings import Findings
from wording.sentences import Said


def answer(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """What the words do as an answer; None: nothing was asked, or they tell of something else."""
    match asked.open_question(desk.session, member=desk.member.id, now=desk.now):
        case What.INVITE:
            listed = read_lines(text)
            fits = listed.unmistakable or not _tells(prepared.findings)
            return inviting.invite_people(desk, listed) if fits else None
        case What.ZONE:
            fits = zone_named(text) is not None or not _tells(prepared.findings)
            return settings_commands.timezone(desk, text) if fits else None
        case What.LEAVE:
            fits = leave.fits(desk, text) or not _tells(prepared.findings)
            return leave.told(desk, text) if fits else None
        case None | What.NEW_TEAM | What.TEAM_NAME | What.SETUP:
            return None


def cancel(desk: Desk) -> Outcome | None:
    """/cancel; None: nothing was asked."""
    if asked.open_question(desk.session, member=desk.member.id, now=desk.now) is None:
        return None
    said = desk.say(Said.CANCELLED)
    return Outcome((partial(asked.settle, member=desk.member.id),), said.messages)


def _tells(findings: Findings) -> bool:
    return bool(findings.entries or findings.follow_ups or findings.facts or findings.ask)
