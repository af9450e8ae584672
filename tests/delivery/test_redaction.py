"""The token never reaches a log."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import set_up_logs
from delivery.redaction import redact

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"https://api.telegram.org/bot{TOKEN}/getMe", "https://api.telegram.org/bot123456789:***/getMe"),
        (f"Bot[token={TOKEN}]", "Bot[token=123456789:***]"),
        (f"/file/bot{TOKEN}/photos/1.jpg", "/file/bot123456789:***/photos/1.jpg"),
        ("postgresql://anna:secret@host/db", "postgresql://anna:***@host/db"),
        ("at 10:30 on 2026-03-02T10:30:00", "at 10:30 on 2026-03-02T10:30:00"),
    ],
)
def test_redact(text: str, kept: str) -> None:
    assert redact(text) == kept


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    set_up_logs(stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def test_our_own_lines_are_json_and_clean(log: io.StringIO) -> None:
    structlog.get_logger("bot").warning("poll failed", url=f"https://api.telegram.org/bot{TOKEN}/getUpdates")
    line = json.loads(log.getvalue())
    assert (line["event"], line["level"], line["url"]) == (
        "poll failed",
        "warning",
        "https://api.telegram.org/bot123456789:***/getUpdates",
    )


def test_tracebacks_of_libraries_are_clean(log: io.StringIO) -> None:
    failure = RuntimeError(f"cannot reach /bot{TOKEN}/getMe")
    logging.getLogger("some.library").error("it failed with %s", TOKEN, exc_info=failure)
    assert "RuntimeError" in log.getvalue()
    assert TOKEN not in log.getvalue()


def test_libraries_that_tell_addresses_are_silent(log: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST ...")
    assert not log.getvalue()
