"""A reminder that is a line of the agenda is handed on: a colleague is chosen and asked to do what it asks for."""

from dataclasses import dataclass
from functools import partial

from handlers.care.answering import shown_again
from handlers.desk import Args, Desk
from handlers.outcome import Message, Outcome
from sales.care.views import CareView
from sales.drafts import Draft
from sales.people import Member
from sales.tellings import FollowUp, Party, Source, Telling
from storage.care import handed_on, reminders
from storage.care.views import line_view
from storage.company import people
from storage.plans import giving
from storage.queues import outbox
from storage.told import journal
from wording.cards.care.tasks import TASKS
from wording.sentences import Toast


@dataclass(frozen=True, slots=True)
class _Asked:
    """The line as it stands, and the colleague who is to do it."""

    line: CareView
    colleague: Member


def choose(desk: Desk, args: Args) -> Outcome:
    """The colleagues take the place of the buttons."""
    if _open_line(desk, args) is None:
        return _refused(desk, args, Toast.ALREADY_ANSWERED)
    if not giving.colleagues(desk.session, desk.member):
        return _refused(desk, args, Toast.NO_COLLEAGUE)
    return Outcome(messages=(shown_again(desk, args, instead="handing"),))


def to_one(desk: Desk, args: Args) -> Outcome:
    """They are asked as if they had been named in a message; until they answer it is a follow-up of the reader's."""
    line = _open_line(desk, args)
    if line is None:
        return _refused(desk, args, Toast.ALREADY_ANSWERED)
    number = int(args["member"])
    free = dict(giving.colleagues(desk.session, desk.member))
    colleague = people.member(desk.session, number) if number in free else None
    if colleague is None or colleague.chat is None:
        return _refused(desk, args, Toast.NO_COLLEAGUE)
    return _hand(desk, args, _Asked(line, colleague))


def _hand(desk: Desk, args: Args, asked: _Asked) -> Outcome:
    colleague, by = asked.colleague, journal.By(desk.member, desk.now, desk.house.remind_at)
    draft = _draft(desk, asked.line)
    change = partial(handed_on.hand_on, reminder=asked.line.id, draft=draft, to=colleague.id, by=by)
    question = Message(
        key=f"{_asked_under(asked.line.id)}{desk.heard.arrival}",
        chat=colleague.chat or 0,
        kind="given",
        facts={"chat": draft.chat, "message": draft.message, "slot": 0, "fresh": 1},
        member=colleague.id,
    )
    said = desk.voice.say(Toast.ASKED, name=colleague.name)
    return Outcome((change,), (shown_again(desk, args), question), said)


def _draft(desk: Desk, line: CareView) -> Draft:
    """In the language of whoever hands it on, as if they had told it: it may come back to them."""
    action = TASKS[line.kind](line, desk.voice)
    party = Party(line.customer, line.customer_id) if line.customer_id else None
    people_there = (line.person,) if line.person else ()
    plan = FollowUp(party, desk.today, action, contacts=people_there)
    return Draft(
        chat=desk.heard.chat.id,
        message=handed_on.place(line.id),
        moment=desk.now,
        text=action,
        telling=Telling(follow_ups=(plan,)),
        source=Source.BUTTON,
    )


def take_back(desk: Desk, args: Args) -> Outcome:
    """The line is open again; the colleague reads that it is no longer needed."""
    number = int(args["reminder"])
    chat = handed_on.handed_in(desk.session, number)
    row = giving.find_given(desk.session, chat=chat, message=handed_on.place(number), slot=0) if chat else None
    by = journal.By(desk.member, desk.now, desk.house.remind_at)
    change = partial(handed_on.take_back, reminder=number, by=by)
    colleague = people.member(desk.session, row.given_to) if row and row.given_to else None
    told = (_over(desk, colleague, number, row.id or 0),) if row and colleague and colleague.chat else ()
    return Outcome((change,), (shown_again(desk, args), *told), desk.voice.say(Toast.REOPENED))


def _over(desk: Desk, colleague: Member, reminder: int, follow_up: int) -> Message:
    return Message(
        key=f"given_back:{desk.heard.arrival}",
        chat=colleague.chat or 0,
        kind="given",
        facts={"follow_up": follow_up},
        member=colleague.id,
        edits=outbox.last_key(desk.session, _asked_under(reminder)),
    )


def _open_line(desk: Desk, args: Args) -> CareView | None:
    row = reminders.find(desk.session, desk.member, int(args["reminder"]))
    if row is None or row.kind not in TASKS or row.state not in reminders.UNANSWERED:
        return None
    return line_view(desk.session, row)


def _refused(desk: Desk, args: Args, toast: Toast) -> Outcome:
    return Outcome(messages=(shown_again(desk, args),), toast=desk.voice.say(toast))


def _asked_under(reminder: int) -> str:
    return f"given:care:{reminder}:"
