"""Plain words: what a rep tells becomes records on cards, or one question."""

from dataclasses import replace

from handlers.complaints.marking import with_quotes
from handlers.context import Context
from handlers.desk import Desk
from handlers.heard import Text
from handlers.outcome import Outcome
from handlers.plans.snoozing import put_off
from handlers.prepared import Prepared
from handlers.told import asks, questions
from handlers.told.assigning import with_colleagues
from handlers.told.choices import with_choices
from handlers.told.correcting import corrected
from handlers.told.doubtful_days import days_instead
from handlers.told.handed_meanwhile import with_others
from handlers.told.refused_days import refused_day
from handlers.told.refused_sums import refused_sum
from handlers.told.resolving import note, resolve
from handlers.told.submitting import submit
from sales.drafts import Draft, KeepNote, WhichCustomer, WhichDay
from sales.tellings import FollowUp, Party, Source, Telling
from sales.views import Part
from storage.told import drafts, journal
from understanding.message.odd_days import reminded_behind, reminded_of_nothing
from understanding.small_talk import is_small_talk
from wording.sentences import Said


def listen(desk: Desk, text: Text, prepared: Prepared) -> Outcome:
    """Answer a message in plain words."""
    if not text.text.strip():
        return desk.say(Said.EMPTY)
    if desk.heard.edited or text.forwarded:
        return _tell(desk, text.text, prepared)
    answered = (
        with_others(desk, text.text, prepared.context.gone)
        or _answer(desk, text.text, prepared)
        or put_off(desk, text.text, prepared)
        or corrected(desk, text.text, prepared)
    )
    if answered is not None:
        return answered
    if prepared.findings.ask is not None and not prepared.tells:
        return asks.answer(desk, prepared.findings.ask, prepared.findings)
    return _tell(desk, text.text, prepared)


def _answer(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    asking = drafts.open_one(desk.session, member=desk.member)
    return questions.typed(desk, asking, text, prepared) if asking else None


def _tell(desk: Desk, text: str, prepared: Prepared) -> Outcome:
    resolved = resolve(prepared.findings, text=text, told_at=desk.told_at, context=prepared.context)
    asked = with_choices(desk, resolved.questions)
    given = with_colleagues(desk, resolved.telling, prepared.context)
    told = with_quotes(given, text, forwarded=_is_passed_on(desk))
    draft = replace(_begun(desk, text, prepared.context), telling=told, questions=asked, lost=resolved.lost)
    # A sum that is asked for needs a card of its own, with the button to give it.
    if (resolved.named and not prepared.context.replied) or refused_sum(Part(0, told, said=text)):
        draft = replace(draft, head=None)
    bare = reminded_of_nothing(text, desk.told_at)
    if bare is not None:
        return desk.say(Said.PAST_BARE, day=desk.voice.day(bare))
    refused = None if desk.heard.edited or _holds_a_day(resolved.telling) else refused_day(desk, text)
    if refused is not None:
        return refused
    if resolved.telling:
        return submit(desk, draft, fresh=not desk.heard.edited)
    return _on_another_day(desk, draft, prepared.context) or _nothing_found(desk, draft, prepared.context)


def _holds_a_day(telling: Telling) -> bool:
    """Whether there is more than plans without one."""
    planned = any(plan is not None and plan.day for plan in telling.follow_ups)
    return planned or bool(telling.entries or telling.facts or telling.agreements)


def _is_passed_on(desk: Desk) -> bool:
    return isinstance(desk.heard.what, Text) and desk.heard.what.forwarded


def _begun(desk: Desk, text: str, context: Context) -> Draft:
    """The draft of this message; one that is there already keeps its card, and an edit keeps the message's place."""
    heard = desk.heard
    card = _card_of(desk) if heard.edited else ""
    return Draft(
        chat=heard.chat.id,
        message=heard.message,
        moment=heard.moment,
        text=text,
        card=card,
        source=Source.EDIT if heard.edited else Source.TEXT,
        closes=context.follow_up,
        closes_card=context.card if context.follow_up else "",
        head=context.head,
        complaint=context.complaint,
    )


def _card_of(desk: Desk) -> str:
    """The card that shows an edited message already, asking or echoing."""
    heard = desk.heard
    told = journal.by_message(desk.session, heard.chat.id, heard.message)
    asking = drafts.by_message(desk.session, chat=heard.chat.id, message=heard.message)
    return asking.draft.card if asking else told.card if told else ""


def _nothing_found(desk: Desk, draft: Draft, context: Context) -> Outcome:
    """An answer to a card is a note on it; an edit may empty a telling; else we ask whether it is worth keeping."""
    today = desk.told_at.date()
    if context.plan and context.party is not None:
        planned = Telling(
            follow_ups=(FollowUp(context.party, None, " ".join(draft.text.split()), who=context.who or None),)
        )
        return submit(desk, replace(draft, telling=planned, questions=(WhichDay(0, ()),)))
    if context.replied and context.party is not None:
        return submit(desk, replace(draft, telling=note(draft.text, today=today, party=context.party)))
    if desk.heard.edited and journal.by_message(desk.session, draft.chat, draft.message) is not None:
        return submit(desk, replace(draft, telling=Telling()))
    if _is_passed_on(desk):
        return _customers_words(desk, draft)
    if is_small_talk(draft.text):
        return desk.say(Said.SMALL_TALK)
    kept = note(draft.text, today=today, party=context.party)
    return submit(desk, replace(draft, telling=kept, questions=(KeepNote(),)))


def _on_another_day(desk: Desk, draft: Draft, context: Context) -> Outcome | None:
    """Nobody is reminded of what is over: the words are kept, and the day is asked for."""
    behind = reminded_behind(draft.text, desk.told_at)
    if behind is None:
        return None
    day, words = behind
    planned = Telling(follow_ups=(FollowUp(context.party, None, words),))
    asked = WhichDay(0, days_instead(desk.told_at.date()), passed=day)
    return submit(desk, replace(draft, telling=planned, questions=(asked,)))


def _customers_words(desk: Desk, draft: Draft) -> Outcome:
    """Forwarded words are worth keeping; whose they are is all that we ask."""
    kept = note(draft.text, today=desk.told_at.date(), party=Party(""))
    return submit(desk, replace(draft, head=None, telling=kept, questions=with_choices(desk, (WhichCustomer(""),))))
