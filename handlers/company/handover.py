"""/handover: customers of one member for another, all or some, with a preview before and an undo after."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from handlers.company.colleagues import plain
from handlers.company.passing_on import back, brought_back, passed_on, there
from handlers.desk import Args, Desk
from handlers.outcome import Change, Message, Outcome
from sales.handovers import OPEN, Giver, HandOver, Stage
from sales.people import Member, Role, may_invite
from storage.company import handing_over, handovers, people
from storage.company.handing_over import Terms
from storage.company.handovers import NewHandOver
from understanding.handover import HandOverWords, read_handover
from wording.sentences import Said, Toast


def handover(desk: Desk, rest: str) -> Outcome:
    """/handover asks whose; with names behind it goes on from there."""
    if not rest.strip():
        return Outcome(messages=(desk.reply("givers", {}),))
    read = read_handover(rest)
    giver = _giver(desk, read)
    if isinstance(giver, Outcome):
        return giver
    to = _successor(desk, read, giver) if read.to else None
    return to if isinstance(to, Outcome) else _begin(desk, giver, to, read)


def _giver(desk: Desk, read: HandOverWords) -> Giver | Outcome:
    there = handovers.givers(desk.session, desk.member)
    wanted = plain(read.giver)
    found = [one for one in there if plain(one.name) == wanted] or [one for one in there if wanted in plain(one.name)]
    if len(found) != 1:
        return desk.say(Said.SEVERAL_COLLEAGUES if found else Said.NOBODY_OF_YOURS, name=read.giver)
    return found[0]


def _successor(desk: Desk, read: HandOverWords, giver: Giver) -> Member | Outcome:
    if plain(read.to) in plain(giver.name):
        return desk.say(Said.HANDOVER_ONESELF, name=giver.name)
    there = handovers.successors(desk.session, desk.member, giver.id)
    found = [one for one in there if plain(read.to) in plain(one.name)]
    exact = [one for one in found if plain(one.name) == plain(read.to)] or found
    if len(exact) != 1:
        return desk.say(Said.SEVERAL_COLLEAGUES if exact else Said.NOBODY_OF_YOURS, name=read.to)
    return exact[0]


def _begin(desk: Desk, giver: Giver, to: Member | None, read: HandOverWords) -> Outcome:
    if read.leaves and not _may_see_out(desk, giver):
        return desk.say(Said.LEAVER_NOT_YOURS, name=giver.name)
    if not giver.customers and not read.leaves:
        return desk.say(Said.HANDOVER_NOTHING, name=giver.name)
    stage = Stage.PREVIEW if to or read.pool else Stage.WHOM if read.leaves else Stage.WHICH
    new = NewHandOver(giver.id, to.id if to else None, leaves=read.leaves and not giver.left, stage=stage)
    begin = partial(handovers.begin, new=new, by=desk.hand)
    return Outcome((begin,), (desk.reply("handover", {"by": desk.member.id, "at": desk.now.isoformat()}),))


def _may_see_out(desk: Desk, giver: Giver) -> bool:
    """Nobody ends their own access, or that of somebody whose roles they could not have given."""
    if giver.left:
        return True
    leaver = people.member(desk.session, giver.id)
    return leaver is not None and leaver.id != desk.member.id and all(may_invite(desk.member, r) for r in leaver.roles)


def whose(desk: Desk, args: Args) -> Outcome:
    """The giver was tapped."""
    there = {one.id: one for one in handovers.givers(desk.session, desk.member)}
    giver = there.get(int(args["giver"]))
    return _begin(desk, giver, None, HandOverWords()) if giver else desk.toast(Toast.GONE)


def everything(desk: Desk, args: Args) -> Outcome:
    """All of the giver's customers go."""
    return _step(desk, args, Stage.WHOM, partial(handovers.choose, number=int(args["hand_over"]), customers=()))


def choose(desk: Desk, args: Args) -> Outcome:
    """Show the customers, to be ticked."""
    return _step(desk, args, Stage.CHOOSING)


def tick(desk: Desk, args: Args) -> Outcome:
    """A customer is ticked, or no longer."""
    about = _open(desk, args)
    if about is None:
        return desk.toast(Toast.ALREADY_ANSWERED)
    chosen = set(about.chosen) ^ {int(args["customer"])}
    change = partial(handovers.choose, number=about.id, customers=chosen)
    return _shown(desk, about, change, page=int(args["page"]))


def page(desk: Desk, args: Args) -> Outcome:
    """Another page of the customers to be ticked."""
    about = _open(desk, args)
    return _shown(desk, about, page=int(args["page"])) if about else desk.toast(Toast.ALREADY_ANSWERED)


