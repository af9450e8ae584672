"""A vocabulary to read words with, and the moment of the message."""

from datetime import datetime

from sales.fields import Field, FieldKind, Of
from sales.segment_views import Names
from sales.segment_vocabulary import Vocabulary

AT = datetime(2026, 3, 10, 10)  # noqa: DTZ001 - local to the writer
TIER = Field("own:tier", Of.CUSTOMER, FieldKind.CHOICE, choices=("gold", "silver"), label="Tier")
VALUES = {
    "region": ("Jiangsu", "江苏", "East", "Berlin"),
    "industry": ("Textiles", "纺织"),
    "tags": ("VIP", "Expo 2025", "重点", "East"),
    "size": ("large",),
    "own:tier": ("gold",),
}
PEOPLE = {1: "Anna", 2: "Ben Lee", 3: "小李"}
TEAMS = {10: "East", 11: "东区"}
VOCABULARY = Vocabulary(VALUES, tuple(PEOPLE.items()), tuple(TEAMS.items()), (TIER,), "CNY", 1)
NAMES = Names(PEOPLE, TEAMS, {TIER.name: TIER})
