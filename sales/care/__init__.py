"""What the bot does by itself for reps and their customers, as data and rules: reminders, hours, how things recur."""
