"""/merge and its buttons: two are shown side by side, chosen between, made one, and parted again."""

from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from sales.merging import What, read_choices, write_choices
from sales.rights import CHANGES, Tie
from storage.cards import customers
from storage.cards.living import living
from storage.duplicates import merging, undoing
from storage.duplicates.merging import Obstacle, Two
from storage.duplicates.undoing import Stuck
from storage.tables.customers import ContactRow
from wording.sentences import Said, Toast

MERGES = frozenset({Tie.OWNER, Tie.MANAGER, Tie.ADMIN})
"""Who may make one of two customers; whoever may change a card may do so with the people on it."""
STOPPED: dict[Obstacle, Said] = {
    Obstacle.SAME: Said.MERGE_SAME,
    Obstacle.MERGED: Said.MERGE_MERGED,
    Obstacle.GONE: Said.MERGE_GONE,
    Obstacle.ELSEWHERE: Said.MERGE_ELSEWHERE,
}
_STUCK = {
    Stuck.DONE: Toast.MERGE_UNDONE_ALREADY,
    Stuck.LATE: Toast.MERGE_TOO_LATE,
}


def obstacle(desk: Desk, what: What, two: Two) -> Obstacle | None:
    if what is What.CUSTOMER:
        return merging.obstacle(desk.session, two)
    return merging.contact_obstacle(desk.session, two)


def may_merge(desk: Desk, what: What, two: Two) -> bool:
    """Both have to be the member's own, or of somebody they lead; what was merged counts where it lives on."""
    return all(_may(desk, what, number) for number in (two.one, two.other))


def _may(desk: Desk, what: What, number: int) -> bool:
    if what is What.CONTACT:
        person = desk.session.get(ContactRow, number)
        customer, ties = person.customer_id if person else 0, CHANGES
    else:
        customer, ties = number, MERGES
    held = customers.ties(desk.session, desk.member, living(desk.session, customer))
    return not ties.isdisjoint(held)


def shown(desk: Desk, what: What, two: Two, *, in_place: bool = False) -> Outcome:
    """Both side by side, or why they cannot become one."""
    stopped = obstacle(desk, what, two)
    if stopped:
        return desk.say(STOPPED[stopped])
    if not may_merge(desk, what, two):
        return desk.say(Said.MERGE_NOT_YOURS)
    edits = desk.pressed if in_place else None
    return Outcome(messages=(desk.reply("merge", facts(what, two), edits=edits),))


def facts(what: What, two: Two, chosen: str = "") -> dict[str, str | int | None]:
    return {"what": what, "one": two.one, "two": two.other, "chosen": chosen}


def _of(args: Args) -> tuple[What, Two]:
    return What(str(args["what"])), Two(int(args["one"]), int(args["two"]))


def with_one(desk: Desk, args: Args) -> Outcome:
    """Show the two that were chosen."""
    return shown(desk, *_of(args), in_place=True)


def choose(desk: Desk, args: Args) -> Outcome:
    """Let one side's value stand."""
    what, two = _of(args)
    choices = {**read_choices(str(args["chosen"])), **read_choices(str(args["pick"]))}
    return Outcome(messages=(desk.reply("merge", facts(what, two, write_choices(choices)), edits=desk.pressed),))


def cancel(desk: Desk, args: Args) -> Outcome:
    text = desk.voice.say(Said.MERGE_CANCELLED)
    return Outcome(messages=(desk.reply("said", {"text": text}, edits=desk.pressed),))


def go(desk: Desk, args: Args) -> Outcome:
    """Make one of them."""
    what, two = _of(args)
    stopped = obstacle(desk, what, two)
    if stopped:
        return desk.toast(STOPPED[stopped])
    if not may_merge(desk, what, two):
        return desk.toast(Toast.NOT_ALLOWED)
    merge = merging.merge_customers if what is What.CUSTOMER else merging.merge_contacts
    change = partial(merge, two=two, choices=read_choices(str(args["chosen"])), by=desk.hand)
    done = desk.reply("merged", facts(what, two), edits=desk.pressed)
    return Outcome((change,), (done,), desk.voice.say(Toast.MERGED))


def open_merge(desk: Desk, args: Args) -> Outcome:
    """One of the list."""
    return Outcome(messages=(desk.reply("merged", {"merge": int(args["merge"])}),))


def undo(desk: Desk, args: Args) -> Outcome:
    """Let them be two again."""
    merge = undoing.find(desk.session, int(args["merge"]))
    if merge is None:
        return desk.toast(Toast.GONE)
    stuck = undoing.stuck(desk.session, merge, now=desk.now)
    if stuck is Stuck.BUILT_ON:
        later = undoing.built_on(desk.session, merge)
        return desk.toast(Toast.MERGE_BUILT_ON, name=later.names[1] if later else "–")
    if stuck:
        return desk.toast(_STUCK[stuck])
    change = partial(undoing.undo, change=merge.change, by=desk.hand)
    parted = desk.reply("merged", {"merge": merge.change}, edits=desk.pressed)
    return Outcome((change,), (parted,), desk.voice.say(Toast.MERGE_UNDONE))


def merges(desk: Desk) -> Outcome:
    """/merges: those that can be taken back."""
    return Outcome(messages=(desk.reply("merges", {}),))


def pick(desk: Desk, args: Args) -> Outcome:
    """From the card: with which one, customers of a near name and pairs of people there."""
    return offered(desk, int(args["customer"]))


def offered(desk: Desk, customer: int) -> Outcome:
    there = customers.customer(desk.session, desk.member, customer)
    if there is None:
        return desk.toast(Toast.GONE)
    near = desk.names.near(desk.session, desk.member, there.name)
    like = [str(one.customer.id) for one in near if one.customer.seen and one.customer.id != customer]
    return Outcome(messages=(desk.reply("merge_pick", {"customer": customer, "like": ",".join(like)}),))


def may_undo(desk: Desk, change: int) -> bool:
    """Whoever merged them, and whoever could."""
    merge = undoing.find(desk.session, change)
    if merge is None:
        return False
    held = customers.ties(desk.session, desk.member, living(desk.session, merge.customer))
    return bool(held) and (merge.by == desk.member.id or not MERGES.isdisjoint(held))


def keep_both(desk: Desk, args: Args) -> Outcome:
    """Two people with one number stay two."""
    text = desk.voice.say(Said.BOTH_KEPT)
    return Outcome(messages=(desk.reply("said", {"text": text}, edits=desk.pressed),))
