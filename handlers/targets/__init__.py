"""What reps are to reach: set by those who lead them, seen by themselves."""
