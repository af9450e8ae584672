"""Empties the outbox into Telegram: pace, retries, verdicts on refusals."""

import os

# PTB's own wish: waits as timedelta now, instead of a warning at each of them.
os.environ.setdefault("PTB_TIMEDELTA", "1")
