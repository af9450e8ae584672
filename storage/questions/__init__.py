"""Answers questions about the book, within what a member may see."""
