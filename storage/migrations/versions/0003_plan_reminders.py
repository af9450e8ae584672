"""Plan reminders."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "calendar_feed",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("address_digest", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_calendar_feed_member_id_member")),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("address_digest", name=op.f("uq_calendar_feed_address_digest")),
    )
    op.create_table(
        "reminder_pause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_reminder_pause_customer_id_customer")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_reminder_pause_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder_pause")),
    )
    with op.batch_alter_table("reminder_pause", schema=None) as batch_op:
        batch_op.create_index("reminder_pause_of_member", ["member_id", "customer_id"], unique=False)

    op.create_table(
        "reminder",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["answered_by"], ["member.id"], name=op.f("fk_reminder_answered_by_member")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_reminder_contact_id_contact")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_reminder_customer_id_customer")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_reminder_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint("kind", "subject_id", "occasion", name=op.f("uq_reminder_kind_subject_id_occasion")),
    )
    with op.batch_alter_table("reminder", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reminder_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index(
            "reminder_due",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.create_index("reminder_of_customer", ["customer_id", "state"], unique=False)
        batch_op.create_index("reminder_of_member", ["member_id", "state", "day"], unique=False)
        batch_op.create_index(
            "reminder_told",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'told'"),
            postgresql_where=sa.text("state = 'told'"),
        )

    with op.batch_alter_table("complaint", schema=None) as batch_op:
        batch_op.add_column(sa.Column("promised_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("answer_by", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("rises_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("raised", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("closed_by", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("cause", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("remedy", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("remark", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("quote", sa.String(), nullable=True))
        batch_op.create_index(
            "complaint_rises",
            ["rises_at"],
            unique=False,
            sqlite_where=sa.text("rises_at IS NOT NULL"),
            postgresql_where=sa.text("rises_at IS NOT NULL"),
        )
        batch_op.create_foreign_key(batch_op.f("fk_complaint_closed_by_member"), "member", ["closed_by"], ["id"])

    op.create_table(
        "complaint_step",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("telling_id", sa.Integer(), nullable=True),
        sa.Column("slot", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("holder", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("moment", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cause", sa.String(), nullable=True),
        sa.Column("remedy", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_complaint_step_complaint_id_complaint")
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_complaint_step_entry_id_entry")),
        sa.ForeignKeyConstraint(["holder"], ["member.id"], name=op.f("fk_complaint_step_holder_member")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_complaint_step_member_id_member")),
        sa.ForeignKeyConstraint(["telling_id"], ["telling.id"], name=op.f("fk_complaint_step_telling_id_telling")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_step")),
    )
    with op.batch_alter_table("complaint_step", schema=None) as batch_op:
        batch_op.create_index("complaint_step_of", ["complaint_id", "id"], unique=False)
        batch_op.create_index("complaint_step_told", ["telling_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_complaint_step_entry_id"), ["entry_id"], unique=False)
    _steps_of_complaints_on_record()

    op.drop_index("ix_outbox_member_id", "outbox")
    op.create_index("outbox_of_member", "outbox", ["member_id", "due_at"])

    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rule", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("was_day", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("was_due_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("moves", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("purpose", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("given_to", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("accepted", sa.Boolean(), nullable=True))
        batch_op.create_index(batch_op.f("ix_follow_up_given_to"), ["given_to"], unique=False)
        batch_op.create_index(
            "follow_up_comes_again",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'open' AND rule IS NOT NULL"),
            postgresql_where=sa.text("state = 'open' AND rule IS NOT NULL"),
        )
        batch_op.create_foreign_key(batch_op.f("fk_follow_up_given_to_member"), "member", ["given_to"], ["id"])

    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("habits", sa.JSON(), nullable=False, server_default="{}"))


def _steps_of_complaints_on_record() -> None:
    """What was taken, promised and closed before there were steps."""
    told = "FROM complaint JOIN entry ON entry.id = complaint.entry_id JOIN telling ON telling.id = entry.telling_id"
    taken = ", holder", ", complaint.taken_by"
    promised = ", day", ", complaint.promised_day"
    for step, (column, value), which in (
        ("take", taken, "complaint.taken_by IS NOT NULL"),
        ("promise", promised, "complaint.promised_day IS NOT NULL"),
        ("close", ("", ""), "complaint.state = 'closed'"),
    ):
        op.execute(
            f"INSERT INTO complaint_step (version, complaint_id, step, at, member_id, live{column}) "
            f"SELECT 1, complaint.id, '{step}', telling.said_at, telling.member_id, true{value} "
            f"{told} WHERE {which} ORDER BY complaint.id"
        )
