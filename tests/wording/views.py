"""Whatever a view may hold, wilder than any real one, for the properties of all cards."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TypeVar

from hypothesis import strategies as st

from sales.audit_views import About as OfTrail
from sales.audit_views import AuditLine, AuditPage
from sales.card_views import Change, CustomerCard, Editing, History, OtherNames, People, PersonCard, Told, WholeCard
from sales.cards import Card
from sales.care.late_bundle import LateBundle
from sales.customers import Contact, Customer
from sales.dealings import DealPage
from sales.drafts import Choice, Draft, IsItRight, KeepNote, NewName, NewValue, Step, WhichCustomer, WhichDay
from sales.fields import FIELDS, Field, FieldKind, Of
from sales.freshness import Gap
from sales.known import About, Known
from sales.money import Money
from sales.privacy_views import PersonFound, Stage
from sales.tellings import Entry, Fact, FollowUp, Item, Party, Telling
from sales.views import (
    AgendaLine,
    Asking,
    BirthdayLine,
    CustomerPage,
    Echo,
    Fixing,
    Given,
    Invited,
    ManyLooks,
    Part,
    Reminder,
)
from tests.wording.deal_views import CREDIT, DEAL_QUESTIONS, DEALS, PAPERS, RATES
from tests.wording.list_views import list_cards
from tests.wording.shown import CHINESE, ENGLISH
from wording.cards.added import added
from wording.cards.audit import audit
from wording.cards.customer import customer
from wording.cards.customers import customers, found
from wording.cards.deals import deal, deals
from wording.cards.echo import echo
from wording.cards.editing import changed, editing
from wording.cards.fixing import fixing
from wording.cards.given import given
from wording.cards.history import history
from wording.cards.invitation import invitation, invitations
from wording.cards.late import late
from wording.cards.lists import birthdays
from wording.cards.look_ups import look_ups
from wording.cards.other_names import other_names
from wording.cards.own_fields import own_fields
from wording.cards.people_there import people, person
from wording.cards.privacy import person_export, privacy, privacy_list
from wording.cards.question import question
from wording.cards.reminder import reminder
from wording.cards.settings import languages, zones
from wording.cards.whole_card import whole_card
from wording.commands import help_card

View = TypeVar("View")
LONG = st.sampled_from(["A" * 4_096, "钢" * 300, "😀" * 4_096, "e" + "\u0301" * 4_096, "\u202e\n" * 2_000, "", "<b>"])
WORDS = st.text(max_size=30) | LONG
DAYS = st.dates(date(1950, 1, 1), date(2200, 12, 31))
MOMENTS = st.datetimes(datetime(1950, 1, 1), datetime(2200, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive
CLOCKS = st.none() | st.times()
IDS = st.integers(1, 2**53)
VOICES = st.sampled_from([ENGLISH, CHINESE])


def many(one: st.SearchStrategy[View], most: int = 3) -> st.SearchStrategy[tuple[View, ...]]:
    return st.lists(one, max_size=most).map(tuple)


MONEY = st.builds(Money, st.integers(), st.sampled_from(["CNY", "JPY", "KWD", "XYZ"]))
PARTIES = st.none() | st.builds(Party, WORDS, st.none() | IDS)
NAMES = many(WORDS)
ITEMS = st.builds(Item, WORDS, st.none() | WORDS, st.none() | WORDS)
ENTRIES = st.builds(
    Entry, customer=PARTIES, on=DAYS, text=WORDS, contacts=NAMES, amount=st.none() | MONEY, items=many(ITEMS)
)
FOLLOW_UPS = st.builds(
    FollowUp, customer=PARTIES, day=st.none() | DAYS, action=WORDS, at=CLOCKS, who=st.none() | WORDS, contacts=NAMES
)
FACTS = st.builds(Fact, contact=WORDS, field=st.sampled_from([*FIELDS, "own:x"]), value=WORDS, customer=PARTIES)
TELLINGS = st.builds(
    Telling, many(st.none() | ENTRIES), many(st.none() | FOLLOW_UPS), many(st.none() | FACTS), many(st.none() | PAPERS)
) | st.builds(Telling, many(ENTRIES, 100), st.just(()), st.just(()))
PARTS = st.builds(
    Part, telling=IDS, told=TELLINGS, new=st.just(frozenset({"A" * 4_096})), said=WORDS, by=WORDS, at=MOMENTS
)
QUESTIONS = st.one_of(
    st.builds(WhichCustomer, WORDS, many(st.builds(Choice, IDS, WORDS, st.none() | DAYS), 9)),
    st.builds(WhichDay, st.integers(-3, 5), many(DAYS, 40), st.none() | DAYS, over=CLOCKS, hour=WORDS),
    st.builds(KeepNote),
    st.builds(IsItRight, st.just(("kinds",))),
    st.builds(Step),
    st.builds(NewName, WORDS),
    st.builds(NewValue, IDS, WORDS, WORDS),
)
DRAFTS = st.builds(Draft, telling=TELLINGS, questions=many(QUESTIONS, 1), text=WORDS)
STAGES = st.sampled_from(["due", "picking", "snoozed", "again", "done", "dropped", "logged", "withdrawn"])
RULES = st.sampled_from(
    [
        *("FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=-1FR"),
        *("RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=30", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=4L;BYMONTHDAY=5"),
        *("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "no rule"),
    ]
)
AGAIN = st.builds(replace, FOLLOW_UPS, day=DAYS, repeats=RULES)
REMINDERS = st.builds(
    Reminder,
    id=IDS,
    what=FOLLOW_UPS | AGAIN,
    phone=st.none() | WORDS,
    late=st.none() | MOMENTS,
    stage=STAGES,
    owner=st.none() | WORDS,
    ended=st.sampled_from(["done", "skipped", "logged"]),
    of=st.none() | DAYS,
)
LINES = st.builds(AgendaLine, IDS, st.none() | WORDS, WORDS, st.none() | DAYS, CLOCKS)
FIXED = st.sampled_from(
    [None, "kind", "customer", "on", "amount", "category", "severity", "day", "at", "action", "value", "?"]
)
CUSTOMERS = st.builds(Customer, IDS, WORDS, WORDS, st.none() | IDS)
CONTACTS = st.builds(Contact, IDS, WORDS, st.none() | WORDS, st.none() | WORDS, title=st.none() | WORDS)
ABOUT = st.builds(About, IDS, st.none() | IDS)
CARD_FIELDS = st.sampled_from(
    [*FIELDS.values(), Field("own:x", Of.CUSTOMER, FieldKind.CHOICE, choices=("A" * 200, "", "<b>"), label="钢" * 300)]
)
KNOWN = st.builds(Known, st.just("x"), WORDS | st.sampled_from(["5 SGD", "--02-29", "--06+-30", "12", "yes"]), MOMENTS)
FILLED = st.tuples(CARD_FIELDS, many(KNOWN))
GAPS = st.builds(Gap, CARD_FIELDS, st.none() | IDS, WORDS, st.none() | DAYS)
INVITED = st.builds(Invited, name=WORDS, team=WORDS, code=st.text(max_size=64), expires=MOMENTS, id=st.none() | IDS)

st.register_type_strategy(date, DAYS)
st.register_type_strategy(datetime, MOMENTS)
st.register_type_strategy(time, st.times())

AUDIT_LINES = st.builds(AuditLine, MOMENTS, st.none() | WORDS, WORDS, WORDS, WORDS, st.booleans())
PERSONS = st.builds(
    PersonFound,
    st.sampled_from(["contact", "member"]),
    IDS,
    WORDS,
    WORDS,
    WORDS,
    st.none() | IDS,
    st.booleans(),
    st.integers(0, 3),
    st.sampled_from(Stage),
)
CARDS: dict[str, st.SearchStrategy[Card]] = {
    "added": st.builds(added, PARTS, VOICES),
    "echo": st.builds(
        echo,
        st.builds(
            Echo,
            head=IDS,
            parts=many(PARTS),
            closed=NAMES,
            deal=st.none() | DEAL_QUESTIONS,
            won=many(DEALS, 3),
            credit=many(CREDIT, 3),
        ),
        VOICES,
    ),
    "question": st.builds(question, st.builds(Asking, IDS, DRAFTS), VOICES),
    "fixing": st.builds(
        fixing,
        st.builds(
            Fixing,
            IDS,
            TELLINGS,
            st.sampled_from([None, "e0", "e1", "f0", "f2", "x0", "a0"]),
            FIXED,
            many(st.tuples(IDS.map(str), WORDS), 30),
            many(PARTS),
        ),
        VOICES,
    ),
    "follow_up": st.builds(reminder, REMINDERS, VOICES),
    "given": st.builds(
        given,
        st.builds(Given, IDS, FOLLOW_UPS, WORDS, st.sampled_from(["asked", "accepted", "refused", "over"])),
        VOICES,
    ),
    "late": st.builds(late, st.builds(LateBundle, MOMENTS, MOMENTS, many(REMINDERS, 30)), VOICES),
    "audit": st.builds(
        audit, st.builds(AuditPage, st.builds(OfTrail), WORDS, IDS, IDS, IDS, many(AUDIT_LINES)), VOICES
    ),
    "privacy": st.builds(privacy, PERSONS, VOICES),
    "privacy_list": st.builds(privacy_list, many(PERSONS, 20), VOICES),
    "person_export": st.builds(person_export, PERSONS, VOICES),
    "look_ups": st.builds(look_ups, st.builds(ManyLooks, WORDS, IDS, DAYS), VOICES),
    "birthdays": st.builds(birthdays, many(st.builds(BirthdayLine, DAYS, WORDS, WORDS), 50), VOICES),
    "customer": st.builds(
        customer,
        st.builds(
            CustomerCard,
            owner=st.none() | WORDS,
            contacts=many(CONTACTS),
            entries=many(ENTRIES),
            open=many(LINES, 9),
            gaps=many(GAPS),
        ),
        VOICES,
    ),
    "deals": st.builds(deals, st.builds(DealPage, IDS, IDS, IDS, many(DEALS, 8), many(RATES, 8)), VOICES),
    "deal": st.builds(deal, DEALS, VOICES, st.sampled_from(["", "lost", "source", "day", "x"])),
    "own_fields": st.builds(own_fields, many(CARD_FIELDS, 12), VOICES),
    "found": st.builds(found, st.from_type(CustomerPage), VOICES),
    "whole_card": st.builds(whole_card, st.builds(WholeCard, CUSTOMERS, many(FILLED, 30), NAMES), VOICES),
    "history": st.builds(
        history, st.builds(History, CUSTOMERS, IDS, many(st.builds(Told, ENTRIES, st.none() | WORDS))), VOICES
    ),
    "people": st.builds(people, st.builds(People, CUSTOMERS, IDS, IDS, IDS, many(CONTACTS, 8)), VOICES),
    "person": st.builds(person, st.builds(PersonCard, CUSTOMERS, CONTACTS, many(FILLED, 9), st.none() | DAYS), VOICES),
    "editing": st.builds(
        editing,
        st.builds(Editing, ABOUT, WORDS, many(CARD_FIELDS, 30), st.none() | CARD_FIELDS, many(KNOWN, 12)),
        VOICES,
    ),
    "other_names": st.builds(
        other_names, st.builds(OtherNames, IDS, WORDS, many(st.tuples(IDS, WORDS), 20), WORDS, st.booleans()), VOICES
    ),
    "changed": st.builds(
        changed,
        st.builds(Change, ABOUT, WORDS, CARD_FIELDS, KNOWN, st.none() | KNOWN, next=st.none() | DAYS),
        VOICES,
    ),
    "customers": st.builds(customers, st.from_type(CustomerPage), VOICES),
    "invitation": st.builds(invitation, INVITED, VOICES),
    "invitations": st.builds(invitations, many(INVITED, 50), VOICES),
    **list_cards(VOICES),
    "languages": st.builds(languages, VOICES),
    "zones": st.builds(zones, VOICES),
    "help": st.builds(help_card, st.just(()), VOICES),
}
