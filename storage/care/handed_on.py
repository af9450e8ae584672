"""A line of the agenda is handed on: it becomes a follow-up that a colleague is asked to take; or taken back."""

from sqlmodel import Session

from sales.drafts import Draft
from sales.hands import Hand
from storage.care import reminders
from storage.company import people
from storage.plans import giving
from storage.tables.care import ReminderRow
from storage.told import journal

HANDED = "handed"
"""The answer of a reminder that lives on as a follow-up."""


def place(reminder: int) -> int:
    """The number of the message that nobody wrote: those of Telegram are never below nought."""
    return -reminder


def hand_on(session: Session, *, reminder: int, draft: Draft, to: int, by: journal.By) -> bool:
    """The reminder is settled, and what is to be done waits for the colleague. False: it was settled already."""
    hand = Hand(by.member.id, by.now)
    if not reminders.answer(session, reminder, answer=HANDED, by=hand):
        return False
    telling = journal.record(session, draft=draft, by=by)
    # Handed on before, and taken back: the words and the day may be others by now.
    journal.redo(session, telling=telling, by=by)
    journal.amend(session, telling=telling, revision=journal.Revision(draft.telling, draft.source, draft.text), by=by)
    row = giving.find_given(session, chat=draft.chat, message=draft.message, slot=0)
    if row is not None:
        giving.hand_on(session, follow_up=row.id or 0, to=to, by=hand)
    return True


def take_back(session: Session, *, reminder: int, by: journal.By) -> bool:
    """The line is open again, and nobody is asked any more."""
    chat = handed_in(session, reminder)
    told = journal.by_message(session, chat, place(reminder)) if chat is not None else None
    if told is not None:
        journal.undo(session, telling=told.id, by=by)
    return reminders.take_back(session, reminder)


def handed_in(session: Session, reminder: int) -> int | None:
    """The chat in which it was handed on."""
    row = session.get_one(ReminderRow, reminder)
    by = people.member(session, row.answered_by) if row.answered_by and row.answer == HANDED else None
    return by.chat if by else None
