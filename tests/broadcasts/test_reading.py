"""Words for a team are told from words for the bot by how they begin, and by a colon."""

import pytest

from understanding.broadcasts import TeamTold, named_team, read_broadcast


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("tell the team: bring your lists", TeamTold("", "bring your lists")),
        ("Tell everybody:\nWe close at four.\nThen we eat.", TeamTold("", "We close at four.\nThen we eat.")),
        ("tell East: at 9:30 sharp", TeamTold("East", "at 9:30 sharp")),
        ("tell the East team: hello", TeamTold("East", "hello")),
        ("群发：周五四点下班", TeamTold("", "周五四点下班")),
        ("通知东区：明早九点开会", TeamTold("东区", "明早九点开会")),
        ("通知大家: 明天放假", TeamTold("", "明天放假")),
        ("tell the team we close at four", None),
        ("tell the team:", None),
        ("told the team: nothing", None),
        ("Acme: visited today", None),
        ("", None),
    ],
)
def test_what_is_said_to_a_team(text: str, means: TeamTold | None) -> None:
    assert read_broadcast(text) == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("East: we close", TeamTold("East", "we close")),
        ("we close at four", TeamTold("", "we close at four")),
        ("东区：四点下班", TeamTold("东区", "四点下班")),
        ("", TeamTold("", "")),
    ],
)
def test_what_stands_behind_the_command(text: str, means: TeamTold) -> None:
    assert named_team(text) == means
