"""What to do about a customer's credit, and why."""

from collections.abc import Iterator

from sales.scores.credit_advice import Advice, Credit, CreditAdvice, Ground
from wording.cards.scores.figures import percent, trend
from wording.catalogue import sentence
from wording.voice import Voice

ADVICE = {
    Advice.PREPAY: sentence("Deliver only against payment"),
    Advice.HOLD: sentence("No more credit until they have paid"),
    Advice.WATCH: sentence("Keep an eye on the credit"),
    Advice.SET: sentence("Set a credit limit: %(sum)s would do"),
    Advice.RAISE: sentence("The credit limit could be %(sum)s"),
    Advice.KEEP: sentence("The credit limit is right as it is"),
    Advice.NOTHING: sentence("Nothing to advise on credit yet"),
}
GROUNDS = {
    Ground.LONG_OVERDUE: sentence("Something is overdue for more than two months."),
    Ground.OVERDUE: sentence("Something is overdue for more than two weeks."),
    Ground.OVER_LIMIT: sentence("They owe more than the limit."),
    Ground.BUYS_LESS: sentence("They buy much less or fell silent, and owe money."),
    Ground.NO_LIMIT: sentence("No limit is set."),
    Ground.OUTGROWN: sentence("They pay in time, buy no less, and the limit is nearly used up."),
    Ground.ALL_WELL: sentence("Nothing speaks against it."),
    Ground.NOTHING_KNOWN: sentence("No purchases in 12 months."),
}


def credit_lines(found: CreditAdvice, voice: Voice) -> Iterator[str]:
    proposed = {"sum": voice.money(found.proposed)} if found.proposed else {}
    yield voice.say(ADVICE[found.advice], **proposed)
    yield voice.say(GROUNDS[found.ground])
    yield from _figures(found.credit, voice)


def _figures(credit: Credit, voice: Voice) -> Iterator[str]:
    debt = credit.debt
    if debt.overdue.minor > 0:
        yield voice.count(
            "Overdue: %(sum)s, for up to %(count)s day",
            "Overdue: %(sum)s, for up to %(count)s days",
            debt.days,
            sum=voice.money(debt.overdue),
        )
    if credit.limit is not None and credit.used is not None:
        sums = {"owed": voice.money(debt.owed), "limit": voice.money(credit.limit)}
        yield voice.say("Owed: %(owed)s of %(limit)s (%(used)s)", used=percent(credit.used, voice), **sums)
    elif debt.owed.minor > 0:
        yield voice.say("Owed: %(owed)s", owed=voice.money(debt.owed))
    if credit.pays is not None:
        share = percent(credit.pays.share, voice)
        yield voice.count(
            "Paid in time: %(share)s of %(count)s invoice",
            "Paid in time: %(share)s of %(count)s invoices",
            credit.pays.invoices,
            share=share,
        )
    if credit.growth is not None:
        yield trend(credit.growth, voice)
