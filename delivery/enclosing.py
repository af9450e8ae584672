"""Has the file of a letter made on its way out, apart from every transaction."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Protocol

import structlog

from delivery.composing import Letter
from papers.worker import PaperFailedError
from sales.cards import Making

log = structlog.get_logger(__name__)


class Make(Protocol):
    """Makes a file's bytes; raises PaperFailedError where that takes too long or too much."""

    def __call__(self, work: Callable[..., bytes], *args: object) -> Awaitable[bytes]: ...


async def make_here(work: Callable[..., bytes], *args: object) -> bytes:
    """In this process, for a bot whose papers are small."""
    return await asyncio.to_thread(work, *args)


async def enclose(letter: Letter, make: Make) -> Letter:
    """The words must arrive even where no file can be made."""
    file = letter.file
    if file is None or not isinstance(file.content, Making):
        return letter
    making = file.content
    try:
        content = await make(making.work, *making.args)
    except PaperFailedError as error:
        log.warning("a file could not be made", file=file.name, why=str(error))
        return replace(letter, text=f"{letter.text}\n{making.or_say}", file=None)
    return replace(letter, file=replace(file, content=content))
