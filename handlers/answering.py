"""Hears one update and answers it: prepares without a transaction, then decides and records within one."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from handlers import asked, files
from handlers.broadcasts import sending as broadcasts
from handlers.cards import editing, inline, sharing
from handlers.company import enrolment, inviting, leave, rates
from handlers.context import NO_CONTEXT, Context, context_of
from handlers.desk import Desk, House
from handlers.digests import groups, named
from handlers.directories import Directories
from handlers.duplicates.company_names import CompanyNames
from handlers.freshness import words
from handlers.heard import (
    Attachment,
    Command,
    GroupMoved,
    GroupStanding,
    Heard,
    Odd,
    Place,
    Press,
    Query,
    SharedContact,
    Standing,
    Text,
    What,
)
from handlers.importing import receiving
from handlers.outcome import SILENCE, Message, Outcome
from handlers.prepared import UNPREPARED, Prepared
from handlers.questions import answering as questions
from handlers.reading_ahead import ahead_of
from handlers.recording import carry_out
from handlers.rights import may_command, may_press
from handlers.routes import BUTTONS, COMMANDS
from handlers.told import telling
from handlers.told.consulting import Consult, is_worth_it
from handlers.told.resolving import meant
from handlers.trail import pressed, refused_command, refused_press
from handlers.visit_plans import asking as visit_plans
from papers.shared_card import read_cards
from papers.worker import Worker
from sales.people import Member
from storage.cards.directory import Stamp, directory_stamp
from storage.cards.living import living_facts
from storage.company import people
from storage.company.company_settings import currency_of
from storage.queues import buttons
from storage.store import Session, Store
from understanding.findings import Candidate, Moment
from understanding.reading import understand
from wording.sentences import Said, Toast
from wording.voice import Voice

Fetch = Callable[[str], Awaitable[bytes]]
"""Downloads a file by Telegram's id of it."""

LONGEST_NAME = 80
"""A longer text is not looked up as the name of a customer."""


@dataclass(frozen=True, slots=True)
class Around:
    """What one look at the database tells before anything is understood; `stamp` is that of the member's directory."""

    member: Member
    context: Context = NO_CONTEXT
    stamp: Stamp = ()
    currency: str | None = None


def _look_around(session: Session, *, heard: Heard, talks: bool) -> Around | None:
    member = people.member_by_telegram(session, heard.person.id)
    if member is None or not talks:
        return Around(member) if member else None
    return Around(member, context_of(session, heard, member), directory_stamp(session, member), currency_of(session))


class Answering:
    """The handlers' side of the journey; holds nothing but the indexes of names, which can be built anew."""

    def __init__(
        self, store: Store, house: House, fetch: Fetch, worker: Worker, consult: Consult | None = None
    ) -> None:
        self._store = store
        self._house = house
        self._fetch = fetch
        self._worker = worker
        self._consult = consult
        self._directories = Directories(store)
        self._names = CompanyNames()

    async def prepare(self, heard: Heard) -> Prepared:
        """Understand the words, in the surroundings and with the customers that the member may see."""
        text = _words(heard)
        talks = text is not None or sharing.shares(heard.what)
        around = await self._store.read(partial(_look_around, heard=heard, talks=talks))
        if around is None:
            return UNPREPARED
        if self._names.empty:
            # What takes long is read before any transaction.
            await self._store.read(self._names.catch_up)
        if text is None:
            return await self._placed(await self._opened(heard.what), around)
        directory = await self._directories.of(around.member, around.stamp)
        currency = around.currency or self._house.currency
        moment = Moment(heard.moment.astimezone(around.member.zone), currency, around.context.spoken_of)
        names = directory.search(text) if len(text) <= LONGEST_NAME else ()
        found = understand(text, moment, directory)
        if self._consult is not None and is_worth_it(heard, text, found):
            found = await self._consult(text, moment, directory, found)
        prepared = Prepared(found, around.member, meant(around.context, found), names)
        return await self._read_ahead(heard, prepared, around.member)

    async def _read_ahead(self, heard: Heard, prepared: Prepared, member: Member) -> Prepared:
        """While others may write."""
        ahead = ahead_of(heard.what)
        if ahead is None:
            return prepared
        return await self._store.read(lambda session: ahead(session, prepared, member, heard.moment))

    async def _placed(self, opened: Prepared, around: Around) -> Prepared:
        """What was opened, with whoever sent it and the customers that a shared contact may work for."""
        names: tuple[Candidate, ...] = ()
        if opened.person is not None and opened.person.company:
            directory = await self._directories.of(around.member, around.stamp)
            names = directory.search(opened.person.company)
        return replace(opened, member=around.member, context=around.context, names=names)

    async def _opened(self, what: What) -> Prepared:
        """A spreadsheet is read in the worker process; too large ones are refused unseen."""
        if isinstance(what, SharedContact):
            return replace(UNPREPARED, person=sharing.person_of(what))
        if not isinstance(what, Attachment) or not receiving.is_list(what.name) or what.size > files.MOST_BYTES:
            return UNPREPARED
        content = await self._fetch(what.file)
        if sharing.is_card(what) and len(cards := await self._worker.make(read_cards, content)) == 1:
            return replace(UNPREPARED, person=cards[0])
        people = await inviting.read_file(content, self._worker)
        listed = await receiving.seen_in(content, what.name, self._worker)
        return replace(UNPREPARED, people=people, listed=listed)

    def answer(self, session: Session, heard: Heard, prepared: Prepared, now: datetime) -> Outcome:
        """Decide, and record it in the same savepoint."""
        outcome = self._decide(session, heard, prepared, now)
        carry_out(session, outcome, now)
        return outcome

    def apologise(self, session: Session, heard: Heard, now: datetime) -> None:
        """Say that a message is kept though it could not be worked on."""
        at = self._at_door(session, heard, now)
        text = at.voice.say(Said.TROUBLE)
        message = Message(f"trouble:{heard.arrival}", heard.chat.id, "said", {"text": text})
        carry_out(session, Outcome(messages=(message,)), now)

    def _decide(self, session: Session, heard: Heard, prepared: Prepared, now: datetime) -> Outcome:
        if isinstance(heard.what, Standing):
            return _standing(heard, heard.what)
        if (changed := groups.happened(heard)) is not None:
            return changed
        if not heard.addressed:
            return SILENCE
        member = prepared.member
        if member is None:
            return self._stranger(session, heard, now)
        house = replace(self._house, currency=currency_of(session) or self._house.currency)
        desk = Desk(session, member, heard, now, house, voice_of(member, now), self._names)
        spoken_of = heard.chat.private or isinstance(heard.what, Press)
        return _answer(desk, prepared) if spoken_of else groups.answer(desk)

    def _stranger(self, session: Session, heard: Heard, now: datetime) -> Outcome:
        if isinstance(heard.what, Press):
            return enrolment.turn_away(self._at_door(session, heard, now))
        if (sentence := groups.to_strangers(heard)) is not None:
            return self._at_door(session, heard, now).say(sentence)
        if not heard.chat.private or isinstance(heard.what, Query):
            return SILENCE
        return enrolment.meet_stranger(self._at_door(session, heard, now))

    def _at_door(self, session: Session, heard: Heard, now: datetime) -> enrolment.Doorstep:
        return enrolment.doorstep(session, heard, now, language=self._house.language)


