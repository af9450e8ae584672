"""How the messages about a customer read: the card and its sides, and the changes made to it."""

from dataclasses import replace

from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.known import About
from storage.cards import changes, customer_cards, customer_list, history, other_names, people_there
from storage.cards.custom_fields import custom_fields
from storage.dealings.on_card import of_customer
from storage.foresight.score_cards import segment
from storage.told.names import by_name, with_referrer
from wording.cards import customer as customer_card
from wording.cards import customers as customers_card
from wording.cards import editing as editing_card
from wording.cards import history as history_card
from wording.cards import other_names as other_names_card
from wording.cards import own_fields as own_fields_card
from wording.cards import people_there as people_card
from wording.cards import whole_card as whole

PAGE = 8


def customer(reader: Reader, facts: Facts) -> Card | None:
    view = customer_cards.card(reader.session, reader.member, int(facts["customer"]), today=reader.voice.today)
    if view is None:
        return None
    shown = replace(view, segment=segment(reader.session, reader.member, view.customer.id))
    return customer_card.customer(shown, reader.voice)


def whole_card(reader: Reader, facts: Facts) -> Card | None:
    customer = int(facts["customer"])
    view = customer_cards.whole(reader.session, reader.member, customer)
    if view is None:
        return None
    shown = replace(view, dealings=of_customer(reader.session, reader.member, customer))
    return whole.whole_card(with_referrer(reader.session, reader.member, shown), reader.voice)


def happened(reader: Reader, facts: Facts) -> Card | None:
    view = history.history(reader.session, reader.member, int(facts["customer"]), page=int(facts["page"]), size=PAGE)
    return history_card.history(view, reader.voice) if view else None


def people(reader: Reader, facts: Facts) -> Card | None:
    view = people_there.people(
        reader.session, reader.member, int(facts["customer"]), page=int(facts["page"]), size=PAGE
    )
    return people_card.people(view, reader.voice) if view else None


def person(reader: Reader, facts: Facts) -> Card | None:
    """By number, or by the name under which somebody was just put on the card."""
    number = facts.get("contact") or people_there.named(
        reader.session, reader.member, int(facts["customer"]), name=str(facts.get("name"))
    )
    view = people_there.person(reader.session, reader.member, int(number), today=reader.voice.today) if number else None
    return people_card.person(view, reader.voice) if view else None


def editing(reader: Reader, facts: Facts) -> Card | None:
    view = changes.editing(reader.session, reader.member, _about(facts), field=str(facts.get("field") or ""))
    if view and view.field:
        view = replace(view, known=by_name(reader.session, reader.member, view.field, view.known))
    return editing_card.editing(view, reader.voice) if view else None


def names(reader: Reader, facts: Facts) -> Card | None:
    dropped = str(facts.get("dropped") or "")
    customer, asks = int(facts["customer"]), bool(facts.get("asks"))
    view = other_names.other_names(reader.session, reader.member, customer, dropped=dropped, asks=asks)
    return other_names_card.other_names(view, reader.voice) if view else None


def changed(reader: Reader, facts: Facts) -> Card | None:
    """By the fact, or the newest of the field that was just set."""
    number = facts.get("fact") or changes.newest_fact(
        reader.session, reader.member, _about(facts), field=str(facts.get("field"))
    )
    view = changes.change(reader.session, reader.member, int(number), today=reader.voice.today) if number else None
    if view is None:
        return None
    value, *before = by_name(reader.session, reader.member, view.field, tuple(filter(None, (view.value, view.before))))
    return editing_card.changed(replace(view, value=value, before=before[0] if before else None), reader.voice)


def found(reader: Reader, facts: Facts) -> Card:
    numbers = [int(number) for number in str(facts["customers"]).split(",")]
    view = customer_list.found(reader.session, reader.member, customers=numbers)
    return customers_card.found(view, reader.voice)


def own_fields(reader: Reader, facts: Facts) -> Card:
    return own_fields_card.own_fields(custom_fields(reader.session), reader.voice)


def _about(facts: Facts) -> About:
    contact = facts.get("contact")
    return About(int(facts["customer"]), int(contact) if contact else None)
