"""Puts the parts together: settings, clock, command line, intake of updates, workers, start and stop."""
