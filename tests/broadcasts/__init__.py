"""What is said to whole teams."""
