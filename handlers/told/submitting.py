"""Takes a draft to its end: asks what is open, else puts it on record, shows the echo and tells who must know."""

from dataclasses import replace
from functools import partial

from handlers.care.losses import ask_whether_lost
from handlers.complaints.marking import marked
from handlers.complaints.spreading import News, spread
from handlers.desk import Desk
from handlers.duplicates.collision import followed, guard
from handlers.duplicates.newcomers import guarded
from handlers.outcome import Facts, Message, Outcome
from handlers.plans.giving import ask_colleagues, news_of_done
from sales.drafts import Draft, KeepNote
from sales.reminder_cards import ReminderCard
from sales.tellings import Source, reread
from sales.views import Asking
from storage.duplicates.reach import REACHES
from storage.plans import followups
from storage.told import drafts, journal
from wording.cards import question as question_card
from wording.sentences import Said


def submit(desk: Desk, draft: Draft, *, fresh: bool = False) -> Outcome:
    """Ask the next question, or store what was told. `fresh`: nothing of this draft has been kept yet."""
    asking = guarded(desk, draft)
    return _ask(desk, asking) if asking.questions else _store(desk, draft, fresh=fresh)


def _ask(desk: Desk, draft: Draft) -> Outcome:
    """One question at a time: while another one is open, this draft waits for its turn."""
    other = drafts.open_one(desk.session, member=desk.member)
    if other is not None and (other.draft.chat, other.draft.message) != (draft.chat, draft.message):
        if isinstance(other.draft.question, KeepNote):
            return _pass_over(desk, other.draft, draft)
        return _wait(desk, other, draft)
    return ask_now(desk, draft)


def _wait(desk: Desk, open_one: Asking, draft: Draft) -> Outcome:
    """One draft waits for its turn, further ones for /today; the open question comes again, below what was written."""
    crowded = any(one.draft != draft for one in drafts.queued(desk.session, member=desk.member))
    said = desk.say(Said.ASKED_LATER if crowded else Said.ASKED_NEXT)
    state = "later" if crowded else "queued"
    keep = partial(drafts.keep, draft=draft, member=desk.member, now=desk.now, state=state)
    again = ask_now(desk, replace(open_one.draft, card=""))
    return Outcome((keep, *again.changes), (*said.messages, *closed_question(desk, open_one), *again.messages))


def closed_question(desk: Desk, asking: Asking) -> tuple[Message, ...]:
    """The card of a question that goes on below keeps its words, without buttons."""
    if not asking.draft.card:
        return ()
    words = question_card.question(asking, desk.voice).text
    return (desk.reply("answered", {"text": words}, edits=asking.draft.card),)


def _pass_over(desk: Desk, note: Draft, draft: Draft) -> Outcome:
    """Nobody has to decide about a note before they go on: it waits in /today."""
    outcome = ask_now(desk, draft)
    keep = partial(drafts.keep, draft=note, member=desk.member, now=desk.now, state="later")
    return replace(outcome, changes=(keep, *outcome.changes))


def ask_now(desk: Desk, draft: Draft) -> Outcome:
    """Show the draft's open question, in the card that it has or in a new one."""
    card, message = show(desk, "question", draft.card, of(draft))
    kept = replace(draft, card=card)
    return Outcome(changes=(partial(drafts.keep, draft=kept, member=desk.member, now=desk.now),), messages=(message,))


def show(desk: Desk, kind: str, card: str, facts: Facts) -> tuple[str, Message]:
    """Show something in a card: in place where it has a message already, else as a new one. Says the card's key."""
    message = desk.reply(kind, facts, edits=card or None)
    return card or message.key, message


def of(told: Draft | journal.Recorded) -> dict[str, str | int | None]:
    """Name a telling or its draft by the message that told it: known before it is on record, and for ever."""
    return {"chat": told.chat, "message": told.message}


def _store(desk: Desk, draft: Draft, *, fresh: bool) -> Outcome:
    draft = marked(desk, draft)
    there = None if fresh else journal.by_message(desk.session, draft.chat, draft.message)
    done = () if fresh else (partial(drafts.close, draft=draft),)
    if there is not None:
        return _amend(desk, draft, there, done)
    if draft.head is not None and (head := journal.find(desk.session, draft.head)) is not None:
        return _append(desk, draft, head, done)
    card, echo = show(desk, "echo", draft.card, of(draft))
    record = partial(journal.record, draft=replace(draft, card=card), by=by(desk))
    messages = (
        echo,
        *_reached(desk, draft),
        *closed_card(desk, draft),
        *ask_colleagues(desk, draft),
        *ask_whether_lost(desk, draft),
        *spread(desk, _news(draft)),
    )
    stored = Outcome((record, *done), messages)
    return guard(desk, draft, stored)


def _amend(desk: Desk, draft: Draft, there: journal.Recorded, done: tuple[partial[None], ...]) -> Outcome:
    """The message was edited: what was set by hand stays, and so does an undo."""
    revision = journal.Revision(reread(there.told, draft.telling), Source.EDIT, draft.text)
    amend = partial(journal.amend, telling=there.id, revision=revision, by=by(desk))
    news = News(there.chat, there.message, None if there.undone else revision.told, there.told)
    amended = Outcome((amend, *done), (refreshed(desk, there), *spread(desk, news)))
    return followed(desk, there.id, guard(desk, draft, amended))


def _reached(desk: Desk, draft: Draft) -> tuple[Message, ...]:
    """A number or address that was told may stand on somebody else; whether it does is seen when it is said."""
    told = any(fact and fact.field in REACHES for fact in draft.telling.facts)
    return (desk.reply("same_reach", of(draft)),) if told else ()


def _news(draft: Draft) -> News:
    return News(draft.chat, draft.message, draft.telling)


def _append(desk: Desk, draft: Draft, head: journal.Recorded, done: tuple[partial[None], ...]) -> Outcome:
    """A short message goes on a card that is up already; a line under it says so, where the rep is looking."""
    record = partial(journal.record, draft=replace(draft, card=head.card), by=by(desk))
    added = desk.reply("added", of(draft))
    messages = (
        refreshed(desk, head),
        added,
        *_reached(desk, draft),
        *closed_card(desk, draft),
        *ask_colleagues(desk, draft),
        *ask_whether_lost(desk, draft),
        *spread(desk, _news(draft)),
    )
    return guard(desk, draft, Outcome((record, *done), messages))


def refreshed(desk: Desk, told: journal.Recorded, kind: str = "echo") -> Message:
    """The echo as it is now, in place."""
    return desk.reply(kind, of(told), edits=told.card or None)


def closed_card(desk: Desk, draft: Draft) -> tuple[Message, ...]:
    """The reminder that this message answers says how it ended."""
    if draft.closes is None or not draft.closes_card:
        return ()
    due = followups.find(desk.session, desk.member, draft.closes)
    news = news_of_done(desk, due) if due and due.open else ()
    ended = "logged" if due and due.what.repeats else ""
    card = ReminderCard(draft.closes, due.due_at if due else None, due.what.day if due else None, ended=ended)
    return desk.reply("follow_up", card.facts, edits=draft.closes_card), *news


def by(desk: Desk) -> journal.By:
    return journal.By(desk.member, desk.now, desk.house.remind_at)
