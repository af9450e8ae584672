"""What was told, a line for each entry, follow-up and fact."""

from collections.abc import Iterator
from datetime import date

from sales.birthdays import next_birthday
from sales.dealings import AgreementKind
from sales.fields import FIELDS
from sales.kinds import Field, Kind
from sales.money import Money
from sales.tellings import Agreement, Entry, Fact, FollowUp, Item, Telling
from wording.birthdays import birthday, years_without
from wording.catalogue import sentence
from wording.field_values import value_words
from wording.field_words import field_label
from wording.recurrences import recurrence
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short

Told = Entry | FollowUp | Fact | Agreement
PAPERS = {AgreementKind.QUOTE: sentence("Quote"), AgreementKind.CONTRACT: sentence("Contract")}


def told_lines(told: Telling, voice: Voice) -> Iterator[str]:
    """A line each; where several customers are told of, all are numbered."""
    lines = named_lines(told, voice)
    yield from (f"{number} {line}" for number, line in enumerate(lines, 1)) if len(told.parties) > 1 else lines


def named_lines(told: Telling, voice: Voice) -> Iterator[str]:
    """A line each, which begins with its customer where there are several."""
    several = len(told.parties) > 1
    yield from (_named(what, line, voice) if several else line for what, line in _lines(told, voice))


def _lines(told: Telling, voice: Voice) -> Iterator[tuple[Told, str]]:
    before: Entry | None = None
    for entry in filter(None, told.entries):
        yield entry, entry_line(entry, voice, before)
        before = entry
    for follow_up in filter(None, told.follow_ups):
        yield follow_up, follow_up_line(follow_up, voice)
    for fact in filter(None, told.facts):
        yield fact, fact_line(fact, voice)
    for paper in filter(None, told.agreements):
        yield paper, agreement_line(paper, voice)


def _named(told: Told, line: str, voice: Voice) -> str:
    if told.customer is None:
        return line
    name = short(told.customer.name, NAME_IN_LIST)
    return f"{name} {line}" if isinstance(told, FollowUp) else voice.join([name, line])


def entry_line(entry: Entry, voice: Voice, before: Entry | None = None) -> str:
    """What it was and what it is about: "Feedback, Tue 24 Nov, S. Lee: a bit pricey"."""
    return voice.labelled(entry_head(entry, voice, before), short(_gist(entry, voice)))


def entry_head(entry: Entry, voice: Voice, before: Entry | None = None) -> str:
    """What it was, as in "Visit, Tue 24 Nov, S. Lee"; day and people only where they differ from the line before."""
    head = [
        _kind_and_amount(entry, voice),
        voice.say("nobody there") if entry.attempt else "",
        "" if before and before.on == entry.on else voice.day(entry.on),
        "" if before and before.contacts == entry.contacts else _people(entry.contacts, voice),
    ]
    return voice.join(head)


def _kind_and_amount(entry: Entry, voice: Voice) -> str:
    kind = voice.kind(entry.kind)
    return voice.say("%(kind)s %(amount)s", kind=kind, amount=voice.money(entry.amount)) if entry.amount else kind


def _people(contacts: tuple[str, ...], voice: Voice) -> str:
    return voice.join(short(contact, NAME_IN_LIST) for contact in contacts)


def _gist(entry: Entry, voice: Voice) -> str:
    """What the line is about. That somebody was visited or called says the kind; the other words stand under More."""
    match entry.kind:
        case Kind.VISIT | Kind.CALL:
            return items(entry, voice)
        case Kind.ORDER:
            return items(entry, voice) or entry.text
        case _:
            return entry.text or items(entry, voice)


def items(entry: Entry, voice: Voice) -> str:
    return voice.join(_item(item, voice) for item in entry.items)


def _item(item: Item, voice: Voice) -> str:
    """The product and how much of it: "20 pumps", "pumps × 20 boxes"."""
    if item.quantity and not item.unit:
        return voice.say("%(quantity)s %(item)s", item=item.text, quantity=item.quantity)
    quantity = " ".join(part for part in (item.quantity, item.unit) if part)
    return voice.say("%(item)s × %(quantity)s", item=item.text, quantity=quantity) if quantity else item.text


def follow_up_line(follow_up: FollowUp, voice: Voice) -> str:
    """When and what: "➜ Fri 27 Nov: send new quote"."""
    day = voice.day_and_time(follow_up.day, follow_up.at) if follow_up.day else voice.say("no date yet")
    again = recurrence(follow_up.repeats, follow_up.day, voice) if follow_up.repeats and follow_up.day else ""
    when = voice.say("%(again)s, next %(day)s", again=again, day=day) if again else day
    return "➜ " + voice.labelled(when, action_words(follow_up, voice))


def action_words(follow_up: FollowUp, voice: Voice) -> str:
    """What is to be done, and by whom where that is somebody else."""
    action = short(follow_up.action, WORDS)
    if not follow_up.who:
        return action
    return voice.say("%(action)s (%(who)s)", action=action, who=short(follow_up.who, NAME_IN_LIST))


def fact_line(fact: Fact, voice: Voice) -> str:
    contact = short(fact.contact, NAME_IN_LIST)
    match fact.field:
        case Field.BIRTHDAY:
            return _birthday_line(fact, contact, voice)
        case Field.PHONE:
            return "☎ " + voice.labelled(contact, short(fact.value, NAME))
        case Field.EMAIL:
            return "✉ " + voice.labelled(contact, short(fact.value, WORDS))
        case "partner_since" | "founded":
            return _yearly_line(fact, voice)
        case other:
            return voice.labelled(voice.join([contact, field_label(other, voice)]), fact_value(fact, voice))


def _birthday_line(fact: Fact, contact: str, voice: Voice) -> str:
    """With the next day, so that a slip is seen, and with what is done in years that have no such day."""
    coming = next_birthday(fact.value, fact.calendar, voice.today)
    after = voice.say("next on %(day)s", day=voice.day(coming)) if coming else ""
    words = voice.join([birthday(fact.value, fact.calendar, voice), after])
    line = voice.labelled(voice.say("Birthday of %(name)s", name=contact), words)
    for rule in years_without(fact.value, fact.calendar, voice) if coming else ():
        line = voice.say("%(line)s. %(rule)s", line=line, rule=rule)
    return line


def _yearly_line(fact: Fact, voice: Voice) -> str:
    """A day of the customer, with the next time that it comes round."""
    coming = next_birthday(fact.value, None, voice.today)
    after = voice.say("next on %(day)s", day=voice.day(coming)) if coming else ""
    return voice.labelled(field_label(fact.field, voice), voice.join([fact_value(fact, voice), after]))


def fact_value(fact: Fact, voice: Voice) -> str:
    """The value as the reader would say it: "S$50,000", "60 days"."""
    known = FIELDS.get(fact.field)
    return value_words(known, fact.value, voice, fact.calendar) if known else short(fact.value, WORDS)


def agreement_line(paper: Agreement, voice: Voice) -> str:
    """What was offered or agreed, and until when: "Quote S$120,000, valid until Tue 30 Jun"."""
    return voice.join([paper_words(paper.kind, paper.amount, voice), valid_until(paper.until, voice)])


def paper_words(kind: AgreementKind, amount: Money | None, voice: Voice) -> str:
    words = voice.say(PAPERS[kind])
    return voice.say("%(kind)s %(amount)s", kind=words, amount=voice.money(amount)) if amount else words


def valid_until(day: date | None, voice: Voice) -> str:
    return voice.say("valid until %(day)s", day=voice.day(day)) if day else ""
