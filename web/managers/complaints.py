"""The board of complaints that are not closed, the most urgent first."""

from sales.complaint_views import Only
from storage.complaints.board import Leaf, board_of
from web.managers.forms import number
from web.managers.page import Shown, Visit
from wording.cards.complaint_board import LABELS
from wording.page_words import Page as Words
from wording.pages.complaints import complaints_page

SIZE = 50


def show(visit: Visit) -> Shown:
    said = visit.form.get("only", Only.OPEN)
    only = Only(said) if said in set(Only) else Only.OPEN
    board = board_of(visit.session, visit.member, Leaf(only, number(visit.form, "page"), SIZE), visit.now)
    values = {"board": board, "page": complaints_page(board, visit.voice), "filters": tuple(LABELS.items())}
    return Shown("complaints.html", visit.voice.say(Words.COMPLAINTS), values)
