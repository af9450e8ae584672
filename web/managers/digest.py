"""The digest: as in the chat, with everybody's figures and the picture; its days are chosen by buttons.

The page comes at once and fetches its parts then: over a million entries a digest takes seconds to count.
"""

from papers.pictures.drawing import Picture
from sales.digests import Asked, Pace, the_one_before, until
from storage.digests.pictured import digest_facts
from storage.digests.reading import digest
from web.managers.page import Shown, Visit
from wording.cards.pictures.digest_picture import digest_picture
from wording.page_words import Page as Words
from wording.pages.digest import PACES, DigestPage, digest_page


def show(visit: Visit) -> Shown:
    asked, part = _asked(visit), visit.form.get("part", "")
    values = {
        "figures": _figures(visit, asked) if part == "figures" else None,
        "failed": part == "picture",
        "pace": asked.pace,
        "before": _is_before(visit),
        "periods": tuple(PACES.items()),
    }
    picture = _picture(visit, asked) if part == "picture" else None
    return Shown("digest.html", visit.voice.say(Words.DIGEST), values, picture)


def _asked(visit: Visit) -> Asked:
    said = visit.form.get("pace", Pace.DAY)
    pace = Pace(said) if said in set(Pace) else Pace.DAY
    today = visit.voice.today
    return Asked(pace, the_one_before(pace, today) if _is_before(visit) else until(pace, today))


def _is_before(visit: Visit) -> bool:
    return visit.form.get("before") == "1"


def _figures(visit: Visit, asked: Asked) -> DigestPage:
    return digest_page(digest(visit.session, visit.member, asked, visit.now), visit.voice)


def _picture(visit: Visit, asked: Asked) -> Picture:
    return digest_picture(digest_facts(visit.session, visit.member, asked, visit.now), visit.voice)
