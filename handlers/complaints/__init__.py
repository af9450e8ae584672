"""Complaints: who hears of them, what is done about them, and the board where they stand."""
