"""Answers to what somebody tells."""
