"""Structured logs of ours and of every library, in one shape and without secrets."""

import logging
import sys
from typing import TextIO

import structlog

from delivery.redaction import redact

# These tell each request with its address, which holds the token, or repeat what we log ourselves.
_TOO_TALKATIVE = (
    *("httpx", "httpcore", "httpx2", "httpcore2", "openai"),
    *("telegram", "aiohttp", "asyncio", "uvicorn.access", "apscheduler", "alembic"),
)


class _Redacting(structlog.stdlib.ProcessorFormatter):
    """The last step before a line is written, so tracebacks pass it too."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def set_up_logs(stream: TextIO = sys.stderr, level: int = logging.INFO) -> None:
    """Lines for people on a terminal, JSON for machines elsewhere."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Redacting(foreign_pre_chain=shared, processors=_rendering(stream)))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _TOO_TALKATIVE:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def _rendering(stream: TextIO) -> list[structlog.typing.Processor]:
    # The default, rich tracebacks, shows local variables: customers' words and codes of invitations among them.
    for_people = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    render: structlog.typing.Processor = (
        for_people if stream.isatty() else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    return [structlog.stdlib.ProcessorFormatter.remove_processors_meta, render]
