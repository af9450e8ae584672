"""How complaints read now: the card, further news, the board, the week's causes."""

from dataclasses import replace
from datetime import date

from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.complaint_views import Only
from sales.complaints import Cause
from storage.complaints import alerts, board, causes
from wording.cards import complaint as complaint_card
from wording.cards import complaint_board as board_card
from wording.cards import complaint_causes as causes_card


def card(reader: Reader, facts: Facts) -> Card | None:
    """One that was undone before anybody heard of it is never told; who heard of it is told that it is withdrawn."""
    place = alerts.Place(facts["chat"], facts["message"], facts["slot"])
    view = alerts.alert(reader.session, place=place, viewer=reader.member)
    if view is None or (view.undone and facts.get("fresh")):
        return None
    cause = Cause(facts["cause"]) if facts.get("cause") else view.cause
    shown = replace(view, asks=facts.get("asks") or "", cause=cause, listed=facts.get("listed") or "", now=reader.now)
    if facts.get("raised") and not shown.late:
        return None
    return complaint_card.complaint(shown, reader.voice)


def news(reader: Reader, facts: Facts) -> Card | None:
    place = alerts.Place(facts["chat"], facts["message"], facts["slot"])
    view = alerts.news(reader.session, place=place, viewer=reader.member)
    if view is None or (view.undone and facts.get("fresh")):
        return None
    return complaint_card.news(view, reader.voice)


def listed(reader: Reader, facts: Facts) -> Card:
    only = Only(facts.get("only") or Only.OPEN)
    page = int(facts.get("page") or 1)
    found = board.board(reader.session, reader.member, only=only, page=page, now=reader.now)
    return board_card.board(found, reader.voice)


def week(reader: Reader, facts: Facts) -> Card | None:
    """None where nothing happened that the reader may know of."""
    monday = date.fromisoformat(facts["monday"])
    found = causes.week(reader.session, reader.member, monday=monday, now=reader.now)
    return causes_card.causes(found, reader.voice) if found.told or found.closed or found.late else None
