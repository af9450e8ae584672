"""A complaint, as the owner, the manager and customer care see it, with what can be done about it."""

from collections.abc import Iterator
from datetime import timedelta

from sales.cards import Button, Card, Row
from sales.complaints import STANDING, Cause, Remedy, State
from sales.views import ComplaintAlert, ComplaintNews
from wording.layout import in_rows, lay_out
from wording.terms import CAUSES, REMEDIES
from wording.told_lines import items
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short

_QUOTE = 200
_IN_A_ROW = 2


def complaint(view: ComplaintAlert, voice: Voice) -> Card:
    if view.undone:
        return lay_out([_withdrawn(view, voice), voice.say("%(by)s took it back.", by=short(view.by, NAME))])
    return lay_out(_lines(view, voice), *_buttons(view, voice))


def news(view: ComplaintNews, voice: Voice) -> Card:
    """One short line, and the way to the rest."""
    customer = short(view.entry.customer.name, NAME) if view.entry.customer else voice.say("no customer yet")
    if view.undone:
        return lay_out([voice.say("Withdrawn: more about %(customer)s", customer=customer)])
    head = voice.say("%(customer)s, more on the complaint", customer=customer)
    open_it = Button(voice.say("Open complaint"), "complaint_open", {"complaint": view.complaint})
    return lay_out([voice.labelled(head, f"“{short(view.quote or view.entry.text, _QUOTE)}”")], (open_it,))


def _withdrawn(view: ComplaintAlert, voice: Voice) -> str:
    customer = view.entry.customer
    if customer is None:
        return voice.say("Withdrawn: a complaint")
    return voice.say("Withdrawn: complaint of %(customer)s", customer=short(customer.name, NAME))


def _lines(view: ComplaintAlert, voice: Voice) -> Iterator[str]:
    entry = view.entry
    yield _headline(view, voice)
    yield voice.join(_classes(view, voice))
    if entry.text.strip() != view.quote.strip():
        yield short(entry.text, WORDS)
    if view.quote.strip():
        yield _quoted(view, voice)
    yield items(entry, voice)
    yield from _further(view, voice)
    yield voice.say("Told %(moment)s by %(by)s", moment=voice.moment(view.told_at), by=short(view.by, NAME_IN_LIST))
    yield from _stands(view, voice)
    yield from _asked(view, voice)


def _headline(view: ComplaintAlert, voice: Voice) -> str:
    customer = short(view.entry.customer.name, NAME) if view.entry.customer else voice.say("no customer yet")
    if view.late:
        return "🔴 " + voice.say("Not answered in time: %(customer)s", customer=customer)
    head = voice.say("Complaint: %(customer)s", customer=customer)
    return f"🔴 {head}" if view.grave and view.state in STANDING else head


def _quoted(view: ComplaintAlert, voice: Voice) -> str:
    words = f"“{short(view.quote, _QUOTE)}”"
    return voice.labelled(voice.say("The customer"), words) if view.passed_on else words


def _classes(view: ComplaintAlert, voice: Voice) -> Iterator[str]:
    entry = view.entry
    if entry.category:
        yield voice.category(entry.category)
    severity = view.severity or entry.severity
    if severity:
        yield voice.severity(severity)
    if entry.amount:
        yield voice.money(entry.amount)
    yield from (short(contact, NAME_IN_LIST) for contact in entry.contacts[:2])


def _further(view: ComplaintAlert, voice: Voice) -> Iterator[str]:
    yield from ("↳ " + voice.labelled(voice.day(one.on), short(one.text, WORDS)) for one in view.news)


def _stands(view: ComplaintAlert, voice: Voice) -> Iterator[str]:
    """What was promised, who has it, until when there is time, or how it ended."""
    if view.promised_at:
        yield voice.say("Answer promised by %(day)s", day=voice.moment(view.promised_at))
    elif view.promised:
        yield voice.say("Answer promised by %(day)s", day=voice.day(view.promised))
    if view.taken_by:
        yield voice.say("%(name)s takes care of it", name=short(view.taken_by, NAME))
    if view.late and view.answer_by:
        yield voice.say("An answer was due %(moment)s", moment=voice.moment(view.answer_by))
    yield from _ended(view, voice)


