"""Puts a question to the endpoint and gets an answer in our form, or an error."""

import logging
from typing import TYPE_CHECKING

import httpx2
from openai import AsyncOpenAI, BadRequestError, UnprocessableEntityError

from second_opinion.addresses import LookUp
from second_opinion.answer import Answer, Envelope
from second_opinion.endpoint import Endpoint
from second_opinion.question import INSTRUCTIONS, shape
from second_opinion.transport import GuardedTransport

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletionMessageParam
    from openai.types.shared_params import ResponseFormatJSONSchema


class Calling:
    """The one place that speaks to a model."""

    def __init__(self, endpoint: Endpoint, patience: float, look_up: LookUp) -> None:
        transport = GuardedTransport(look_up, private=endpoint.private)
        self._client = AsyncOpenAI(
            base_url=endpoint.url,
            # Endpoints in the house often want no key, but the client wants one.
            api_key=endpoint.key or "none",
            timeout=patience,
            max_retries=0,
            http_client=httpx2.AsyncClient(transport=transport, follow_redirects=False, trust_env=False),
        )
        # OPENAI_LOG in the environment would make the library write messages into the log.
        logging.getLogger("openai").setLevel(logging.WARNING)
        self._model = endpoint.model
        self._holds_form = True

    async def ask(self, asked: str) -> Answer:
        try:
            return await self._completion(asked)
        except (BadRequestError, UnprocessableEntityError):
            if not self._holds_form:
                raise
            # Some endpoints know no JSON schema; the instructions tell the form, too.
            self._holds_form = False
            return await self._completion(asked)

    async def _completion(self, asked: str) -> Answer:
        turns: list[ChatCompletionMessageParam] = [
            {"role": "system", "content": INSTRUCTIONS},
            {"role": "user", "content": asked},
        ]
        completions = self._client.chat.completions.with_raw_response
        if self._holds_form:
            raw = await completions.create(model=self._model, messages=turns, response_format=_form())
        else:
            raw = await completions.create(model=self._model, messages=turns)
        return Answer.model_validate_json(Envelope.model_validate_json(raw.content).text)

    async def aclose(self) -> None:
        await self._client.close()


def _form() -> "ResponseFormatJSONSchema":
    return {"type": "json_schema", "json_schema": {"name": "marks", "schema": shape(), "strict": True}}
