"""How reminders read: the frame that all share, and the words of each kind."""
