"""Slow work apart from any message: files are read in and made here."""
