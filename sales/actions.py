"""Every button with the right that it needs; handlers, wording, docs and tests read this table."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sales.people import Role


class Right(StrEnum):
    """What a member must hold, at the moment of pressing, for the subject of a button."""

    MEMBER = "member"
    """Any member: the action touches nothing but the member's own settings or drafts."""
    TOLD = "told"
    """The member told the message themselves, or manages the one who did."""
    OWNS = "owns"
    """The follow-up is the member's own, or of somebody they manage."""
    REMINDED = "reminded"
    """The reminder is meant for the member, for whom they stand in or for somebody whom they lead."""
    SEES = "sees"
    """The customer is visible to the member."""
    CHANGES = "changes"
    """The customer is the member's to change: their own, covered, shared or their team's."""
    GIVES_AWAY = "gives_away"
    """The member leads the customer's team, or runs the bot."""
    DECIDES = "decides"
    """It is the member's own affair, or that of somebody whom they lead."""
    SENT = "sent"
    """The member sent the list themselves."""
    MERGED = "merged"
    """The member merged the two, or it is their own customer, or of somebody they lead."""
    RULES = "rules"
    """The member manages both who met at a customer, or runs the bot."""
    INVITES = "invites"
    """The member may invite."""
    LEADS = "leads"
    """The member leads a team, or runs the bot."""
    ADMINISTERS = "administers"
    """The member runs the bot."""


BY_ROLE = {
    Right.MEMBER: frozenset(Role),
    Right.INVITES: frozenset({Role.MANAGER, Role.ADMIN}),
    Right.LEADS: frozenset({Role.MANAGER, Role.ADMIN}),
    Right.ADMINISTERS: frozenset({Role.ADMIN}),
}
"""Rights that hang on the member's roles alone."""


def role_allows(right: Right, roles: Iterable[Role]) -> bool:
    """Whether somebody with these roles may at all, for some subject."""
    return right not in BY_ROLE or not BY_ROLE[right].isdisjoint(roles)


@dataclass(frozen=True, slots=True)
class Action:
    """What a button or a command does. `subject` names the argument of a button that holds the id it acts on."""

    name: str
    right: Right
    subject: str | None = None


