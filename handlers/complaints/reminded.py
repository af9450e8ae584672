"""The buttons under the reminders of a complaint: it is answered, or its card is opened."""

from dataclasses import replace
from functools import partial

from handlers.care import answering
from handlers.complaints import buttons
from handlers.complaints.spreading import seen_again
from handlers.desk import Args, Desk
from handlers.outcome import Change, Outcome
from sales.complaints import Step, Taken
from storage.care import reminders
from storage.complaints import steps
from wording.sentences import Toast


def answered(desk: Desk, args: Args) -> Outcome:
    """The clock stops; the complaint's card takes the reminder's place, where it can be taken back."""
    settled = answering.settled(desk, args, "answered", Toast.SAVED)
    row = reminders.find(desk.session, desk.member, int(args["reminder"]))
    if row is None or not settled.changes:
        return settled
    step = Taken(Step.ANSWER, desk.now, desk.member.id)
    go: Change = partial(steps.go, complaint=row.subject_id, step=step)
    messages = (*buttons.shown(desk, row.subject_id).messages, *seen_again(desk, row.subject_id))
    return replace(settled, changes=(*settled.changes, go), messages=messages)


def complaint(desk: Desk, args: Args) -> Outcome:
    row = reminders.find(desk.session, desk.member, int(args["reminder"]))
    return buttons.shown(desk, row.subject_id) if row else desk.toast(Toast.GONE)
