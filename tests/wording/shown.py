"""How a card is written down in the tables of these tests, and who listens to it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sales.cards import Card
from sales.tellings import Party
from wording.voice import Voice

TUESDAY = date(2026, 11, 24)
FRIDAY = TUESDAY + timedelta(3)
NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)
ENGLISH = Voice("en", ZoneInfo("Asia/Singapore"), TUESDAY)
CHINESE = Voice("zh", ZoneInfo("Asia/Singapore"), TUESDAY)
ACME = Party("Acme Tools", 1)
HENGDA = Party("恒大钢铁", 2)


def shown(card: Card) -> str:
    """The lines, then each row of buttons in a line of its own."""
    rows = ["".join(f"[{button.label}]" for button in row) for row in card.rows]
    return "\n".join([card.text, *rows])