_ALL = (
    Action("undo", Right.TOLD, "telling"),
    Action("redo", Right.TOLD, "telling"),
    Action("more", Right.TOLD, "telling"),
    Action("less", Right.TOLD, "telling"),
    Action("fix", Right.TOLD, "telling"),
    Action("fix_line", Right.TOLD, "telling"),
    Action("fix_field", Right.TOLD, "telling"),
    Action("fix_set", Right.TOLD, "telling"),
    Action("promise", Right.TOLD, "telling"),
    Action("deal_ends", Right.TOLD, "telling"),
    Action("deal_same", Right.TOLD, "telling"),
    Action("deal_neither", Right.TOLD, "telling"),
    Action("entry_open", Right.TOLD, "telling"),
    Action("entry_ask", Right.TOLD, "telling"),
    Action("entry_thank", Right.TOLD, "telling"),
    # Looked up among what was said to the member.
    Action("comment_answer", Right.MEMBER),
    Action("broadcast_read", Right.MEMBER),
    *(
        Action(name, Right.LEADS)
        for name in ("broadcast_team", "broadcast_send", "broadcast_cancel", "broadcast_remind")
    ),
    Action("pick", Right.MEMBER, "draft"),
    Action("pick_day", Right.MEMBER, "draft"),
    Action("new_customer", Right.MEMBER, "draft"),
    Action("no_customer", Right.MEMBER, "draft"),
    Action("take_over", Right.MEMBER, "draft"),
    Action("keep_note", Right.MEMBER, "draft"),
    Action("right", Right.MEMBER, "draft"),
    Action("later", Right.MEMBER, "draft"),
    Action("skip", Right.MEMBER, "draft"),
    Action("step", Right.MEMBER, "draft"),
    Action("cancel", Right.MEMBER, "draft"),
    Action("done", Right.OWNS, "follow_up"),
    Action("drop", Right.OWNS, "follow_up"),
    Action("skip_once", Right.OWNS, "follow_up"),
    Action("give_accept", Right.OWNS, "follow_up"),
    Action("give_refuse", Right.OWNS, "follow_up"),
    Action("hand_on", Right.OWNS, "follow_up"),
    Action("hand_to", Right.OWNS, "follow_up"),
    Action("take_back", Right.OWNS, "follow_up"),
    Action("snooze_hour", Right.OWNS, "follow_up"),
    Action("snooze_tomorrow", Right.OWNS, "follow_up"),
    Action("snooze_monday", Right.OWNS, "follow_up"),
    Action("snooze_three", Right.OWNS, "follow_up"),
    Action("snooze_days", Right.OWNS, "follow_up"),
    Action("snooze_to", Right.OWNS, "follow_up"),
    Action("back", Right.OWNS, "follow_up"),
    Action("reopen", Right.OWNS, "follow_up"),
    Action("why", Right.OWNS, "follow_up"),
    Action("keep", Right.OWNS, "follow_up"),
    Action("log", Right.OWNS, "follow_up"),
    Action("open_follow_up", Right.OWNS, "follow_up"),
    Action("wrap_same", Right.OWNS, "follow_up"),
    Action("wrap_nobody", Right.OWNS, "follow_up"),
    Action("wrap_moved", Right.OWNS, "follow_up"),
    Action("wrap_tell", Right.OWNS, "follow_up"),
    Action("write_report", Right.MEMBER),
    *(Action(name, Right.LEADS) for name in ("digest", "digest_reps", "digest_schedule", "digest_wish", "digest_hour")),
    Action("digest_complaint", Right.SEES, "complaint"),
    # Whose it is to take back is looked up among what the member did themselves.
    *(Action(name, Right.LEADS) for name in ("theme_done", "theme_undo")),
    Action("digest_ruling", Right.RULES, "ruling"),
    Action("all_today", Right.MEMBER),
    *(
        Action(name, Right.REMINDED, "reminder")
        for name in (
            *("care_done", "care_later", "care_never", "care_undo"),
            *("care_hand", "care_hand_to", "care_take_back"),
            *("care_why", "care_back", "care_list", "care_open"),
            *("care_answered", "care_complaint"),
            *("quiet_visit", "quiet_call", "quiet_why", "quiet_fine", "quiet_season", "quiet_lost", "quiet_other"),
            "back_because",
            *("greet_another", "greet_apart", "greet_sent", "greet_skip", "greet_never"),
            *("visit_tell", "visit_same", "visit_nobody", "visit_moved", "visit_off"),
        )
    ),
    Action("take", Right.SEES, "complaint"),
    Action("leave_with_rep", Right.SEES, "complaint"),
    *(
        Action(name, Right.SEES, "complaint")
        for name in (
            *("complaint_open", "complaint_promise", "complaint_day", "complaint_answer", "complaint_resolve"),
            *("complaint_close", "complaint_cause", "complaint_remedy", "complaint_reopen", "complaint_undo"),
        )
    ),
    Action("complaints", Right.MEMBER),
    Action("open_customer", Right.SEES, "customer"),
    Action("customers", Right.MEMBER),
    Action("silences", Right.MEMBER),
    Action("silence_open", Right.SEES, "customer"),
    Action("silence_not_lost", Right.CHANGES, "customer"),
    Action("deals", Right.MEMBER),
    Action("open_deal", Right.SEES, "customer"),
    Action("deal_ask", Right.CHANGES, "customer"),
    Action("deal_stage", Right.CHANGES, "customer"),
    Action("deal_source", Right.CHANGES, "customer"),
    Action("deal_day", Right.CHANGES, "customer"),
    Action("deal_won", Right.CHANGES, "customer"),
    Action("deal_lost", Right.CHANGES, "customer"),
    Action("deal_reopen", Right.CHANGES, "customer"),
    Action("answer_fact", Right.CHANGES, "customer"),
    Action("still_true", Right.CHANGES, "customer"),
    Action("has_changed", Right.CHANGES, "customer"),
    Action("take_answer_back", Right.CHANGES, "customer"),
    Action("not_known", Right.MEMBER),
    Action("not_now", Right.MEMBER),
    Action("never_ask", Right.MEMBER),
    Action("ask_again", Right.MEMBER),
    Action("ask_no_more", Right.MEMBER),
    Action("retire_field", Right.ADMINISTERS),
    Action("card", Right.SEES, "customer"),
    Action("whole_card", Right.SEES, "customer"),
    Action("chart", Right.SEES, "customer"),
    Action("map", Right.LEADS),
    Action("risks", Right.LEADS),
    Action("scores", Right.SEES, "customer"),
    Action("rate", Right.GIVES_AWAY, "customer"),
    Action("rate_set", Right.GIVES_AWAY, "customer"),
    Action("history", Right.SEES, "customer"),
    Action("people", Right.SEES, "customer"),
    Action("person", Right.SEES, "customer"),
    Action("log_on", Right.CHANGES, "customer"),
    Action("plan_on", Right.CHANGES, "customer"),
    Action("edit", Right.CHANGES, "customer"),
    Action("edit_field", Right.CHANGES, "customer"),
    Action("edit_names", Right.CHANGES, "customer"),
    Action("drop_name", Right.CHANGES, "customer"),
    Action("restore_name", Right.CHANGES, "customer"),
    Action("set_choice", Right.CHANGES, "customer"),
    Action("empty_field", Right.CHANGES, "customer"),
    Action("drop_fact", Right.CHANGES, "customer"),
    Action("undo_fact", Right.CHANGES, "customer"),
    Action("redo_fact", Right.CHANGES, "customer"),
    Action("add_person", Right.CHANGES, "customer"),
    Action("remove_person", Right.CHANGES, "customer"),
    Action("restore_person", Right.CHANGES, "customer"),
    Action("open_leave", Right.DECIDES, "absence"),
    Action("leave_choose", Right.DECIDES, "absence"),
    Action("leave_cover", Right.DECIDES, "absence"),
    Action("leave_cancel", Right.DECIDES, "absence"),
    Action("audit", Right.LEADS),
    Action("privacy_open", Right.ADMINISTERS),
    Action("privacy_ask", Right.ADMINISTERS),
    Action("privacy_export", Right.ADMINISTERS),
    Action("privacy_erase", Right.ADMINISTERS),
    Action("handover_whose", Right.LEADS, "giver"),
    Action("handover_all", Right.DECIDES, "hand_over"),
    Action("handover_choose", Right.DECIDES, "hand_over"),
    Action("handover_tick", Right.DECIDES, "hand_over"),
    Action("handover_page", Right.DECIDES, "hand_over"),
    Action("handover_ticked", Right.DECIDES, "hand_over"),
    Action("handover_to", Right.DECIDES, "hand_over"),
    Action("handover_other", Right.DECIDES, "hand_over"),
    Action("handover_go", Right.DECIDES, "hand_over"),
    Action("handover_cancel", Right.DECIDES, "hand_over"),
    Action("handover_undo", Right.DECIDES, "hand_over"),
    Action("pack_page", Right.MEMBER),
    Action("pack_open", Right.SEES, "customer"),
    Action("pool_page", Right.MEMBER),
    Action("pool_open", Right.MEMBER),
    Action("claim", Right.MEMBER),
    Action("setup_preset", Right.ADMINISTERS),
    Action("setup_set", Right.ADMINISTERS),
    Action("setup_skip", Right.ADMINISTERS),
    Action("setup_change", Right.ADMINISTERS),
    Action("setup_step", Right.ADMINISTERS),
    Action("rate_drop", Right.ADMINISTERS),
    Action("rate_restore", Right.ADMINISTERS),
    Action("teams", Right.LEADS),
    Action("team_open", Right.DECIDES, "team"),
    Action("team_add", Right.DECIDES, "team"),
    Action("team_rename", Right.DECIDES, "team"),
    Action("member_open", Right.DECIDES, "member"),
    Action("member_target", Right.DECIDES, "member"),
    Action("member_move", Right.DECIDES, "member"),
    Action("promote", Right.ADMINISTERS),
    Action("demote", Right.ADMINISTERS),
    Action("targets", Right.LEADS),
    Action("target_open", Right.DECIDES, "member"),
    Action("target_ask", Right.DECIDES, "member"),
    Action("import_kind", Right.SENT, "import"),
    Action("import_days", Right.SENT, "import"),
    Action("import_set", Right.SENT, "import"),
    Action("import_columns", Right.SENT, "import"),
    Action("import_column", Right.SENT, "import"),
    Action("import_back", Right.SENT, "import"),
    Action("import_overwrite", Right.SENT, "import"),
    Action("import_resembling", Right.SENT, "import"),
    Action("import_go", Right.SENT, "import"),
    Action("import_undo", Right.SENT, "import"),
    Action("import_cancel", Right.SENT, "import"),
    Action("import_errors", Right.SENT, "import"),
    Action("merge_pick", Right.CHANGES, "customer"),
    # Of the two that a button names each is looked up by its handler: customers, or people at one.
    Action("merge_with", Right.MEMBER),
    Action("merge_choose", Right.MEMBER),
    Action("merge_go", Right.MEMBER),
    Action("merge_cancel", Right.MEMBER),
    Action("open_merge", Right.MERGED, "merge"),
    Action("undo_merge", Right.MERGED, "merge"),
    Action("keep_both", Right.MEMBER),
    Action("rule_share", Right.RULES, "ruling"),
    Action("rule_hand_over", Right.RULES, "ruling"),
    Action("rule_apart", Right.RULES, "ruling"),
    Action("set_language", Right.MEMBER),
    Action("set_timezone", Right.MEMBER),
    Action("hours_step", Right.MEMBER),
    Action("hours_set", Right.MEMBER),
    Action("hours_kind", Right.MEMBER),
    Action("coming", Right.MEMBER),
    *(
        Action(name, Right.REMINDED, "reminder")
        for name in (
            *("coming_open", "coming_days", "coming_day", "coming_delete", "coming_restore", "coming_pause"),
            "pause_set",
        )
    ),
    Action("pause_end", Right.MEMBER),
    Action("coming_history", Right.MEMBER),
    Action("take_plans", Right.LEADS),
    Action("offer_yes", Right.MEMBER),
    Action("offer_no", Right.MEMBER),
    Action("calendar_new", Right.MEMBER),
    Action("calendar_off", Right.MEMBER),
    Action("calendar_file", Right.MEMBER),
    # A segment shows nobody more than their own cards do; saved ones are looked up among the member's own.
    *(
        Action(name, Right.MEMBER)
        for name in (
            *("segments", "segment_open", "segment_new", "segment_drop", "segment_add", "segment_group"),
            *("segment_value", "segment_back", "segment_save", "segment_delete", "segment_export"),
        )
    ),
    # An answer tells nobody more than their own cards do.
    Action("ask_book", Right.MEMBER),
    Action("renew", Right.INVITES, "invitation"),
)
ACTIONS = {action.name: action for action in _ALL}
