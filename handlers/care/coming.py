"""/reminders: what is coming for a member or at a customer, with pause, change and delete, and what was told."""

from datetime import date, timedelta
from functools import partial

from handlers.cards.customers import offer
from handlers.desk import Args, Desk
from handlers.outcome import Change, Facts, Outcome
from handlers.prepared import Prepared
from sales.moments import local_moment
from storage.care import coming as listed
from storage.care import pauses, reminders
from wording.sentences import Said, Toast


def reminders_of(desk: Desk, rest: str, prepared: Prepared) -> Outcome:
    """/reminders, or /reminders Acme."""
    if not rest.strip():
        return page(desk, {})
    if prepared.doubtful:
        return offer(desk, [candidate.key for candidate in prepared.names])
    party = prepared.party(rest)
    if party.id is None:
        return desk.say(Said.NO_CUSTOMER_FOUND)
    return Outcome(messages=(desk.reply("coming", {"customer": party.id}),))


def page(desk: Desk, args: Args) -> Outcome:
    facts = {"customer": int(args.get("customer", 0)), "page": int(args.get("page", 1))}
    return Outcome(messages=(desk.reply("coming", facts, edits=desk.pressed if args else None),))


def history(desk: Desk, args: Args) -> Outcome:
    facts = {"page": int(args.get("page", 1))}
    return Outcome(messages=(desk.reply("deliveries", facts, edits=desk.pressed),))


def open_line(desk: Desk, args: Args) -> Outcome:
    return _line(desk, args)


def ask_day(desk: Desk, args: Args) -> Outcome:
    return _line(desk, args, stage="days")


def ask_pause(desk: Desk, args: Args) -> Outcome:
    return _line(desk, args, stage="pause")


def set_day(desk: Desk, args: Args) -> Outcome:
    """To that day at the same clock time; a day that is over, as on an old grid, is asked for again."""
    day = date.fromisoformat(str(args["day"]))
    row = reminders.find(desk.session, desk.member, int(args["reminder"]))
    if row is None or row.state not in (*reminders.UNANSWERED, reminders.State.WAITING):
        return desk.toast(Toast.ALREADY_ANSWERED)
    moment = local_moment(day, row.due_at.astimezone(desk.member.zone).time(), desk.member.zone)
    if moment <= desk.now:
        return ask_day(desk, args)
    # The day that it is about stays: a birthday does not move.
    change = partial(reminders.put_off, reminder=row.id or 0, day=row.day, due_at=moment)
    return _line(desk, args, change, toast=Toast.SAVED)


def delete(desk: Desk, args: Args) -> Outcome:
    change = partial(listed.delete, reminder=int(args["reminder"]), now=desk.now)
    return _line(desk, args, change, toast=Toast.SAVED)


def restore(desk: Desk, args: Args) -> Outcome:
    return _line(desk, args, partial(listed.restore, reminder=int(args["reminder"])), toast=Toast.SAVED)


def pause(desk: Desk, args: Args) -> Outcome:
    """The customer or the kind of this reminder, for so many days; none is for good."""
    row = reminders.find(desk.session, desk.member, int(args["reminder"]))
    if row is None:
        return desk.toast(Toast.GONE)
    days = int(args["days"])
    of_customer = args["what"] == "customer"
    change = partial(
        pauses.pause,
        member=desk.member.id,
        kind="" if of_customer else row.kind,
        customer=row.customer_id if of_customer else None,
        until=desk.today + timedelta(days=days) if days else None,
    )
    shown = desk.reply("coming", {"customer": int(args.get("customer", 0))}, edits=desk.pressed)
    return Outcome((change,), (shown,), desk.voice.say(Toast.SAVED))


def go_on(desk: Desk, args: Args) -> Outcome:
    """End a pause; it has to be the member's own."""
    number = int(args["pause"])
    if pauses.find(desk.session, member=desk.member.id, pause=number) is None:
        return desk.toast(Toast.GONE)
    shown = desk.reply("coming", {}, edits=desk.pressed)
    return Outcome((partial(pauses.go_on, pause=number),), (shown,), desk.voice.say(Toast.SAVED))


def _line(desk: Desk, args: Args, *changes: Change, stage: str = "", toast: Toast | None = None) -> Outcome:
    facts: Facts = {"reminder": int(args["reminder"]), "stage": stage, "customer": int(args.get("customer", 0))}
    shown = desk.reply("coming_line", facts, edits=desk.pressed)
    return Outcome(changes, (shown,), desk.voice.say(toast) if toast else None)
