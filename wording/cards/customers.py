"""A page of the customers that a member may see; a digit opens the customer's card."""

from collections.abc import Iterator

from sales.cards import Button, Card, Row
from sales.customers import Customer
from sales.views import CustomerPage, Last
from wording.layout import digits, lay_out
from wording.sentences import Said
from wording.voice import Voice
from wording.wild_text import NAME, short


def customers(view: CustomerPage, voice: Voice) -> Card:
    if not view.total:
        return lay_out(voice.say(Said.NO_CUSTOMERS).splitlines())
    each = [{"customer": customer.id} for customer, _ in view.lines]
    return lay_out(_lines(view, voice), *digits("open_customer", each), _paging(view, voice))


def found(view: CustomerPage, voice: Voice) -> Card:
    """The customers that a name may mean; a digit opens the card."""
    if not view.total:
        return lay_out(voice.say(Said.NO_CUSTOMER_FOUND).splitlines())
    lines = [f"{number} {line_of(customer, last, voice)}" for number, (customer, last) in enumerate(view.lines, 1)]
    each = [{"customer": customer.id} for customer, _ in view.lines]
    return lay_out([voice.say("Which of these?"), *lines], *digits("open_customer", each))


def _lines(view: CustomerPage, voice: Voice) -> Iterator[str]:
    head = voice.count("%(count)s customer", "%(count)s customers", view.total)
    place = voice.say("page %(page)s of %(pages)s", page=view.page, pages=view.pages) if view.pages > 1 else ""
    yield voice.join([head, place])
    yield from (f"{number} {line_of(customer, last, voice)}" for number, (customer, last) in enumerate(view.lines, 1))


def line_of(customer: Customer, last: Last | None, voice: Voice) -> str:
    name = short(customer.name, NAME)
    if last is None:
        return name
    told = voice.say("%(kind)s %(day)s", kind=voice.kind_within(last.kind), day=voice.day(last.on))
    return voice.join([name, told])


def _paging(view: CustomerPage, voice: Voice) -> Row:
    before = Button(voice.say("‹ Before"), "customers", {"page": view.page - 1})
    after = Button(voice.say("More ›"), "customers", {"page": view.page + 1})
    return (*([before] if view.page > 1 else []), *([after] if view.page < view.pages else []))
