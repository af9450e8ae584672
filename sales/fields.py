"""Every field of a card as data: of whom it is, what values it takes, how much it matters and when it grows stale.

Storage keeps a fact per field (storage/tables/facts.py); wording, buttons, imports and the words of reps are joined to
it by the field's name. Values are kept as canonical text, see `FieldKind`.
"""

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """What values a field takes, and how they are written down."""

    TEXT = "text"
    """One line, as it was said."""
    CHOICE = "choice"
    """One of the field's choices."""
    NUMBER = "number"
    """A whole number, in digits."""
    MONEY = "money"
    """Minor units and ISO currency: "5000000 SGD"."""
    DAYS = "days"
    """A length in days, in digits."""
    DAY = "day"
    """A day, YYYY-MM-DD."""
    BIRTHDAY = "birthday"
    """YYYY-MM-DD or --MM-DD in the fact's calendar; a leap month of the lunar one as --MM+-DD."""
    PHONE = "phone"
    """E.164: +6565550123."""
    EMAIL = "email"
    """An address, in lower case."""
    PLACE = "place"
    """Latitude and longitude in degrees (WGS 84): "1.29027,103.85196"."""
    CUSTOMER = "customer"
    """The id of another customer, or a name that is on no record."""
    YES_NO = "yes_no"
    """yes or no."""


class Of(StrEnum):
    """Whose field it is."""

    CUSTOMER = "customer"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the card.

    `many`: several values stand beside each other. `column`: the row's column that shows the value, for those that
    queries sort and filter by. `matters`: weight in the card's completeness, 0 for what may well be missing.
    `stale_after`: days after which the bot may ask whether it still holds. `label`: what an admin called a field that
    they added; ours are called by wording/field_words.py. `worked_out`: a night says it where nobody did.
    """

    name: str
    of: Of
    kind: FieldKind
    many: bool = False
    choices: tuple[str, ...] = ()
    column: str | None = None
    matters: int = 0
    stale_after: int | None = None
    label: str = ""
    worked_out: bool = False


GRADES = ("A", "B", "C")
RELATIONS = ("direct", "indirect", "channel", "supplier", "internal", "other")
FORMS = ("company", "person", "government", "non_profit")
STAGES = ("prospect", "new", "active", "growing", "slipping", "lost", "won_back")
LOYALTY = ("loyal", "switching", "none")
ROLES = ("decides", "influences", "buys", "uses", "pays", "blocks")

_YEAR, _HALF_YEAR = 365, 182

_ALL = (
    Field(
        "grade",
        Of.CUSTOMER,
        FieldKind.CHOICE,
        choices=GRADES,
        column="grade",
        matters=3,
        stale_after=_YEAR,
        worked_out=True,
    ),
    Field("relation", Of.CUSTOMER, FieldKind.CHOICE, choices=RELATIONS, column="relation"),
    Field("form", Of.CUSTOMER, FieldKind.CHOICE, choices=FORMS, column="form"),
    Field("stage", Of.CUSTOMER, FieldKind.CHOICE, choices=STAGES, column="stage"),
    Field("industry", Of.CUSTOMER, FieldKind.TEXT, matters=2),
    Field("region", Of.CUSTOMER, FieldKind.TEXT, matters=2),
    Field("size", Of.CUSTOMER, FieldKind.TEXT),
    Field("head_count", Of.CUSTOMER, FieldKind.NUMBER, stale_after=_YEAR),
    Field("budget", Of.CUSTOMER, FieldKind.MONEY, matters=1, stale_after=_YEAR),
    Field("purchase_frequency", Of.CUSTOMER, FieldKind.DAYS, matters=1, stale_after=_YEAR),
    Field("credit_grade", Of.CUSTOMER, FieldKind.TEXT, stale_after=_YEAR),
    Field("credit_limit", Of.CUSTOMER, FieldKind.MONEY, matters=1, stale_after=_YEAR),
    Field("payment_terms", Of.CUSTOMER, FieldKind.DAYS, matters=1, stale_after=_YEAR),
    Field("loyalty", Of.CUSTOMER, FieldKind.CHOICE, choices=LOYALTY, matters=1, stale_after=_HALF_YEAR),
    Field("preferences", Of.CUSTOMER, FieldKind.TEXT, many=True),
    Field("address", Of.CUSTOMER, FieldKind.TEXT),
    Field("place", Of.CUSTOMER, FieldKind.PLACE, matters=1),
    Field("tags", Of.CUSTOMER, FieldKind.TEXT, many=True),
    Field("notes", Of.CUSTOMER, FieldKind.TEXT, many=True),
    Field("referred_by", Of.CUSTOMER, FieldKind.CUSTOMER),
    Field("competitors", Of.CUSTOMER, FieldKind.TEXT, many=True, stale_after=_HALF_YEAR),
    Field("partner_since", Of.CUSTOMER, FieldKind.DAY),
    Field("founded", Of.CUSTOMER, FieldKind.DAY),
    Field("no_contact", Of.CUSTOMER, FieldKind.YES_NO),
    Field("title", Of.CONTACT, FieldKind.TEXT, column="title", matters=1),
    Field("phone", Of.CONTACT, FieldKind.PHONE, many=True, column="phone", matters=3, stale_after=2 * _YEAR),
    Field("email", Of.CONTACT, FieldKind.EMAIL, many=True, column="email", matters=1, stale_after=2 * _YEAR),
    Field("birthday", Of.CONTACT, FieldKind.BIRTHDAY, column="birthday", matters=2),
    Field("anniversary", Of.CONTACT, FieldKind.DAY, many=True),
    Field("likes", Of.CONTACT, FieldKind.TEXT, many=True),
    Field("role", Of.CONTACT, FieldKind.CHOICE, choices=ROLES, column="role", matters=2, stale_after=_YEAR),
    Field("greetings", Of.CONTACT, FieldKind.YES_NO, column="greetings"),
)
FIELDS = {field.name: field for field in _ALL}
"""The fields that every company has; those that an admin adds stand in the table custom_field."""
OWN = "own:"
"""What the name of an added field begins with, so that it never meets one of ours."""
NAMES = {
    "name": Field("name", Of.CUSTOMER, FieldKind.TEXT, column="name"),
    "contact_name": Field("contact_name", Of.CONTACT, FieldKind.TEXT, column="name"),
}
"""What they are called: kept like a field, so that it can be changed and taken back, but nothing that is asked for."""
UNKNOWN = "?"
"""What somebody answers who was asked, and does not know either."""
RATED = {
    name: Field(name, Of.CUSTOMER, FieldKind.CHOICE, choices=(UNKNOWN, *"12345"))
    for name in (
        *("rated_size", "rated_finances", "rated_position", "rated_purchasing_power"),
        *("rated_reputation", "rated_growth", "rated_share"),
    )
}
"""What managers tapped for a rating (sales.scores.rating.Asked): kept like a field, but on no card of its own."""
