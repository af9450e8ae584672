"""Dates and times in English and Chinese: words and grammar are data, this is the engine."""
