"""Questions about the book in words: what is counted, by what, of whom and when, as it was understood."""

from collections.abc import Iterator

from sales.measures import By, Measure, Period, Tally
from sales.questions import Complaining, Counting, Listing, Owing, Question
from sales.segment_views import Names
from sales.segments import Segment
from wording.catalogue import sentence
from wording.segment_words import conditions_words
from wording.voice import Voice

MEASURES = {
    Measure.VISITS: sentence("Visits made"),
    Measure.CALLS: sentence("Calls"),
    Measure.ORDERS: sentence("Number of orders"),
    Measure.ORDERED: sentence("Orders in money"),
    Measure.PAYMENTS: sentence("Number of payments"),
    Measure.PAID: sentence("Payments in money"),
    Measure.NEW_CUSTOMERS: sentence("New customers"),
    Measure.COMPLAINTS: sentence("Complaints"),
    Measure.SOLVED: sentence("Complaints solved"),
    Measure.FEEDBACK: sentence("Feedback"),
    Measure.OPPORTUNITIES: sentence("Opportunities"),
    Measure.CUSTOMERS: sentence("Customers"),
    Measure.REACHED: sentence("Customers visited"),
    Measure.PROMISED: sentence("Promises due"),
    Measure.KEPT: sentence("Promises kept"),
    Measure.BROKEN: sentence("Promises broken"),
    Measure.ENDED: sentence("Deals won or lost"),
    Measure.WON: sentence("Deals won"),
    Measure.ANSWERED: sentence("Complaints answered"),
    Measure.WAITED: sentence("Time that complaints waited"),
    Measure.AVERAGE_ORDER: sentence("Average order"),
    Measure.COVERAGE: sentence("Share of customers visited"),
    Measure.KEPT_RATE: sentence("Share of promises kept"),
    Measure.WIN_RATE: sentence("Share of deals won"),
    Measure.COMPLAINT_RATE: sentence("Complaints per 100 orders"),
    Measure.ANSWER_TIME: sentence("Time until a complaint is answered"),
}
_BY = {
    By.NOTHING: sentence("%(measure)s"),
    By.REP: sentence("%(measure)s by rep"),
    By.TEAM: sentence("%(measure)s by team"),
    By.GRADE: sentence("%(measure)s by class"),
    By.REGION: sentence("%(measure)s by region"),
    By.INDUSTRY: sentence("%(measure)s by industry"),
    By.STAGE: sentence("%(measure)s by stage"),
    By.SOURCE: sentence("%(measure)s by source"),
    By.CATEGORY: sentence("%(measure)s by category"),
    By.CUSTOMER: sentence("%(measure)s by customer"),
    By.DAY: sentence("%(measure)s by day"),
    By.WEEK: sentence("%(measure)s by week"),
    By.MONTH: sentence("%(measure)s by month"),
}


def question_words(question: Question, names: Names, voice: Voice) -> str:
    """The whole question on a line."""
    return voice.join(_told(question, names, voice))


def _told(question: Question, names: Names, voice: Voice) -> list[str]:
    match question:
        case Counting(tally):
            return [title(question, voice), compared_words(question, voice), *filters(tally, names, voice)]
        case Listing(segment):
            return [voice.say("Customers"), *_where(segment, names, voice)]
        case Complaining() | Owing():
            return [title(question, voice), *kept_to(question, names, voice)]


def title(question: Counting | Complaining | Owing, voice: Voice) -> str:
    match question:
        case Counting(tally):
            return voice.say(_BY[tally.by], measure=voice.say(MEASURES[tally.measure]))
        case Complaining():
            return voice.say("Open complaints")
        case Owing():
            return voice.say("Overdue")


def kept_to(question: Complaining | Owing, names: Names, voice: Voice) -> list[str]:
    """What narrows it, in the order in which it is said."""
    days = voice.count("for %(count)s day or more", "for %(count)s days or more", question.days)
    if isinstance(question, Owing):
        days = voice.count("for more than %(count)s day", "for more than %(count)s days", question.days)
    about = voice.category(question.category) if isinstance(question, Complaining) and question.category else ""
    return [*filter(None, (about, days if question.days else "")), *_where(question.segment, names, voice)]


def filters(tally: Tally, names: Names, voice: Voice) -> Iterator[str]:
    """Whose, about what, of which customers."""
    if tally.members is not None:
        known = (names.people.get(one) or voice.say("somebody who left") for one in sorted(tally.members))
        yield voice.say("of %(names)s", names=voice.join(known))
    if tally.category is not None:
        yield voice.category(tally.category)
    if tally.sentiment is not None:
        yield voice.sentiment(tally.sentiment)
    yield from _where(tally.segment, names, voice)


def compared_words(question: Counting, voice: Voice) -> str:
    now = period_words(question.tally.period, voice)
    if question.against is None:
        return now
    return voice.say("%(period)s against %(other)s", period=now, other=period_words(question.against, voice))


def period_words(period: Period, voice: Voice) -> str:
    first = voice.day(period.first)
    if period.first == period.last:
        return first
    return voice.say("%(since)s – %(until)s", since=first, until=voice.day(period.last))


def _where(segment: Segment, names: Names, voice: Voice) -> list[str]:
    return conditions_words(segment.conditions, names, voice)
