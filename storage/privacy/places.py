"""Where words about people can stand: one list of columns, and why the others are excused."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How the words stand in a column."""

    TEXT = "text"
    JSON = "json"
    """A JSON column."""
    WRITTEN_JSON = "written_json"
    """JSON in a text column."""


@dataclass(frozen=True, slots=True)
class Place:
    """A column that may hold words about people."""

    table: str
    column: str
    form: Form = Form.TEXT


PLACES = (
    Place("member", "name"),
    Place("invitation", "name"),
    Place("team", "name"),
    Place("customer", "name"),
    Place("customer_alias", "name"),
    Place("contact", "name"),
    Place("contact", "phone"),
    Place("contact", "email"),
    Place("contact", "title"),
    Place("fact", "value"),
    Place("telling", "text"),
    Place("telling_revision", "text"),
    Place("telling_revision", "body", Form.WRITTEN_JSON),
    Place("draft", "body", Form.WRITTEN_JSON),
    Place("entry", "text"),
    Place("entry_item", "text"),
    Place("entry_item", "quantity"),
    Place("entry_item", "unit"),
    Place("follow_up", "action"),
    Place("follow_up", "contacts"),
    Place("follow_up", "who"),
    Place("opportunity", "title"),
    Place("opportunity", "source"),
    Place("opportunity", "reason"),
    Place("agreement", "title"),
    Place("booked_order", "item"),
    Place("booked_order", "number"),
    Place("receivable", "number"),
    Place("complaint", "remark"),
    Place("complaint", "quote"),
    Place("complaint_step", "remark"),
    Place("asked", "about"),
    Place("event_detail", "words"),
    Place("change_set", "facts", Form.JSON),
    Place("row_change", "before", Form.JSON),
    Place("row_change", "after", Form.JSON),
    Place("import_run", "name"),
    Place("import_run", "columns", Form.JSON),
    Place("import_run", "facts", Form.JSON),
    Place("import_chunk", "lines", Form.JSON),
    Place("import_chunk", "problems", Form.JSON),
    Place("paper", "name"),
    Place("inbox", "payload", Form.WRITTEN_JSON),
    Place("inbox", "trouble"),
    Place("outbox", "text"),
    Place("outbox", "facts", Form.JSON),
    Place("outbox", "trouble"),
    Place("job", "facts", Form.JSON),
    Place("job", "trouble"),
    Place("button", "args", Form.JSON),
    Place("setting", "value", Form.WRITTEN_JSON),
    Place("segment", "name"),
    Place("segment", "body", Form.WRITTEN_JSON),
    Place("stage_change", "remark"),
    Place("quiet_known", "remark"),
    Place("comment", "text"),
    Place("broadcast", "text"),
    Place("card_review", "question"),
    Place("card_review", "answer"),
    Place("theme_done", "note"),
)

_ONE_OF_OURS = "one of a closed list of our own words"
_MADE = "made by us of kinds, numbers and digests"
_ZONE = "a name of the IANA zone table"
_CURRENCY = "an ISO currency"
_LABELS = "named by an admin for all customers alike, about no person"
_OF_A_CONTACT = "emptied with the person's own row; says nothing without it"
EXCUSED = {
    _ONE_OF_OURS: (
        *("target.measure", "target.span"),
        *("card_review.reason", "card_review.verdict", "visit_plan.state", "visit_stop.reason"),
        *("team_group.language", "theme_done.category"),
        *("absence.state", "agreement.kind", "asked.what", "change_set.kind", "complaint.state"),
        *("contact.calendar", "contact.role", "customer.relation", "customer.form", "customer.stage"),
        *("customer.grade", "draft.state", "entry.kind", "entry.category", "entry.severity", "entry.sentiment"),
        *("event.action", "event.subject", "fact.calendar", "fact.source", "fact_asked.state", "follow_up.state"),
        *("hand_over.stage", "import_run.kind", "import_run.state", "inbox.state", "invitation.role", "job.kind"),
        *("job.state", "member.language", "membership.role", "opportunity.stage", "opportunity.state"),
        *("outbox.if_uncertain", "outbox.kind", "outbox.state", "row_change.table_name", "ruling.state"),
        *("telling_revision.source", "button.action", "complaint.cause", "complaint.remedy", "follow_up.purpose"),
        *("complaint_step.step", "complaint_step.cause", "complaint_step.remedy"),
        *("reminder.kind", "reminder.state", "reminder.answer", "reminder_pause.kind", "quiet_known.reason"),
        *(
            "customer_score.abc",
            "customer_score.stage",
            "customer_score.why",
            "stage_change.stage",
            "stage_change.cause",
        ),
    ),
    _MADE: (
        *("event.seal", "event.words_digest", "event_detail.salt", "invitation.code_hash", "invitation.batch"),
        *("inbox.key", "outbox.key", "outbox.edits", "outbox.deletes", "job.key", "lease.name", "lease.owner"),
        *("heartbeat.replica", "heartbeat.doing", "button.token", "telling.card", "setting.name", "paper.key"),
        *("reminder.occasion", "follow_up.rule", "member.habits", "calendar_feed.address_digest"),
        *("exchange_rate.rate", "import_run.card", "import_run.file", "row_change.row_key", "hand_over.chosen"),
        *("page_link.digest", "page_session.digest"),
    ),
    _ZONE: ("member.zone", "team.zone", "telling.zone", "entry.zone"),
    _CURRENCY: (
        *("target.currency", "entry.currency", "opportunity.currency", "agreement.currency", "booked_order.currency"),
        *("receivable.currency", "customer_figures.currency", "customer_score.currency"),
        *("exchange_rate.currency", "exchange_rate.into"),
    ),
    _LABELS: (
        *("custom_field.name", "custom_field.label", "custom_field.kind", "custom_field.choices"),
        *("fact.field", "fact_asked.field"),
    ),
    _OF_A_CONTACT: ("contact.birthday",),
}
"""Reason: the columns that it holds for."""
