"""Correcting an echo: which line, which field, which value; one tap each, and words where a value has to be written."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from handlers.complaints.spreading import News, spread
from handlers.desk import Args, Desk
from handlers.duplicates.collision import followed, guard
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from handlers.told.submitting import by, of, refreshed
from handlers.told.written_values import UNREAD, written_fact_value, written_value
from sales.drafts import Draft, NewValue
from sales.fixes import REMOVE, AnyLine, fixed, line_names, line_of, with_line
from sales.tellings import Fact, Party, Source
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
    line = line_of(told.told, asked.line)
    if isinstance(line, Fact) and asked.field == "value":
        value, unread = written_fact_value(desk, line, text, prepared)
    else:
        value, unread = written_value(desk, asked.field, text, prepared), UNREAD.get(asked.field, Said.STILL_ASKING)
    if value is None:
        return desk.say(unread)
    return set_in_words(desk, told, asked.line, "customer" if asked.field == "name" else asked.field, value)


def set_in_words(desk: Desk, told: journal.Recorded, line: str, field: str, value: str) -> Outcome:
    """Set a field as the rep wrote: the echo changes above those words, without a sound, so say that it did."""
    outcome = _set(desk, told, line, field, value)
    return replace(outcome, messages=(*outcome.messages, *desk.say(Toast.CHANGED).messages), toast=None)


def _set(desk: Desk, told: journal.Recorded, line: str, field: str, value: str) -> Outcome:
    there = line_of(told.told, line)
    if there is None:
        return desk.toast(Toast.GONE)
    changed = _changed(desk, there, field, value)
    revision = journal.Revision(with_line(told.told, line, changed), Source.BUTTON)
    amend = partial(journal.amend, telling=told.id, revision=revision, by=by(desk))
    close = partial(drafts.close, draft=_draft(told))
    news = News(told.chat, told.message, None if told.undone else revision.told, told.told)
    fixed = Outcome((amend, close), (refreshed(desk, told), *spread(desk, news)), desk.voice.say(Toast.CHANGED))
    return followed(desk, told.id, guard(desk, replace(_draft(told), telling=revision.told), fixed))


def _changed(desk: Desk, line: AnyLine, field: str, value: str) -> AnyLine | None:
    if field == REMOVE:
        return None
    if field == "customer":
        return replace(line, customer=_party(desk, value), by_hand=line.by_hand | {field})
    return fixed(line, field, value)


def _party(desk: Desk, value: str) -> Party | None:
    """A customer on record by id, a new one by "+name"; an empty value is none."""
    if value.startswith("+"):
        return Party(value.removeprefix("+"))
    seen = customers.customer(desk.session, desk.member, int(value)) if value else None
    return Party(seen.name, seen.id) if seen else None
