"""The words for columns of lists that people send, and for what is wrong with a row."""

from sales.lists import Fault, FileFault, ListKind, Problem
from wording.catalogue import sentence
from wording.field_words import LABELS
from wording.voice import Voice
from wording.wild_text import NAME, short

KINDS = {
    ListKind.CUSTOMERS: sentence("Customers"),
    ListKind.ORDERS: sentence("Orders"),
    ListKind.DEBTS: sentence("Open invoices"),
}
_COLUMNS = {
    "name": sentence("Customer name"),
    "code": sentence("Code"),
    "alias": sentence("Other name"),
    "owner": sentence("Sales rep"),
    "contact": sentence("Contact"),
    "customer": sentence("Customer"),
    "number": sentence("Number"),
    "date": sentence("Date"),
    "due": sentence("Due date"),
    "amount": sentence("Amount"),
    "open": sentence("Open amount"),
    "currency": sentence("Currency"),
    "item": sentence("Item"),
}
_FAULTS = {
    Fault.NO_NAME: sentence("There is no customer's name."),
    Fault.NO_NUMBER: sentence("There is no number."),
    Fault.NO_DAY: sentence("There is no date."),
    Fault.NO_AMOUNT: sentence("There is no amount."),
    Fault.TWICE: sentence("The number %(word)s stands in the file twice."),
    Fault.NO_SUCH_CUSTOMER: sentence("No customer is called %(word)s."),
    Fault.SEVERAL_CUSTOMERS: sentence("Several customers are called %(word)s."),
    Fault.NOT_YOURS: sentence("Customers of %(word)s are not yours to give."),
    Fault.TAKEN: sentence("A colleague looks after %(word)s; please ask your manager."),
    Fault.RESEMBLES: sentence("%(word)s looks like %(other)s."),
    Fault.SHARES: sentence("%(word)s has a phone or e-mail of %(other)s."),
    Fault.RESEMBLES_TAKEN: sentence("A colleague looks after a customer like %(word)s; please ask your manager."),
    Fault.BAD_DAY: sentence("%(column)s: %(word)s is no day that I can read."),
    Fault.BAD_AMOUNT: sentence("%(column)s: %(word)s is no sum that I can read."),
    Fault.BAD_NUMBER: sentence("%(column)s: %(word)s is no number that I can read."),
    Fault.BAD_PHONE: sentence("%(column)s: %(word)s is no phone number."),
    Fault.BAD_EMAIL: sentence("%(column)s: %(word)s is no e-mail address."),
    Fault.BAD_PLACE: sentence("%(column)s: %(word)s is no place; please write it like 1.2903, 103.8520."),
    Fault.BAD_CHOICE: sentence("%(column)s: I do not know %(word)s."),
    Fault.TOO_LONG: sentence("%(column)s: %(word)s is too long."),
}
FILE_FAULTS = {
    FileFault.UNREADABLE: sentence("I can't read that file as a list.\nPlease send it as .xlsx, .csv or .vcf."),
    FileFault.OLD_EXCEL: sentence(
        "That is an Excel file of before 2007.\nPlease save it as .xlsx in Excel and send that."
    ),
    FileFault.LOCKED: sentence("That file opens with a password only.\nPlease save it without one and send that."),
    FileFault.TOO_LARGE: sentence("That file is too large to unpack.\nPlease send the list in several parts."),
    FileFault.TOO_MANY_ROWS: sentence("That list has more than 200,000 rows.\nPlease send it in several parts."),
    FileFault.EMPTY: sentence("There is nothing in that file.\nPlease look whether the list is on its first sheet."),
    FileFault.ONLY_HEADINGS: sentence("There are headings in that file, but no rows below.\nPlease send it filled in."),
    FileFault.NOT_YOURS: sentence(
        "Orders and open invoices are read in by managers and administrators.\nPlease pass the file on to yours."
    ),
}


def column_label(name: str, voice: Voice) -> str:
    """What a column is called; one of a field that an admin added as they wrote it."""
    known = _COLUMNS.get(name) or LABELS.get(name)
    return voice.say(known) if known else name.removeprefix("own:")


def fault_words(problem: Problem, voice: Voice) -> str:
    """What is wrong, in one sentence."""
    column = column_label(problem.column, voice)
    word, other = short(problem.word, NAME) or "?", short(problem.other, NAME) or "?"
    return voice.say(_FAULTS[problem.fault], column=column, word=word, other=other)


def problem_line(problem: Problem, voice: Voice) -> str:
    return voice.say("Row %(row)s: %(problem)s", row=problem.row, problem=fault_words(problem, voice))
