"""Lead a team."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    # What is counted over a period is one kind of entry; 14 microseconds for each that is told.
    op.create_index("entry_of_kind", "entry", ["kind", "on_day"])
    op.create_table(
        "broadcast",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("arrival", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_broadcast_member_id_member")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_broadcast_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast")),
        sa.UniqueConstraint("arrival", name=op.f("uq_broadcast_arrival")),
    )
    op.create_table(
        "page_link",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_page_link_member_id_member")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_page_link")),
    )
    with op.batch_alter_table("page_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_page_link_member_id"), ["member_id"], unique=False)

    op.create_table(
        "page_session",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_page_session_member_id_member")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_page_session")),
    )
    with op.batch_alter_table("page_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_page_session_member_id"), ["member_id"], unique=False)

    op.create_table(
        "team_group",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_team_group_member_id_member")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_team_group_team_id_team")),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_team_group")),
    )
    op.create_table(
        "theme_done",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("arrival", sa.BigInteger(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_theme_done_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_done")),
        sa.UniqueConstraint("arrival", name=op.f("uq_theme_done_arrival")),
    )
    op.create_table(
        "visit_plan",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_visit_plan_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_plan")),
        sa.UniqueConstraint("member_id", "week", name=op.f("uq_visit_plan_member_id_week")),
    )
    op.create_table(
        "broadcast_reader",
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcast.id"], name=op.f("fk_broadcast_reader_broadcast_id_broadcast")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_broadcast_reader_member_id_member")),
        sa.PrimaryKeyConstraint("broadcast_id", "member_id", name=op.f("pk_broadcast_reader")),
    )
    op.create_table(
        "card_review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("comment_id", sa.Integer(), nullable=True),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["comment_id"], ["comment.id"], name=op.f("fk_card_review_comment_id_comment")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_card_review_customer_id_customer")),
        sa.ForeignKeyConstraint(["owner_id"], ["member.id"], name=op.f("fk_card_review_owner_id_member")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["member.id"], name=op.f("fk_card_review_reviewer_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_review")),
        sa.UniqueConstraint(
            "reviewer_id", "customer_id", "week", name=op.f("uq_card_review_reviewer_id_customer_id_week")
        ),
    )
    with op.batch_alter_table("card_review", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_review_customer_id"), ["customer_id"], unique=False)

    op.create_table(
        "visit_stop",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_visit_stop_customer_id_customer")),
        sa.ForeignKeyConstraint(["plan_id"], ["visit_plan.id"], name=op.f("fk_visit_stop_plan_id_visit_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_stop")),
    )
    with op.batch_alter_table("visit_stop", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_stop_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_stop_plan_id"), ["plan_id"], unique=False)
