"""Complaints on record: where each stands, its clock, who hears of it, and what became of it."""
