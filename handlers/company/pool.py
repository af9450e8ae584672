"""/pool and /claim: customers without owner, each claimed once."""

from datetime import time
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Facts, Outcome
from sales.moments import local_moment
from sales.people import Role
from storage.company import people, pool
from storage.company.company_settings import company_settings, set_company
from understanding.directory import Directory, Known
from wording.sentences import Said, Toast

_SURE = 0.8
_MARGIN = 0.1
_OFFERED = 8
_MOST_CLAIMS = 1_000


def listed(desk: Desk, rest: str) -> Outcome:
    """/pool; an admin sets with "limit 5" how many a member may claim a day."""
    word, _, number = rest.strip().partition(" ")
    if word.casefold() in ("limit", "上限"):
        return _limit(desk, number.strip())
    return page(desk, {})


def _limit(desk: Desk, number: str) -> Outcome:
    if Role.ADMIN not in desk.member.roles:
        return desk.say(Said.FOR_ADMINS)
    if not (number.isdecimal() and 0 < int(number[:9]) <= _MOST_CLAIMS):
        return desk.say(Said.POOL_LIMIT_HOW)
    most = int(number)
    change = partial(set_company, name="claims_a_day", value=most, by=desk.hand)
    said = desk.say(Said.POOL_LIMIT_SET, most=most)
    return Outcome((change,), said.messages)


def page(desk: Desk, args: Args) -> Outcome:
    """A page of the pool; turning over happens in place."""
    facts: Facts = {"page": int(args.get("page", 1))}
    return Outcome(messages=(desk.reply("pool", facts, edits=desk.pressed if args else None),))


def open_line(desk: Desk, args: Args) -> Outcome:
    """A digit opens its customer, in place."""
    customer = int(args["customer"])
    if not pool.is_open(desk.session, desk.member, customer):
        return _too_late(desk, customer)
    facts: Facts = {"customer": customer, "page": int(args["page"])}
    return Outcome(messages=(desk.reply("pool", facts, edits=desk.pressed),))


def claim(desk: Desk, args: Args) -> Outcome:
    """The claim button."""
    return _claim(desk, int(args["customer"]), edits=desk.pressed)


def claim_named(desk: Desk, name: str) -> Outcome:
    """/claim with a name; where it fits several they are offered."""
    if not name.strip():
        return page(desk, {})
    index = Directory([Known(number, called) for number, called in pool.names(desk.session, desk.member)])
    found = [one for one in index.search(name) if one.score >= _SURE]
    if not found:
        return desk.say(Said.POOL_NO_SUCH, name=name)
    if len(found) > 1 and found[0].score - found[1].score < _MARGIN:
        several = ",".join(str(one.key) for one in found[:_OFFERED])
        return Outcome(messages=(desk.reply("pool", {"several": several}),))
    return _claim(desk, found[0].key, edits=None)


def _claim(desk: Desk, customer: int, *, edits: str | None) -> Outcome:
    refused = refusal(desk, customer)
    if refused is not None:
        return refused
    card = desk.reply("pool", {"customer": customer}, edits=edits)
    return Outcome((claiming(desk, customer),), (card,), desk.voice.say(Toast.CLAIMED))


def refusal(desk: Desk, customer: int) -> Outcome | None:
    """What is said to whoever may not claim it now; None: they may."""
    if not pool.is_open(desk.session, desk.member, customer):
        return _too_late(desk, customer)
    most = company_settings(desk.session).claims_a_day
    midnight = local_moment(desk.today, time(), desk.member.zone)
    if pool.claims_since(desk.session, desk.member.id, midnight) >= most:
        return desk.say(Said.POOL_ENOUGH, most=most)
    return None


def claiming(desk: Desk, customer: int) -> Change:
    return partial(pool.claim, customer=customer, member=desk.member, by=desk.hand)


def _too_late(desk: Desk, customer: int) -> Outcome:
    """Somebody was quicker, or it is not open to this member."""
    line = pool.line(desk.session, customer)
    if line is None:
        return desk.toast(Toast.GONE)
    if line.owner == desk.member.id:
        return desk.toast(Toast.CLAIMED)
    owner = people.member(desk.session, line.owner) if line.owner else None
    return desk.toast(Toast.CLAIMED_BEFORE, name=owner.name) if owner else desk.toast(Toast.NOT_ALLOWED)
