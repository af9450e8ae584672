"""What the columns of a list are: asked where nobody can tell, and chosen anew where they were taken for others."""

from datetime import date

from sales.cards import Button, Card, Row
from sales.import_views import ImportView
from sales.lists import COLUMNS, ListKind
from wording.layout import digits, in_rows, lay_out
from wording.list_words import KINDS, column_label
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_HEADINGS = 20
"""So many columns can be chosen from by their heading, and so many by their number."""
_NUMBERED = 56
_FIELDS_IN_A_ROW = 4


def answers(view: ImportView, voice: Voice) -> list[Row]:
    """What may be answered to the question that stands before a preview."""
    what, about = view.question or ("kind", "")
    match what:
        case "column":
            return list(in_rows(_by_heading(view, about), 2))
        case "days":
            return [_days(view, about, voice)]
        case _:
            kinds = [
                Button(voice.say(KINDS[kind]), "import_kind", {"import": view.id, "kind": kind}) for kind in ListKind
            ]
            return [tuple(kinds)]


def _by_heading(view: ImportView, column: str) -> list[Button]:
    """Columns that are not read yet come first."""
    places = [place for place, word in enumerate(view.headings) if word]
    ordered = sorted(places, key=lambda place: (place in view.columns, place))[:_HEADINGS]
    return [
        Button(short(view.headings[place], NAME_IN_LIST), "import_set", _chosen(view, place, column))
        for place in ordered
    ]


def _chosen(view: ImportView, place: int, column: str) -> dict[str, str | int]:
    return {"import": view.id, "place": place, "column": column}


def _days(view: ImportView, words: str, voice: Voice) -> Row:
    """Both readings, as the day that would come out: the first number as the day, then as the month."""
    _, first, second = words.split("|")
    return tuple(
        Button(voice.day(date.fromisoformat(day)), "import_days", {"import": view.id, "first": order})
        for order, day in (("day", first), ("month", second))
    )


def columns(view: ImportView, voice: Voice) -> Card:
    """All columns, numbered, with what each is taken for."""
    places = [place for place, word in enumerate(view.headings) if word][:_NUMBERED]
    lines = [
        f"{number}  " + voice.labelled(short(view.headings[place], NAME_IN_LIST), _taken_for(view, place, voice))
        for number, place in enumerate(places, start=1)
    ]
    choices = digits("import_column", [{"import": view.id, "place": place} for place in places])
    back = Button(voice.say("Back"), "import_back", {"import": view.id})
    return lay_out([voice.say("Which column shall I read in another way?"), *lines], *choices, (back,))


def _taken_for(view: ImportView, place: int, voice: Voice) -> str:
    name = view.columns.get(place)
    return column_label(name, voice) if name else voice.say("not read")


def column(view: ImportView, place: int, voice: Voice) -> Card:
    """What a column may be."""
    names = COLUMNS[view.kind or ListKind.CUSTOMERS]
    choices = [Button(column_label(name, voice), "import_set", _chosen(view, place, name)) for name in names]
    heading = short(view.headings[place], NAME) if place < len(view.headings) else ""
    last = (
        Button(voice.say("Do not read it"), "import_set", _chosen(view, place, "")),
        Button(voice.say("Back"), "import_columns", {"import": view.id}),
    )
    return lay_out(
        [voice.say("What is in the column %(heading)s?", heading=heading)], *in_rows(choices, _FIELDS_IN_A_ROW), last
    )
