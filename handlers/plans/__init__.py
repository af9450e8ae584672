"""What is planned, and the buttons of reminders."""
