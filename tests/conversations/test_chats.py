"""Every .chat file is a conversation that really takes place."""

from pathlib import Path

import pytest

from tests.conversations.stage import Stage

CHATS = {path.stem: path for path in sorted(Path(__file__).parent.glob("*.chat"))}


@pytest.mark.parametrize("path", CHATS.values(), ids=CHATS.keys())
async def test_chat(path: Path, sqlite_url: str) -> None:
    script = path.read_text("utf-8").strip()
    assert await Stage(sqlite_url).play(script) == script
