"""The digest: as in the chat, with everybody's figures below it; its days are chosen by buttons."""

from sales.digests import Asked, Pace, the_one_before, until
from storage.digests.reading import digest
from web.managers.page import Shown, Visit
from wording.pages.digest import PACES, digest_page


def show(visit: Visit) -> Shown:
    asked = _asked(visit)
    view = digest(visit.session, visit.member, asked, visit.now)
    page = digest_page(view, visit.voice)
    chosen = {"pace": asked.pace, "before": _before(visit), "periods": tuple(PACES.items())}
    return Shown("digest.html", page.title, {"page": page, **chosen})


def _asked(visit: Visit) -> Asked:
    said = visit.form.get("pace", Pace.DAY)
    pace = Pace(said) if said in set(Pace) else Pace.DAY
    today = visit.voice.today
    return Asked(pace, the_one_before(pace, today) if _before(visit) else until(pace, today))


def _before(visit: Visit) -> bool:
    return visit.form.get("before") == "1"
