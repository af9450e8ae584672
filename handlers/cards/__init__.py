"""The customers' cards."""
