"""A complaint reaches those who must know: a grave one at once, others after a minute in which a slip can be undone."""

from datetime import timedelta
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Message, Outcome
from sales.drafts import Draft
from sales.kinds import Kind, Severity
from sales.people import Member
from sales.tellings import Entry, Telling
from storage import complaints, journal
from wording.sentences import Toast

PAUSE = timedelta(seconds=60)


def alerts(desk: Desk, draft: Draft) -> tuple[Message, ...]:
    """Tell the owner, the managers and customer care of the first complaint in a message."""
    entry = complaint_in(draft.telling)
    if entry is None:
        return ()
    due_at = desk.now if entry.severity is Severity.HIGH else desk.now + PAUSE
    told = {"chat": draft.chat, "message": draft.message}
    return tuple(
        Message(_key(told, member), member.chat or 0, "complaint", told, member.id, due_at=due_at)
        for member in _recipients(desk, entry)
    )


def corrections(desk: Desk, told: journal.Recorded) -> tuple[Message, ...]:
    """What was sent of a complaint is rewritten when its message was edited, fixed, undone or redone."""
    entry = complaint_in(told.told)
    if entry is None:
        return ()
    named = {"chat": told.chat, "message": told.message}
    return tuple(
        Message(
            f"complaint:{desk.heard.arrival}:{member.id}",
            member.chat or 0,
            "complaint",
            named,
            member.id,
            edits=_key(named, member),
        )
        for member in _recipients(desk, entry)
    )


def complaint_in(told: Telling) -> Entry | None:
    return next((entry for entry in told.entries if entry and entry.kind is Kind.COMPLAINT), None)


def _recipients(desk: Desk, entry: Entry) -> list[Member]:
    customer = entry.customer.id if entry.customer else None
    return complaints.recipients(desk.session, teller=desk.member, customer=customer)


def _key(told: dict[str, int], to: Member) -> str:
    return f"complaint:{told['chat']}:{told['message']}:{to.id}"


def take(desk: Desk, args: Args) -> Outcome:
    """Put the complaint into the hands of who pressed; the rep is told."""
    number = int(args["complaint"])
    taker = complaints.taken_by(desk.session, number)
    if taker is not None:
        return desk.toast(Toast.ALREADY_TAKEN, name=taker)
    change = partial(complaints.take, complaint=number, member=desk.member)
    return Outcome((change,), _shown_again(desk, args), desk.voice.say(Toast.TAKEN))


def leave_with_rep(desk: Desk, args: Args) -> Outcome:
    """The rep handles it: nothing changes but the card, which is read now."""
    return Outcome((), _shown_again(desk, args), desk.voice.say(Toast.SAVED))


def _shown_again(desk: Desk, args: Args) -> tuple[Message, ...]:
    told = complaints.message_of(desk.session, int(args["complaint"]))
    return (desk.reply("complaint", told, edits=desk.pressed),) if told else ()
