"""/leave: who is away, from when to when, and which colleague stands in."""

from dataclasses import dataclass, replace
from functools import partial

from handlers.company.colleagues import leads, named
from handlers.desk import Args, Desk
from handlers.outcome import Facts, Message, Outcome
from sales.absences import Absence, Away, Refusal, refusal
from sales.people import Member
from storage.company import absences, asked, people
from storage.company.absences import NewLeave
from storage.company.asked import What
from understanding.leave import LeaveWords, asked_leave, read_leave
from wording.sentences import Said, Toast

_REFUSALS = {
    Refusal.BACKWARDS: Said.LEAVE_BACKWARDS,
    Refusal.PAST: Said.LEAVE_PAST,
    Refusal.TOO_FAR: Said.LEAVE_TOO_FAR,
    Refusal.OVERLAPS: Said.LEAVE_OVERLAPS,
    Refusal.ONESELF: Said.LEAVE_ONESELF,
    Refusal.COVER_AWAY: Said.LEAVE_COVER_AWAY,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A leave as its words tell it."""

    away: Member
    days: Away
    cover: Member | None = None


def leave(desk: Desk, rest: str) -> Outcome:
    """/leave alone shows what is planned and asks; with days behind it enters a leave."""
    if rest.strip():
        return told(desk, rest)
    question = partial(asked.ask, member=desk.member.id, what=What.LEAVE, now=desk.now)
    return Outcome((question,), (desk.reply("leaves", {}),))


def in_words(desk: Desk, text: str) -> Outcome | None:
    """Plain words that ask for a leave of one's own; None: they tell of something else."""
    read = asked_leave(text, desk.told_at)
    if read is None or (read.first is None and read.before):
        return None
    if read.after and not _known(desk, read.after):
        return None
    return leave(desk, "") if read.first is None else _enter(desk, read)


def _known(desk: Desk, words: str) -> bool:
    return bool(named(people.members(desk.session), words))


def fits(desk: Desk, text: str) -> bool:
    """Whether words are the answer to the question when."""
    read = read_leave(text, desk.told_at)
    return read.first is not None and all(_known(desk, words) for words in (read.before, read.after) if words)


def told(desk: Desk, text: str) -> Outcome:
    """Enter the leave that these words tell of."""
    read = read_leave(text, desk.told_at)
    return desk.say(Said.LEAVE_NO_DAYS) if read.first is None else _enter(desk, read)


def _enter(desk: Desk, read: LeaveWords) -> Outcome:
    wanted = _wanted(desk, read)
    if not isinstance(wanted, Wanted):
        return wanted
    refused = _refused(desk, wanted)
    if refused is not None:
        return _refuse(desk, refused, wanted)
    entry = NewLeave(wanted.away.id, wanted.days, wanted.cover.id if wanted.cover else None)
    enter = partial(absences.enter, leave=entry, by=desk.hand)
    about: Facts = {"member": wanted.away.id, "asked_at": desk.now.isoformat()}
    card = desk.reply("leave", {**about, "choosing": int(wanted.cover is None)})
    told = tuple(
        _news(desk, one, {**about, "what": what})
        for one, what in ((wanted.cover, "asked"), (wanted.away, "entered"))
        if one is not None and one.id != desk.member.id
    )
    return Outcome((enter, partial(asked.settle, member=desk.member.id)), (card, *told))


def _wanted(desk: Desk, read: LeaveWords) -> Wanted | Outcome:
    """The name before the days is whose leave it is, the one behind them who stands in."""
    away = _named(desk, read.before) if read.before else desk.member
    if isinstance(away, Member) and away.id != desk.member.id and not leads(desk.member, away):
        return desk.say(Said.LEAVE_NOT_YOURS, name=away.name)
    cover = _named(desk, read.after) if read.after else None
    if isinstance(away, Outcome):
        return away
    if isinstance(cover, Outcome):
        return cover
    days = Away(read.first or desk.today, read.last or desk.today)
    return Wanted(away, days, cover)


def _named(desk: Desk, words: str) -> Member | Outcome:
    found = named(people.members(desk.session), words)
    if len(found) == 1:
        return found[0]
    return desk.say(Said.SEVERAL_COLLEAGUES if found else Said.NO_COLLEAGUE, name=words)


def _refused(desk: Desk, wanted: Wanted) -> Refusal | None:
    others = tuple(Away(one.first, one.last) for one in absences.ahead(desk.session, [wanted.away.id]))
    today = desk.now.astimezone(wanted.away.zone).date()
    return refusal(wanted.days, today=today, others=others) or _cover_refused(desk, wanted)


def _cover_refused(desk: Desk, wanted: Wanted) -> Refusal | None:
    if wanted.cover is None:
        return None
    if wanted.cover.id == wanted.away.id:
        return Refusal.ONESELF
    return Refusal.COVER_AWAY if absences.is_away(desk.session, wanted.cover.id, wanted.days) else None


def _refuse(desk: Desk, refused: Refusal, wanted: Wanted) -> Outcome:
    values = {
        "first": desk.voice.day(wanted.days.first),
        "last": desk.voice.day(wanted.days.last),
        "name": wanted.cover.name if wanted.cover else wanted.away.name,
    }
    return desk.say(_REFUSALS[refused], **values)


def _news(desk: Desk, to: Member, facts: Facts) -> Message:
    key = f"leave_news:{desk.heard.arrival}:{to.id}"
    return Message(key, to.chat or desk.heard.chat.id, "leave_news", facts, to.id)


def open_leave(desk: Desk, args: Args) -> Outcome:
    """A digit of the list opens its leave."""
    absence = _found(desk, args)
    return _shown(desk, absence) if absence else desk.toast(Toast.GONE)


def choose(desk: Desk, args: Args) -> Outcome:
    """Show the colleagues who can stand in."""
    absence = _found(desk, args)
    return _shown(desk, absence, choosing=1) if absence else desk.toast(Toast.GONE)


def cover(desk: Desk, args: Args) -> Outcome:
    """A colleague was tapped, or nobody; who stood in until now is told as well."""
    absence = _found(desk, args)
    if absence is None or not absence.ahead:
        return desk.toast(Toast.GONE)
    chosen = people.member(desk.session, int(args["cover"])) if args["cover"] else None
    days = Away(absence.first, absence.last)
    if args["cover"] and (chosen is None or absences.is_away(desk.session, chosen.id, days)):
        return desk.toast(Toast.COLLEAGUE_AWAY)
    change = partial(absences.set_cover, absence=absence.id, cover=chosen.id if chosen else None, by=desk.hand)
    shown = _shown(desk, absence)
    asked_one = _tell(desk, absence, chosen, "asked") if chosen and chosen.id != absence.cover else ()
    before = people.member(desk.session, absence.cover) if absence.cover else None
    let_go = _tell(desk, absence, before, "not_needed") if before and before != chosen else ()
    return replace(shown, changes=(change,), messages=(*shown.messages, *asked_one, *let_go))


def cancel(desk: Desk, args: Args) -> Outcome:
    """The leave does not take place, or ends today."""
    absence = _found(desk, args)
    if absence is None or not absence.ahead:
        return desk.toast(Toast.GONE)
    change = partial(absences.cancel, absence=absence.id, by=desk.hand)
    shown = _shown(desk, absence)
    others = (people.member(desk.session, number) for number in (absence.cover, absence.member) if number)
    told = tuple(news for one in others if one for news in _tell(desk, absence, one, "cancelled"))
    return replace(shown, changes=(change,), messages=(*shown.messages, *told), toast=desk.voice.say(Toast.CHANGED))


def _tell(desk: Desk, absence: Absence, to: Member | None, what: str) -> tuple[Message, ...]:
    if to is None or to.chat is None or to.id == desk.member.id:
        return ()
    return (_news(desk, to, {"absence": absence.id, "what": what}),)


def _shown(desk: Desk, absence: Absence, *, choosing: int = 0) -> Outcome:
    facts: Facts = {"absence": absence.id, "choosing": choosing}
    return Outcome(messages=(desk.reply("leave", facts, edits=desk.pressed),))


def _found(desk: Desk, args: Args) -> Absence | None:
    return absences.find(desk.session, int(args["absence"]))
