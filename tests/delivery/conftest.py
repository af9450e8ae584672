"""The echo bot of tests/bot, here seen from the outbox."""

from tests.bot.conftest import settings, stage, telegram

__all__ = ["settings", "stage", "telegram"]
