"""The form of a model's answer: kinds, words out of the message, and numbers out of our list; nothing else."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from sales.kinds import Kind

MOST = 20
"""Nobody tells more than that in one message."""


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Happened(_Form):
    """Something that happened. All but `kind` and `customer` are words of the message."""

    kind: Kind
    words: str
    customer: int | None
    name: str | None
    sum: str | None


class Planned(_Form):
    """Something to be done."""

    words: str
    customer: int | None
    name: str | None
    day: str | None


class Answer(_Form):
    """All that a model may say."""

    happened: Annotated[tuple[Happened, ...], Field(max_length=MOST)]
    planned: Annotated[tuple[Planned, ...], Field(max_length=MOST)]


class _Said(BaseModel):
    content: str


class _Choice(BaseModel):
    message: _Said


class Envelope(BaseModel):
    """As much of a chat completion as we look at."""

    choices: Annotated[list[_Choice], Field(min_length=1)]

    @property
    def text(self) -> str:
        """The JSON alone: some models put it into a fence, with a greeting before it."""
        said = self.choices[0].message.content
        return said[said.find("{") : said.rfind("}") + 1]
