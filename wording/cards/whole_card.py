"""Everything that is known of a customer, a line a field: the other side of the card."""

from collections.abc import Iterator

from sales.card_views import WholeCard
from sales.cards import Button, Card
from sales.dealings import Dealings
from wording.cards.history import back_to_card
from wording.deal_words import deal_label, stage_words
from wording.field_values import field_line
from wording.layout import lay_out
from wording.told_lines import paper_words, valid_until
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short


def whole_card(view: WholeCard, voice: Voice) -> Card:
    customer = view.customer
    head = voice.say("%(name)s (%(code)s)", name=short(customer.name, NAME), code=customer.code)
    lines = [field_line(field, values, voice) for field, values in view.fields]
    lines += [*_dealings(view.dealings, voice)]
    called = voice.join(short(alias, NAME_IN_LIST) for alias in view.aliases)
    also = voice.say("Also called: %(names)s", names=called) if called else ""
    edit = [Button(voice.say("Edit"), "edit", {"customer": customer.id})] if view.changes else []
    merge = [Button(voice.say("Merge"), "merge_pick", {"customer": customer.id})] if view.changes else []
    scores = [Button(voice.say("Scores"), "scores", {"customer": customer.id})] if view.scores else []
    chart = [Button(voice.say("Chart"), "chart", {"customer": customer.id})] if view.charted else []
    sides = (*scores, *chart, back_to_card(customer.id, voice))
    return lay_out([head, also, *(lines or [voice.say("Nothing more is known yet.")])], (*edit, *merge), sides)


def _dealings(view: Dealings, voice: Voice) -> Iterator[str]:
    """Open opportunities, then what is on paper, each with what it comes to."""
    for deal in view.deals:
        stage = stage_words(deal.stage, voice)
        day = voice.day(deal.day) if deal.day else ""
        yield voice.labelled(voice.say("Deal"), voice.join([deal_label(deal, voice), stage, day]))
    for paper in view.papers:
        words = paper_words(paper.kind, paper.amount, voice)
        yield voice.join([words, voice.day(paper.on), valid_until(paper.until, voice)])
