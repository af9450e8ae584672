"""The bot's voice for one listener: sentences, days, moments and sums in their language and zone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_date

from sales.kinds import Category, Kind, Sentiment, Severity
from sales.money import Money
from sales.people import Role
from wording.catalogue import catalogue
from wording.sums import in_money
from wording.terms import CATEGORIES, KINDS, KINDS_WITHIN, ROLES, SENTIMENTS, SEVERITIES
from wording.wild_text import QUOTE, short


@dataclass(frozen=True, slots=True)
class Voice:
    """How to speak to one listener. `today` is the day in their zone."""

    language: str
    zone: ZoneInfo
    today: date

    def say(self, english: str, /, **values: object) -> str:
        """The sentence in the listener's language. Values are tamed here, so no name can break a card."""
        return _filled(catalogue(self.language).gettext(str(english)), values)

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The sentence in the right plural form; %(count)s is the number."""
        found = catalogue(self.language).ngettext(one, many, number)
        return _filled(found, {"count": number, **values})

    def join(self, parts: Iterable[str]) -> str:
        """What is not empty of these, with the language's comma."""
        return self.say(", ").join(part for part in parts if part)

    def labelled(self, head: str, words: str) -> str:
        """Head and words, as in "Feedback: a bit pricey"; the head alone where there are no words."""
        return self.say("%(head)s: %(words)s", head=head, words=words) if head and words else head or words

    def day(self, day: date) -> str:
        """The day with its weekday, and with its year when that is not this year's."""
        if day.year == self.today.year:
            return self._date(day, self.say("EEE d MMM"))
        return self._date(day, self.say("EEE d MMM y"))

    def plain_date(self, day: date, *, with_year: bool) -> str:
        """A birthday: the one date that has no weekday, since it comes back every year."""
        return self._date(day, self.say("d MMM y") if with_year else self.say("d MMM"))

    def _date(self, day: date, pattern: str) -> str:
        return format_date(day, pattern, locale=self.language)

    def clock_time(self, at: time) -> str:
        return f"{at:%H:%M}"

    def day_and_time(self, day: date, at: time | None) -> str:
        """A local day and, where a clock time was said, the time."""
        return self.say("%(day)s, %(time)s", day=self.day(day), time=self.clock_time(at)) if at else self.day(day)

    def moment(self, moment: datetime) -> str:
        """An instant, as the listener's calendar and clock show it."""
        local = moment.astimezone(self.zone)
        return self.day_and_time(local.date(), local.time())

    def clock(self, moment: datetime) -> str:
        """An instant by the listener's clock alone where it is today's, else with its day."""
        local = moment.astimezone(self.zone)
        return self.clock_time(local.time()) if local.date() == self.today else self.moment(moment)

    def span(self, since: datetime, until: datetime) -> str:
        """From one instant to another."""
        first, last = since.astimezone(self.zone), until.astimezone(self.zone)
        if first.date() != last.date():
            return self.say("%(since)s – %(until)s", since=self.moment(since), until=self.moment(until))
        times = self.clock_time(first.time()), self.clock_time(last.time())
        return self.say("%(since)s–%(until)s, %(day)s", since=times[0], until=times[1], day=self.day(last.date()))

    def money(self, money: Money) -> str:
        return in_money(money, self.language)

    def kind(self, kind: Kind) -> str:
        return self.say(KINDS[kind])

    def kind_within(self, kind: Kind) -> str:
        """The kind inside a sentence."""
        return self.say(KINDS_WITHIN[kind])

    def category(self, category: Category) -> str:
        return self.say(CATEGORIES[category])

    def severity(self, severity: Severity) -> str:
        return self.say(SEVERITIES[severity])

    def sentiment(self, sentiment: Sentiment) -> str:
        return self.say(SENTIMENTS[sentiment])

    def role(self, role: Role) -> str:
        return self.say(ROLES[role])


def _filled(pattern: str, values: dict[str, object]) -> str:
    """Sentences without values may hold a bare percent sign."""
    return pattern % {name: _fit(value) for name, value in values.items()} if values else pattern


def _fit(value: object) -> object:
    return short(value, QUOTE) if isinstance(value, str) else value
