"""Reads how complete and fresh thousands of cards are, in one statement; the rule is that of sales/freshness.py."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, case, func, literal, or_, select, true, union_all
from sqlmodel import Session, col

from sales.card_figures import CardFigures, Figures, figures
from sales.fields import Of
from sales.freshness import ALL, MATTERING, Weights
from sales.people import Member
from sales.rights import Part
from storage.cards.visibility import visible
from storage.columns import UtcDateTime
from storage.freshness.sheets import NAMES
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow
from storage.tables.people import MemberRow
from storage.tables.tellings import EntryContactRow, EntryRow

_WEIGHTS = {field.name: field.matters for field in MATTERING}
# Worked out once: SQLite would do it anew at each of the places that name it.
_ONCE = "MATERIALIZED"
_contact = ContactRow.metadata.tables["contact"]
_MANY = [field.name for field in MATTERING if field.many]


def cards_of_class(session: Session, member: Member, grade: str, today: date) -> list[CardFigures]:
    """The cards of one class, as `figures_for` has them, the one that lacks most first."""
    cards = _read(session, _statement(member, today, col(CustomerRow.grade) == grade))
    return sorted(cards, key=lambda card: (-card.lacks, card.name, card.customer))


def cards_of_owners(
    session: Session, member: Member, grade: str, owners: Collection[int], today: date
) -> list[CardFigures]:
    """The same of these owners alone."""
    return _read(
        session, _statement(member, today, (col(CustomerRow.grade) == grade) & col(CustomerRow.owner_id).in_(owners))
    )


def figures_for(session: Session, member: Member, today: date) -> Figures:
    """Of the member's own cards; who leads teams or runs the bot sees those of every rep there."""
    cards = _read(session, _statement(member, today, true()))
    names = select(col(MemberRow.id), col(MemberRow.name)).where(col(MemberRow.id).in_({card.owner for card in cards}))
    return figures(cards, {row.id: row.name for row in session.connection().execute(names)})


def _read(session: Session, statement: Select[Any]) -> list[CardFigures]:
    return [
        CardFigures(row.id, row.name, row.owner_id, row.grade, Weights(ALL, row.there or 0, row.fresh or 0))
        for row in session.connection().execute(statement)
    ]


def _statement(member: Member, today: date, which: ColumnElement[bool]) -> Select[Any]:
    """A row for each card: the weights of what is there, and of what is fresh."""
    cards = _cards(member, which)
    known = _newest(cards, _main(cards))
    weight = case(_WEIGHTS, value=known.c.field)
    fresh = case((known.c.fresh_at >= _cutoff(known, today), weight), else_=0)
    return (
        select(
            cards.c.id,
            cards.c.name,
            cards.c.owner_id,
            cards.c.grade,
            func.sum(weight).label("there"),
            func.sum(fresh).label("fresh"),
        )
        .join(known, (known.c.customer_id == cards.c.id) & (known.c.place == 1) & (known.c.value != ""), isouter=True)
        .group_by(cards.c.id, cards.c.name, cards.c.owner_id, cards.c.grade)
    )


def _cards(member: Member, which: ColumnElement[bool]) -> CTE:
    own = [col(CustomerRow.owner_id) == member.id]
    led = [col(CustomerRow.team_id).in_(sorted(member.leads))] if member.leads else []
    whose = col(CustomerRow.owner_id).is_not(None) if member.sees_all else or_(*own, *led)
    row = CustomerRow
    return (
        select(col(row.id), col(row.name), col(row.owner_id), col(row.grade), col(row.created_at))
        .where(visible(member, Part.FACTS), whose, col(CustomerRow.owner_id).is_not(None), which)
        .cte("cards")
        .prefix_with(_ONCE)
    )