def ticked(desk: Desk, args: Args) -> Outcome:
    """The choice is made."""
    about = _open(desk, args)
    if about is not None and not about.chosen:
        return desk.toast(Toast.CHOOSE_SOME)
    return _step(desk, args, Stage.WHOM)


def give_to(desk: Desk, args: Args) -> Outcome:
    """The successor was tapped, or the pool."""
    about, to = _open(desk, args), int(args["to"])
    if about is None:
        return desk.toast(Toast.ALREADY_ANSWERED)
    there = {one.id for one in handovers.successors(desk.session, desk.member, about.giver)}
    if to and to not in there:
        return desk.toast(Toast.COLLEAGUE_AWAY)
    return _shown(desk, about, partial(handovers.give_to, number=about.id, to=to or None))


def other(desk: Desk, args: Args) -> Outcome:
    """Somebody else is to get them."""
    return _step(desk, args, Stage.WHOM)


def cancel(desk: Desk, args: Args) -> Outcome:
    return _step(desk, args, Stage.CANCELLED)


def go(desk: Desk, args: Args) -> Outcome:
    """Carry it out; the successor gets the pack, the giver is told."""
    about = _open(desk, args)
    if about is None or about.stage is not Stage.PREVIEW:
        return desk.toast(Toast.ALREADY_ANSWERED)
    if about.to and people.member(desk.session, about.to) is None:
        return desk.toast(Toast.COLLEAGUE_AWAY)
    pack = f"pack:{about.id}:{about.to}"
    terms = Terms(desk.house.remind_at, pack)
    change = partial(handing_over.carry_out, number=about.id, by=desk.hand, terms=terms)
    shown = _shown(desk, about, change)
    passed = passed_on(desk, there(desk, about))
    return replace(shown, messages=(*shown.messages, *_told(desk, about, pack), *passed))


def _told(desk: Desk, about: HandOver, pack: str) -> Iterator[Message]:
    to = people.member(desk.session, about.to) if about.to else None
    if to is not None and to.chat is not None:
        yield Message(pack, to.chat, "pack", {"hand_over": about.id}, to.id)
    giver = people.member(desk.session, about.giver)
    if giver is not None and giver.chat is not None and not about.leaves and giver.id != desk.member.id:
        yield Message(f"handover_news:{about.id}", giver.chat, "handover_news", {"hand_over": about.id}, giver.id)


def undo(desk: Desk, args: Args) -> Outcome:
    """Take the whole back, within seven days; both are told by the cards that they have."""
    about = handovers.find(desk.session, int(args["hand_over"]))
    if about is None or about.stage is not Stage.DONE:
        return desk.toast(Toast.ALREADY_UNDONE)
    change = partial(handing_over.undo, number=about.id, by=desk.hand)
    shown = _shown(desk, about, change)
    passed = (*passed_on(desk, back(about)), *brought_back(desk, about))
    messages = (*shown.messages, *_untold(desk, about), *passed)
    return replace(shown, messages=messages, toast=desk.voice.say(Toast.UNDONE))


def _untold(desk: Desk, about: HandOver) -> Iterator[Message]:
    for number in (about.to, about.giver):
        one = people.member(desk.session, number) if number else None
        if one is not None and one.chat is not None and one.id != desk.member.id:
            key = f"handover_back:{about.id}:{one.id}"
            yield Message(key, one.chat, "handover_news", {"hand_over": about.id}, one.id)


def _step(desk: Desk, args: Args, stage: Stage, *changes: Change) -> Outcome:
    about = _open(desk, args)
    if about is None:
        return desk.toast(Toast.ALREADY_ANSWERED)
    return _shown(desk, about, *changes, partial(handovers.go_to, number=about.id, stage=stage))


def _open(desk: Desk, args: Args) -> HandOver | None:
    about = handovers.find(desk.session, int(args["hand_over"]))
    return about if about and about.stage in OPEN else None


def _shown(desk: Desk, about: HandOver, *changes: Change, page: int = 1) -> Outcome:
    card = desk.reply("handover", {"hand_over": about.id, "page": page}, edits=desk.pressed)
    return Outcome(changes, (card,))


def may_hand_over(desk: Desk, number: int) -> bool:
    """Whether the hand-over is the member's own, or of somebody whom they lead."""
    about = handovers.find(desk.session, number)
    if about is None or desk.member.roles.isdisjoint({Role.ADMIN, Role.MANAGER}):
        return False
    return about.by == desk.member.id or handovers.answers_for(desk.session, desk.member, about.giver)
