"""What is to be known before goods go out on credit, in a line."""

from sales.credit import CreditNote, Late
from sales.scores.credit_advice import Advice
from wording.cards.scores.credit_advice import ADVICE
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short


def credit_line(note: CreditNote, voice: Voice, *, named: bool) -> str:
    """As in "S$30,000 over the credit limit, 2 invoices overdue (S$12,400)"; named where several ordered."""
    over = voice.say("%(sum)s over the credit limit", sum=voice.money(note.over)) if note.over else ""
    said = voice.join([over, *(_late(late, voice) for late in note.late)])
    said = voice.labelled(said, voice.say(ADVICE[Advice(note.advice)])) if note.advice else said
    return "⚠ " + (voice.labelled(short(note.customer, NAME_IN_LIST), said) if named else said)


def _late(late: Late, voice: Voice) -> str:
    owed = voice.money(late.sum)
    return voice.count(
        "%(count)s invoice overdue (%(sum)s)", "%(count)s invoices overdue (%(sum)s)", late.invoices, sum=owed
    )
