"""Whom reps will visit in a week: what is read for it, and what is kept of it."""
