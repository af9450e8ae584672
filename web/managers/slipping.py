"""The customers who slip away, by what is at stake; then who was lost and who came back."""

from storage.foresight.silence_list import silence_page
from web.managers.forms import number
from web.managers.page import Shown, Visit
from wording.page_words import Page as Words
from wording.pages.slipping import quiet_page

SIZE = 50


def show(visit: Visit) -> Shown:
    team, page = number(visit.form, "team"), number(visit.form, "page")
    view = silence_page(visit.session, visit.member, team=team, page=page, size=SIZE)
    headline, lines = quiet_page(view, visit.voice)
    return Shown("slipping.html", visit.voice.say(Words.SLIPPING), {"view": view, "headline": headline, "lines": lines})
