"""What reps are to reach, and how far they are."""
