"""What a company decides for itself: currency, hours, cadence, pool and escalation; with presets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from types import MappingProxyType

from sales.fields import GRADES

Days = Mapping[str, int]
"""Days by class; a class that is not there has none."""


class Step(StrEnum):
    """What /setup decides; the first six it asks, in this order, the others can be changed."""

    COMPANY = "company"
    CURRENCY = "currency"
    HOURS = "hours"
    CADENCE = "cadence"
    POOL = "pool"
    ESCALATION = "escalation"
    REGION = "region"
    OWNER = "collision_shows_owner"
    LOOK_UPS = "look_ups_a_day"
    GIFT = "gift"
    AHEAD = "ahead"
    ALERTS = "alerts_a_day"
    SHARES = "class_shares"
    CLOCKS = "clocks"
    WEIGHTS = "rating_weights"


ASKED = (Step.COMPANY, Step.CURRENCY, Step.HOURS, Step.CADENCE, Step.POOL, Step.ESCALATION)


class Preset(StrEnum):
    """Kinds of companies that /setup knows usual answers for."""

    DISTRIBUTOR = "distributor"
    SERVICES = "services"
    RETAIL = "retail"


def by_class(*days: int) -> Days:
    """Days for A, B and C."""
    return MappingProxyType(dict(zip(GRADES, days, strict=True)))


NEVER: Days = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CompanySettings:
    """The settings as they hold now; what nobody set has the default that stands here.

    `currency` None: that with which the bot was started. `cadence`: a customer of the class is to be seen every so
    many days. `pool_after`: untouched for so long it goes back to the pool; empty: never. `escalation_hours`: a
    complaint that nobody answered goes up after so many working hours. `region` is the country (ISO 3166) of
    telephone numbers that are written without one; None: where whoever writes lives. `shows_owner`: the name of a
    customer's owner is told to a colleague who claims it. `look_ups_a_day`: how many different customers a member
    may open. `gift_days`: so many days before a birthday a gift is thought of. `ahead`: a customer of the class
    slips away when no order is to be expected within so many days; at most `alerts_a_day` are told to an owner a day.
    `class_shares`: up to which percentages of all purchases customers are A, and A or B. `clocks`: a complaint of the
    class may wait so many percent of `escalation_hours`. `rating_weights`: as sales.scores.rating reads them; None: the
    usual ones.
    """

    currency: str | None = None
    opens: time = time(9)
    closes: time = time(18)
    cadence: Days = field(default_factory=lambda: by_class(14, 30, 90))
    pool_after: Days = field(default_factory=lambda: NEVER)
    escalation_hours: int = 8
    claims_a_day: int = 10
    region: str | None = None
    shows_owner: bool = False
    look_ups_a_day: int = 200
    gift_days: Days = field(default_factory=lambda: by_class(3, 3, 3))
    ahead: Days = field(default_factory=lambda: by_class(60, 60, 60))
    alerts_a_day: int = 2
    class_shares: tuple[int, int] = (80, 95)
    clocks: Days = field(default_factory=lambda: by_class(100, 100, 100))
    rating_weights: Mapping[str, object] | None = None


PRESETS = {
    Preset.DISTRIBUTOR: CompanySettings(cadence=by_class(14, 30, 60), pool_after=by_class(90, 120, 180)),
    Preset.SERVICES: CompanySettings(cadence=by_class(30, 60, 120), pool_after=by_class(180, 270, 365)),
    Preset.RETAIL: CompanySettings(
        opens=time(10),
        closes=time(20),
        cadence=by_class(7, 14, 30),
        pool_after=by_class(45, 60, 90),
        escalation_hours=4,
    ),
}
PREFIX = "company."
LONGEST_DAYS = 3_650
SHORTEST_POOL = 14
"""A customer is warned of a week before, so less than two weeks leave no time."""
LONGEST_ESCALATION = 240
LONGEST_GIFT = 60
MOST_LOOK_UPS = 100_000
SHORTEST_AHEAD, LONGEST_AHEAD = 7, 730
MOST_ALERTS = 20
SHORTEST_CLOCK, LONGEST_CLOCK = 10, 1_000


def read_settings(values: Mapping[str, object]) -> CompanySettings:
    """The settings from what the store has under their names; what makes no sense counts as not set."""
    default = CompanySettings()
    opens, closes = _hours(values.get("hours")) or (default.opens, default.closes)
    return CompanySettings(
        currency=currency if isinstance(currency := values.get("currency"), str) else None,
        opens=opens,
        closes=closes,
        cadence=_days(values.get("cadence"), default.cadence),
        pool_after=_days(values.get("pool"), default.pool_after),
        escalation_hours=_number(values.get("escalation"), default.escalation_hours),
        claims_a_day=_number(values.get("claims_a_day"), default.claims_a_day),
        region=region if isinstance(region := values.get(Step.REGION), str) and region else None,
        shows_owner=values.get(Step.OWNER) is True,
        look_ups_a_day=_number(values.get(Step.LOOK_UPS), default.look_ups_a_day),
        gift_days=_days(values.get(Step.GIFT), default.gift_days),
        ahead=_days(values.get(Step.AHEAD), default.ahead),
        alerts_a_day=_number(values.get(Step.ALERTS), default.alerts_a_day, least=0),
        class_shares=_shares(values.get(Step.SHARES), default.class_shares),
        clocks=_days(values.get(Step.CLOCKS), default.clocks),
        rating_weights=weights if isinstance(weights := values.get(Step.WEIGHTS), Mapping) else None,
    )


def hours_text(opens: time, closes: time) -> str:
    """As the store keeps them: "09:00-18:00"."""
    return f"{opens:%H:%M}-{closes:%H:%M}"


def _hours(value: object) -> tuple[time, time] | None:
    try:
        opens, _, closes = str(value).partition("-")
        hours = time.fromisoformat(opens), time.fromisoformat(closes)
    except ValueError:
        return None
    return hours if hours[0] < hours[1] else None


def _days(value: object, default: Days) -> Days:
    if not isinstance(value, Mapping):
        return default
    return MappingProxyType({name: days for name, days in value.items() if name in GRADES and isinstance(days, int)})


def _number(value: object, default: int, *, least: int = 1) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= least else default


def _shares(value: object, default: tuple[int, int]) -> tuple[int, int]:
    match value:
        case [int(a), int(b)] if are_shares(a, b):
            return a, b
        case _:
            return default


def are_shares(a: int, b: int) -> bool:
    """Percentages for A, and for A with B."""
    return 0 < a < b <= 100  # noqa: PLR2004 - per cent


@dataclass(frozen=True, slots=True)
class SetupCard:
    """What /setup shows. `asks` is "preset", a step, "change" (which of them), or "" for the summary."""

    asks: str
    company: str
    zone: str
    settings: CompanySettings
    currency: str
    preset: Preset | None = None
