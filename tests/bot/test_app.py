"""The whole way of a message: in by polling, through the workers, out through the outbox."""

from bot.app import App
from simulator import Simulator


async def test_a_message_is_answered(app: App, telegram: Simulator) -> None:
    anna = telegram.person("Anna")
    anna.say("visited Acme")
    await telegram.until(lambda: anna.received)
    assert [message.text for message in anna.received] == ["visited Acme"]
