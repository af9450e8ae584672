"""Keeps Python's garbage collector from stopping the bot for a third of a second while people wait."""

import gc

# A message makes some thousands of short-lived objects; the oldest generation is looked at a hundred times less often.
_THRESHOLDS = (20_000, 20, 100)


def spare_what_stays() -> None:
    """Everything loaded by now stays as long as the process: the collector need never look at it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
