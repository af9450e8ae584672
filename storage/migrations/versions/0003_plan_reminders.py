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

    with op.batch_alter_table("complaint", schema=None) as batch_op:
        batch_op.add_column(sa.Column("answer_by", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("raised", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("closed_by", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("cause", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("remedy", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("remark", sa.String(), nullable=True))
        batch_op.create_index(
            "complaint_clock",
            ["answer_by"],
            unique=False,
            sqlite_where=sa.text("state <> 'closed'"),
            postgresql_where=sa.text("state <> 'closed'"),
        )
        batch_op.create_foreign_key(batch_op.f("fk_complaint_closed_by_member"), "member", ["closed_by"], ["id"])

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
