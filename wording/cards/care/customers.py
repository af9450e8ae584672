"""A customer to look after: nobody was there for long, money is overdue, an order has arrived."""

from collections.abc import Iterator
from datetime import date

from sales.care.views import CareView
from sales.money import Money
from wording.layout import IN_A_ROW
from wording.voice import Voice
from wording.wild_text import NAME, WORDS, short

CALL_BACK = 30


def quiet(view: CareView, voice: Voice) -> str:
    customer = short(view.customer, NAME)
    days = _days_since(view, voice)
    if view.about.get("met"):
        return voice.count(
            "%(customer)s: not seen for %(count)s day",
            "%(customer)s: not seen for %(count)s days",
            days,
            customer=customer,
        )
    return voice.count(
        "%(customer)s: no visit or call for %(count)s day",
        "%(customer)s: no visit or call for %(count)s days",
        days,
        customer=customer,
    )


def _days_since(view: CareView, voice: Voice) -> int:
    since = view.about.get("since")
    return max(0, (voice.today - date.fromisoformat(since)).days) if since else 0


def quiet_lines(view: CareView, voice: Voice) -> Iterator[str]:
    yield voice.say("Any visit or call that you log ends this.")


def quiet_reason(view: CareView, voice: Voice) -> str:
    return voice.say(
        "Class %(grade)s is to be seen more often than that; /setup has the days.", grade=view.about.get("grade") or "–"
    )


def never_seen(view: CareView, voice: Voice) -> str:
    return voice.count(
        "%(customer)s: a prospect for %(count)s day, and nobody was there",
        "%(customer)s: a prospect for %(count)s days, and nobody was there",
        _days_since(view, voice),
        customer=short(view.customer, NAME),
    )


def never_seen_lines(view: CareView, voice: Voice) -> Iterator[str]:
    yield voice.say("Any visit or call that you log ends this.")


def never_seen_reason(view: CareView, voice: Voice) -> str:
    return voice.say("No visit, no call and no order on record; who has no class counts as class B (/setup).")


def overdue(view: CareView, voice: Voice) -> str:
    return voice.say("%(customer)s: %(sums)s overdue", customer=short(view.customer, NAME), sums=sums(view, voice))


def sums(view: CareView, voice: Voice) -> str:
    return voice.join(_sums(view, voice))


def _sums(view: CareView, voice: Voice) -> Iterator[str]:
    for minor, currency in view.about.get("sums", ())[:IN_A_ROW]:
        yield voice.money(Money(minor, currency))


def overdue_lines(view: CareView, voice: Voice) -> Iterator[str]:
    since, number = view.about.get("since"), view.about.get("invoices") or 1
    if since:
        day = voice.day(date.fromisoformat(since))
        yield voice.count(
            "%(count)s invoice, due since %(day)s", "%(count)s invoices, the oldest due %(day)s", number, day=day
        )


def overdue_reason(view: CareView, voice: Voice) -> str:
    return voice.say("The book-keeping has it as not paid; I tell it once a week.")


def after_order(view: CareView, voice: Voice) -> str:
    customer = short(view.customer, NAME)
    if view.about.get("after") == CALL_BACK:
        return voice.say("%(customer)s: call back, do they need more?", customer=customer)
    return voice.say("%(customer)s: did the order arrive well?", customer=customer)


def after_order_lines(view: CareView, voice: Voice) -> Iterator[str]:
    if view.about.get("ordered"):
        day = voice.day(date.fromisoformat(view.about["ordered"]))
        yield short(voice.labelled(voice.say("Ordered %(day)s", day=day), view.about.get("what") or ""), WORDS)


def after_order_reason(view: CareView, voice: Voice) -> str:
    return voice.say("You asked to be told some days after an order.")
