"""What everybody in the team did, a line each, against the period before."""

from collections.abc import Iterator

from sales.cards import Button, Card, Row
from sales.digests import Digest, Work
from wording.cards.digests.digest import TEAMS
from wording.cards.digests.figures import ACTIVITY, SUMS, figures, team_line, when
from wording.layout import lay_out
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

PAGE = 12


def by_rep(view: Digest, page: int, voice: Voice) -> Card:
    """A page beyond the last is the last one."""
    pages = max(1, -(-len(view.reps) // PAGE))
    shown = min(max(1, page), pages)
    teams = (team_line(team, view, voice) for team in view.teams[TEAMS:]) if shown == 1 else ()
    lines = [_head(view, shown, pages, voice), *teams, *_lines(view, shown, voice)]
    return lay_out(lines, _ways(view, shown, pages, voice), (Button(voice.say("Back"), "digest", view.asked.facts),))


def _head(view: Digest, page: int, pages: int, voice: Voice) -> str:
    place = voice.say("page %(page)s of %(pages)s", page=page, pages=pages) if pages > 1 else ""
    return voice.join((short(view.whose, NAME_IN_LIST), when(view, voice), place))


def _lines(view: Digest, page: int, voice: Voice) -> Iterator[str]:
    if not view.reps:
        yield voice.say("Nobody sells in this team yet; /invite brings somebody in.")
    yield from (_line(work, view, voice) for work in view.reps[(page - 1) * PAGE : page * PAGE])


def _line(work: Work, view: Digest, voice: Voice) -> str:
    done = figures(work, (*ACTIVITY, *SUMS), view, voice)
    return voice.labelled(short(work.name, NAME_IN_LIST), done or voice.say("nothing told"))


def _ways(view: Digest, page: int, pages: int, voice: Voice) -> Row:
    about = view.asked.facts
    before = Button(voice.say("‹ Before"), "digest_reps", {**about, "page": page - 1})
    behind = Button(voice.say("More ›"), "digest_reps", {**about, "page": page + 1})
    return (*([before] if page > 1 else []), *([behind] if page < pages else []))
