"""Asks the model, for as long as a rep waits gladly; whatever goes wrong there, the rules' reading stands."""

import asyncio

import structlog
from openai import APIConnectionError, APIStatusError, APITimeoutError
from pydantic import ValidationError

from second_opinion.addresses import LookUp, PrivateAddressError, look_up
from second_opinion.calling import Calling
from second_opinion.comparing import compared
from second_opinion.endpoint import Endpoint
from second_opinion.pointing import NotPointingError, Opinion, Pointing
from second_opinion.question import question
from second_opinion.shortlist import shortlist
from second_opinion.transport import TooLongError
from understanding.directory import Directory
from understanding.findings import Findings, Moment

log = structlog.get_logger(__name__)
PATIENCE = 3.0
"""Seconds, for all of it."""
LONGEST = 4096
"""Telegram's limit."""
# Errors of validation and of endpoints repeat the message, so of most errors only the kind is told.
_REASONS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    ((TimeoutError, APITimeoutError), "it took too long"),
    (PrivateAddressError, "its name leads to a private address"),
    (TooLongError, "its answer is too long"),
    (ValidationError, "its answer has not the form that was asked for"),
    (NotPointingError, "its answer has {error}"),
    (APIStatusError, "it answered {error.status_code}"),
    (APIConnectionError, "no connection"),
)


class SecondOpinion:
    """One endpoint; call it with a message and what the rules found, `aclose` it in the end."""

    def __init__(self, endpoint: Endpoint, *, patience: float = PATIENCE, look_up: LookUp = look_up) -> None:
        self._calling = Calling(endpoint, patience, look_up)
        self._patience = patience

    async def __call__(self, text: str, moment: Moment, directory: Directory, found: Findings) -> Findings:
        """The findings, less sure where the model reads otherwise; as they are if it could not be heard."""
        opinion = await self.opinion(text, moment, directory, found)
        return found if isinstance(opinion, str) else compared(found, opinion, text)

    async def opinion(self, text: str, moment: Moment, directory: Directory, found: Findings) -> Opinion | str:
        """How the model reads the message, or in a few words why nobody knows."""
        told = text[:LONGEST]
        listed = shortlist(told, moment, directory, found)
        try:
            async with asyncio.timeout(self._patience):
                answer = await self._calling.ask(question(told, [one.name for one in listed]))
            return Pointing(told, moment, listed).opinion(answer)
        except Exception as error:  # noqa: BLE001  a stranger's program answers here, and the rules do without it
            why = _why(error)
            log.warning("no second opinion on a message", why=why)
            return why

    async def aclose(self) -> None:
        await self._calling.aclose()


def _why(error: Exception) -> str:
    words = next((words for kinds, words in _REASONS if isinstance(error, kinds)), type(error).__name__)
    return words.format(error=error)
