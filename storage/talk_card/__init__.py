"""What a manager may talk about with each rep in the morning: one statement for each thing, however many reps."""
