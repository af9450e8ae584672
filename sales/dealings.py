"""Business under way: the stages of an opportunity, how it ends, quotes and contracts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sales.money import Money


class DealStage(StrEnum):
    """How far an open opportunity has come, in this order."""

    LEAD = "lead"
    QUALIFIED = "qualified"
    QUOTED = "quoted"
    NEGOTIATING = "negotiating"


class DealState(StrEnum):
    """Whether an opportunity is still open."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


class LostReason(StrEnum):
    """Why an opportunity was lost."""

    PRICE = "price"
    COMPETITOR = "competitor"
    TIMING = "timing"
    NO_NEED = "no_need"
    SERVICE = "service"
    OTHER = "other"


class DealSource(StrEnum):
    """Where an opportunity came from."""

    REFERRAL = "referral"
    FAIR = "fair"
    WEBSITE = "website"
    COLD_CALL = "cold_call"
    EXISTING = "existing"
    TENDER = "tender"
    OTHER = "other"


class AgreementKind(StrEnum):
    """What was agreed or offered on paper."""

    QUOTE = "quote"
    CONTRACT = "contract"


@dataclass(frozen=True, slots=True)
class DealWords:
    """What an entry tells of its opportunity, besides the sum."""

    stage: DealStage = DealStage.LEAD
    source: DealSource | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Deal:
    """An opportunity on record. `reason` is one of LostReason or what was written."""

    id: int
    customer: int
    customer_name: str
    title: str
    stage: DealStage
    state: DealState
    owner: str
    opened_at: datetime
    source: str | None = None
    expected: Money | None = None
    day: date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class DealPage:
    """A page of open opportunities; `rates` for those who lead."""

    page: int
    pages: int
    total: int
    deals: tuple[Deal, ...] = ()
    rates: tuple["WinRate", ...] = ()


@dataclass(frozen=True, slots=True)
class DealQuestion:
    """Whether an entry is about one of these open opportunities: an order that ends it, or the same told again."""

    telling: int
    entry: int
    deals: tuple[Deal, ...]
    ends: bool


@dataclass(frozen=True, slots=True)
class WinRate:
    """Of the opportunities from one source that are over, how many were won."""

    source: str | None
    won: int
    over: int


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A quote or a contract on record."""

    kind: AgreementKind
    on: date
    amount: Money | None = None
    until: date | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Dealings:
    """Business under way with a customer."""

    deals: tuple[Deal, ...] = ()
    papers: tuple[OnPaper, ...] = ()


NO_DEALINGS = Dealings()
