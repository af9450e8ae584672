"""A browser without a screen: it keeps cookies, follows the house's answers, and sends forms as our pages do."""

from collections.abc import Mapping
from dataclasses import dataclass

import aiohttp


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    headers: Mapping[str, str]
    path: str


class Browser:
    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self.session = session
        self.address = address

    async def get(self, path: str, **headers: str) -> Answer:
        async with self.session.get(self.address + path, headers=_spelled(headers)) as answer:
            return Answer(answer.status, await answer.text(), answer.headers, answer.url.path)

    async def post(self, path: str, fields: Mapping[str, str] | None = None, **headers: str) -> Answer:
        ours = {"Origin": self.address, **_spelled(headers)}
        async with self.session.post(self.address + path, data=fields or {}, headers=ours) as answer:
            return Answer(answer.status, await answer.text(), answer.headers, answer.url.path)


def _spelled(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
