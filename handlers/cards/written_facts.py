"""Reads what somebody writes for a field of a card: sums, days and choices as people say them."""

from handlers.desk import Desk
from handlers.prepared import Prepared
from sales.field_values import NUMBERS_OF, Customs, Refusal, Value, money_text, read_value
from sales.fields import Field, FieldKind
from storage.company.company_settings import phone_region
from understanding.answers import amount_in, day_behind
from wording.field_words import choice_named


def written_fact(desk: Desk, field: Field, text: str, prepared: Prepared) -> Value | Refusal:
    """The value that the words stand for."""
    match field.kind:
        case FieldKind.MONEY:
            amount = amount_in(text, desk.house.currency)
            return Value(money_text(amount)) if amount else Refusal.NO_MONEY
        case FieldKind.CHOICE | FieldKind.YES_NO:
            chosen = choice_named(field, text)
            return Value(chosen) if chosen else read_value(field, text, customs(desk))
        case FieldKind.CUSTOMER:
            party = prepared.party(text)
            return read_value(field, str(party.id or party.name), customs(desk))
        case _:
            return _plain(desk, field, text)


def _plain(desk: Desk, field: Field, text: str) -> Value | Refusal:
    read = read_value(field, text, customs(desk))
    if read is Refusal.NO_DAY and (day := day_behind(text, desk.told_at)):
        return Value(day.isoformat())
    return read


def customs(desk: Desk) -> Customs:
    region = phone_region(desk.session, zone=desk.member.zone.key)
    return Customs(region, desk.house.currency, also=NUMBERS_OF.get(desk.voice.language, ""))
