"""Questions for what is missing or stale on a card, and the figures of all cards."""
