"""What an operator is told of a language model: a clear refusal at the start, and the doctor's lines."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from storage.store import Store
from tests.command_line.conftest import Rapport
from tests.second_opinion.stub import JSON, Answer, Stub, marks, raw, stubbed

SET = {"RAPPORT_LLM_URL": "https://127.0.0.1:9/v1", "RAPPORT_LLM_MODEL": "small"}


@contextmanager
def model(answer: Answer) -> Iterator[Stub]:
    """In a thread, because the commands start event loops of their own."""
    ready, over, stubs = Event(), asyncio.Event(), list[Stub]()
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        async with stubbed(answer) as stub:
            stubs.append(stub)
            ready.set()
            await over.wait()

    thread = Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    ready.wait()
    try:
        yield stubs[0]
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
        loop.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.0.0.7", "169.254.169.254", "[::1]"])
def test_a_private_address_ends_the_start(rapport: Rapport, host: str) -> None:
    result = rapport("run", **SET | {"RAPPORT_LLM_URL": f"https://{host}/v1"})
    assert result.exit_code == 2
    assert f"RAPPORT_LLM_URL leads to {host.strip('[]')}: an address of this machine or of a private" in result.output
    assert "RAPPORT_LLM_ALLOW_PRIVATE=1" in result.output
    assert "Traceback" not in result.output


def test_the_doctor_tells_of_it(rapport: Rapport) -> None:
    result = rapport("doctor", **SET)
    assert result.exit_code == 1
    assert "WRONG RAPPORT_LLM_URL leads to 127.0.0.1" in result.output


def test_without_one_the_doctor_says_nothing(rapport: Rapport, store: Store) -> None:
    assert store
    assert "model" not in rapport("doctor").output


def test_the_doctor_says_what_leaves_the_house(rapport: Rapport, store: Store) -> None:
    assert store
    with model(marks()) as stub:
        result = rapport("doctor", **SET | {"RAPPORT_LLM_URL": stub.url, "RAPPORT_LLM_ALLOW_PRIVATE": "1"})
    assert result.exit_code == 0
    assert "at most 8 names of customers with it, is sent to small at 127.0.0.1" in result.output
    assert "the language model answers in the form that is asked for" in result.output


def test_the_doctor_says_why_it_is_not_heard(rapport: Rapport, store: Store) -> None:
    assert store
    with model(raw("401 Unauthorized", b"{}", JSON)) as stub:
        result = rapport("doctor", **SET | {"RAPPORT_LLM_URL": stub.url, "RAPPORT_LLM_ALLOW_PRIVATE": "1"})
    assert result.exit_code == 1
    assert "the language model is not heard: it answered 401" in result.output
