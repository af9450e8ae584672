"""Opportunities as they are told, corrected, undone, joined, won and lost."""

from dataclasses import replace
from datetime import date, time
from functools import partial

import pytest

from sales.dealings import AgreementKind, DealSource, DealStage, DealState, DealWords
from sales.drafts import Draft
from sales.hands import Hand
from sales.kinds import Kind
from sales.money import Money
from sales.tellings import Agreement, Entry, Party, Source, Telling
from storage.cards import directory
from storage.dealings import moving
from storage.dealings.agreements import on_paper
from storage.dealings.deals import find, of_customer, page, win_rates
from storage.dealings.questions import question
from storage.store import Session
from storage.told import journal
from storage.told.journal import By, Revision
from tests.journal.conftest import MONDAY, draft, visit

TODAY = date(2026, 3, 2)
LINE = DealWords(DealStage.QUALIFIED, DealSource.FAIR, date(2026, 6, 30))


@pytest.fixture
def acme(session: Session, by: By) -> Party:
    journal.record(session, draft=draft(visit("Acme")), by=by)
    known = directory.directory(session, by.member)[0]
    return Party(known.name, known.id)


def chance(acme: Party, sum_: int | None = 120, deal: DealWords | None = LINE) -> Entry:
    amount = Money.of(sum_, "SGD") if sum_ else None
    return Entry(Kind.OPPORTUNITY, acme, TODAY, "a new line", amount=amount, deal=deal)


def order(acme: Party) -> Entry:
    return Entry(Kind.ORDER, acme, TODAY, "the line", amount=Money.of(118, "SGD"))


def tell(session: Session, by: By, *entries: Entry, message: int = 2) -> int:
    return journal.record(session, draft=draft(*entries, message=message), by=by)


def hand(by: By) -> Hand:
    return Hand(by.member.id, by.now)


def test_an_opportunity_is_a_record_with_all_that_was_told(session: Session, by: By, acme: Party) -> None:
    tell(session, by, chance(acme))
    (deal,) = of_customer(session, by.member, acme.id or 0)
    assert (deal.stage, deal.source, deal.day) == (DealStage.QUALIFIED, DealSource.FAIR, date(2026, 6, 30))
    assert (deal.expected, deal.state) == (Money.of(120, "SGD"), DealState.OPEN)


def test_an_undone_opportunity_is_gone_and_comes_back(session: Session, by: By, acme: Party) -> None:
    telling = tell(session, by, chance(acme))
    journal.undo(session, telling=telling, by=by)
    assert of_customer(session, by.member, acme.id or 0) == ()
    journal.redo(session, telling=telling, by=by)
    assert len(of_customer(session, by.member, acme.id or 0)) == 1


def test_an_edit_changes_the_record_and_keeps_its_stage(session: Session, by: By, acme: Party) -> None:
    telling = tell(session, by, chance(acme))
    (deal,) = of_customer(session, by.member, acme.id or 0)
    moving.set_stage(session, deal=deal.id, stage=DealStage.NEGOTIATING, by=hand(by))
    journal.amend(session, telling=telling, revision=Revision(Telling((chance(acme, 90),)), Source.EDIT), by=by)
    (edited,) = of_customer(session, by.member, acme.id or 0)
    assert (edited.id, edited.stage, edited.expected) == (deal.id, DealStage.NEGOTIATING, Money.of(90, "SGD"))


def test_what_turns_out_to_be_no_opportunity_is_none(session: Session, by: By, acme: Party) -> None:
    telling = tell(session, by, chance(acme))
    note = replace(chance(acme), kind=Kind.NOTE)
    journal.amend(session, telling=telling, revision=Revision(Telling((note,)), Source.BUTTON), by=by)
    assert of_customer(session, by.member, acme.id or 0) == ()


def test_the_same_sum_again_is_the_same_opportunity(session: Session, by: By, acme: Party) -> None:
    tell(session, by, chance(acme))
    second = tell(session, by, chance(acme, deal=DealWords(DealStage.QUOTED)), message=3)
    (deal,) = of_customer(session, by.member, acme.id or 0)
    assert deal.stage is DealStage.QUOTED
    assert question(session, [second]) is None
    journal.undo(session, telling=second, by=by)
    (deal,) = of_customer(session, by.member, acme.id or 0)
    assert deal.stage is DealStage.QUALIFIED


