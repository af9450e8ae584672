"""Empties the outbox into Telegram: pace, retries, verdicts on refusals."""
