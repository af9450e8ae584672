"""Money in minor units of an ISO 4217 currency."""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

# Minor units that differ from two decimals, by ISO 4217 (table A.1). Everything else has two.
_EXPONENTS = {
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG"), 0),
    **dict.fromkeys(("RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}


def exponent(currency: str) -> int:
    """How many decimals the currency's minor unit has."""
    return _EXPONENTS.get(currency, 2)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount: `minor` counts the currency's smallest unit (cents, fen; whole yen)."""

    minor: int
    currency: str

    @classmethod
    def of(cls, value: Decimal | int | str, currency: str) -> "Money":
        """Build from the major unit, rounded half to even to the minor unit."""
        scaled = Decimal(value).scaleb(exponent(currency))
        return cls(int(scaled.quantize(Decimal(1), ROUND_HALF_EVEN)), currency)

    @property
    def value(self) -> Decimal:
        """The amount in major units, without trailing zeros beyond the currency's decimals."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))
