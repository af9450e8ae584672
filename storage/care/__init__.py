"""Reminders on record: planned, told, answered; and what decides when one may come."""
