"""The Telegram groups in which teams read their digest, and what stands in it."""