def _main(cards: CTE) -> CTE:
    """The person at each customer who was met last."""
    met = (
        select(col(EntryContactRow.contact_id), func.max(col(EntryRow.on_day)).label("on_day"))
        .join(EntryRow, col(EntryRow.id) == col(EntryContactRow.entry_id))
        .join(cards, cards.c.id == col(EntryRow.customer_id))
        .where(col(EntryRow.live))
        .group_by(col(EntryContactRow.contact_id))
        .subquery()
    )
    there = _contact.c
    place = func.row_number().over(
        partition_by=there.customer_id, order_by=(met.c.on_day.desc().nulls_last(), there.id)
    )
    columns = [there[field.column] for field in MATTERING if field.of is Of.CONTACT and field.column]
    ranked = (
        select(there.id, there.customer_id, cards.c.created_at, *columns, place.label("place"))
        .join(cards, cards.c.id == there.customer_id)
        .join(met, met.c.contact_id == there.id, isouter=True)
        .where(there.withdrawn.is_(False))
        .subquery()
    )
    return select(ranked).where(ranked.c.place == 1).cte("main").prefix_with(_ONCE)


def _newest(cards: CTE, main: CTE) -> CTE:
    """What is said of each field that matters, the value that counts in place 1; a row's own only without a fact."""
    said = union_all(_facts(cards, main), *_shown(cards, main)).subquery("said")
    whose = [said.c.customer_id, said.c.field]
    newest_first = (said.c.of_row, said.c.at.desc(), said.c.id.desc())
    # Of several numbers the one confirmed last speaks; of one value the newest.
    latest = func.max(case((said.c.of_row == 0, said.c.fresh_at))).over(partition_by=whose)
    fresh_at = case((said.c.field.in_(_MANY), func.coalesce(latest, said.c.fresh_at)), else_=said.c.fresh_at)
    place = func.row_number().over(partition_by=whose, order_by=newest_first)
    return select(said.c.customer_id, said.c.field, said.c.value, fresh_at.label("fresh_at"), place.label("place")).cte(
        "known"
    )


def _facts(cards: CTE, main: CTE) -> Select[Any]:
    fresh_at = case((col(FactRow.confirmed_at) > col(FactRow.at), col(FactRow.confirmed_at)), else_=col(FactRow.at))
    return (
        select(
            col(FactRow.customer_id),
            col(FactRow.field),
            col(FactRow.value),
            col(FactRow.at),
            col(FactRow.id),
            fresh_at.label("fresh_at"),
            literal(0).label("of_row"),
        )
        .join(cards, cards.c.id == col(FactRow.customer_id))
        .join(main, main.c.id == col(FactRow.contact_id), isouter=True)
        .where(col(FactRow.live), col(FactRow.field).in_(NAMES))
        .where(or_(col(FactRow.contact_id).is_(None), main.c.id.is_not(None)))
    )


def _shown(cards: CTE, main: CTE) -> list[Select[Any]]:
    """What the rows show."""
    owners = {Of.CUSTOMER: (cards, cards.c.id), Of.CONTACT: (main, main.c.customer_id)}
    shown = []
    for field in MATTERING:
        if field.column:
            table, customer = owners[field.of]
            value = table.c[field.column]
            since = table.c.created_at
            columns = (customer.label("customer_id"), literal(field.name).label("field"), value.label("value"))
            fresh_at = _midnight(date.max) if field.worked_out else since
            rest = (since.label("at"), literal(0).label("id"), fresh_at.label("fresh_at"), literal(1).label("of_row"))
            shown.append(select(*columns, *rest).where(value.is_not(None)))
    return shown


def _cutoff(known: CTE, today: date) -> ColumnElement[datetime]:
    """What is older than this is stale; a moment long ago where nothing ever is."""
    days = {field.name: _midnight(today - timedelta(field.stale_after)) for field in MATTERING if field.stale_after}
    return case(days, value=known.c.field, else_=_midnight(date.min))


def _midnight(day: date) -> ColumnElement[datetime]:
    return literal(datetime.combine(day, time(), UTC), UtcDateTime())
