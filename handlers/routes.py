"""What the bot answers, on one page: commands and buttons, each with the function that answers it."""

from collections.abc import Callable

from handlers import asked
from handlers.cards import customers, editing, other_names, own_fields, persons, sides
from handlers.broadcasts import sending as broadcasts
from handlers.card_reviews import reviewing as card_reviews
from handlers.card_reviews.buttons import REVIEW_BUTTONS
from handlers.cards import customers, editing, other_names, own_fields, persons, sides
from handlers.broadcasts.buttons import BROADCAST_BUTTONS
from handlers.care import calendar as calendars
from handlers.care import coming, hours, offering, silence_list, unreached
from handlers.care.buttons import CARE_BUTTONS
from handlers.comments import commenting
from handlers.company import (
    audit_trail,
    enrolment,
    handover,
    inviting,
    leave,
    pool,
    privacy,
    rates,
    settings_commands,
    setup,
    team_commands,
)
from handlers.company.handover_buttons import HANDOVER_BUTTONS
from handlers.complaints import board as complaint_board
from handlers.complaints import buttons as complaint_buttons
from handlers.complaints import closing, reminded
from handlers.dealings import deals
from handlers.dealings.buttons import DEAL_BUTTONS
from handlers.desk import Args, Desk
from handlers.digests import commanded, decisions
from handlers.digests.buttons import DIGEST_BUTTONS
from handlers.duplicates import collision, merging, naming
from handlers.exporting import asking as exporting
from handlers.freshness import answering
from handlers.freshness import commands as fact_commands
from handlers.importing import receiving
from handlers.importing.buttons import IMPORT_BUTTONS
from handlers.outcome import Outcome
from handlers.pages import asking as pages
from handlers.pictures import asking
from handlers.pictures.buttons import PICTURE_BUTTONS
from handlers.plans import agenda, followup_buttons, giving, handing_on, reporting, wrapping
from handlers.prepared import Prepared
from handlers.questions import answering as questions_answered
from handlers.scores import fared
from handlers.scores.buttons import SCORE_BUTTONS
from handlers.segments import showing as segments_shown
from handlers.segments.buttons import SEGMENT_BUTTONS
from handlers.targets import own as own_targets
from handlers.targets import setting as target_setting
from handlers.told import fixing, picking, steps, undoing
from handlers.visit_plans import asking as visit_plans
from handlers.visit_plans.buttons import VISIT_PLAN_BUTTONS
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
    "agenda": agenda.spoken,
    "week": lambda desk, rest, prepared: agenda.week(desk, {}),
    "report": reporting.spoken,
    "plan": visit_plans.spoken,
    "digest": commanded.digest,
    "complaints": lambda desk, rest, prepared: complaint_board.board(desk, {}),
    "customers": lambda desk, rest, prepared: customers.page(desk, {}),
    "customer": customers.named,
    "segment": segments_shown.segment,
    "ask": questions_answered.ask,
    "deals": lambda desk, rest, prepared: deals.listed(desk, {}),
    "foresight": lambda desk, rest, prepared: fared.foresight(desk),
    "slipping": lambda desk, rest, prepared: silence_list.page(desk, {}),
    "fields": own_fields.fields,
    "cards": lambda desk, rest, prepared: fact_commands.cards(desk, prepared),
    "questions": lambda desk, rest, prepared: fact_commands.questions(desk),
    "invite": lambda desk, rest, prepared: inviting.invite(desk, rest),
    "leave": lambda desk, rest, prepared: leave.leave(desk, rest),
    "audit": audit_trail.audit,
    "map": lambda desk, rest, prepared: asking.segment_map(desk, {}),
    "privacy": privacy.privacy,
    "handover": lambda desk, rest, prepared: handover.handover(desk, rest),
    "pool": lambda desk, rest, prepared: pool.listed(desk, rest),
    "claim": lambda desk, rest, prepared: pool.claim_named(desk, rest),
    "merge": lambda desk, rest, prepared: naming.merge(desk, rest),
    "merges": lambda desk, rest, prepared: merging.merges(desk),
    "setup": lambda desk, rest, prepared: setup.setup(desk),
    "rates": rates.rates,
    "import": receiving.template,
    "export": lambda desk, rest, prepared: exporting.export(desk, rest),
    "review": lambda desk, rest, prepared: card_reviews.review(desk),
    "teams": lambda desk, rest, prepared: team_commands.show(desk, rest),
    "tell": lambda desk, rest, prepared: broadcasts.tell(desk, rest),
    "decisions": lambda desk, rest, prepared: decisions.decisions(desk),
    "page": lambda desk, rest, prepared: pages.show(desk),
    "targets": lambda desk, rest, prepared: target_setting.targets(desk, rest),
    "me": lambda desk, rest, prepared: own_targets.me(desk, prepared),
    "language": lambda desk, rest, prepared: settings_commands.language(desk, rest),
    "timezone": lambda desk, rest, prepared: settings_commands.timezone(desk, rest),
    "hours": lambda desk, rest, prepared: hours.hours(desk, rest),
    "reminders": coming.reminders_of,
    "calendar": lambda desk, rest, prepared: calendars.show(desk),
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
    "promise": complaint_buttons.promise,
    "take": complaint_buttons.take,
    "leave_with_rep": complaint_buttons.leave_with_rep,
    "complaints": complaint_board.board,
    "complaint_open": complaint_buttons.open_one,
    "complaint_promise": complaint_buttons.ask_day,
    "complaint_day": complaint_buttons.promise_day,
    "complaint_answer": complaint_buttons.answer,
    "complaint_resolve": complaint_buttons.resolve,
    "complaint_close": closing.ask_cause,
    "complaint_cause": closing.ask_remedy,
    "complaint_remedy": closing.close,
    "complaint_reopen": complaint_buttons.reopen,
    "complaint_undo": complaint_buttons.undo,
    **commenting.BUTTONS,
    **REVIEW_BUTTONS,
    **BROADCAST_BUTTONS,
    "pick": picking.pick,
    "pick_day": picking.pick_day,
    "new_customer": picking.new_customer,
    "no_customer": picking.no_customer,
    "take_over": picking.take_over,
    "keep_note": picking.keep_note,
    "right": picking.right,
    "later": picking.later,
    "skip": picking.skip,
    "step": picking.step,
    "cancel": picking.cancel,
    "done": followup_buttons.done,
    "drop": followup_buttons.drop,
    "skip_once": followup_buttons.skip_once,
    "give_accept": giving.accept,
    "give_refuse": giving.refuse,
    "hand_on": handing_on.choose,
    "hand_to": handing_on.to_one,
    "take_back": handing_on.take_back,
    "snooze_hour": followup_buttons.snooze_hour,
    "snooze_tomorrow": followup_buttons.snooze_tomorrow,
    "snooze_monday": followup_buttons.snooze_monday,
    "snooze_three": followup_buttons.snooze_three,
    "snooze_days": followup_buttons.snooze_days,
    "snooze_to": followup_buttons.snooze_to,
    "back": followup_buttons.back,
    "reopen": followup_buttons.reopen,
    "why": followup_buttons.why,
    "keep": followup_buttons.keep,
    "log": followup_buttons.log,
    "open_follow_up": agenda.open_follow_up,
    "wrap_same": wrapping.same,
    "wrap_nobody": wrapping.nobody,
    "wrap_moved": wrapping.moved,
    "wrap_tell": wrapping.tell,
    "write_report": reporting.write,
    **VISIT_PLAN_BUTTONS,
    **DIGEST_BUTTONS,
    "all_today": agenda.all_today,
    **CARE_BUTTONS,
    "care_answered": reminded.answered,
    "care_complaint": reminded.complaint,
    "hours_step": hours.step,
    "hours_set": hours.set_value,
    "hours_kind": hours.kind,
    "coming": coming.page,
    "coming_open": coming.open_line,
    "coming_days": coming.ask_day,
    "coming_day": coming.set_day,
    "coming_delete": coming.delete,
    "coming_restore": coming.restore,
    "coming_pause": coming.ask_pause,
    "pause_set": coming.pause,
    "pause_end": coming.go_on,
    "coming_history": coming.history,
    "take_plans": unreached.take,
    "offer_yes": offering.accept,
    "offer_no": offering.refuse,
    "open_customer": customers.open_one,
    "customers": customers.page,
    "silences": silence_list.page,
    "silence_open": silence_list.open_one,
    "silence_not_lost": silence_list.not_lost,
    **SEGMENT_BUTTONS,
    "ask_book": questions_answered.pressed,
    **DEAL_BUTTONS,
    "answer_fact": answering.answer_fact,
    "still_true": answering.still_true,
    "has_changed": answering.has_changed,
    "answer_chart": questions_answered.chart,
    "take_answer_back": answering.take_answer_back,
    "not_known": answering.not_known,
    "not_now": answering.not_now,
    "never_ask": answering.never_ask,
    "ask_again": fact_commands.ask_again,
    "ask_no_more": fact_commands.ask_no_more,
    "retire_field": own_fields.retire_field,
    "card": sides.card,
    "whole_card": sides.whole_card,
    **PICTURE_BUTTONS,
    **SCORE_BUTTONS,
    "history": sides.history,
    "people": sides.people,
    "person": sides.person,
    "log_on": sides.log_on,
    "plan_on": sides.plan_on,
    "edit": editing.edit,
    "edit_field": editing.edit_field,
    "edit_names": other_names.edit_names,
    "drop_name": other_names.drop_name,
    "restore_name": other_names.restore_name,
    "set_choice": editing.set_choice,
    "empty_field": editing.empty_field,
    "drop_fact": editing.drop_fact,
    "undo_fact": editing.undo_fact,
    "redo_fact": editing.redo_fact,
    "add_person": persons.add_person,
    "remove_person": persons.remove_person,
    "restore_person": persons.restore_person,
    "open_leave": leave.open_leave,
    "leave_choose": leave.choose,
    "leave_cover": leave.cover,
    "leave_cancel": leave.cancel,
    "audit": audit_trail.page,
    "privacy_open": privacy.open_one,
    "privacy_ask": privacy.ask,
    "privacy_export": privacy.export,
    "privacy_erase": privacy.erase_one,
    **HANDOVER_BUTTONS,
    "pool_page": pool.page,
    "pool_open": pool.open_line,
    "claim": pool.claim,
    "setup_preset": setup.preset,
    "setup_set": setup.set_value,
    "setup_skip": setup.skip,
    "setup_change": setup.change,
    "setup_step": setup.step,
    "rate_drop": rates.drop,
    "rate_restore": rates.restore,
    **IMPORT_BUTTONS,
    "teams": team_commands.page,
    "team_open": team_commands.page,
    "team_add": team_commands.ask_name,
    "team_rename": team_commands.ask_other_name,
    "member_open": team_commands.page,
    "member_target": team_commands.page,
    "member_move": team_commands.move,
    "promote": team_commands.promote,
    "demote": team_commands.demote,
    **target_setting.BUTTONS,
    "merge_pick": merging.pick,
    "merge_with": merging.with_one,
    "merge_choose": merging.choose,
    "merge_go": merging.go,
    "merge_cancel": merging.cancel,
    "open_merge": merging.open_merge,
    "undo_merge": merging.undo,
    "keep_both": merging.keep_both,
    "rule_share": collision.share,
    "rule_hand_over": collision.hand_over,
    "rule_apart": collision.keep_apart,
    "set_language": settings_commands.set_language,
    "set_timezone": settings_commands.set_timezone,
    "calendar_new": lambda desk, args: calendars.renew(desk),
    "calendar_off": lambda desk, args: calendars.switch_off(desk),
    "calendar_file": lambda desk, args: calendars.as_file(desk),
    "renew": inviting.renew,
}
