"""People who are known at a customer need no title."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.reading import understand

MOMENT = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
PLACES = Directory(
    [
        Known(1, "Acme Tools", contacts=("Sarah Lee", "Okonkwo", "Mark Hill")),
        Known(2, "华信机械", contacts=("王总", "欧阳若彤")),
        Known(3, "Globex"),
    ]
)


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("visited acme, lee likes the new valves", {"lee"}),
        ("visited acme, sarah lee likes the new valves", {"sarah lee"}),
        ("visited acme and okonkwo complained about late delivery", {"okonkwo"}),
        ("今天去了华信机械，若彤不在，欧阳若彤的同事说很满意", {"欧阳若彤"}),
        ("visited acme, they mark every box", set()),
        ("visited globex for the okonkwo demo", set()),
    ],
)
def test_whom_one_knows_is_recognised(text: str, contacts: set[str]) -> None:
    found = understand(text, MOMENT, PLACES)
    assert {name for entry in found.entries for name in entry.contacts} == contacts
