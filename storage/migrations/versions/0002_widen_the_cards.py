"""Widen the cards."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# What was told about persons so far becomes facts of the general kind.
_COPIED = """
INSERT INTO fact
  (version, customer_id, contact_id, field, value, calendar, source, member_id, at, telling_id, slot, live)
SELECT 1, c.customer_id, f.contact_id, f.field, f.value, f.calendar, 'text', t.member_id, t.said_at, f.telling_id,
       f.slot, f.live
FROM contact_fact f JOIN contact c ON c.id = f.contact_id JOIN telling t ON t.id = f.telling_id ORDER BY f.id
"""
_TOUCHED = """
UPDATE customer SET touched_on = (
  SELECT max(on_day) FROM entry
  WHERE entry.customer_id = customer.id AND entry.live AND entry.kind IN ('visit', 'call') AND NOT entry.attempt
)
"""


def upgrade() -> None:
    op.create_table(
        "custom_field",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_custom_field")),
    )
    op.create_table(
        "absence",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("cover_id", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["cover_id"], ["member.id"], name=op.f("fk_absence_cover_id_member")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_absence_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.create_index("absence_covered", ["cover_id", "state"], unique=False)
        batch_op.create_index("absence_of_member", ["member_id", "state"], unique=False)

    op.create_table(
        "change_set",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undo_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_change_set_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_set")),
    )
    op.create_table(
        "import_run",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("change_set_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_set_id"], ["change_set.id"], name=op.f("fk_import_run_change_set_id_change_set")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_import_run_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
    )
    with op.batch_alter_table("import_run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_run_card"), ["card"], unique=False)
        batch_op.create_index(batch_op.f("ix_import_run_member_id"), ["member_id"], unique=False)

    op.create_table(
        "import_chunk",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_import_chunk_import_id_import_run")),
        sa.PrimaryKeyConstraint("import_id", "number", name=op.f("pk_import_chunk")),
    )
    op.create_table(
        "paper",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_paper")),
    )
    with op.batch_alter_table("paper", schema=None) as batch_op:
        batch_op.create_index("paper_age", ["made_at"], unique=False)

    op.create_table(
        "hand_over",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=True),
        sa.Column("leaves", sa.Boolean(), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("change_set_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_hand_over_by_id_member")),
        sa.ForeignKeyConstraint(
            ["change_set_id"], ["change_set.id"], name=op.f("fk_hand_over_change_set_id_change_set")
        ),
        sa.ForeignKeyConstraint(["from_id"], ["member.id"], name=op.f("fk_hand_over_from_id_member")),
        sa.ForeignKeyConstraint(["to_id"], ["member.id"], name=op.f("fk_hand_over_to_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_over")),
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked_for_facts", sa.Boolean(), nullable=False, server_default=sa.true()))

    with op.batch_alter_table("asked", schema=None) as batch_op:
        batch_op.add_column(sa.Column("about", sa.String(), nullable=False, server_default=""))

    op.create_table(
        "row_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_key", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["change_set_id"], ["change_set.id"], name=op.f("fk_row_change_change_set_id_change_set")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_row_change")),
    )
    with op.batch_alter_table("row_change", schema=None) as batch_op:
        batch_op.create_index("row_change_of_set", ["change_set_id", "id"], unique=False)

    op.create_table(
        "agreement",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("telling_id", sa.Integer(), nullable=True),
        sa.Column("slot", sa.Integer(), nullable=True),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_agreement_customer_id_customer")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_agreement_member_id_member")),
        sa.ForeignKeyConstraint(["telling_id"], ["telling.id"], name=op.f("fk_agreement_telling_id_telling")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("telling_id", "slot", name=op.f("uq_agreement_telling_id_slot")),
    )
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index("agreement_of_customer", ["customer_id", "kind"], unique=False)
        batch_op.create_index("agreement_runs_out", ["valid_until"], unique=False)

    op.create_table(
        "booked_order",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_booked_order_customer_id_customer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booked_order")),
        sa.UniqueConstraint("customer_id", "number", name=op.f("uq_booked_order_customer_id_number")),
    )
    with op.batch_alter_table("booked_order", schema=None) as batch_op:
        batch_op.create_index("booked_order_of_customer", ["customer_id", "on_day"], unique=False)

    op.create_table(
        "customer_share",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("shared_by", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_customer_share_customer_id_customer")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_customer_share_member_id_member")),
        sa.ForeignKeyConstraint(["shared_by"], ["member.id"], name=op.f("fk_customer_share_shared_by_member")),
        sa.PrimaryKeyConstraint("customer_id", "member_id", name=op.f("pk_customer_share")),
    )
    with op.batch_alter_table("customer_share", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_customer_share_member_id"), ["member_id"], unique=False)

    op.create_table(
        "look_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_look_up_customer_id_customer")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_look_up_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look_up")),
        sa.UniqueConstraint("member_id", "on_day", "customer_id", name=op.f("uq_look_up_member_id_on_day_customer_id")),
    )
    op.create_table(
        "receivable",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("issued_day", sa.Date(), nullable=True),
        sa.Column("due_day", sa.Date(), nullable=True),
        sa.Column("computed", sa.Boolean(), nullable=False),
        sa.Column("open_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_receivable_customer_id_customer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receivable")),
        sa.UniqueConstraint("customer_id", "number", name=op.f("uq_receivable_customer_id_number")),
    )
    with op.batch_alter_table("receivable", schema=None) as batch_op:
        batch_op.create_index("receivable_of_customer", ["customer_id", "due_day"], unique=False)

    op.create_table(
        "ruling",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("claimed_id", sa.Integer(), nullable=True),
        sa.Column("claimant_id", sa.Integer(), nullable=False),
        sa.Column("telling_id", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["claimant_id"], ["member.id"], name=op.f("fk_ruling_claimant_id_member")),
        sa.ForeignKeyConstraint(["claimed_id"], ["customer.id"], name=op.f("fk_ruling_claimed_id_customer")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_ruling_customer_id_customer")),
        sa.ForeignKeyConstraint(["decided_by"], ["member.id"], name=op.f("fk_ruling_decided_by_member")),
        sa.ForeignKeyConstraint(["telling_id"], ["telling.id"], name=op.f("fk_ruling_telling_id_telling")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ruling")),
    )
    with op.batch_alter_table("ruling", schema=None) as batch_op:
        batch_op.create_index("ruling_of_customer", ["customer_id", "state"], unique=False)

    op.create_table(
        "fact",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("calendar", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("telling_id", sa.Integer(), nullable=True),
        sa.Column("slot", sa.Integer(), nullable=True),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_fact_contact_id_contact")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_fact_customer_id_customer")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_fact_member_id_member")),
        sa.ForeignKeyConstraint(["telling_id"], ["telling.id"], name=op.f("fk_fact_telling_id_telling")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
        sa.UniqueConstraint("telling_id", "slot", name=op.f("uq_fact_telling_id_slot")),
    )
    with op.batch_alter_table("fact", schema=None) as batch_op:
        batch_op.create_index("fact_by_value", ["field", "value"], unique=False)
        batch_op.create_index("fact_of_contact", ["contact_id", "field"], unique=False)
        batch_op.create_index("fact_of_customer", ["customer_id", "field"], unique=False)

    op.create_table(
        "fact_asked",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("telling_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fact_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_fact_asked_contact_id_contact")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_fact_asked_customer_id_customer")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_fact_asked_member_id_member")),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_fact_asked_fact_id_fact")),
        sa.ForeignKeyConstraint(["telling_id"], ["telling.id"], name=op.f("fk_fact_asked_telling_id_telling")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_asked")),
        sa.UniqueConstraint("telling_id", name=op.f("uq_fact_asked_telling_id")),
    )
    with op.batch_alter_table("fact_asked", schema=None) as batch_op:
        batch_op.create_index("fact_asked_of_customer", ["customer_id", "at"], unique=False)
        batch_op.create_index("fact_asked_of_member", ["member_id", "at"], unique=False)

    op.create_table(
        "opportunity",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("expected_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(), nullable=True),
        sa.Column("expected_day", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("joined_id", sa.Integer(), nullable=True),
        sa.Column("won_by_entry_id", sa.Integer(), nullable=True),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_opportunity_customer_id_customer")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_opportunity_entry_id_entry")),
        sa.ForeignKeyConstraint(["joined_id"], ["opportunity.id"], name=op.f("fk_opportunity_joined_id_opportunity")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_opportunity_member_id_member")),
        sa.ForeignKeyConstraint(["won_by_entry_id"], ["entry.id"], name=op.f("fk_opportunity_won_by_entry_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opportunity")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_opportunity_entry_id")),
    )
    with op.batch_alter_table("opportunity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_opportunity_joined_id"), ["joined_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_opportunity_member_id"), ["member_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_opportunity_won_by_entry_id"), ["won_by_entry_id"], unique=False)
        batch_op.create_index("opportunity_of_customer", ["customer_id", "state"], unique=False)

    op.create_table(
        "deal_answer",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("deal_id", sa.Integer(), nullable=True),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["deal_id"], ["opportunity.id"], name=op.f("fk_deal_answer_deal_id_opportunity")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_deal_answer_entry_id_entry")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_deal_answer_member_id_member")),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_deal_answer")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("place", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("words_digest", sa.String(), nullable=True))
        batch_op.create_index("event_of_subject", ["subject", "subject_id"], unique=False)
        batch_op.create_unique_constraint(batch_op.f("uq_event_place"), ["place"])
        batch_op.create_index(
            "event_unsealed",
            ["id"],
            unique=False,
            sqlite_where=sa.text("place IS NULL"),
            postgresql_where=sa.text("place IS NULL"),
        )
    with op.batch_alter_table("event_detail", schema=None) as batch_op:
        batch_op.add_column(sa.Column("salt", sa.String(), nullable=False, server_default=""))

    op.execute(_COPIED)
    with op.batch_alter_table("contact_fact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_fact_contact_id"))

    op.drop_table("contact_fact")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.add_column(sa.Column("title", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("role", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("greetings", sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_contact_merged_into_id_contact"), "contact", ["merged_into_id"], ["id"]
        )

    with op.batch_alter_table("customer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("grade", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("touched_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("owned_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("pool_warned_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_customer_merged_into_id"), ["merged_into_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_customer_merged_into_id_customer"), "customer", ["merged_into_id"], ["id"]
        )
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.create_index(
            "follow_up_open_of_customer",
            ["customer_id", "day"],
            unique=False,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )
        batch_op.create_index("follow_up_closed_by", ["closed_by_telling"], unique=False)

    with op.batch_alter_table("complaint", schema=None) as batch_op:
        batch_op.create_index(
            "complaint_open_of_customer",
            ["customer_id"],
            unique=False,
            sqlite_where=sa.text("state <> 'closed'"),
            postgresql_where=sa.text("state <> 'closed'"),
        )

    op.execute(_TOUCHED)