def test_another_one_is_asked_about_once(session: Session, by: By, acme: Party) -> None:
    tell(session, by, chance(acme))
    second = tell(session, by, chance(acme, 80), message=3)
    asked = question(session, [second])
    assert asked is not None
    assert (len(asked.deals), asked.ends) == (1, False)
    moving.join(session, deal=asked.deals[0].id, entry=asked.entry, by=hand(by))
    (deal,) = of_customer(session, by.member, acme.id or 0)
    assert deal.expected == Money.of(80, "SGD")
    assert question(session, [second]) is None


def test_a_joined_one_stands_by_itself_when_the_first_is_undone(session: Session, by: By, acme: Party) -> None:
    first = tell(session, by, chance(acme))
    tell(session, by, chance(acme), message=3)
    journal.undo(session, telling=first, by=by)
    assert len(of_customer(session, by.member, acme.id or 0)) == 1


def test_an_order_wins_and_its_undoing_opens_again(session: Session, by: By, acme: Party) -> None:
    tell(session, by, chance(acme))
    telling = tell(session, by, order(acme), message=3)
    asked = question(session, [telling])
    assert asked is not None
    assert asked.ends
    moving.won_by(session, deal=asked.deals[0].id, entry=asked.entry, by=hand(by))
    assert of_customer(session, by.member, acme.id or 0) == ()
    journal.undo(session, telling=telling, by=by)
    assert len(of_customer(session, by.member, acme.id or 0)) == 1
    journal.redo(session, telling=telling, by=by)
    assert of_customer(session, by.member, acme.id or 0) == ()


def test_no_is_an_answer(session: Session, by: By, acme: Party) -> None:
    tell(session, by, chance(acme))
    telling = tell(session, by, order(acme), message=3)
    asked = question(session, [telling])
    assert asked is not None
    moving.answer(session, entry=asked.entry, deal=None, by=hand(by))
    assert question(session, [telling]) is None


def test_win_rates_by_source(session: Session, by: By, acme: Party) -> None:
    for message, state in enumerate([DealState.WON, DealState.LOST, DealState.OPEN], 2):
        tell(session, by, chance(acme, message), message=message)
        deal = of_customer(session, by.member, acme.id or 0)[-1]
        close = partial(moving.close, session, deal=deal.id, by=hand(by))
        close(state=state, reason="price" if state is DealState.LOST else None)
    (rate,) = win_rates(session, by.member)
    assert (rate.source, rate.won, rate.over) == (DealSource.FAIR, 1, 2)


def test_a_page_holds_what_is_open_and_others_see_nothing(session: Session, by: By, acme: Party) -> None:
    for message in range(2, 13):
        tell(session, by, chance(acme, message), message=message)
    shown = page(session, by.member, page=2, size=8)
    assert (shown.page, shown.pages, shown.total, len(shown.deals)) == (2, 2, 11, 3)
    stranger = replace(by.member, id=by.member.id + 1, places=())
    assert page(session, stranger, page=1, size=8).total == 0
    assert find(session, stranger, shown.deals[0].id) is None


def test_quotes_and_contracts_follow_what_is_told(session: Session, by: By, acme: Party) -> None:
    paper = Agreement(AgreementKind.QUOTE, acme, TODAY, Money.of(120, "SGD"), date(2026, 6, 30))
    told = Draft(chat=7, message=9, moment=MONDAY, text="", telling=Telling(agreements=(paper,)))
    telling = journal.record(session, draft=told, by=replace(by, remind_at=time(9)))
    (known,) = on_paper(session, acme.id or 0)
    assert (known.kind, known.amount, known.until) == (AgreementKind.QUOTE, paper.amount, paper.until)
    journal.undo(session, telling=telling, by=by)
    assert on_paper(session, acme.id or 0) == ()
