"""Segments: from words to conditions, and from conditions to customers."""
