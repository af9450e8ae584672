"""A person with a phone: everything one can do in a chat with the bot."""

import secrets
from dataclasses import dataclass, replace

from simulator import attachments, media
from simulator.detection import detect, trim
from simulator.errors import PhoneError
from simulator.groups import Group
from simulator.links import start_command
from simulator.records import Button, Chat, JsonObject, Message, Tap, User, button_rows
from simulator.shapes import membership, user_shape
from simulator.telegram import Telegram

TEXT_LIMIT = 4096


@dataclass(slots=True)
class Person:
    """Speaks in the private chat with the bot, or `to` a group."""

    telegram: Telegram
    user: User

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def record(self) -> Chat:
        return self.telegram.world.chats[self.user.id]

    @property
    def chat(self) -> list[Message]:
        """All messages of the private chat that are still there, of both sides."""
        return [message for message in self.telegram.world.of(self.record) if not message.deleted]

    @property
    def received(self) -> list[Message]:
        return [message for message in self.chat if message.from_bot]

    @property
    def latest(self) -> Message:
        """What the bot sent last."""
        if not self.received:
            raise PhoneError(f"The bot has sent {self.name} nothing yet.")
        return self.received[-1]

    @property
    def keyboard(self) -> list[list[Button]]:
        return button_rows(self.record.reply_keyboard, "keyboard")

    def say(self, text: str, *, to: Group | None = None, reply_to: Message | None = None) -> Message:
        words, entities = trim(text, [])
        if not words or len(words) > TEXT_LIMIT:
            raise PhoneError(f"A message has 1 to {TEXT_LIMIT} characters, this one {len(words)}.")
        self._fold_keyboard(words)
        return self._send(to, text=words, entities=detect(words, entities), reply_to=reply_to.id if reply_to else 0)

    def reply(self, message: Message, text: str) -> Message:
        chat = self.telegram.world.chats[message.chat]
        return self.say(text, to=None if chat is self.record else Group(self.telegram, chat), reply_to=message)

    def open(self, link: str) -> Message:
        """Follow a link to the bot; a payload is sent with /start."""
        return self.say(start_command(link, self.telegram.world.bot.username))

    def edit(self, message: Message, text: str) -> Message:
        if message.sender != self.id:
            raise PhoneError("Only one's own messages can be edited.")
        message.versions.append({"text": message.text, "date": message.edited or message.date})
        message.text, message.entities = trim(text, [])
        message.entities = detect(message.text, [])
        message.edited = self.telegram.clock.unix()
        self.telegram.world.keep(message)
        self.telegram.feed.add("edited_message", self.telegram.world.shape(message), f"chat {message.chat}")
        return message

    def contact(self, phone: str = "", first_name: str = "", **more: object) -> Message:
        """Share somebody's contact; without a number one's own."""
        card = media.contact(phone, first_name, **more) if phone else attachments.own_contact(self.user)
        return self._send(None, media=card)

    def location(self, latitude: float, longitude: float) -> Message:
        return self._send(None, media=media.location(latitude, longitude))

    def photo(self, content: bytes = attachments.ONE_PIXEL, caption: str = "", *, album: str = "") -> Message:
        return self._send_file(attachments.photo(self.telegram.files, content), caption, album)

    def document(self, name: str, content: bytes, caption: str = "", *, album: str = "") -> Message:
        return self._send_file(attachments.document(self.telegram.files, name, content), caption, album)

    def voice(self, seconds: int = 3) -> Message:
        return self._send(None, media=attachments.voice(self.telegram.files, seconds))

    def sticker(self, emoji: str = "👍") -> Message:
        return self._send(None, media=attachments.sticker(self.telegram.files, emoji))

    def forward(self, message: Message) -> Message:
        origin = {
            "type": "user",
            "sender_user": user_shape(self.telegram.world.user_of(message.sender)),
            "date": message.date,
        }
        same = {"text": message.text, "entities": message.entities, "media": message.media}
        return self._send(None, **same, extra={"forward_origin": origin})

    def press(self, label: str, *, on: Message | None = None, deliveries: int = 1) -> Tap | Message:
        """Press the button with this label or data, the newest one unless `on` says where.

        Telegram may deliver a tap twice; a button of the reply keyboard says its label.
        """
        for message in [on] if on else reversed(self.received):
            for button in (button for row in message.buttons for button in row):
                if label in {button.text, button.data}:
                    return self._press(message, button, deliveries)
        for button in (button for row in self.keyboard for button in row):
            if label == button.text and on is None:
                return self.use(button)
        raise PhoneError(f"{self.name} sees no button {label!r}, but {self._labels(on)}.")

    def _press(self, message: Message, button: Button, deliveries: int) -> Tap | Message:
        if button.url:
            return self.open(button.url)
        if not button.data:
            raise PhoneError(f"{button.text!r} tells the bot nothing: {button.shape}.")
        return self.tap(message, button.data, deliveries=deliveries)

    def _labels(self, on: Message | None) -> object:
        shown = on or (self.received[-1] if self.received else None)
        return {"inline": shown.labels if shown else [], "keyboard": [[b.text for b in row] for row in self.keyboard]}

    def tap(self, message: Message, data: str, *, deliveries: int = 1) -> Tap:
        """Send callback data as it is, forged or not."""
        number = str(secrets.randbelow(2**62) + 1)
        tap = Tap(number, self.id, message.chat, message.id, data, self.telegram.clock.unix())
        self.telegram.taps[tap.id] = tap
        for _ in range(deliveries):
            self.telegram.feed.add("callback_query", self._tap_shape(tap, message), f"taps {self.id}")
        return tap

    def _tap_shape(self, tap: Tap, message: Message) -> JsonObject:
        look: JsonObject = {
            "message": self.telegram.world.shape(message),
            "chat_instance": str(message.chat),
            "data": tap.data,
        }
        return {"id": tap.id, "from": user_shape(self.user)} | look

    def use(self, button: Button) -> Message:
        """Use a button of the reply keyboard."""
        if button.shape.get("request_contact"):
            self._fold_keyboard(button.text)
            return self.contact()
        if button.shape.get("request_location"):
            self._fold_keyboard(button.text)
            return self.location(52.52, 13.405)
        return self.say(button.text)

    def inline(self, query: str) -> str:
        """Type @bot and a query; the bot's answer is in `telegram.inline_answers`."""
        number = str(secrets.randbelow(2**62) + 1)
        self.telegram.inline_answers[number] = None
        shape: JsonObject = {"id": number, "from": user_shape(self.user), "query": query, "offset": ""}
        self.telegram.feed.add("inline_query", shape | {"chat_type": "sender"}, f"taps {self.id}")
        return number

    def block(self) -> None:
        self._set_blocked("member", "kicked", blocked=True)

    def unblock(self) -> None:
        self._set_blocked("kicked", "member", blocked=False)

    def deactivate(self) -> None:
        self.telegram.world.keep_user(replace(self.user, deactivated=True))

    def _set_blocked(self, before: str, after: str, *, blocked: bool) -> None:
        world, chat = self.telegram.world, self.record
        chat.blocked = blocked
        world.keep_chat(chat)
        shape: JsonObject = {"chat": world.chat_shape(chat), "from": user_shape(self.user), "date": world.clock.unix()}
        change = {"old_chat_member": membership(world.bot, before), "new_chat_member": membership(world.bot, after)}
        self.telegram.feed.add("my_chat_member", shape | change, f"chat {chat.id}")

    def _fold_keyboard(self, said: str) -> None:
        keyboard = self.record.reply_keyboard or {}
        labels = {button.text for row in self.keyboard for button in row}
        if keyboard.get("one_time_keyboard") and said in labels:
            self.record.reply_keyboard = None
            self.telegram.world.keep_chat(self.record)

    def _send_file(self, content: JsonObject, caption: str, album: str) -> Message:
        words, entities = trim(caption, [])
        extra = {"media_group_id": album} if album else {}
        return self._send(None, media=content, text=words, entities=detect(words, entities), extra=extra)

    def _send(self, to: Group | None, **content: object) -> Message:
        chat = to.record if to else self.record
        if chat is self.record and chat.blocked:
            raise PhoneError(f"{self.name} has blocked the bot; unblock() comes first.")
        if not chat.started:
            chat.started = True
            self.telegram.world.keep_chat(chat)
        return self.telegram.hear(self.telegram.new_message(chat, self.id, **content))
