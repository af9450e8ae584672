"""What was said to whole teams, and who read it."""
