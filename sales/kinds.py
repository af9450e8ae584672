"""What can be told: the kinds of entries and the closed lists that describe them."""

from enum import StrEnum


class Kind(StrEnum):
    """What an entry on the customer's card is."""

    VISIT = "visit"
    CALL = "call"
    FEEDBACK = "feedback"
    COMPLAINT = "complaint"
    OPPORTUNITY = "opportunity"
    ORDER = "order"
    PAYMENT = "payment"
    NOTE = "note"


class Category(StrEnum):
    """What a complaint is about."""

    DELIVERY = "delivery"
    QUALITY = "quality"
    PRICE = "price"
    SERVICE = "service"
    BILLING = "billing"
    OTHER = "other"


class Severity(StrEnum):
    """How grave a complaint is."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class Sentiment(StrEnum):
    """How the customer feels about what they gave feedback on."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class Field(StrEnum):
    """What can be remembered of a person."""

    BIRTHDAY = "birthday"
    PHONE = "phone"
    EMAIL = "email"


class Calendar(StrEnum):
    """The calendar in which a birthday is told."""

    SOLAR = "solar"
    LUNAR = "lunar"


class Ask(StrEnum):
    """A question put to the bot."""

    AGENDA = "agenda"
    CUSTOMER = "customer"
    LAST_CONTACT = "last_contact"
    COMPLAINTS = "complaints"
    BIRTHDAYS = "birthdays"
    SLIPPING = "slipping"
    HELP = "help"


# Kinds that count as having been in touch with the customer.
CONTACTS = frozenset({Kind.VISIT, Kind.CALL})
# Kinds that carry a sum.
SUMS = frozenset({Kind.OPPORTUNITY, Kind.ORDER, Kind.PAYMENT, Kind.COMPLAINT})
