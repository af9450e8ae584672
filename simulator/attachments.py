"""What a person can attach: files, a place, a contact."""

from simulator import media
from simulator.files import Drawer
from simulator.records import JsonObject, User

ONE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000000030001"
    "2d1c5d0a0000000049454e44ae426082"
)
SHORT_SOUND = b"OggS" + bytes(60)


def photo(files: Drawer, content: bytes) -> JsonObject:
    return media.photo(files.keep("photo", content), content)


def document(files: Drawer, name: str, content: bytes) -> JsonObject:
    return media.document(files.keep("document", content, name))


def voice(files: Drawer, seconds: int) -> JsonObject:
    return media.voice(files.keep("voice", SHORT_SOUND), seconds)


def sticker(files: Drawer, emoji: str) -> JsonObject:
    return media.sticker(files.keep("sticker", ONE_PIXEL), emoji)


def own_contact(user: User) -> JsonObject:
    """What a request_contact button shares: the number, marked as the sender's own."""
    return media.contact(user.phone.removeprefix("+"), user.first_name, last_name=user.last_name, user_id=user.id)
