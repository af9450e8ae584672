"""What the bot answers, on one page: commands and buttons, each with the function that answers it."""

from collections.abc import Callable

from handlers import asked
from handlers.cards import customers
from handlers.company import audit_trail, enrolment, handover, inviting, leave, packs, settings_commands
from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.plans import agenda, followup_buttons
from handlers.prepared import Prepared
from handlers.told import complaints, fixing, picking, steps, undoing
from sales.kinds import Kind

Commanded = Callable[[Desk, str, Prepared], Outcome]
Tapped = Callable[[Desk, Args], Outcome]

COMMANDS: dict[str, Commanded] = {
    "start": lambda desk, rest, prepared: enrolment.start(desk),
    "help": lambda desk, rest, prepared: Outcome(messages=(desk.reply("help", {}),)),
    "visit": lambda desk, rest, prepared: steps.begin(desk, Kind.VISIT, rest, prepared),
    "feedback": lambda desk, rest, prepared: steps.begin(desk, Kind.FEEDBACK, rest, prepared),
    "complaint": lambda desk, rest, prepared: steps.begin(desk, Kind.COMPLAINT, rest, prepared),
    "followup": lambda desk, rest, prepared: steps.begin(desk, None, rest, prepared),
    "today": lambda desk, rest, prepared: agenda.today(desk, {}),
    "customers": lambda desk, rest, prepared: customers.page(desk, {}),
    "customer": customers.named,
    "invite": lambda desk, rest, prepared: inviting.invite(desk, rest),
    "leave": lambda desk, rest, prepared: leave.leave(desk, rest),
    "audit": audit_trail.audit,
    "handover": lambda desk, rest, prepared: handover.handover(desk, rest),
    "language": lambda desk, rest, prepared: settings_commands.language(desk, rest),
    "timezone": lambda desk, rest, prepared: settings_commands.timezone(desk, rest),
    "cancel": lambda desk, rest, prepared: asked.cancel(desk) or picking.cancel_open(desk),
}

BUTTONS: dict[str, Tapped] = {
    "undo": undoing.undo,
    "redo": undoing.redo,
    "more": fixing.more,
    "less": fixing.less,
    "fix": fixing.fix,
    "fix_line": fixing.fix_line,
    "fix_field": fixing.fix_field,
    "fix_set": fixing.fix_set,
    "promise": complaints.promise,
    "take": complaints.take,
    "leave_with_rep": complaints.leave_with_rep,
    "pick": picking.pick,
    "pick_day": picking.pick_day,
    "new_customer": picking.new_customer,
    "no_customer": picking.no_customer,
    "keep_note": picking.keep_note,
    "right": picking.right,
    "later": picking.later,
    "skip": picking.skip,
    "step": picking.step,
    "cancel": picking.cancel,
    "done": followup_buttons.done,
    "drop": followup_buttons.drop,
    "snooze_hour": followup_buttons.snooze_hour,
    "snooze_tomorrow": followup_buttons.snooze_tomorrow,
    "snooze_monday": followup_buttons.snooze_monday,
    "snooze_days": followup_buttons.snooze_days,
    "snooze_to": followup_buttons.snooze_to,
    "back": followup_buttons.back,
    "reopen": followup_buttons.reopen,
    "log": followup_buttons.log,
    "open_follow_up": agenda.open_follow_up,
    "all_today": agenda.all_today,
    "open_customer": customers.open_one,
    "customers": customers.page,
    "open_leave": leave.open_leave,
    "leave_choose": leave.choose,
    "leave_cover": leave.cover,
    "leave_cancel": leave.cancel,
    "audit": audit_trail.page,
    "handover_whose": handover.whose,
    "handover_all": handover.everything,
    "handover_choose": handover.choose,
    "handover_tick": handover.tick,
    "handover_page": handover.page,
    "handover_ticked": handover.ticked,
    "handover_to": handover.give_to,
    "handover_other": handover.other,
    "handover_go": handover.go,
    "handover_cancel": handover.cancel,
    "handover_undo": handover.undo,
    "pack_page": packs.page,
    "pack_open": packs.open_card,
    "set_language": settings_commands.set_language,
    "set_timezone": settings_commands.set_timezone,
    "renew": inviting.renew,
}
