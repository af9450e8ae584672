"""Methods that put a new message into a chat."""

from simulator import media
from simulator.errors import WRONG_FILE, ApiError, NotEmulatedError, bad_request
from simulator.keyboards import checked
from simulator.methods.recipients import named_chat, recipient
from simulator.methods.words import Words, caption_words, message_words, replied
from simulator.parameters import Parameters
from simulator.records import Chat, JsonObject, Message, StoredFile
from simulator.shapes import user_shape
from simulator.telegram import Telegram

UPLOAD_LIMIT = 50 * 1024 * 1024
ALBUM = range(2, 11)
NOTHING: Words = ("", [])


def send_message(telegram: Telegram, parameters: Parameters) -> JsonObject:
    words = message_words(parameters)
    return place(telegram, parameters, words, {})


def send_photo(telegram: Telegram, parameters: Parameters) -> JsonObject:
    words = caption_words(parameters)
    return place(telegram, parameters, words, photo_media(telegram, parameters, parameters.text("photo")))


def send_document(telegram: Telegram, parameters: Parameters) -> JsonObject:
    words = caption_words(parameters)
    return place(telegram, parameters, words, document_media(telegram, parameters, parameters.text("document")))


def send_contact(telegram: Telegram, parameters: Parameters) -> JsonObject:
    more = {name: parameters.text(name) for name in ("last_name", "vcard")}
    return place(
        telegram,
        parameters,
        NOTHING,
        media.contact(parameters.text("phone_number"), parameters.text("first_name"), **more),
    )


def send_location(telegram: Telegram, parameters: Parameters) -> JsonObject:
    return place(
        telegram, parameters, NOTHING, media.location(parameters.real("latitude"), parameters.real("longitude"))
    )


def send_media_group(telegram: Telegram, parameters: Parameters) -> list[JsonObject]:
    items = parameters.things("media")
    if len(items) not in ALBUM:
        raise bad_request("strings must be 2-10 media in an album" if items else "media not found")
    album = str(telegram.world.last_message + 1) + str(telegram.clock.unix())
    return [send_item(telegram, parameters, item, album) for item in items]


def send_item(telegram: Telegram, parameters: Parameters, item: JsonObject, album: str) -> JsonObject:
    shared = {name: value for name, value in parameters.given.items() if name != "media"}
    one = Parameters(shared | item, parameters.uploads)
    build = {"photo": photo_media, "document": document_media}.get(one.text("type"))
    if build is None:
        raise NotEmulatedError(400, f"Bad Request: this simulator does not emulate albums of {one.text('type')}")
    content = build(telegram, one, one.text("media"))
    return place(telegram, one, caption_words(one), content | {"media_group_id": album})


def forward_message(telegram: Telegram, parameters: Parameters) -> JsonObject:
    chat, original = recipient(telegram.world, parameters), source(telegram, parameters)
    copy = twin(telegram, chat, original)
    sender = telegram.world.user_of(original.sender)
    copy.extra = {"forward_origin": {"type": "user", "sender_user": user_shape(sender), "date": original.date}}
    return telegram.post(copy)


def copy_message(telegram: Telegram, parameters: Parameters) -> JsonObject:
    chat, original = recipient(telegram.world, parameters), source(telegram, parameters)
    copy = twin(telegram, chat, original)
    copy.markup = checked(parameters.thing("reply_markup"))
    return {"message_id": telegram.post(copy)["message_id"]}


def source(telegram: Telegram, parameters: Parameters) -> Message:
    chat = named_chat(telegram.world, parameters, "from_chat_id")
    original = telegram.world.message(chat, parameters.number("message_id"))
    if original is None:
        raise bad_request("message to forward not found")
    return original


def twin(telegram: Telegram, chat: Chat, original: Message) -> Message:
    same = {"text": original.text, "entities": original.entities, "media": original.media}
    return telegram.new_message(chat, telegram.world.bot.id, **same)


def place(telegram: Telegram, parameters: Parameters, words: Words, content: JsonObject) -> JsonObject:
    """Check the recipient and the buttons, then keep the message."""
    world = telegram.world
    markup = checked(parameters.thing("reply_markup"))
    chat = recipient(world, parameters)
    return telegram.post(
        telegram.new_message(
            chat,
            world.bot.id,
            text=words[0],
            entities=words[1],
            media=content,
            markup=markup,
            reply_to=replied(world, chat, parameters),
            extra=wishes(parameters),
            silent=parameters.flag("disable_notification"),
        )
    )


def wishes(parameters: Parameters) -> JsonObject:
    protect: JsonObject = {"has_protected_content": True} if parameters.flag("protect_content") else {}
    preview = parameters.thing("link_preview_options")
    return protect | ({"link_preview_options": preview} if preview else {})


def photo_media(telegram: Telegram, parameters: Parameters, reference: str) -> JsonObject:
    file = given_file(telegram, parameters, "photo", reference)
    return media.photo(file, telegram.files.content(file))


def document_media(telegram: Telegram, parameters: Parameters, reference: str) -> JsonObject:
    return media.document(given_file(telegram, parameters, "document", reference))


def given_file(telegram: Telegram, parameters: Parameters, kind: str, reference: str) -> StoredFile:
    """Take an upload (by field or attach://), or a file that Telegram has already."""
    name = reference.removeprefix("attach://") or kind
    upload = parameters.uploads.get(name)
    if upload:
        return telegram.files.keep(kind, checked_size(upload.content), upload.name)
    if not reference:
        raise bad_request(f"there is no {kind} in the request")
    if reference.startswith(("http://", "https://")):
        raise NotEmulatedError(400, f"Bad Request: {WRONG_FILE}; this simulator fetches nothing from the network")
    return telegram.files.find(reference)


def checked_size(content: bytes) -> bytes:
    if len(content) > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    if not content:
        raise bad_request("file must be non-empty")
    return content
