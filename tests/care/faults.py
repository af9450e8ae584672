"""Faults to put into the code on purpose, each a replacement in a copy of `reminders/` and `storage/`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`right` stands in the file, `wrong` takes its place."""

    file: str
    right: str
    wrong: str


_DUE, _PUSHES, _PLANNING = "storage/care/due.py", "reminders/pushes.py", "reminders/planning.py"
_REMINDERS, _HOURS = "storage/care/reminders.py", "storage/care/planning/hours.py"
FAULTS = {
    "told early": Fault(
        _DUE, "_WAITING, due_at <= now)", "_WAITING, due_at <= now + __import__('datetime').timedelta(minutes=2))"
    ),
    "told too late": Fault(
        _DUE, "_WAITING, due_at <= now)", "_WAITING, due_at <= now - __import__('datetime').timedelta(minutes=2))"
    ),
    "told to who owned the customer first": Fault(
        _DUE,
        "[(row, row.member_id or owner) for row, owner in rows]",
        "[(row, row.member_id or 1) for row, owner in rows]",
    ),
    "told again and again": Fault(_DUE, '"state": became,', '"state": State.WAITING,'),
    "put off and never told again": Fault(_PUSHES, "{one.due_at.isoformat()}:", ""),
    "nothing is ever of no use": Fault(_PUSHES, "return dropped or now - one.due_at > rule.expires", "return dropped"),
    "an old brief is told": Fault(
        _PUSHES, "return dropped or now - one.due_at > rule.expires", "return now - one.due_at > rule.expires"
    ),
    "quiet hours are disturbed": Fault("reminders/permitted.py", "return Permit(loud)", "return Permit(wish.moment)"),
    "never late": Fault(_PUSHES, '"late": int(moment - one.due_at > LATE)', '"late": 0'),
    "it was always yesterday": Fault(_PUSHES, '"was": int(was)', '"was": 1'),
    "looked only on the first day": Fault("storage/ticks.py", "date.fromisoformat(done) >= day", "bool(done)"),
    "the company's day is that of London": Fault(_PLANNING, "day = local_day(tick.now, zone)", "day = tick.now.date()"),
    "looked in the night": Fault(_PLANNING, "_LOOKS_AT = time(1)", "_LOOKS_AT = time(0)"),
    "the evening is the company's": Fault(
        _HOURS,
        "local_moment(day - _DAY, self.evening, self.zone)",
        "local_moment(day - _DAY, self.evening, ZoneInfo('UTC'))",
    ),
    "the morning is an hour later": Fault(
        _HOURS, "local_moment(day, self.habits.agenda_at, self.zone)", "local_moment(day, time(9, 30), self.zone)"
    ),
    "clocks that change are forgotten": Fault(
        "storage/care/rezoning.py",
        "local_moment(shown.date(), shown.time(), move.new)",
        "shown.replace(tzinfo=None).replace(tzinfo=move.new, fold=1).astimezone(__import__('datetime').UTC)"
        " + (__import__('datetime').timedelta(hours=1) if now.month > 6 else __import__('datetime').timedelta())",
    ),
    "a promise travels with the rep": Fault("storage/care/rezoning.py", "kind.priority is not Priority.ALERT", "True"),
    "what was told travels, too": Fault(
        "storage/care/rezoning.py", "col(ReminderRow.state) == State.WAITING, col(ReminderRow.due_at) > now", "True"
    ),
    "an answer changes nothing": Fault(
        _REMINDERS, "row.state, row.answer, row.answered_by", "_, row.answer, row.answered_by"
    ),
    "what is put off stays told": Fault(
        _REMINDERS, "row.day, row.due_at, row.moves = day, due_at,", "row.day, _, row.moves = day, due_at,"
    ),
    "what is withdrawn comes all the same": Fault(_REMINDERS, "values(state=State.WITHDRAWN,", "values("),
    "a gift for everybody on the eve": Fault(
        "storage/care/planning/birthdays.py", "if 1 < (one.day - today)", "if 0 < (one.day - today)"
    ),
    "agreements that ran out": Fault("storage/care/planning/agreements.py", "last >= look.today,", ""),
}
GUARDED = {
    "two replicas both settle it": Fault(_DUE, ", _table.c.state == State.WAITING)", ")"),
    "each look has keys of its own": Fault(_PUSHES, 'key=f"{one.kind}:{one.id}:', 'key=f"{one.kind}:{id(one)}:'),
}
"""Against these there are two guards: one of them alone does no harm, both do."""
PAIRS = (
    tuple(GUARDED),
    ("told early", "each look has keys of its own"),
    ("never late", "it was always yesterday"),
    ("told too late", "nothing is ever of no use"),
    ("looked in the night", "the morning is an hour later"),
    ("what is put off stays told", "quiet hours are disturbed"),
    ("an answer changes nothing", "a promise travels with the rep"),
)
