"""Whom a rep will visit in a week, on which day and in which order: rules without a database."""
