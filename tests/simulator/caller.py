"""Calls the simulated Bot API as a bot would: over HTTP."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp

from simulator import Simulator


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer of the API; `result` is there when it went well."""

    status: int
    body: Mapping[str, Any]

    @property
    def result(self) -> Any:  # noqa: ANN401 - what a method answers depends on the method
        return self.body["result"]

    @property
    def reason(self) -> str:
        return str(self.body.get("description", ""))


@dataclass(frozen=True, slots=True)
class Caller:
    simulator: Simulator
    session: aiohttp.ClientSession

    async def __call__(self, method: str, **parameters: object) -> Heard:
        address = f"{self.simulator.api_url}/bot{self.simulator.token}/{method}"
        async with self.session.post(address, json=parameters) as answer:
            return Heard(answer.status, await answer.json())

    async def updates(self, offset: int = 0, **parameters: object) -> list[dict[str, Any]]:
        found = await self("getUpdates", offset=offset, **parameters)
        assert found.status == 200, found.reason
        return list(found.result)

    async def control(self, operation: str, **given: object) -> Heard:
        async with self.session.post(f"{self.simulator.page_url}control/{operation}", json=given) as answer:
            return Heard(answer.status, await answer.json())
