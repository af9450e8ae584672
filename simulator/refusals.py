"""Failures that a test orders in advance: the next calls are refused, cut off or left hanging."""

from dataclasses import dataclass
from typing import Literal, NotRequired, TypedDict

from simulator.errors import CODE_TITLES, ApiError, too_many
from simulator.records import JsonObject

Status = int | Literal["cut", "hang"]
When = Literal["before", "after"]
POLLING = "getupdates"
FLOOD = 429


class RefusalTerms(TypedDict):
    """What may be asked for; only the status has to be."""

    status: Status
    method: NotRequired[str]
    description: NotRequired[str]
    retry_after: NotRequired[int]
    parameters: NotRequired[JsonObject]
    chat: NotRequired[int]
    times: NotRequired[int]
    when: NotRequired[When]


@dataclass(slots=True)
class Refusal:
    """The status "cut" closes the connection, "hang" never answers; "after" lets the effect take place first."""

    status: Status
    method: str = ""
    description: str = ""
    retry_after: int = 0
    parameters: JsonObject | None = None
    chat: int = 0
    times: int = 1
    when: When = "before"

    def meets(self, method: str, chat: str) -> bool:
        """Without a method it meets every call but polling."""
        wanted = self.method.lower()
        right_method = method == wanted if wanted else method != POLLING
        return self.times > 0 and right_method and (not self.chat or str(self.chat) == chat)

    def error(self) -> ApiError:
        code = int(self.status)
        if code == FLOOD:
            return too_many(self.retry_after or 1)
        return ApiError(code, self.description or CODE_TITLES.get(code, "Internal Server Error"), self.parameters)


class Refusals:
    def __init__(self) -> None:
        self._waiting: list[Refusal] = []

    def add(self, refusal: Refusal) -> None:
        self._waiting.append(refusal)

    def clear(self) -> None:
        self._waiting.clear()

    def take(self, method: str, chat: str) -> Refusal | None:
        """Use up one of the failures that were ordered for this call."""
        found = next((refusal for refusal in self._waiting if refusal.meets(method, chat)), None)
        if found:
            found.times -= 1
            self._waiting = [refusal for refusal in self._waiting if refusal.times > 0]
        return found
