"""What stands in the files that go with lists: the errors of one, the empty one to fill in, and an export."""

from collections.abc import Iterable, Sequence

from sales.lists import ListKind, Problem
from wording.catalogue import sentence
from wording.list_words import KINDS, column_label, fault_words
from wording.voice import Voice

_SHEETS = {
    "customers": sentence("Customers"),
    "contacts": sentence("Contacts"),
    "entries": sentence("Entries"),
    "follow_ups": sentence("Follow-ups"),
    "addresses": sentence("Addresses"),
}
_HEADINGS = {
    "since": sentence("On record since"),
    "kind": sentence("What happened"),
    "text": sentence("Words"),
    "by": sentence("Told by"),
    "action": sentence("To do"),
    "state": sentence("State"),
}


def errors(problems: Sequence[Problem], file: str, voice: Voice) -> tuple[str, list[str], list[list[str]]]:
    """The words above the file, its headings, and a row for each problem."""
    text = voice.count("%(count)s problem in %(file)s", "%(count)s problems in %(file)s", len(problems), file=file)
    headings = [voice.say("Row"), voice.say("Column"), voice.say("Value"), voice.say("Problem")]
    rows = [[str(one.row), column_label(one.column, voice), one.word, fault_words(one, voice)] for one in problems]
    return text, headings, rows


def template(columns: Iterable[str], voice: Voice) -> tuple[str, list[str]]:
    """The title and the headings of the list to fill in."""
    return voice.say(KINDS[ListKind.CUSTOMERS]), [column_label(name, voice) for name in columns]


def sheet_title(name: str, voice: Voice) -> str:
    return voice.say(_SHEETS[name])


def sheet_headings(columns: Iterable[str], voice: Voice) -> tuple[str, ...]:
    """Headings of an export, those of lists among them, so that it can be sent back."""
    return tuple(voice.say(_HEADINGS[name]) if name in _HEADINGS else column_label(name, voice) for name in columns)


def exported(counts: Sequence[tuple[str, int]], voice: Voice) -> str:
    """The words above an export: what is in it, and how much."""
    lines = [voice.labelled(voice.say(_SHEETS[name]), str(count)) for name, count in counts]
    return "\n".join([voice.say("Here is what you may take along."), *lines])
