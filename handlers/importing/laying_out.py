"""How the messages about lists read: the card of an import, its errors as a file, and the empty list to fill in."""

from dataclasses import replace

from handlers.reader import Facts, Reader
from papers.lists.templates import template_rows
from papers.separated_values import write_separated
from papers.spreadsheets import write_sheet
from sales.cards import Card, File, Making
from storage.importing import papers_kept, runs
from wording.cards import list_files
from wording.cards.importing import importing
from wording.sentences import Said

MOST_ERRORS = 20_000


def card(reader: Reader, facts: Facts) -> Card | None:
    row = runs.by_card(reader.session, str(facts["card"]))
    if row is None:
        return None
    choosing = facts.get("choosing")
    shown = runs.view(reader.session, row)
    return importing(replace(shown, choosing=choosing if isinstance(choosing, int) else None), reader.voice)


def errors(reader: Reader, facts: Facts) -> Card | None:
    """A row for each value that was not read and each row that was left out."""
    number = int(facts["import"])
    row = runs.find(reader.session, number)
    if row is None:
        return None
    found = runs.problems_of(reader.session, number, MOST_ERRORS)
    text, headings, rows = list_files.errors(found, row.name, reader.voice)
    made = Making(write_separated, (headings, rows), reader.voice.say(Said.NOT_MADE))
    return Card(text, file=File("errors.csv", made))


def template(reader: Reader, facts: Facts) -> Card:
    """The empty list, with headings that are known again when it comes back."""
    columns, rows = template_rows(reader.voice.language)
    title, headings = list_files.template(columns, reader.voice)
    made = Making(write_sheet, (title, headings, rows), reader.voice.say(Said.NOT_MADE))
    return Card(reader.voice.say(Said.IMPORT_TEMPLATE), file=File("customers.xlsx", made))


def paper(reader: Reader, facts: Facts) -> Card | None:
    """A file that a job made; None once it is no longer kept."""
    kept = papers_kept.find(reader.session, str(facts["paper"]))
    return Card(str(facts["text"]), file=File(kept.name, kept.content)) if kept else None
