"""Reads questions about the book, in English and Chinese, over a fixed grammar (docs/questions.md)."""
