"""What each of Telegram's refusals means."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from delivery.request import NotSent
from delivery.verdicts import Again, Dead, Hold, Moved, Plain, Sent, Uncertain, Verdict, verdict_on

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
NOT_MODIFIED = (
    "Message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


def dead(error: TelegramError, *, blocked: bool = False) -> Verdict:
    return Dead(error.message, blocked=blocked)


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        pytest.param(RetryAfter(60), Hold(NOW + timedelta(seconds=60)), id="429"),
        pytest.param(NetworkError("Too Many Requests: retry later"), Hold(NOW + timedelta(seconds=5)), id="429 bare"),
        pytest.param(BadRequest("Too Many Requests"), Hold(NOW + timedelta(seconds=5)), id="flood as a 400"),
        pytest.param(ChatMigrated(-1009), Moved(-1009), id="the group moved"),
        pytest.param(NotSent("no route"), Again("no route"), id="no connection"),
        pytest.param(InvalidToken("Unauthorized"), Again("Unauthorized"), id="401"),
        pytest.param(TimedOut("slow"), Uncertain("slow"), id="no answer in time"),
        pytest.param(NetworkError("ServerDisconnectedError"), Uncertain("ServerDisconnectedError"), id="cut off"),
        pytest.param(NetworkError("Bad Gateway (502)"), Uncertain("Bad Gateway (502)"), id="502"),
        pytest.param(NetworkError("Internal Server Error"), Uncertain("Internal Server Error"), id="500"),
        pytest.param(TelegramError("Invalid server response"), Uncertain("Invalid server response"), id="no JSON"),
        pytest.param(Conflict("other"), Uncertain("other"), id="409"),
        pytest.param(BadRequest(NOT_MODIFIED), Sent(None), id="not modified"),
        pytest.param(BadRequest("Message to delete not found"), Sent(None), id="already deleted"),
        pytest.param(
            BadRequest("Can't parse entities: unsupported start tag"), Plain(), id="entities that Telegram cannot read"
        ),
        pytest.param(BadRequest("ENTITY_BOUNDS_INVALID"), Plain(), id="entities out of bounds"),
    ],
)
def test_verdicts(error: TelegramError, verdict: Verdict) -> None:
    assert verdict_on(error, NOW) == verdict


@pytest.mark.parametrize(
    "words",
    [
        "Message to edit not found",
        "Message can't be edited",
        "Message can't be deleted for everyone",
        "Message text is empty",
        "Message is too long",
        "Button_data_invalid",
        "Have no rights to send a message",
    ],
)
def test_what_no_later_try_helps(words: str) -> None:
    assert verdict_on(BadRequest(words), NOW) == Dead(BadRequest(words).message)


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: bot was blocked by the user"),
        Forbidden("Forbidden: bot can't initiate conversation with a user"),
        Forbidden("Forbidden: user is deactivated"),
        Forbidden("Forbidden: bot was kicked from the supergroup chat"),
        BadRequest("Chat not found"),
        BadRequest("PEER_ID_INVALID"),
    ],
)
def test_who_cannot_be_reached_is_known(error: TelegramError) -> None:
    assert verdict_on(error, NOW) == dead(error, blocked=True)


def test_too_large_is_not_tried_for_ever() -> None:
    assert verdict_on(NetworkError("Request Entity Too Large"), NOW) == Dead("Request Entity Too Large")
