"""Every .chat file is a conversation that really takes place."""

from pathlib import Path

import pytest

from tests.conversations.stage import Stage

CHATS = {path.stem: path.read_text("utf-8").strip() for path in sorted(Path(__file__).parent.glob("*.chat"))}


@pytest.mark.parametrize("script", CHATS.values(), ids=CHATS.keys())
async def test_chat(script: str, sqlite_url: str) -> None:
    assert await Stage(sqlite_url).play(script) == script
