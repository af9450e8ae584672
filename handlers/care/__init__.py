"""What members answer to the reminders that come by themselves."""