def voice_of(member: Member, now: datetime) -> Voice:
    return Voice(member.language, member.zone, now.astimezone(member.zone).date())


def _words(heard: Heard) -> str | None:
    match heard.what:
        case Text(text) | Command(rest=text) | Query(text):
            return text
        case Attachment(name=name, caption=caption) if caption.strip() and not receiving.is_list(name):
            return caption
        case _:
            return None


def _standing(heard: Heard, standing: Standing) -> Outcome:
    mark = partial(people.mark_reachable, telegram_id=heard.person.id, reachable=standing.reachable)
    return Outcome(changes=(mark,))


def _answer(desk: Desk, prepared: Prepared) -> Outcome:
    match desk.heard.what:
        case Press(token):
            return _pressed(desk, token)
        case Command(name, rest):
            return _commanded(desk, name, rest, prepared)
        case Text() as text:
            return _told(desk, text, prepared)
        case Query() as query:
            return inline.answer(desk, query, prepared)
        case Standing() | GroupStanding() | GroupMoved():
            return SILENCE
        case other:
            return _shared(desk, other, prepared)


def _told(desk: Desk, text: Text, prepared: Prepared) -> Outcome:
    """Words that answer the question of a command; a telling, if they do not."""
    answered = asked.answer(desk, text.text, prepared) or _asked_for(desk, text, prepared)
    return answered or telling.listen(desk, text, prepared)


def _asked_for(desk: Desk, text: Text, prepared: Prepared) -> Outcome | None:
    """Plain words that do what a command does; somebody else's words, or changed ones, do not."""
    if text.forwarded or desk.heard.edited:
        return None
    done = leave.in_words(desk, text.text) or rates.in_words(desk, text.text) or broadcasts.in_words(desk, text.text)
    done = done or visit_plans.in_words(desk, text.text) or named.in_words(desk, text.text, prepared)
    return done or questions.in_words(desk, text.text, prepared)


def _shared(desk: Desk, what: Attachment | SharedContact | Place | Odd, prepared: Prepared) -> Outcome:
    match what:
        case Attachment():
            return _attached(desk, what, prepared)
        case SharedContact():
            return sharing.shared(desk, sharing.person_of(what), prepared)
        case Place(latitude, longitude):
            return editing.placed(desk, latitude, longitude) or words.placed(desk, what) or desk.say(Said.PLACE_KEPT)
        case Odd(form):
            return desk.say(Said.STICKER if form == "sticker" else Said.ODD_KEPT)


def _attached(desk: Desk, attachment: Attachment, prepared: Prepared) -> Outcome:
    """What is written under a picture counts as if it were said."""
    if prepared.person is not None:
        return sharing.shared(desk, prepared.person, prepared)
    if prepared.people and prepared.listed:
        if receiving.is_of_people(desk, prepared.listed):
            return inviting.invite_people(desk, prepared.people)
        return receiving.receive(desk, attachment, prepared.listed)
    if attachment.caption.strip():
        return telling.listen(desk, Text(attachment.caption), prepared)
    return files.kept(desk, attachment)


def _commanded(desk: Desk, name: str, rest: str, prepared: Prepared) -> Outcome:
    """The one place where commands ask for their right; whom their words name is looked up by the commands."""
    command = COMMANDS.get(name.lower())
    if command is None:
        return desk.say(Said.UNKNOWN_COMMAND)
    return command(desk, rest, prepared) if may_command(desk, name.lower()) else refused_command(desk, name.lower())


def _pressed(desk: Desk, token: str) -> Outcome:
    match buttons.press(desk.session, token, desk.member.id, desk.now):
        case buttons.Pressed(action, found):
            args = living_facts(desk.session, found)
            if not may_press(desk, action, args):
                return refused_press(desk, action, args)
            return pressed(desk, action, args, BUTTONS[action](desk, args))
        case buttons.Used():
            return desk.toast(Toast.ALREADY_USED)
        case buttons.NotYours():
            return desk.toast(Toast.NOT_YOURS)
        case buttons.Unknown():
            return desk.toast(Toast.TOO_OLD)
