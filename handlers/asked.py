"""Plain words that answer the question of a command: whom to invite, where somebody is."""

from collections.abc import Callable
from functools import partial

from handlers.broadcasts import reading as broadcasts_read
from handlers.broadcasts import sending as broadcasts
from handlers.card_reviews import asking as reviews
from handlers.cards import editing, other_names, own_fields, persons
from handlers.care import hours, silences
from handlers.comments import commenting
from handlers.company import inviting, leave, settings_commands, setup, team_commands
from handlers.company.zones import zone_named
from handlers.complaints import closing
from handlers.dealings import deals
from handlers.desk import Desk
from handlers.digests import noting, themes
from handlers.freshness import words
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from handlers.segments import keeping
from handlers.targets import setting as targets
from handlers.visit_plans import commenting as plan_comments
from papers.people_list import read_lines
from storage.company import asked
from storage.company.asked import What
from understanding.findings import Findings
from wording.sentences import Said


def answer(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """What the words do as an answer; None: nothing was asked, or they tell of something else."""
    replied = words.replied(desk, text, prepared) or commenting.replied(desk, text, prepared)
    replied = replied or noting.replied(desk, text)
    replied = replied or broadcasts_read.replied(desk, text, prepared) or reviews.replied(desk, text)
    if replied is not None:
        return replied
    question = asked.open_question(desk.session, member=desk.member.id, now=desk.now)
    answering = _ANSWERS.get(question) if question else None
    return answering(desk, text, prepared) if answering else None


def _invited(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    listed = read_lines(text)
    fits = listed.unmistakable or not _tells(prepared.findings)
    return inviting.invite_people(desk, listed) if fits else None


def _lives(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    fits = zone_named(text) is not None or not _tells(prepared.findings)
    return settings_commands.timezone(desk, text) if fits else None


def _leaves(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    fits = leave.fits(desk, text) or not _tells(prepared.findings)
    return leave.told(desk, text) if fits else None


def _sets_up(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    fits = setup.fits(desk, text) or not _tells(prepared.findings)
    return setup.answered(desk, text) if fits else None


def _sets_hours(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    return hours.written(desk, text) if hours.answers(desk, text) or not _tells(prepared.findings) else None


def _names_team(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    return None if _tells(prepared.findings) else team_commands.named_so(desk, text)


def _sets_target(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    fits = targets.answers(text) or not _tells(prepared.findings)
    return targets.written(desk, text) if fits else None


_ANSWERS: dict[What, Callable[[Desk, str, Prepared], Outcome | None]] = {
    What.INVITE: _invited,
    What.ZONE: _lives,
    What.LEAVE: _leaves,
    What.SETUP: _sets_up,
    What.HOURS: _sets_hours,
    What.NEW_TEAM: _names_team,
    What.TEAM_NAME: _names_team,
    What.FACT: editing.written,
    What.PERSON: persons.named,
    What.DEAL: deals.written,
    What.REMARK: closing.written,
    What.FIELD: own_fields.written,
    What.OTHER_NAME: other_names.written,
    What.QUIET: silences.written,
    What.FACT_QUESTION: words.written,
    What.SEGMENT: keeping.named,
    What.TARGET: _sets_target,
    What.COMMENT: lambda desk, text, prepared: commenting.written(desk, text),
    What.PLAN: lambda desk, text, prepared: plan_comments.written(desk, text),
    What.REVIEW: lambda desk, text, prepared: reviews.written(desk, text),
    What.REVIEW_ANSWER: lambda desk, text, prepared: reviews.written(desk, text),
    What.BROADCAST: lambda desk, text, prepared: broadcasts.written(desk, text),
    What.TALK: lambda desk, text, prepared: noting.written(desk, text),
    What.THEME: lambda desk, text, prepared: themes.written(desk, text),
}


def cancel(desk: Desk) -> Outcome | None:
    """/cancel; None: nothing was asked."""
    if asked.open_question(desk.session, member=desk.member.id, now=desk.now) is None:
        return None
    said = desk.say(Said.CANCELLED)
    return Outcome((partial(asked.settle, member=desk.member.id),), said.messages)


def _tells(findings: Findings) -> bool:
    return bool(findings.entries or findings.follow_ups or findings.facts or findings.ask)
