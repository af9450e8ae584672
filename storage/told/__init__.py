"""What was told, and what became of it."""
