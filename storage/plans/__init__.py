"""Follow-ups: planned, due, done."""
