"""From a model's answer to values of ours: it points at words, our own rules read them."""

from dataclasses import dataclass
from datetime import date, time

from sales.kinds import Kind
from sales.money import Money
from second_opinion.answer import Answer, Happened, Planned
from understanding.answers import amount_in
from understanding.dates.finding import DatePhrase, phrases
from understanding.dates.policy import due
from understanding.dates.when import Frame
from understanding.directory import Known
from understanding.findings import Moment, Span
from understanding.message.money import Sum, sums
from understanding.spelling import plain

Due = tuple[date, time | None]


class NotPointingError(Exception):
    """The answer names what is not in the message, or who was not offered."""


@dataclass(frozen=True, slots=True)
class Party:
    """A customer of the shortlist, or the words that name somebody else; neither: nobody."""

    known: Known | None
    span: Span | None

    def __bool__(self) -> bool:
        return self.known is not None or self.span is not None


@dataclass(frozen=True, slots=True)
class Event:
    """`sums` are the readings of the words pointed at; a None among them: no sum was told; empty: none can be read."""

    kind: Kind
    party: Party
    sums: tuple[Money | None, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """`dues` as the sums of an event."""

    span: Span
    party: Party
    dues: tuple[Due | None, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """How the model reads the message, in values of ours."""

    events: tuple[Event, ...] = ()
    plans: tuple[Plan, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        told = [one.party for one in self.events] + [one.party for one in self.plans]
        return tuple(dict.fromkeys(one for one in told if one))


class Pointing:
    """Looks up in one message what an answer points at."""

    def __init__(self, text: str, moment: Moment, listed: tuple[Known, ...]) -> None:
        self._text = text
        self._listed = listed
        self._currency = moment.currency
        self._frame = Frame(moment.at.replace(tzinfo=None))
        spelled = plain(text)
        self._dates = phrases(spelled)
        self._sums = sums(spelled, [(one.start, one.end) for one in self._dates])

    def opinion(self, answer: Answer) -> Opinion:
        """Raise NotPointingError if a single word of it is not the message's."""
        return Opinion(tuple(map(self._event, answer.happened)), tuple(map(self._plan, answer.planned)))

    def _event(self, told: Happened) -> Event:
        where = self._span(told.words)
        return Event(told.kind, self._party(told), self._amounts(told.sum, where) if told.sum else (None,))

    def _plan(self, told: Planned) -> Plan:
        where = self._span(told.words)
        return Plan(where, self._party(told), self._dues(told.day, where) if told.day else (None,))

    def _party(self, told: Happened | Planned) -> Party:
        span = self._span(told.name) if told.name else None
        if told.customer is None:
            return Party(None, span)
        if not 1 <= told.customer <= len(self._listed):
            raise NotPointingError("a customer who was not offered")
        return Party(self._listed[told.customer - 1], span)

    def _span(self, words: str, near: int = 0) -> Span:
        """Where the words stand, if need be before the place at which they are expected."""
        said = words.strip()
        start = self._text.find(said, near) if said else -1
        if start < 0 < near:
            return self._span(said)
        if start < 0:
            raise NotPointingError("words that are not in the message")
        return Span(start, start + len(said))

    def _amounts(self, words: str, where: Span) -> tuple[Money | None, ...]:
        span = self._span(words, where.start)
        here = tuple(one.money(self._currency) for one in self._sums if _touch(one, span))
        alone = amount_in(self._text[span.start : span.end], self._currency)
        return here or ((alone,) if alone else ())

    def _dues(self, words: str, where: Span) -> tuple[Due | None, ...]:
        span = self._span(words, where.start)
        here = [one for one in self._dates if _touch(one, span)]
        return tuple(self._readings(here or phrases(plain(self._text[span.start : span.end]))))

    def _readings(self, found: list[DatePhrase]) -> list[Due]:
        """Every day that is meant or may be: 4/9 has two."""
        readings: list[Due] = []
        for one in found:
            when, told = one.read(self._frame), due(one.read, self._frame)
            readings += [told] if told else []
            readings += [(when.other.date(), None)] if when and when.other else []
        return list(dict.fromkeys(readings))


def _touch(one: DatePhrase | Sum, span: Span) -> bool:
    return one.start < span.end and span.start < one.end
