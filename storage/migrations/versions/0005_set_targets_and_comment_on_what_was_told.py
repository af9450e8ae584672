"""Set targets and comment on what was told."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "target",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("span", sa.String(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(), nullable=True),
        sa.Column("set_by", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_target_member_id_member")),
        sa.ForeignKeyConstraint(["set_by"], ["member.id"], name=op.f("fk_target_set_by_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
        sa.UniqueConstraint("member_id", "measure", "span", name=op.f("uq_target_member_id_measure_span")),
    )
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("telling_id", sa.Integer(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("answers_id", sa.Integer(), nullable=True),
        sa.Column("arrival", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["answers_id"], ["comment.id"], name=op.f("fk_comment_answers_id_comment")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_comment_member_id_member")),
        sa.ForeignKeyConstraint(["telling_id"], ["telling.id"], name=op.f("fk_comment_telling_id_telling")),
        sa.ForeignKeyConstraint(["to_id"], ["member.id"], name=op.f("fk_comment_to_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sa.UniqueConstraint("arrival", name=op.f("uq_comment_arrival")),
    )
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_comment_telling_id"), ["telling_id"], unique=False)
