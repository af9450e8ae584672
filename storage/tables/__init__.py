"""Every table; importing this package registers them all."""

from sqlmodel import SQLModel

# Constraints have names that migrations can speak of on both engines; set before the first table is made.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

from storage.tables import (  # noqa: E402 - see above
    access,
    broadcasts,
    card_reviews,
    care,
    changes,
    comments,
    customers,
    dealings,
    events,
    facts,
    followups,
    foresight,
    handovers,
    imports,
    pages,
    people,
    queues,
    settings,
    targets,
    team_groups,
    tellings,
    themes,
    visit_plans,
)

__all__ = [
    "access",
    "broadcasts",
    "card_reviews",
    "care",
    "changes",
    "comments",
    "customers",
    "dealings",
    "events",
    "facts",
    "followups",
    "foresight",
    "handovers",
    "imports",
    "pages",
    "people",
    "queues",
    "settings",
    "targets",
    "team_groups",
    "tellings",
    "themes",
    "visit_plans",
]
