"""Opens the envelope, once: the only file that sees a telegram.Update."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import telegram

from handlers.heard import (
    Attachment,
    Chat,
    Command,
    GroupMoved,
    GroupStanding,
    Heard,
    Odd,
    Person,
    Place,
    Press,
    Query,
    SharedContact,
    Standing,
    Text,
    What,
)

Raw = Mapping[str, Any]
_COMMAND = re.compile(r"/(?P<name>\w{1,32})(?:@(?P<bot>\w+))?(?:\s+(?P<rest>.*))?", re.ASCII | re.DOTALL)
_ATTACHED = ("document", "voice", "audio", "video", "video_note", "animation")
_ODD = ("sticker", "poll", "dice", "game", "story", "checklist", "paid_media", "invoice", "gift", "giveaway")
_GROUPS = (telegram.Chat.GROUP, telegram.Chat.SUPERGROUP)
_THERE = (telegram.ChatMember.MEMBER, telegram.ChatMember.ADMINISTRATOR, telegram.ChatMember.RESTRICTED)
_MALFORMED = (KeyError, TypeError, ValueError, AttributeError, OverflowError, OSError)


class Unreadable(Exception):  # noqa: N818  it names what happened
    """The update is not what Telegram documents; no later try will read it."""


@dataclass(frozen=True, slots=True)
class Postmark:
    """What our inbox knows of an update: its number, and when it came (a tap carries no time of its own)."""

    arrival: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Me:
    """The bot's own name, to know when it is meant."""

    id: int
    username: str


def unfold(payload: str) -> Raw:
    """What the inbox kept, as Telegram's JSON object."""
    try:
        raw = json.loads(payload)
    except ValueError as error:
        raise Unreadable(f"no JSON: {error}") from error
    if not isinstance(raw, dict):
        raise Unreadable("no JSON object")
    return raw


def open_envelope(raw: Raw, postmark: Postmark, me: Me) -> Heard | None:
    """Tell what was heard; None: nothing for us (a channel, another bot, a service message)."""
    try:
        update = telegram.Update.de_json(dict(raw), None)
        return _open(update, postmark, me)
    except _MALFORMED as error:
        raise Unreadable(f"{type(error).__name__}: {error}") from error


def _open(update: telegram.Update, postmark: Postmark, me: Me) -> Heard | None:
    if update.callback_query:
        return _tap(update.callback_query, postmark)
    if update.inline_query:
        return _query(update.inline_query, postmark)
    if update.my_chat_member:
        return _standing(update.my_chat_member, postmark)
    message = update.message or update.edited_message
    return _message(message, postmark, me) if message else None


def _tap(query: telegram.CallbackQuery, postmark: Postmark) -> Heard | None:
    if query.data is None:
        return None
    message = query.message
    return Heard(
        person=_person(query.from_user),
        chat=_chat(message.chat) if message else Chat(query.from_user.id),
        message=message.message_id if message else 0,
        moment=postmark.at,
        what=Press(query.data, query.id),
        arrival=postmark.arrival,
    )


def _query(query: telegram.InlineQuery, postmark: Postmark) -> Heard:
    """Asked from wherever the person is; what is answered, only they see."""
    return Heard(
        person=_person(query.from_user),
        chat=Chat(query.from_user.id),
        message=0,
        moment=postmark.at,
        what=Query(query.query, query.id),
        arrival=postmark.arrival,
    )


def _standing(change: telegram.ChatMemberUpdated, postmark: Postmark) -> Heard | None:
    """Whether a person can be reached, or the bot is in a group."""
    what: Standing | GroupStanding | None = _in_group(change)
    if change.chat.type == telegram.Chat.PRIVATE:
        what = Standing(reachable=change.new_chat_member.status != telegram.ChatMember.BANNED)
    if what is None:
        return None
    return Heard(
        person=_person(change.from_user),
        chat=_chat(change.chat),
        message=0,
        moment=change.date,
        what=what,
        arrival=postmark.arrival,
    )


def _in_group(change: telegram.ChatMemberUpdated) -> GroupStanding | None:
    """None where nothing changed: who is made administrator was there before."""
    before, now = change.old_chat_member.status in _THERE, change.new_chat_member.status in _THERE
    return GroupStanding(present=now) if change.chat.type in _GROUPS and before != now else None


def _message(message: telegram.Message, postmark: Postmark, me: Me) -> Heard | None:
    what = _what(message, me)
    if what is None or message.from_user is None or message.from_user.is_bot:
        return None
    return Heard(
        person=_person(message.from_user),
        chat=_chat(message.chat),
        message=message.message_id,
        # An edit counts from the day on which the words were first said.
        moment=message.date,
        what=what,
        arrival=postmark.arrival,
        edited=message.edit_date is not None,
        reply_to=message.reply_to_message.message_id if message.reply_to_message else None,
        addressed=message.chat.type == telegram.Chat.PRIVATE or _names(message, me),
    )


def _person(user: telegram.User) -> Person:
    return Person(user.id, user.full_name, user.language_code, user.username)


def _chat(chat: telegram.Chat) -> Chat:
    return Chat(chat.id, private=chat.type == telegram.Chat.PRIVATE)


def _what(message: telegram.Message, me: Me) -> What | None:
    if message.text is not None:
        return _words(message, message.text, me)
    if message.contact:
        return _contact(message, message.contact)
    if message.migrate_to_chat_id:
        return GroupMoved(message.migrate_to_chat_id)
    if message.location:
        return Place(message.location.latitude, message.location.longitude)
    return _attachment(message) or _odd(message)


def _words(message: telegram.Message, text: str, me: Me) -> Text | Command:
    """A forwarded command is somebody else's words, not an order."""
    if message.forward_origin:
        return Text(text, forwarded=True)
    if command := _COMMAND.fullmatch(text.strip()):
        return Command(command["name"].lower(), (command["rest"] or "").strip())
    return Text(text if message.chat.type == telegram.Chat.PRIVATE else _without_name(text, me))


def _without_name(text: str, me: Me) -> str:
    return re.sub(rf"\s*@{re.escape(me.username)}\b[,:]?\s*", " ", text, flags=re.IGNORECASE).strip()


def _contact(message: telegram.Message, contact: telegram.Contact) -> SharedContact:
    """Only a card of the sender's own account proves whose number it is."""
    own = message.from_user is not None and contact.user_id == message.from_user.id
    name = " ".join(filter(None, (contact.first_name, contact.last_name)))
    return SharedContact(name, contact.phone_number, own=own, vcard=contact.vcard or "")


def _attachment(message: telegram.Message) -> Attachment | None:
    caption = message.caption or ""
    if message.photo:
        largest = message.photo[-1]
        return Attachment("photo", largest.file_id, size=largest.file_size or 0, caption=caption)
    form = next((form for form in _ATTACHED if getattr(message, form)), None)
    if form is None:
        return None
    file = getattr(message, form)
    return Attachment(form, file.file_id, getattr(file, "file_name", None) or "", file.file_size or 0, caption)


def _odd(message: telegram.Message) -> Odd | None:
    return next((Odd(form) for form in _ODD if getattr(message, form)), None)


def _names(message: telegram.Message, me: Me) -> bool:
    """In a group: a command, our name, or a reply to us."""
    words = message.text or message.caption or ""
    answered = message.reply_to_message
    if answered and answered.from_user and answered.from_user.id == me.id:
        return True
    if command := _COMMAND.fullmatch(words.strip()):
        return (command["bot"] or me.username).lower() == me.username.lower()
    return re.search(rf"@{re.escape(me.username)}\b", words, re.IGNORECASE) is not None
