"""How the messages with pictures read: the picture as things stand when it is sent, with words under it."""

from dataclasses import replace

from handlers.reader import Facts, Reader
from papers.pictures.drawing import Picture, draw
from sales.cards import Card, File, Making
from storage.foresight import charts
from wording.cards.pictures.risk_plot import risk_card, risk_plot
from wording.cards.pictures.segment_map import map_card, segment_map
from wording.cards.pictures.timeline import chart_card, timeline
from wording.sentences import Said
from wording.voice import Voice


def chart(reader: Reader, facts: Facts) -> Card | None:
    """None: the customer is no longer the reader's to see."""
    view = charts.course(reader.session, reader.member, int(facts["customer"]), today=reader.voice.today)
    if view is None:
        return None
    card = chart_card(view, reader.voice)
    return card if view.is_empty else with_picture(card, timeline(view, reader.voice), reader.voice)


def map_of_segments(reader: Reader, facts: Facts) -> Card:
    view = charts.segmented(reader.session, reader.member)
    card = map_card(view, reader.voice)
    return with_picture(card, segment_map(view, reader.voice), reader.voice) if view and view.sums else card


def plot_of_risks(reader: Reader, facts: Facts) -> Card:
    view = charts.risks(reader.session, reader.member, today=reader.voice.today)
    card = risk_card(view, reader.voice)
    return with_picture(card, risk_plot(view, reader.voice), reader.voice) if view and view.points else card


def with_picture(card: Card, picture: Picture, voice: Voice) -> Card:
    """It is drawn when the message leaves."""
    return replace(card, file=File("picture.png", Making(draw, (picture,), voice.say(Said.NOT_DRAWN)), picture=True))