def _ended(view: ComplaintAlert, voice: Voice) -> Iterator[str]:
    match view.state:
        case State.REOPENED:
            yield voice.say("Open again")
        case State.RESOLVED:
            yield voice.say("✓ Put right")
        case State.CLOSED:
            ways = (
                voice.say(CAUSES[view.cause]) if view.cause else "",
                voice.say(REMEDIES[Remedy(view.remedy)]) if view.remedy else "",
            )
            yield voice.labelled(voice.say("✓ Closed"), voice.join(ways))
            yield short(view.remark or "", WORDS * 2)
        case _ if view.answer_by is None:
            yield voice.say("✓ Answered")
        case _:
            pass


def _asked(view: ComplaintAlert, voice: Voice) -> Iterator[str]:
    match view.asks:
        case "day":
            yield voice.say("By when is an answer promised?")
        case "cause":
            yield voice.say("What was the cause?")
        case "remedy":
            yield voice.say("How was it put right?")
        case _ if view.state is State.CLOSED and view.step and not view.remark:
            yield voice.say("Anything to add? Just write it.")


def _buttons(view: ComplaintAlert, voice: Voice) -> Iterator[Row]:
    about = {"complaint": view.complaint}
    if view.asks:
        yield from _choices(view, voice)
        yield (Button(voice.say("Back"), "complaint_open", about),)
        return
    yield from _deeds(view, voice)
    if view.entry.customer and view.entry.customer.id:
        card = Button(voice.say("Customer card"), "open_customer", {"customer": view.entry.customer.id})
        yield (card, *_assign(view, voice))
    if view.step:
        yield (Button(voice.say("Undo"), "complaint_undo", {**about, "step": view.step}),)
    if view.listed:
        yield (Button(voice.say("Back"), "complaints", {"only": view.listed}),)


def _assign(view: ComplaintAlert, voice: Voice) -> Row:
    """What is to be done there, by whoever told it."""
    if view.given is None or view.state is State.CLOSED:
        return ()
    return (Button(voice.say("Assign"), "entry_assign", {"telling": view.given.telling, "slot": view.given.slot}),)


def _deeds(view: ComplaintAlert, voice: Voice) -> Iterator[Row]:
    about = {"complaint": view.complaint}
    if view.state is not State.CLOSED:
        yield _hands(view, voice)
    if view.state in STANDING:
        answered = [Button(voice.say("Answered"), "complaint_answer", about)] if view.answer_by else []
        yield (*answered, Button(voice.say("Promise…"), "complaint_promise", about))
        yield (
            Button(voice.say("Put right"), "complaint_resolve", about),
            Button(voice.say("Close…"), "complaint_close", about),
        )
    elif view.state is State.RESOLVED:
        yield (
            Button(voice.say("Close…"), "complaint_close", about),
            Button(voice.say("Reopen"), "complaint_reopen", about),
        )
    else:
        yield (Button(voice.say("Reopen"), "complaint_reopen", about),)


def _hands(view: ComplaintAlert, voice: Voice) -> Row:
    """Into whose hands it may go; what the reader just did is undone instead, unless time ran out."""
    about = {"complaint": view.complaint}
    if view.taken_by:
        over = Button(voice.say("Take it over"), "take", {**about, "from": view.taken_from or 0})
        return (over,) if view.taken_from and (view.late or not view.step) else ()
    return (
        Button(voice.say("I'll take it"), "take", about),
        Button(voice.say("Rep handles it"), "leave_with_rep", about),
    )


def _choices(view: ComplaintAlert, voice: Voice) -> Iterator[Row]:
    about = {"complaint": view.complaint}
    match view.asks:
        case "day":
            days = {
                voice.say("Today"): 0,
                voice.say("Tomorrow"): 1,
                voice.say("In 3 days"): 3,
                voice.say("In a week"): 7,
            }
            dated = [(label, (voice.today + timedelta(ahead)).isoformat()) for label, ahead in days.items()]
            yield from in_rows(
                [Button(label, "complaint_day", {**about, "day": day}) for label, day in dated], _IN_A_ROW
            )
        case "cause":
            causes = [Button(voice.say(CAUSES[one]), "complaint_cause", {**about, "cause": one.value}) for one in Cause]
            yield from in_rows(causes, _IN_A_ROW)
        case _:
            cause = (view.cause or Cause.OTHER).value
            ways = [
                Button(voice.say(REMEDIES[one]), "complaint_remedy", {**about, "cause": cause, "remedy": one.value})
                for one in Remedy
            ]
            yield from in_rows(ways, _IN_A_ROW)
