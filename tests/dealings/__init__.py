"""Opportunities, quotes, contracts and credit, on both databases."""
