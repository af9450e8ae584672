"""Keeps the README's conversation the same as the test that plays it: `python -m tests.house.readme`."""

import re
from pathlib import Path

HOUSE = Path(__file__).parents[2]
README = HOUSE / "README.md"
CONVERSATION = HOUSE / "tests" / "conversations" / "the_main_job.chat"
_BLOCK = re.compile(
    r"(?<=the_main_job\.chat, by `python -m tests\.house\.readme` -->\n```text\n)(.*?)(?=^```$)",
    re.DOTALL | re.MULTILINE,
)


def shown() -> str:
    """The conversation as the README shows it."""
    found = _BLOCK.search(README.read_text("utf-8"))
    assert found, "the README has lost the block of its conversation"
    return found[0].strip()


def played() -> str:
    """The conversation as it is played."""
    return CONVERSATION.read_text("utf-8").strip()


def refresh() -> None:
    README.write_text(_BLOCK.sub(lambda _: f"{played()}\n", README.read_text("utf-8"), count=1), "utf-8")


if __name__ == "__main__":
    refresh()
