"""Opportunities, quotes and contracts, and what is owed."""
