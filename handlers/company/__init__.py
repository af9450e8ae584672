"""Enrolling, inviting and settings."""
