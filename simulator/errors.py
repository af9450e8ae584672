"""Refusals in Telegram's own words."""

from simulator.records import JsonObject

CODE_TITLES = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}

MESSAGE_EMPTY = "message text is empty"
MESSAGE_TOO_LONG = "message is too long"
EDIT_TOO_LONG = "MESSAGE_TOO_LONG"
CAPTION_TOO_LONG = "message caption is too long"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
EDIT_NOT_FOUND = "message to edit not found"
CANNOT_EDIT = "message can't be edited"
DELETE_NOT_FOUND = "message to delete not found"
CANNOT_DELETE = "message can't be deleted for everyone"
REPLY_NOT_FOUND = "message to be replied not found"
CHAT_NOT_FOUND = "chat not found"
CHAT_ID_EMPTY = "chat_id is empty"
BUTTON_DATA_INVALID = "BUTTON_DATA_INVALID"
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
FILE_TOO_BIG = "file is too big"
WRONG_FILE = "wrong file identifier/HTTP URL specified"
NOT_TEXT = "there is no text in the message to edit"
NO_CAPTION = "there is no caption in the message to edit"

BLOCKED = "bot was blocked by the user"
NEVER_STARTED = "bot can't initiate conversation with a user"
DEACTIVATED = "user is deactivated"
KICKED = "bot was kicked from the group chat"

OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
POLLING_CUT = "terminated by setWebhook request"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class ApiError(Exception):
    """A refusal as the Bot API words it: status, description and, sometimes, parameters."""

    def __init__(self, status: int, description: str, parameters: JsonObject | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def shape(self) -> JsonObject:
        body: JsonObject = {"ok": False, "error_code": self.status, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


class NotEmulatedError(ApiError):
    """Something real Telegram knows and this simulator does not: said loudly, never a fake OK."""


class PhoneError(ValueError):
    """Something that a phone would not let its owner do."""


def bad_request(reason: str) -> ApiError:
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    return ApiError(409, f"Conflict: {reason}")


def too_many(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def moved(to: int) -> ApiError:
    return ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": to})


def refuse_unknown(where: str, unknown: set[str]) -> None:
    if unknown:
        raise NotEmulatedError(400, f"Bad Request: {where} has what this simulator does not emulate: {sorted(unknown)}")
