"""What a condition can be made of by two taps: a group, and a value of it."""

from sales.fields import FIELDS
from sales.money import Money
from sales.scores.rfm import SEGMENTS
from sales.segment_vocabulary import Vocabulary
from sales.segments import LISTED, Bought, Chosen, Condition, Deed, Done, Has, Lacks, Risk, Side, Sign, Silent
from sales.since import Ever, Since, Stretch, This, Within

SILENT, DONE = "not_", "did_"
GROUPS = (
    *("grade", "stage", "region", "industry", "tags", "relation", "owner", "rfm"),
    *("not_visit", "not_call", "not_order", "did_visit", "did_order", "bought", "risk", "sign"),
)
"""The groups that every company has; fields that an admin added come after them."""
MOST_VALUES = 16
MOST_OWN = 5
_LONGEST = 40
_SPANS: dict[str, Since] = {
    "month": This(Stretch.MONTH),
    "quarter": This(Stretch.QUARTER),
    **{str(days): Within(days) for days in (14, 30, 60, 90, 180)},
    "ever": Ever(),
}
_LACKS = "no_"
_SUMS = (10_000, 50_000, 100_000, 500_000)
_FIXED = {
    "rfm": tuple(one.value for one in SEGMENTS),
    "bought": tuple(f"{side}:{value}" for side in Side for value in _SUMS),
    "risk": ("50", "70", "90"),
    "sign": (*(sign.value for sign in Sign), *(f"{_LACKS}{sign}" for sign in Sign)),
}


def groups(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Those that have something to choose."""
    own = [field.name for field in vocabulary.fields[:MOST_OWN]]
    return tuple(group for group in (*GROUPS, *own) if values(group, vocabulary))


def values(group: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What may be chosen of a group."""
    if group == "owner":
        found = _people(vocabulary)
    elif group.startswith((SILENT, DONE)):
        found = tuple(_SPANS)
    elif group in LISTED:
        found = FIELDS[group].choices
    else:
        found = _FIXED.get(group) or _on_cards(group, vocabulary)
    return found[:MOST_VALUES]


def _people(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Oneself first."""
    return tuple(dict.fromkeys(str(number) for number in (vocabulary.member, *dict(vocabulary.people))))


def _on_cards(group: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """A long value is asked for in words: a button carries little."""
    return tuple(value for value in vocabulary.values.get(group, ()) if len(value) <= _LONGEST)


def condition_of(group: str, value: str, currency: str) -> Condition:
    """What the two taps say."""
    match group:
        case "bought":
            side, _, much = value.partition(":")
            return Bought(Side(side), Money.of(int(much), currency).minor, currency)
        case "risk":
            return Risk(int(value))
        case "sign":
            lacks, sign = value.startswith(_LACKS), Sign(value.removeprefix(_LACKS))
            return Lacks(sign) if lacks else Has(sign)
        case _ if group.startswith(SILENT):
            return Silent(Deed(group.removeprefix(SILENT)), _SPANS[value])
        case _ if group.startswith(DONE):
            return Done(Deed(group.removeprefix(DONE)), _SPANS[value])
        case _:
            return Chosen(group, (value,))
