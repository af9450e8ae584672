"""Teaches the models of understanding from labelled messages."""
