from datetime import date
from zoneinfo import ZoneInfo

from sales.fields import FIELDS, NAMES
from wording.field_words import LABELS, choice_label
from wording.voice import Voice

ZH = Voice("zh", ZoneInfo("Asia/Shanghai"), date(2026, 3, 2))


def test_every_field_has_its_name() -> None:
    assert LABELS.keys() == FIELDS.keys() | NAMES.keys()


def test_every_choice_is_said_in_words() -> None:
    said = {name: [choice_label(field, value, ZH) for value in field.choices] for name, field in FIELDS.items()}
    assert said.pop("grade") == ["A", "B", "C"]
    assert [word for words in said.values() for word in words if word.isascii()] == []
