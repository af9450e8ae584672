"""What stands on customers' cards."""
