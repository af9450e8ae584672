"""Takes a call of the Bot API from its name and parameters to its answer."""

import asyncio
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from inspect import isawaitable

from simulator.compact import compact
from simulator.errors import ApiError, NotEmulatedError, too_many
from simulator.methods.intake import RawJson
from simulator.methods.table import METHODS, Method
from simulator.parameters import Parameters
from simulator.refusals import Refusal
from simulator.telegram import Call, Telegram

OK = 200


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: str


class CutOffError(Exception):
    """The connection is closed without an answer."""


class Switchboard:
    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._closing = asyncio.Event()
        self.latency = 0.0  # seconds that each answer takes

    def close(self) -> None:
        """Let go of calls that were left hanging."""
        self._closing.set()

    @property
    def closed(self) -> bool:
        return self._closing.is_set()

    async def call(self, name: str, parameters: Parameters) -> Answer:
        log = Call(name, parameters.given, self._telegram.clock.now().timestamp())
        self._telegram.calls.append(log)
        self._telegram.counts[name] += 1
        self._telegram.world.signals.ring()
        if self.latency:
            await asyncio.sleep(self.latency / 2)
        answer = await self._answer(name, parameters, log)
        if self.latency:
            await asyncio.sleep(self.latency / 2)
        return answer

    async def _answer(self, name: str, parameters: Parameters, log: Call) -> Answer:
        try:
            answer = Answer(OK, ok(await self._obey(name.lower(), parameters)))
        except ApiError as error:
            answer = self._refused(name, error)
            log.description = error.description
        log.status = answer.status
        self._telegram.world.signals.ring()
        return answer

    def _refused(self, name: str, error: ApiError) -> Answer:
        if isinstance(error, NotEmulatedError):
            what = name if error.status == NOT_FOUND else f"{name}: {error.description}"
            sys.stderr.write(f"NOT EMULATED: {what}\n")
            self._telegram.warn(error, what)
        return Answer(error.status, compact(error.shape()))

    async def _obey(self, name: str, parameters: Parameters) -> object:
        refusal = self._telegram.refusals.take(name, str(parameters.given.get("chat_id", "")))
        if refusal and refusal.when == "before":
            await self._refuse(refusal)
        result = self._run(find(name, parameters), parameters)
        result = await result if isawaitable(result) else result
        if refusal:
            await self._refuse(refusal)
        return result

    def _run(self, method: Method, parameters: Parameters) -> object:
        if method.sends:
            wait = self._telegram.limiter.wait(parameters.number("chat_id"))
            if wait:
                raise too_many(wait)
        return method.run(self._telegram, parameters)

    async def _refuse(self, refusal: Refusal) -> None:
        if refusal.status == "hang":
            await self._closing.wait()
        if isinstance(refusal.status, str):
            raise CutOffError
        raise refusal.error()

    async def webhook_answer(self, name: str, given: Mapping[str, object]) -> None:
        await self.call(name, Parameters(given))


NOT_FOUND = 404


def find(name: str, parameters: Parameters) -> Method:
    method = METHODS.get(name)
    if method is None:
        raise NotEmulatedError(NOT_FOUND, "Not Found: method not found")
    unknown = parameters.names - method.known
    if unknown:
        raise NotEmulatedError(400, f"Bad Request: this simulator does not emulate {', '.join(sorted(unknown))}")
    return method


def ok(result: object) -> str:
    text = result if isinstance(result, RawJson) else compact(result)
    return f'{{"ok":true,"result":{text}}}'
