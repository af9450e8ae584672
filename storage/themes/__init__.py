"""What was done about feedback, and who asked for it."""
