"""Frozen values of `sales` to JSON text and back, where a row keeps one whole."""

from functools import cached_property
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from sales.drafts import Draft
from sales.tellings import Telling

Value = TypeVar("Value")


class Body(Generic[Value]):
    """Writes and reads one type; the adapter is built when it is first needed, so that importing does nothing."""

    def __init__(self, kind: type[Value]) -> None:
        self._kind = kind

    def write(self, value: Value) -> str:
        return self._adapter.dump_json(value).decode()

    def read(self, body: str) -> Value:
        """Read what `write` wrote; raises pydantic.ValidationError for anything else."""
        return self._adapter.validate_json(body)

    @cached_property
    def _adapter(self) -> TypeAdapter[Value]:
        return TypeAdapter(self._kind)


TELLINGS = Body(Telling)
DRAFTS = Body(Draft)
