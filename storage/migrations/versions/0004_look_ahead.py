"""Look ahead."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "exchange_rate",
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("into", sa.String(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("rate", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_exchange_rate_member_id_member")),
        sa.PrimaryKeyConstraint("currency", "into", "from_day", name=op.f("pk_exchange_rate")),
    )
    op.create_table(
        "segment",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_segment_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segment")),
        sa.UniqueConstraint("member_id", "name", name=op.f("uq_segment_member_id_name")),
    )
    op.create_table(
        "customer_figures",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("orders", sa.Integer(), nullable=False),
        sa.Column("first_order", sa.Date(), nullable=True),
        sa.Column("last_order", sa.Date(), nullable=True),
        sa.Column("usual_gap", sa.Float(), nullable=True),
        sa.Column("ordered_minor", sa.BigInteger(), nullable=False),
        sa.Column("unpriced", sa.Integer(), nullable=False),
        sa.Column("payments", sa.Integer(), nullable=False),
        sa.Column("last_payment", sa.Date(), nullable=True),
        sa.Column("paid_minor", sa.BigInteger(), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("last_visit", sa.Date(), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("last_call", sa.Date(), nullable=True),
        sa.Column("currency", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_customer_figures_customer_id_customer")
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_customer_figures")),
    )
    with op.batch_alter_table("customer_figures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_customer_figures_last_order"), ["last_order"], unique=False)

    op.create_table(
        "customer_score",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("scored_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("lost", sa.Float(), nullable=True),
        sa.Column("within", sa.Integer(), nullable=True),
        sa.Column("quiet_of_ten", sa.Integer(), nullable=True),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("value_minor", sa.BigInteger(), nullable=False),
        sa.Column("value_before_minor", sa.BigInteger(), nullable=False),
        sa.Column("abc", sa.String(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("before", sa.Float(), nullable=False),
        sa.Column("recency", sa.Integer(), nullable=True),
        sa.Column("frequency", sa.Integer(), nullable=True),
        sa.Column("monetary", sa.Integer(), nullable=True),
        sa.Column("stage", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("life_orders", sa.Float(), nullable=True),
        sa.Column("life_order_minor", sa.BigInteger(), nullable=True),
        sa.Column("life_minor", sa.BigInteger(), nullable=True),
        sa.Column("life_low_minor", sa.BigInteger(), nullable=True),
        sa.Column("life_high_minor", sa.BigInteger(), nullable=True),
        sa.Column("loyalty", sa.Integer(), nullable=True),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("rating_known", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_customer_score_customer_id_customer")),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_customer_score")),
    )
    with op.batch_alter_table("customer_score", schema=None) as batch_op:
        batch_op.create_index("customer_score_lost", ["lost"], unique=False)

    op.create_table(
        "quiet_known",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_quiet_known_customer_id_customer")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_quiet_known_member_id_member")),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_quiet_known")),
    )
    with op.batch_alter_table("quiet_known", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quiet_known_member_id"), ["member_id"], unique=False)

    op.create_table(
        "past_alert",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("plain", sa.Boolean(), nullable=False),
        sa.Column("chance", sa.Float(), nullable=False),
        sa.Column("right", sa.Boolean(), nullable=False),
        sa.Column("sooner", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_past_alert_customer_id_customer")),
        sa.PrimaryKeyConstraint("customer_id", "on_day", "plain", name=op.f("pk_past_alert")),
    )
    op.create_table(
        "stage_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("cause", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_stage_change_customer_id_customer")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_stage_change_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage_change")),
    )
    with op.batch_alter_table("stage_change", schema=None) as batch_op:
        batch_op.create_index("stage_change_of_customer", ["customer_id", "id"], unique=False)

    with op.batch_alter_table("receivable", schema=None) as batch_op:
        batch_op.add_column(sa.Column("paid_day", sa.Date(), nullable=True))
