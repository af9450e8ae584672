"""A rep whose bot has a second opinion: agreement is not noticed, disagreement is a question."""

import pytest

from tests.conversations.stage import Stage
from tests.second_opinion.conftest import AGREED, QUOTE
from tests.second_opinion.stub import Answer, hang_up, marks, stubbed

HEAD = """\
== Anna (rep, en) | Asia/Singapore | SGD | Acme Tools, Beta Foods
-- 2026-03-02 15:30
Anna> Visited Acme this morning, met their buyer, they want a quote by Friday
"""
SAVED = "bot> ✓ Saved: Acme Tools / Visit, Mon 2 Mar / ➜ Fri 6 Mar: send quote   [Fix] [More] | [Undo]"
EDITED = SAVED.replace("bot>", "bot edits>")
CALLED: dict[str, object] = {**AGREED[0], "kind": "call"}


@pytest.mark.parametrize("answer", [marks(AGREED, QUOTE), hang_up], ids=["agreement", "misbehaviour"])
async def test_the_rep_notices_nothing(answer: Answer, sqlite_url: str) -> None:
    script = HEAD + SAVED
    async with stubbed(answer) as stub:
        assert await Stage(sqlite_url, stub.url).play(script) == script
        assert len(stub.asked) == 1


async def test_in_doubt_the_rep_decides(sqlite_url: str) -> None:
    asks = "bot> Did I read this right? / Acme Tools / Visit, Mon 2 Mar / ➜ Fri 6 Mar: send quote"
    script = f"{HEAD}{asks}   [Yes, save it] [No] | [Ask me later]\nAnna> [Yes, save it]\n{EDITED}"
    async with stubbed(marks([CALLED], QUOTE)) as stub:
        assert await Stage(sqlite_url, stub.url).play(script) == script


async def test_what_the_rep_takes_back_is_not_stored(sqlite_url: str) -> None:
    asks = "bot> Did I read this right? / Acme Tools / Visit, Mon 2 Mar / ➜ Fri 6 Mar: send quote"
    dropped = "bot edits> Cancelled; nothing was stored."
    script = f"{HEAD}{asks}   [Yes, save it] [No] | [Ask me later]\nAnna> [No]\n{dropped}"
    async with stubbed(marks([CALLED], QUOTE)) as stub:
        assert await Stage(sqlite_url, stub.url).play(script) == script


async def test_a_day_that_only_one_sees_is_asked_for(sqlite_url: str) -> None:
    asks = "bot> On which day shall I remind you? / ➜ send quote   [Fri 6 Mar] | [Ask me later]"
    script = f"{HEAD}{asks}\nAnna> [Fri 6 Mar]\n{EDITED}"
    async with stubbed(marks(AGREED)) as stub:
        assert await Stage(sqlite_url, stub.url).play(script) == script


async def test_questions_commands_and_small_talk_stay_in_the_house(sqlite_url: str) -> None:
    script = """\
== Anna (rep, en) | Asia/Singapore | SGD | Acme Tools
-- 2026-03-02 15:30
Anna> thanks!
bot> All right! Tell me whenever something happens at a customer's.
Anna> any open complaints?
bot> No complaint is open.   [Late] [Mine]
Anna> /customer Acme Tools
bot> Acme Tools (434) / prospect, direct customer / Looked after by Anna / Nothing on record yet. / Missing: Class, \
Phone, Industry   [History] [Log] [Follow-up] | [Edit] [People] [More]"""
    async with stubbed(marks()) as stub:
        assert await Stage(sqlite_url, stub.url).play(script) == script
        assert stub.asked == []
