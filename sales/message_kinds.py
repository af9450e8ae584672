"""Every kind of message that the bot sends, as data: one table that delivery, wording, reminders and the docs read."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Priority(IntEnum):
    """Who goes first when Telegram lets only some through."""

    REPLY = 0
    ALERT = 1
    REMINDER = 2
    BROADCAST = 3


class Uncertain(StrEnum):
    """What becomes of a message that may or may not have arrived."""

    REPEAT = "repeat"
    PARK = "park"


@dataclass(frozen=True, slots=True)
class MessageKind:
    """A kind of message. `actions` name the buttons that it may carry.

    `secret`: its words are not kept once they are sent.
    """

    name: str
    priority: Priority = Priority.REPLY
    uncertain: Uncertain = Uncertain.REPEAT
    actions: tuple[str, ...] = ()
    secret: bool = False


_ALL = (
    MessageKind("said"),
    MessageKind("answered"),
    MessageKind("added"),
    MessageKind("help"),
    MessageKind("complaints"),
    MessageKind("birthdays"),
    MessageKind(
        "echo",
        actions=(*("fix", "more", "less", "undo", "redo", "promise"), *("deal_ends", "deal_same", "deal_neither")),
    ),
    MessageKind(
        "question",
        actions=(
            *("pick", "pick_day", "new_customer", "no_customer"),
            *("keep_note", "right", "later", "skip", "step", "cancel"),
        ),
    ),
    MessageKind("fixing", actions=("fix", "fix_line", "fix_field", "fix_set", "less")),
    MessageKind("deals", actions=("open_deal", "deals")),
    MessageKind(
        "deal",
        actions=(
            *("open_deal", "deals", "deal_ask", "deal_stage", "deal_source"),
            *("deal_day", "deal_won", "deal_lost", "deal_reopen"),
        ),
    ),
    MessageKind("agenda", actions=("open_follow_up",)),
    MessageKind("customer", actions=("history", "log_on", "plan_on", "edit", "people", "whole_card")),
    MessageKind("found", actions=("open_customer",)),
    MessageKind("own_fields", actions=("retire_field",)),
    MessageKind("whole_card", actions=("edit", "merge_pick", "card")),
    MessageKind("history", actions=("history", "card")),
    MessageKind("people", actions=("person", "people", "add_person", "card")),
    MessageKind("person", actions=("edit", "people", "remove_person", "restore_person")),
    MessageKind("editing", actions=("edit_field", "set_choice", "empty_field", "drop_fact", "edit", "card", "person")),
    MessageKind("changed", actions=("edit", "undo_fact", "redo_fact", "card", "person")),
    MessageKind("customers", actions=("open_customer", "customers")),
    MessageKind("cards", actions=("open_customer",)),
    MessageKind(
        "fact",
        Priority.REMINDER,
        actions=(
            *("answer_fact", "still_true", "has_changed", "take_answer_back"),
            *("not_known", "not_now", "never_ask", "ask_again"),
        ),
    ),
    MessageKind("fact_asking", actions=("ask_again", "ask_no_more")),
    MessageKind("invitation", actions=("renew",), secret=True),
    MessageKind("invitations", secret=True),
    MessageKind("leave", actions=("leave_choose", "leave_cover", "leave_cancel")),
    MessageKind("leaves", actions=("open_leave",)),
    MessageKind("leave_news", Priority.REMINDER),
    MessageKind("givers", actions=("handover_whose",)),
    MessageKind(
        "handover",
        actions=(
            *("handover_all", "handover_choose", "handover_tick", "handover_page", "handover_ticked"),
            *("handover_to", "handover_other", "handover_go", "handover_cancel", "handover_undo"),
        ),
    ),
    MessageKind("handover_news", Priority.REMINDER),
    MessageKind("pack", actions=("pack_page", "pack_open")),
    MessageKind("pool", actions=("pool_page", "pool_open", "claim", "open_customer")),
    MessageKind("pool_news", Priority.REMINDER, actions=("open_customer",)),
    MessageKind("setup", actions=("setup_preset", "setup_set", "setup_skip", "setup_change", "setup_step")),
    MessageKind(
        "teams",
        actions=(
            *("teams", "team_open", "team_add", "team_rename"),
            *("member_open", "member_target", "member_move", "promote", "demote"),
        ),
    ),
    MessageKind(
        "import",
        actions=(
            *("import_kind", "import_days", "import_set", "import_columns", "import_column", "import_back"),
            *("import_overwrite", "import_go", "import_undo", "import_cancel", "import_errors"),
        ),
    ),
    MessageKind("import_errors"),
    MessageKind("import_template"),
    MessageKind("paper"),
    MessageKind("merge", actions=("merge_choose", "merge_go", "merge_cancel")),
    MessageKind("merge_pick", actions=("merge_with",)),
    MessageKind("merged", actions=("undo_merge", "open_customer")),
    MessageKind("merges", actions=("open_merge",)),
    MessageKind("same_reach", actions=("merge_with", "keep_both")),
    MessageKind("claim"),
    MessageKind("claimed", Priority.ALERT),
    MessageKind("ruling", Priority.ALERT, actions=("rule_share", "rule_hand_over", "rule_apart")),
    MessageKind("languages", actions=("set_language",)),
    MessageKind("zones", actions=("set_timezone",)),
    MessageKind("audit", actions=("audit",)),
    MessageKind("privacy", actions=("privacy_open", "privacy_ask", "privacy_export", "privacy_erase")),
    MessageKind("privacy_list", actions=("privacy_open",)),
    MessageKind("person_export", secret=True),
    MessageKind("look_ups", Priority.ALERT),
    MessageKind("complaint", Priority.ALERT, actions=("take", "leave_with_rep", "open_customer")),
    MessageKind(
        "follow_up",
        Priority.REMINDER,
        actions=(
            "done",
            "snooze_hour",
            "snooze_tomorrow",
            "snooze_monday",
            "snooze_days",
            "snooze_to",
            "log",
            "drop",
            "back",
            "reopen",
        ),
    ),
    MessageKind("late", Priority.REMINDER, actions=("open_follow_up", "all_today")),
)
KINDS = {kind.name: kind for kind in _ALL}
