"""Decides what is due: sweeps that APScheduler ticks; the database is the schedule."""
