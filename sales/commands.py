"""Every command with the right that it needs; handlers, wording, docs and tests read this table."""

from sales.actions import Action, Right

# A command has no subject yet: whom or what its words name is looked up among what the member may see and change.
_COMMANDS = (
    Action("start", Right.MEMBER),
    Action("help", Right.MEMBER),
    Action("visit", Right.MEMBER),
    Action("feedback", Right.MEMBER),
    Action("complaint", Right.MEMBER),
    Action("followup", Right.MEMBER),
    Action("today", Right.MEMBER),
    Action("agenda", Right.MEMBER),
    Action("week", Right.MEMBER),
    Action("report", Right.MEMBER),
    Action("complaints", Right.MEMBER),
    Action("customers", Right.MEMBER),
    Action("segment", Right.MEMBER),
    Action("deals", Right.MEMBER),
    Action("slipping", Right.MEMBER),
    Action("customer", Right.MEMBER),
    Action("fields", Right.ADMINISTERS),
    Action("cards", Right.MEMBER),
    Action("questions", Right.MEMBER),
    Action("invite", Right.INVITES),
    Action("leave", Right.MEMBER),
    Action("audit", Right.LEADS),
    Action("map", Right.LEADS),
    Action("privacy", Right.ADMINISTERS),
    Action("handover", Right.LEADS),
    Action("pool", Right.MEMBER),
    Action("claim", Right.MEMBER),
    Action("merge", Right.MEMBER),
    Action("merges", Right.MEMBER),
    Action("setup", Right.ADMINISTERS),
    Action("rates", Right.ADMINISTERS),
    Action("teams", Right.LEADS),
    Action("import", Right.MEMBER),
    Action("export", Right.MEMBER),
    Action("language", Right.MEMBER),
    Action("timezone", Right.MEMBER),
    Action("hours", Right.MEMBER),
    Action("reminders", Right.MEMBER),
    Action("calendar", Right.MEMBER),
    Action("cancel", Right.MEMBER),
)
COMMANDS = {command.name: command for command in _COMMANDS}
"""What stands behind a slash; handlers/routes.py has the function of each."""
