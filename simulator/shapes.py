"""Records as the JSON objects that Telegram serves."""

from simulator.records import Chat, JsonObject, Message, User


def user_shape(user: User) -> JsonObject:
    shape: JsonObject = {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name}
    optional = {"last_name": user.last_name, "username": user.username}
    shape.update({name: value for name, value in optional.items() if value})
    if not user.is_bot:
        shape["language_code"] = user.language
    return shape


def chat_shape(chat: Chat, user: User | None) -> JsonObject:
    shape: JsonObject = {"id": chat.id, "type": chat.kind}
    if user is None:
        return shape | {"title": chat.title}
    names = {"first_name": user.first_name, "last_name": user.last_name, "username": user.username}
    return shape | {name: value for name, value in names.items() if value}


def message_shape(message: Message, sender: JsonObject, chat: JsonObject, reply: JsonObject | None) -> JsonObject:
    shape: JsonObject = {"message_id": message.id, "from": sender, "chat": chat, "date": message.date}
    if message.edited:
        shape["edit_date"] = message.edited
    if reply:
        shape["reply_to_message"] = reply
    shape.update(message.extra)
    shape.update(message.media)
    shape.update(words(message))
    if message.markup and "inline_keyboard" in message.markup:
        shape["reply_markup"] = message.markup
    return shape


def words(message: Message) -> JsonObject:
    name, entities = ("caption", "caption_entities") if message.media else ("text", "entities")
    if not message.text:
        return {}
    return {name: message.text} | ({entities: message.entities} if message.entities else {})


def membership(user: User, status: str) -> JsonObject:
    until: JsonObject = {"until_date": 0} if status == "kicked" else {}
    return {"status": status, "user": user_shape(user)} | until
