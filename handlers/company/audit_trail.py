"""/audit: who did what, for managers of their people and customers, for admins of all."""

from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Facts, Outcome
from handlers.prepared import Prepared
from handlers.reader import Facts as Laid
from handlers.reader import Reader
from sales.audit_views import About
from sales.cards import Card
from storage.company.audit import Subject, note
from storage.company.audit_page import audit_page, people_named
from wording.cards import audit as audit_card
from wording.sentences import Said

_SIZE = 10


def audit(desk: Desk, name: str, prepared: Prepared) -> Outcome:
    """All of it, or what is about the colleague or the customer of that name."""
    if not name.strip():
        return _shown(desk, {"page": 1}, words="")
    people = people_named(desk.session, desk.member, name)
    if people:
        return _shown(desk, {"page": 1, "member": people[0]}, words=name)
    party = prepared.party(name)
    if party.id is None:
        return desk.say(Said.AUDIT_NOBODY)
    return _shown(desk, {"page": 1, "customer": party.id}, words=name)


def _shown(desk: Desk, facts: Facts, *, words: str) -> Outcome:
    """Who looks at the trail stands on it, too."""
    noted = partial(note, action="trail.read", subject=Subject("trail"), by=desk.hand, words=words)
    return Outcome((noted,), (desk.reply("audit", facts),))


def page(desk: Desk, args: Args) -> Outcome:
    """Newer or older ones, in place."""
    facts = {name: int(value) for name, value in args.items()}
    return Outcome(messages=(desk.reply("audit", facts, edits=desk.pressed),))


def laid_out(reader: Reader, facts: Laid) -> Card:
    about = About(facts.get("member"), facts.get("customer"))
    view = audit_page(reader.session, reader.member, about, page=int(facts["page"]), size=_SIZE)
    return audit_card.audit(view, reader.voice)
