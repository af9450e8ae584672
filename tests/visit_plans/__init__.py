"""Whom reps will visit in a week."""
