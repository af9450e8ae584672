"""Competitors met and who referred a customer, as fields of the card."""

from collections.abc import Iterable, Iterator

from understanding.findings import Competitor, FoundField, Mention, Referral

_SURE_RIVAL, _SURE_REFERRAL, _SURE_CUSTOMER = 0.8, 0.7, 0.4


def competitors_met(found: Iterable[Competitor]) -> Iterator[FoundField]:
    """By name, with the price that was said."""
    for one in found:
        if one.name and one.customer and one.sure >= _SURE_RIVAL:
            price = f" {one.price.value.normalize():f} {one.price.currency}" if one.price else ""
            yield FoundField("competitors", f"{one.name}{price}", "", one.customer, one.spans, one.sure)


def referred(found: Iterable[Referral]) -> Iterator[FoundField]:
    """Through a customer of ours, else through a person."""
    for one in found:
        through = one.through if one.through and _is_plain(one.through) else None
        value = through.name if through else one.person
        if one.customer and value and one.sure >= _SURE_REFERRAL and (through or not one.through):
            yield FoundField(
                "referred_by", value, "", one.customer, one.spans, one.sure, through.key if through else None
            )


def _is_plain(through: Mention) -> bool:
    return through.key is None or (len(through.candidates) <= 1 and through.sure >= _SURE_CUSTOMER)
