"""A rep's message, a directory with two customers that sound alike, and a model on the loopback."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from second_opinion.addresses import look_up
from second_opinion.asking import SecondOpinion
from second_opinion.endpoint import Endpoint
from tests.second_opinion.stub import Answer, Stub, stubbed
from understanding.directory import Directory, Known
from understanding.findings import Findings, Moment
from understanding.reading import understand

TEXT = "Visited Acme this morning, met their buyer, they want a quote by Friday"
ACME, BETA, CIRRUS = Known(71, "Acme Tools"), Known(72, "Beta Foods"), Known(73, "Cirrus Secret Customer")
DIRECTORY = Directory([ACME, BETA, CIRRUS])
MOMENT = Moment(datetime(2026, 3, 2, 15, 30, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
AGREED: list[dict[str, object]] = [{"kind": "visit", "words": "Visited Acme", "customer": 1, "name": "Acme"}]
QUOTE: list[dict[str, object]] = [{"words": "they want a quote by Friday", "customer": 1, "day": "by Friday"}]


@dataclass
class Asking:
    """A second opinion, and the endpoint that is asked."""

    second: SecondOpinion
    stub: Stub

    async def hears(self, text: str = TEXT, moment: Moment = MOMENT) -> tuple[Findings, Findings]:
        """What the rules found, and what became of it."""
        found = understand(text, moment, DIRECTORY)
        return found, await self.second(text, moment, DIRECTORY, found)


@asynccontextmanager
async def asking(*answers: Answer, patience: float = 3, private: bool = True) -> AsyncIterator[Asking]:
    async with stubbed(*answers) as stub:
        second = SecondOpinion(Endpoint(stub.url, "stub", "k3y", private=private), patience=patience, look_up=look_up)
        try:
            yield Asking(second, stub)
        finally:
            await second.aclose()


Warnings = Callable[[], list[str]]


@pytest.fixture
def warnings(capsys: pytest.CaptureFixture[str]) -> Warnings:
    """The lines of the log, as an operator reads them."""
    return lambda: [line for line in capsys.readouterr().out.splitlines() if "no second opinion" in line]
