"""Somebody read what their team was told: by the button, or by answering it; the sender's report follows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Message, Outcome
from handlers.prepared import Prepared
from sales.people import Member
from storage.broadcasts import keeping
from storage.broadcasts.views import broadcast_card
from storage.company import people
from storage.queues import outbox
from storage.tables.broadcasts import BroadcastRow
from wording.broadcast_words import BroadcastSaid
from wording.sentences import Toast
from wording.wild_text import NAME, short

_SECONDS = 10
_SETTLED = 2
_ANSWER = 2_000


def read(desk: Desk, args: Args) -> Outcome:
    arrival = int(args["arrival"])
    row = keeping.find(desk.session, arrival)
    sender = people.member(desk.session, row.member_id) if row else None
    if row is None or keeping.reader(desk.session, row, desk.member.id) is None:
        return desk.toast(Toast.GONE)
    toast = desk.voice.say(BroadcastSaid.READ, name=short(sender.name, NAME)) if sender else None
    return Outcome((_noted(desk, arrival),), (*_shown_as_read(desk, row), *_report(row, sender, desk.now)), toast)


def replied(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """An answer to it goes to whoever said it; what happened at a customer is a telling all the same."""
    if desk.heard.reply_to is None or desk.heard.edited or not text.strip() or prepared.tells:
        return None
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.reply_to)
    if shown is None or shown.kind != "broadcast":
        return None
    row = keeping.find(desk.session, int(shown.facts["arrival"]))
    sender = people.member(desk.session, row.member_id) if row else None
    if row is None or sender is None or sender.chat is None:
        return None
    return _passed_on(desk, row, sender, text)


def _passed_on(desk: Desk, row: BroadcastRow, sender: Member, text: str) -> Outcome:
    voice = replace(desk.voice, language=sender.language, zone=sender.zone)
    view = broadcast_card(desk.session, desk.member, row.arrival)
    head = voice.say(BroadcastSaid.ANSWERED, name=short(desk.member.name, NAME), team=view.team if view else "")
    words = f"{head}\n{short(text, _ANSWER)}"
    told = Message(f"broadcast_answer:{desk.heard.arrival}", sender.chat or 0, "said", {"text": words}, sender.id)
    said = desk.say(BroadcastSaid.PASSED_ON, name=short(sender.name, NAME)).messages
    messages = (told, *said, *_shown_as_read(desk, row), *_report(row, sender, desk.now))
    return Outcome((_noted(desk, row.arrival),), messages)


def _shown_as_read(desk: Desk, row: BroadcastRow) -> Iterator[Message]:
    """Where it came a second time, the first one, too."""
    for way in ("", "again:"):
        key = f"broadcast:{row.arrival}:{way}{desk.member.id}"
        if outbox.message_of(desk.session, key) is not None:
            read = f"broadcast_read:{desk.heard.arrival}:{way}"
            yield Message(read, desk.heard.chat.id, "broadcast", {"arrival": row.arrival}, desk.member.id, edits=key)


def _noted(desk: Desk, arrival: int) -> Change:
    return partial(keeping.note_read, arrival=arrival, by=desk.hand)


def _report(row: BroadcastRow, sender: Member | None, now: datetime) -> tuple[Message, ...]:
    """Two hundred may read it within a minute: those of the same few seconds are one edit of the sender's report."""
    if sender is None or sender.chat is None:
        return ()
    turn = int(now.timestamp()) // _SECONDS + 1
    due = datetime.fromtimestamp(turn * _SECONDS + _SETTLED, UTC)
    key, facts = f"broadcast_sent:{row.arrival}", {"arrival": row.arrival}
    return (Message(f"{key}:{turn}", sender.chat, "broadcast_sent", facts, sender.id, edits=key, due_at=due),)
