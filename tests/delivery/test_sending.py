"""What becomes of messages: sent once, changed, taken back, held, repeated, given up."""

from simulator.phone import Person
from storage.queues.outbox import Sending, withdraw
from storage.queues.queue import State
from tests.bot.stage import Stage


def message(stage: Stage, chat: int, words: str, *, kind: str = "said", edits: str | None = None) -> Sending:
    key = f"{words}{':edit' if edits else ''}"
    now = stage.here.clock.now()
    return Sending(key=key, chat=chat, kind=kind, facts={"text": words}, due_at=now, edits=edits)


async def started(stage: Stage, name: str = "Anna") -> Person:
    """Somebody to whom the bot may write."""
    person = stage.telegram.person(name)
    person.say("/start")
    await stage.telegram.until(lambda: person.received)
    await stage.settled()
    return person


def texts(person: Person) -> list[str]:
    return [each.text for each in person.received][1:]


async def test_a_key_is_sent_once(stage: Stage) -> None:
    anna = await started(stage)
    await stage.send(message(stage, anna.id, "hi"), message(stage, anna.id, "hi"))
    await stage.send(message(stage, anna.id, "hi"))
    await stage.settled()
    assert texts(anna) == ["hi"]


async def test_replies_go_before_reminders(stage: Stage) -> None:
    anna = await started(stage)
    stage.telegram.latency = 0.05
    await stage.send(
        message(stage, anna.id, "reminder", kind="follow_up"),
        message(stage, anna.id, "alert", kind="complaint"),
        message(stage, anna.id, "reply"),
    )
    await stage.settled()
    assert texts(anna) == ["reply", "alert", "reminder"]


async def test_an_edit_changes_the_message_in_place(stage: Stage) -> None:
    anna = await started(stage)
    await stage.send(message(stage, anna.id, "visit"))
    await stage.settled()
    await stage.send(message(stage, anna.id, "visit, Tue 24 Nov", edits="visit"))
    await stage.settled()
    assert texts(anna) == ["visit, Tue 24 Nov"]


async def test_an_edit_that_changes_nothing_has_arrived(stage: Stage) -> None:
    anna = await started(stage)
    await stage.send(message(stage, anna.id, "visit"))
    await stage.settled()
    await stage.send(message(stage, anna.id, "visit", edits="visit"))
    await stage.settled()
    assert set(await stage.states()) == {"done"}


async def test_an_edit_of_what_was_never_sent_is_a_message_of_its_own(stage: Stage) -> None:
    anna = await started(stage)
    await stage.send(message(stage, anna.id, "visit", edits="something else"))
    await stage.settled()
    assert texts(anna) == ["visit"]


async def test_a_message_is_taken_back(stage: Stage) -> None:
    anna = await started(stage)
    now = stage.here.clock.now()
    await stage.send(message(stage, anna.id, "slip"))
    await stage.settled()
    await stage.send(Sending(key="back", chat=anna.id, kind="said", due_at=now, deletes="slip"))
    await stage.send(Sending(key="back again", chat=anna.id, kind="said", due_at=now, deletes="slip"))
    await stage.settled()
    assert texts(anna) == []
    assert set(await stage.states()) == {"done"}


async def test_what_is_withdrawn_in_time_is_never_sent(stage: Stage) -> None:
    anna = await started(stage)
    now = stage.here.clock.now()
    later = Sending(key="later", chat=anna.id, kind="said", facts={"text": "x"}, due_at=now.replace(year=9000))
    await stage.send(later)
    state = await stage.here.store.write(lambda session: withdraw(session, "later", now))
    assert state is State.WITHDRAWN


async def test_a_subject_that_is_gone_is_never_sent(stage: Stage) -> None:
    anna = await started(stage)
    await stage.send(message(stage, anna.id, "gone"), message(stage, anna.id, "here"))
    await stage.settled()
    assert texts(anna) == ["here"]
    assert (await stage.states())[1:] == ["withdrawn", "done"]


async def test_one_that_cannot_be_rendered_stops_nobody(stage: Stage) -> None:
    anna = await started(stage)
    await stage.send(message(stage, anna.id, "broken"), message(stage, anna.id, "here"))
    await stage.settled()
    assert texts(anna) == ["here"]
    assert (await stage.outbox())[1].trouble == "RuntimeError: told to break"


async def test_a_flood_wait_is_waited_out_and_is_no_try(stage: Stage) -> None:
    anna = await started(stage)
    boris = await started(stage, "Boris")
    stage.telegram.refuse(status=429, retry_after=1, chat=anna.id)
    await stage.send(message(stage, anna.id, "to Anna"), message(stage, boris.id, "to Boris"))
    await stage.telegram.until(lambda: texts(boris))
    assert texts(anna) == []
    await stage.settled()
    assert texts(anna) == ["to Anna"]
    assert [row.tries for row in await stage.outbox()] == [1, 1, 1, 1]


async def test_a_lost_answer_is_repeated_and_counted(stage: Stage) -> None:
    anna = await started(stage)
    stage.telegram.refuse(status="cut", when="after", method="sendMessage")
    await stage.send(message(stage, anna.id, "hi"))
    await stage.settled()
    assert texts(anna) == ["hi", "hi"]
    assert (await stage.outbox())[-1].doubts == 1


async def test_who_blocked_the_bot_is_known(stage: Stage) -> None:
    anna = await started(stage)
    anna.block()
    await stage.send(message(stage, anna.id, "hi"))
    await stage.settled()
    row = (await stage.outbox())[-1]
    assert (row.state, row.trouble) == ("trouble", "Forbidden: bot was blocked by the user")


async def test_marks_that_telegram_cannot_read_are_left_out(stage: Stage) -> None:
    anna = await started(stage)
    stage.telegram.refuse(status=400, description="Bad Request: can't parse entities: x", method="sendMessage")
    await stage.send(message(stage, anna.id, "<3"))
    await stage.settled()
    assert texts(anna) == ["<3"]


async def test_a_group_that_moved_is_followed(stage: Stage) -> None:
    anna = await started(stage)
    group = stage.telegram.group("East", [anna])
    new = group.upgrade()
    await stage.send(message(stage, group.id, "digest"))
    await stage.telegram.until(lambda: [each.text for each in new.chat].count("digest"))
    assert "digest" in [row.key for row in await stage.outbox()]


async def test_documents_and_pictures_go_along(stage: Stage) -> None:
    anna = await started(stage)
    await stage.send(message(stage, anna.id, "a list"), message(stage, anna.id, "a picture"))
    await stage.settled()
    assert [list(each.media) for each in anna.received[1:]] == [["document"], ["photo"]]


async def test_the_words_of_a_file_can_be_changed(stage: Stage) -> None:
    anna = await started(stage)
    await stage.send(message(stage, anna.id, "a list"))
    await stage.settled()
    await stage.send(message(stage, anna.id, "a list", edits="a list"))
    await stage.settled()
    assert set(await stage.states()) == {"done"}


async def test_while_telegram_is_away_nothing_counts_as_a_try(stage: Stage) -> None:
    anna = await started(stage)
    port = int(stage.telegram.api_url.rsplit(":", 1)[1])
    await stage.telegram.stop()
    await stage.send(message(stage, anna.id, "hi"))
    await stage.here.store.sleep_until_rung("settled", 0.3)
    await stage.telegram.start(port)
    await stage.settled()
    assert texts(anna) == ["hi"]
    assert (await stage.outbox())[-1].tries == 1
