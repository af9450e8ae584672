"""Weighs, by the whole message, which of the things noticed are meant, and of which customer."""
