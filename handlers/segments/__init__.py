"""Segments: customers picked out in words or by buttons, saved and exported."""
