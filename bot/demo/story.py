"""A customer's year, made up: the same for every run, counted back from the demo's day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from lunardate import LunarDate

from bot.demo.cast import Client, Person, Phrases
from sales.kinds import Calendar, Category, Field, Kind, Sentiment, Severity
from sales.money import Money
from sales.tellings import Entry, Fact, FollowUp, Item, Party, Telling

YEAR = 350
_WEEK = 5
# When what was promised at the last visit is due, in days from now: reminders come as soon as the clock is moved.
_DUE = (1, 1, 2, 1, 3, 4, 6, None, 9, None)
_COMPLAINTS = (("delivery", Category.DELIVERY), ("quality", Category.QUALITY), ("billing", Category.BILLING))


@dataclass(frozen=True, slots=True)
class Message:
    """What a rep wrote on a day."""

    on: date
    text: str
    told: Telling


class Story:
    """Tells the year of one customer; `place` is its number among its owner's."""

    def __init__(self, client: Client, place: int, today: date, phrases: Phrases) -> None:
        self._client = client
        self._place = place
        self._today = today
        self._phrases = phrases[client.language]
        # Only for make-believe, and always the same for the same customer.
        self._chance = Random(client.name)  # noqa: S311
        self._party = Party(client.name)

    def messages(self) -> list[Message]:
        told = sorted([*self._start(), *self._cycles(), *self._lately()], key=lambda message: message.on)
        return [message for message in told if message.on <= self._today]

    def _start(self) -> Iterator[Message]:
        """The first visit: where it is, who is there, with their numbers and birthdays."""
        facts = [fact for person in self._client.contacts for fact in self._facts(person)]
        facts.append(Fact("", "place", self._client.place, None, self._party))
        yield self._said(self._entry(YEAR + 10, Kind.VISIT, "visit"), facts=tuple(facts))

    def _facts(self, person: Person) -> Iterator[Fact]:
        if person.phone:
            yield Fact(person.name, Field.PHONE, _callable(person.phone), None, self._party)
        if person.email:
            yield Fact(person.name, Field.EMAIL, person.email, None, self._party)
        if person.from_now is not None:
            value, calendar = _birthday(self._today + timedelta(days=person.from_now), lunar=person.lunar)
            yield Fact(person.name, Field.BIRTHDAY, value, calendar, self._party)

    def _cycles(self) -> Iterator[Message]:
        """Visit, order, payment, again and again, with a good or bad word now and then."""
        client, chance = self._client, self._chance
        ago = client.silent or chance.randint(3, max(4, client.every - 4))
        while ago < YEAR:
            amount = int(round(client.amount * chance.uniform(0.8, 1.2), -2))
            order = replace(self._entry(ago, Kind.ORDER, "order", amount), items=(Item(client.item),))
            yield self._said(self._entry(ago, Kind.VISIT, "visit"), order)
            paid = self._entry(ago - chance.randint(10, 20), Kind.PAYMENT, "payment", amount)
            yield self._said(paid, *filter(None, [self._aside(ago - 10)]))
            ago += round(client.every * chance.uniform(1.0, 1.4))

    def _aside(self, ago: int) -> Entry | None:
        match self._chance.randint(0, 9):
            case 0 | 1:
                return replace(self._entry(ago, Kind.FEEDBACK, "positive"), sentiment=Sentiment.POSITIVE)
            case 2 | 3:
                return replace(self._entry(ago, Kind.FEEDBACK, "negative"), sentiment=Sentiment.NEGATIVE)
            case 4:
                return self._complaint(ago)
            case 5 | 6:
                return self._entry(ago, Kind.CALL, "call")
            case 7:
                return self._entry(ago, Kind.OPPORTUNITY, "opportunity", self._client.amount * 3)
            case _:
                return None

    def _complaint(self, ago: int) -> Entry:
        phrase, category = self._chance.choice(_COMPLAINTS)
        return replace(self._entry(ago, Kind.COMPLAINT, phrase), category=category, severity=Severity.NORMAL)

    def _lately(self) -> Iterator[Message]:
        """The last contact, with what was promised."""
        due = _DUE[self._place % len(_DUE)]
        if self._client.silent is None and due is not None:
            day = _working(self._today + timedelta(days=due), 1)
            promise = FollowUp(self._party, day, self._phrase("follow_up"))
            yield self._said(self._entry(1 + self._place % 3, Kind.VISIT, "visit"), promise=promise)

    def _entry(self, ago: int, kind: Kind, phrase: str, amount: int | None = None) -> Entry:
        on = _working(self._today - timedelta(days=ago), -1)
        money = None if amount is None else Money.of(amount, self._client.currency)
        text = self._phrase(phrase, amount)
        return Entry(kind, self._party, on, text, contacts=(self._who.name,), amount=money)

    def _said(self, *entries: Entry, promise: FollowUp | None = None, facts: tuple[Fact, ...] = ()) -> Message:
        """One message, of the day of its first entry."""
        words = [entry.text for entry in entries] + ([promise.action] if promise else [])
        on = entries[0].on
        told = Telling(tuple(replace(entry, on=on) for entry in entries), (promise,) if promise else (), facts)
        return Message(on, f"{self._client.short}: {'. '.join(words)}", told)

    @property
    def _who(self) -> Person:
        return self._client.contacts[0]

    def _phrase(self, name: str, amount: int | None = None) -> str:
        money = _money(amount or 0, self._client.language)
        return self._chance.choice(self._phrases[name]).format(who=self._who.name, item=self._client.item, amount=money)


def _working(day: date, step: int) -> date:
    """The nearest working day in that direction."""
    while day.weekday() >= _WEEK:
        day += timedelta(days=step)
    return day


def _birthday(day: date, *, lunar: bool) -> tuple[str, Calendar]:
    if not lunar:
        return f"--{day:%m-%d}", Calendar.SOLAR
    there = LunarDate.from_solar_date(day.year, day.month, day.day)
    return f"--{there.month:02}-{there.day:02}", Calendar.LUNAR


def _money(amount: int, language: str) -> str:
    if language == "en":
        return f"${amount:,}"
    return f"{amount / 10_000:g}万" if amount >= 10_000 else f"{amount}元"  # noqa: PLR2004 - that is what 万 means


def _callable(phone: str) -> str:
    """As a message tells it: with the sign that makes it one to tap."""
    return "+" + "".join(sign for sign in phone if sign.isdigit())
