"""Customers and people that stand on record twice: finding them, making one of two, and taking that back."""
