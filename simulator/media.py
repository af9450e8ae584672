"""What a message can carry besides words, as Telegram's objects."""

from simulator.errors import bad_request
from simulator.records import JsonObject, StoredFile

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
GIF = (b"GIF87a", b"GIF89a")
SIZE_MARKERS = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})


def photo(file: StoredFile, content: bytes) -> JsonObject:
    width, height = picture_size(content)
    return {"photo": [identity(file) | {"width": width, "height": height}]}


def document(file: StoredFile) -> JsonObject:
    return {"document": identity(file) | {"file_name": file.name, "mime_type": file.mime}}


def voice(file: StoredFile, seconds: int) -> JsonObject:
    return {"voice": identity(file) | {"duration": seconds, "mime_type": "audio/ogg"}}


def sticker(file: StoredFile, emoji: str) -> JsonObject:
    looks = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": emoji}
    return {"sticker": identity(file) | looks}


def contact(phone: str, first_name: str, **more: object) -> JsonObject:
    optional = {name: value for name, value in more.items() if value}
    return {"contact": {"phone_number": phone, "first_name": first_name} | optional}


def location(latitude: float, longitude: float) -> JsonObject:
    return {"location": {"latitude": latitude, "longitude": longitude}}


def identity(file: StoredFile) -> JsonObject:
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}


def picture_size(content: bytes) -> tuple[int, int]:
    """Read the size of a PNG, GIF or JPEG; other content is no photo."""
    if content.startswith(PNG):
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if content.startswith(GIF):
        return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")
    if content.startswith(JPEG):
        return jpeg_size(content)
    raise bad_request("IMAGE_PROCESS_FAILED")


def jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(content):
        if content[at + 1] in SIZE_MARKERS:
            return int.from_bytes(content[at + 7 : at + 9]), int.from_bytes(content[at + 5 : at + 7])
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    raise bad_request("IMAGE_PROCESS_FAILED")
