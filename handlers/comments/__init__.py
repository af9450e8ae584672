"""Questions, answers and thanks about what somebody told."""
