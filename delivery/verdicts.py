"""What Telegram's answer to a send means: one type, one pure function."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from delivery.request import NotSent


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived; `message` is its number in the chat, None where there is none (a deletion)."""

    message: int | None


@dataclass(frozen=True, slots=True)
class Hold:
    """Telegram asks this chat to wait. No failed attempt."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Again:
    """It surely did not arrive; the same again a little later."""

    why: str


@dataclass(frozen=True, slots=True)
class Plain:
    """Telegram cannot read the marks in the text: send it once more without any."""


@dataclass(frozen=True, slots=True)
class Uncertain:
    """It may have arrived, nobody can tell."""

    why: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has another number now."""

    to: int


@dataclass(frozen=True, slots=True)
class Dead:
    """It never will arrive. `blocked`: nor will anything else, until the person comes back."""

    why: str
    blocked: bool = False


Verdict = Sent | Hold | Again | Plain | Uncertain | Moved | Dead

# Telegram's words, in lower case, and what they mean.
_ARRIVED = ("message is not modified", "message to delete not found")
_MARKS = ("can't parse entities", "entity_bounds_invalid")
_FLOOD = ("too many requests",)
_UNREACHABLE = ("chat not found", "user is deactivated", "peer_id_invalid", "user_is_blocked", "bot was kicked")
_TOO_LARGE = ("request entity too large",)
_FLOOD_WAIT = timedelta(seconds=5)


def verdict_on(error: TelegramError, now: datetime) -> Verdict:
    """Judge a refusal by what PTB made of it, then by Telegram's words."""
    match error:
        case RetryAfter():
            return Hold(now + _waiting(error))
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case NotSent() | InvalidToken():
            # A wrong token is the operator's to mend; what waits is not lost by it.
            return Again(error.message)
        case _:
            return _by_words(error, error.message.lower(), now)


def _by_words(error: TelegramError, said: str, now: datetime) -> Verdict:
    if _any(_ARRIVED, said):
        return Sent(None)
    if _any(_MARKS, said):
        return Plain()
    if _any(_FLOOD, said):
        return Hold(now + _FLOOD_WAIT)
    # BadRequest is a NetworkError to PTB. Told apart, or what can never arrive would be tried for ever.
    if isinstance(error, BadRequest | Forbidden) or _any(_TOO_LARGE, said):
        return Dead(error.message, blocked=isinstance(error, Forbidden) or _any(_UNREACHABLE, said))
    return Uncertain(error.message)


def _any(phrases: tuple[str, ...], said: str) -> bool:
    return any(phrase in said for phrase in phrases)


def _waiting(error: RetryAfter) -> timedelta:
    """PTB gives seconds or a timedelta, as PTB_TIMEDELTA says."""
    asked = error.retry_after
    return asked if isinstance(asked, timedelta) else timedelta(seconds=asked)
