"""Correcting an echo: which line, which field, which value; one tap each, and words where a value has to be written."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from handlers.told.complaints import News, spread
from handlers.told.submitting import by, of, refreshed
from handlers.told.written_values import UNREAD, written_value
from sales.drafts import Draft, NewValue
from sales.fixes import REMOVE, fixed_entry, fixed_follow_up
from sales.tellings import Entry, FollowUp, Party, Source, Telling
from storage.cards import customers
from storage.told import drafts, echoes, journal
from wording.sentences import Said, Toast


def fix(desk: Desk, args: Args) -> Outcome:
    """Show the lines to choose from; of a single one, its fields."""
    told = journal.find(desk.session, int(args["telling"]))
    lines = line_names(told.told) if told else ()
    return _show(desk, args, {"line": lines[0]} if len(lines) == 1 and _alone(desk, told) else {})


def _alone(desk: Desk, told: journal.Recorded | None) -> bool:
    shown = echoes.echo(desk.session, head=told.head) if told else None
    return shown is not None and len(shown.parts) == 1


def line_names(told: Telling) -> tuple[str, ...]:
    """Name the lines that can be corrected: e0, e1, … for entries, f0, … for follow-ups."""
    entries = (f"e{slot}" for slot, entry in enumerate(told.entries) if entry)
    return (*entries, *(f"f{slot}" for slot, plan in enumerate(told.follow_ups) if plan))


def fix_line(desk: Desk, args: Args) -> Outcome:
    """Show the fields of a line."""
    return _show(desk, args, {"line": str(args["line"])})


def fix_field(desk: Desk, args: Args) -> Outcome:
    """Show the values of a field; what the rep writes now is taken for the value, too."""
    line, field = str(args["line"]), str(args["field"])
    outcome = _show(desk, args, {"line": line, "field": field})
    told = journal.find(desk.session, int(args["telling"]))
    if told is None:
        return outcome
    draft = replace(_draft(told), questions=(NewValue(told.id, line, field),))
    return replace(outcome, changes=(partial(drafts.keep, draft=draft, member=desk.member, now=desk.now),))


def _draft(told: journal.Recorded) -> Draft:
    return Draft(told.chat, told.message, told.moment, "", told.card, told.told)


def less(desk: Desk, args: Args) -> Outcome:
    """Back to the echo."""
    return _in_place(desk, args, "echo", {})


def more(desk: Desk, args: Args) -> Outcome:
    """Show everything: the words as written, categories, who told it and when."""
    return _in_place(desk, args, "echo", {"whole": 1})


def _show(desk: Desk, args: Args, more: dict[str, str]) -> Outcome:
    return _in_place(desk, args, "fixing", more)


def _in_place(desk: Desk, args: Args, kind: str, more: Mapping[str, str | int]) -> Outcome:
    """Show another side of the card; a value that was being asked for is not waited for any more."""
    told = journal.find(desk.session, int(args["telling"]))
    if told is None:
        return desk.toast(Toast.GONE)
    close = partial(drafts.close, draft=_draft(told))
    return Outcome((close,), (desk.reply(kind, {**of(told), **more}, edits=desk.pressed),))


def fix_set(desk: Desk, args: Args) -> Outcome:
    """Set a field by hand; a later reading of the message leaves it alone."""
    told = journal.find(desk.session, int(args["telling"]))
    if told is None:
        return desk.toast(Toast.GONE)
    return _set(desk, told, str(args["line"]), str(args["field"]), str(args["value"]))


def typed(desk: Desk, draft: Draft, asked: NewValue, text: str, prepared: Prepared) -> Outcome:
    """Take words as the new value; what cannot be read is asked for again, and nothing is lost."""
    told = journal.find(desk.session, asked.telling)
    if told is None:
        return replace(desk.say(Said.NOT_RECORDED), changes=(partial(drafts.close, draft=draft),))
    value = written_value(desk, asked.field, text, prepared)
    if value is None:
        return desk.say(UNREAD.get(asked.field, Said.STILL_ASKING))
    outcome = _set(desk, told, asked.line, "customer" if asked.field == "name" else asked.field, value)
    # The echo changes above the rep's words, without a sound: so say that it did.
    return replace(outcome, messages=(*outcome.messages, *desk.say(Toast.CHANGED).messages), toast=None)


def _set(desk: Desk, told: journal.Recorded, line: str, field: str, value: str) -> Outcome:
    lines = told.told.entries if line.startswith("e") else told.told.follow_ups
    slot = int(line[1:])
    there = lines[slot] if slot < len(lines) else None
    if there is None:
        return desk.toast(Toast.GONE)
    changed = _changed(desk, there, field, value)
    revision = journal.Revision(_with(told.told, line, changed), Source.BUTTON)
    amend = partial(journal.amend, telling=told.id, revision=revision, by=by(desk))
    close = partial(drafts.close, draft=_draft(told))
    news = News(told.chat, told.message, None if told.undone else revision.told, told.told)
    return Outcome((amend, close), (refreshed(desk, told), *spread(desk, news)), desk.voice.say(Toast.CHANGED))


def _with(told: Telling, line: str, changed: Entry | FollowUp | None) -> Telling:
    slot = int(line[1:])
    if line.startswith("e"):
        entries = list(told.entries)
        entries[slot] = changed if isinstance(changed, Entry) else None
        return replace(told, entries=tuple(entries))
    plans = list(told.follow_ups)
    plans[slot] = changed if isinstance(changed, FollowUp) else None
    return replace(told, follow_ups=tuple(plans))


def _changed(desk: Desk, line: Entry | FollowUp, field: str, value: str) -> Entry | FollowUp | None:
    if field == REMOVE:
        return None
    if field == "customer":
        return replace(line, customer=_party(desk, value), by_hand=line.by_hand | {field})
    return fixed_entry(line, field, value) if isinstance(line, Entry) else fixed_follow_up(line, field, value)


def _party(desk: Desk, value: str) -> Party | None:
    """A customer on record by id, a new one by "+name"; an empty value is none."""
    if value.startswith("+"):
        return Party(value.removeprefix("+"))
    seen = customers.customer(desk.session, desk.member, int(value)) if value else None
    return Party(seen.name, seen.id) if seen else None
