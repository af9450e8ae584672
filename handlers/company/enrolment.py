"""At the door: a code lets somebody in; whoever has none gets one polite sentence and learns nothing."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from handlers.desk import Desk
from handlers.heard import Command, Heard, Text
from handlers.outcome import Change, Message, Outcome
from sales.people import Role
from storage.company import code_tries, invitations, people
from storage.company.enrolling import Newcomer, Opens, Refused, look, take_in
from storage.store import Session
from wording.catalogue import language_for
from wording.entering import Entering
from wording.sentences import Toast
from wording.voice import Voice

UTC = ZoneInfo("UTC")
# 24 bytes, url-safe: nothing that is said by chance.
_CODE = re.compile(r"[A-Za-z0-9_-]{32}")
_WELCOMES = {
    Role.REP: Entering.WELCOME_REP,
    Role.MANAGER: Entering.WELCOME_MANAGER,
    Role.CARE: Entering.WELCOME_CARE,
    Role.ADMIN: Entering.WELCOME_ADMIN,
}
_REFUSALS = {
    Refused.WRONG: Entering.CODE_WRONG,
    Refused.USED: Entering.CODE_USED,
    Refused.EXPIRED: Entering.CODE_EXPIRED,
    Refused.TOO_MANY: Entering.TOO_MANY_TRIES,
    Refused.ALREADY_IN: Entering.ALREADY_IN,
}


@dataclass(frozen=True, slots=True)
class Doorstep:
    """What is before the handler when somebody is no member (yet), or a member holds another code."""

    session: Session
    heard: Heard
    now: datetime
    voice: Voice

    @property
    def who(self) -> Newcomer:
        return Newcomer(self.heard.person.id, self.heard.chat.id, self.voice.language)

    def say(self, sentence: str, *changes: Change, **values: str) -> Outcome:
        text = self.voice.say(sentence, **values)
        return Outcome(changes, (Message(f"said:{self.heard.arrival}", self.heard.chat.id, "said", {"text": text}),))


def doorstep(session: Session, heard: Heard, now: datetime, *, language: str) -> Doorstep:
    """Where a stranger stands; they are spoken to in their app's language, else in the company's."""
    return Doorstep(session, heard, now, Voice(language_for(heard.person.language, language), UTC, now.date()))


def meet_stranger(at: Doorstep) -> Outcome:
    """Anything that somebody says who is no member."""
    if (code := _code_in(at.heard)) is not None:
        return _try_code(at, code)
    known = invitations.was_in(at.session, at.heard.person.id)
    return at.say(Entering.SIGNED_OUT if known else Entering.STRANGER)


def turn_away(at: Doorstep) -> Outcome:
    """A button of somebody who has left says so; it does nothing any more."""
    known = invitations.was_in(at.session, at.heard.person.id)
    return Outcome(toast=at.voice.say(Toast.SIGNED_OUT)) if known else Outcome()


def start(desk: Desk) -> Outcome:
    """/start of a member: the welcome again; with a code it may give one more role."""
    code = _code_in(desk.heard)
    if code is not None:
        return _try_code(Doorstep(desk.session, desk.heard, desk.now, desk.voice), code)
    reachable = partial(people.mark_reachable, telegram_id=desk.heard.person.id, reachable=True)
    return replace(desk.say(Entering.WELCOME_BACK, name=desk.member.name), changes=(reachable,))


def _code_in(heard: Heard) -> str | None:
    """Whatever stands behind /start is tried; plain words only if they look like a code."""
    match heard.what:
        case Command("start", rest) if rest:
            return rest
        case Text(text) if _CODE.fullmatch(text.strip()):
            return text.strip()
    return None


def _try_code(at: Doorstep, code: str) -> Outcome:
    found = look(at.session, code, who=at.who, now=at.now)
    if isinstance(found, Opens):
        return _let_in(at, found)
    counted = (partial(code_tries.note_wrong, telegram_id=at.heard.person.id, now=at.now),)
    return at.say(_REFUSALS[found], *(counted if found is Refused.WRONG else ()))


def _let_in(at: Doorstep, opens: Opens) -> Outcome:
    enter = partial(take_in, opens=opens, who=at.who, now=at.now)
    sentence = Entering.NEW_PHONE if opens.invitation.member is not None else _WELCOMES[opens.invitation.role]
    return at.say(sentence, enter, name=opens.name, team=opens.team)
